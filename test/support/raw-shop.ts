/** A shop whose payloads are as raw as a shop's can be, whole cents and moments in UTC, between it and the sandbox's Jortt an integration. */
import { afterAll, beforeAll } from 'vitest';
import { z } from 'zod';
import { bearer } from '../../src/connectors/contract/auth.ts';
import { type Connector, defineConnector, secret } from '../../src/connectors/contract/connector.ts';
import { concurrent, window } from '../../src/connectors/contract/limits.ts';
import { path } from '../../src/connectors/contract/path.ts';
import { byTime } from '../../src/connectors/contract/source.ts';
import { connectors } from '../../src/connectors/registry.ts';
import type { Order } from '../../src/records/order.ts';
import { localDate } from '../../src/records/time-zone.ts';
import { PlayedSystems } from './played-systems.ts';
import { hosts, credentials as keys } from './systems.ts';

const host = 'raw-shop.example.com';
const zone = 'Europe/Amsterdam';

const rawOrder = z.object({
  id: z.string(),
  number: z.string(),
  placed_at: z.string(),
  changed_at: z.string(),
  currency: z.string(),
  lines: z.array(z.object({ title: z.string(), cents: z.number().int(), percent: z.number() })),
  /** What the lines come to, with VAT, and the VAT in it. */
  cents: z.number().int(),
  vat: z.array(z.object({ percent: z.number(), cents: z.number().int() })),
  paid: z.boolean(),
  cancelled: z.boolean(),
  method: z.string(),
  returned: z.array(z.object({ on: z.string(), cents: z.number().int() })),
});
export type RawOrder = z.infer<typeof rawOrder>;

const amount = (cents: number) => (cents / 100).toFixed(2);

function toRecord(raw: RawOrder): Order {
  const { id, number, currency, lines, cents, vat, paid, cancelled, method, returned } = raw;
  return {
    ...{ id, number, currency, paid, cancelled, paymentMethod: method },
    placedAt: new Date(raw.placed_at).toISOString(),
    updatedAt: new Date(raw.changed_at).toISOString(),
    date: localDate(new Date(raw.placed_at), zone),
    ...{ status: 'placed', paymentStatus: paid ? 'paid' : 'open', pricesIncludeVat: true },
    customer: { kind: 'person', name: '', reverseCharge: false, address: {} },
    lines: lines.map((line) => ({
      ...{ name: line.title, quantity: '1', unitPrice: amount(line.cents) },
      ...{ discount: '0', vatRate: String(line.percent) },
    })),
    ...{ shipping: [], fees: [], discounts: [] },
    gross: amount(cents),
    vat: amount(vat.reduce((all, each) => all + each.cents, 0)),
    vatByRate: vat.map((each) => ({ rate: String(each.percent), vat: amount(each.cents) })),
    refunded: amount(returned.reduce((all, each) => all + each.cents, 0)),
    refunds: returned.map((each) => ({
      date: localDate(new Date(each.on), zone),
      gross: amount(each.cents),
    })),
  };
}

const rawShop = defineConnector({
  ...{ id: 'raw-shop', name: 'Raw shop', searchDelayMs: 0 },
  credentials: z.object({ token: secret() }),
  baseUrl: () => `https://${host}`,
  limits: [window(600, '1m'), concurrent(4)],
  auth: ({ token }) => bearer(token),
  readError: () => null,
  account: async () => ({
    ...{ name: 'Raw', identity: 'raw', currency: 'EUR', timeZone: zone, traits: { country: 'NL' } },
  }),
  orders: {
    source: {
      changes: byTime(async (api, { since, until }) => {
        const query = { since: since.toISOString(), until: until.toISOString() };
        const ids = await api.get(path`/orders`, z.array(z.string()), query);
        return { changes: ids.map((key) => ({ flow: 'orders', key })), next: null };
      }),
      get: async (api, key) => {
        const raw = await api.find(path`/orders/${key}`, rawOrder);
        return raw && toRecord(raw);
      },
    },
  },
});

/** It is among the connectors while the tests of this file run. */
export function withRawShop(): void {
  const all = connectors as Connector[];
  beforeAll(() => void all.push(rawShop));
  afterAll(() => void all.splice(all.indexOf(rawShop), 1));
}

export class RawShopAndBooks extends PlayedSystems {
  readonly orders = new Map<string, RawOrder>();
  /** Jortt takes no invoices. */
  booksAreAway = false;

  constructor() {
    super(hosts);
  }

  /** Also once more, with other settings. */
  async configureWith(settings: object): Promise<void> {
    if (!this.isOpen) await this.open();
    await this.integration.configure({
      name: 'Raw',
      connections: {
        shop: { connector: 'raw-shop', credentials: { token: 'x' } },
        books: { connector: 'jortt', credentials: keys.jortt },
      },
      flows: [{ flow: 'orders', from: 'shop', to: 'books', every: '12h', settings }],
    });
  }

  /** The shop has it like this from now on. */
  put(order: RawOrder): void {
    this.orders.set(order.id, { ...order, changed_at: new Date(this.clock.now()).toISOString() });
  }

  protected override async carry(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (url.hostname !== host) {
      const isInvoice = url.pathname === '/v3/invoices' && request.method === 'POST';
      return this.booksAreAway && isInvoice ? new Response('away', { status: 503 }) : super.carry(request);
    }
    const [, , id] = url.pathname.split('/');
    if (id !== undefined) {
      const order = this.orders.get(decodeURIComponent(id));
      return order === undefined ? new Response(null, { status: 404 }) : Response.json(order);
    }
    const [since, until] = ['since', 'until'].map((name) => Date.parse(url.searchParams.get(name) ?? ''));
    const changed = [...this.orders.values()].filter(({ changed_at }) => {
      const at = Date.parse(changed_at);
      return at >= Number(since) && at <= Number(until);
    });
    return Response.json(changed.map((each) => each.id));
  }
}
