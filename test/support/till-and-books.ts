import { afterAll, beforeAll } from 'vitest';
import { z } from 'zod';
import { bearer } from '../../src/connectors/contract/auth.ts';
import { type Connector, defineConnector, secret } from '../../src/connectors/contract/connector.ts';
import { concurrent, window } from '../../src/connectors/contract/limits.ts';
import { path } from '../../src/connectors/contract/path.ts';
import { byTime } from '../../src/connectors/contract/source.ts';
import { connectors } from '../../src/connectors/registry.ts';
import { type Order, order as orderRecord } from '../../src/records/order.ts';
import { PlayedSystems } from './played-systems.ts';
import { hosts as all, credentials } from './systems.ts';

const host = 'till.example.com';
const account = {
  ...{ name: 'Counter', identity: 'counter', currency: 'EUR', timeZone: 'Europe/Amsterdam' },
  traits: { country: 'NL' },
};

/** A till that speaks the records' own words: what it tells of a receipt is what any connector may tell. */
const till = defineConnector({
  ...{ id: 'test-till', name: 'Till', searchDelayMs: 0 },
  credentials: z.object({ token: secret() }),
  baseUrl: () => `https://${host}`,
  limits: [window(600, '1m'), concurrent(4)],
  auth: ({ token }) => bearer(token),
  readError: () => null,
  account: async () => account,
  orders: {
    source: {
      changes: byTime(async (api, { since, until }) => {
        const query = { since: since.toISOString(), until: until.toISOString() };
        const ids = await api.get(path`/receipts`, z.array(z.string()), query);
        return { changes: ids.map((key) => ({ flow: 'orders', key })), next: null };
      }),
      get: (api, key) => api.find(path`/receipts/${key}`, orderRecord),
    },
  },
});

/** The till is among the connectors while the tests of this file run. */
export function withTill(): void {
  const all = connectors as Connector[];
  beforeAll(() => void all.push(till));
  afterAll(() => void all.splice(all.indexOf(till), 1));
}

const made = z.object({ id: z.string() });
const invoices = z.object({
  invoices: z.array(
    z.object({
      reference: z.string(),
      invoice_date: z.string(),
      invoice_total_incl_vat: z.object({ amount: z.string() }),
      invoice_total: z.object({ amount: z.string() }),
    }),
  ),
});

/** A till and books, and an integration that books the till's days. */
export class TillAndBooks extends PlayedSystems {
  readonly #receipts = new Map<string, { readonly receipt: unknown; readonly changedAt: number }>();
  /** The till does not answer. */
  isAway = false;

  constructor() {
    super(all);
  }

  async start(day: object, every: string): Promise<this> {
    const customer = { is_private: true, customer_name: 'Counter sales', email: 'counter@example.com' };
    const { id } = made.parse(await this.control('jortt', 'POST', '/customers', customer));
    const settings = { state: 'sent', customer: { defaultDebtor: { id } }, day };
    return this.configured({
      name: 'Counter',
      connections: {
        till: { connector: 'test-till', credentials: { token: 'x' } },
        books: { connector: 'jortt', credentials: credentials.jortt },
      },
      flows: [{ flow: 'orders', from: 'till', to: 'books', every, settings }],
    });
  }

  /** The till tells of it from now on. One that is no order cannot be read. */
  ringUp(id: string, receipt: Order | 'unreadable' | null): void {
    this.#receipts.set(id, { receipt, changedAt: this.clock.now() });
  }

  get booked() {
    const state = invoices.parse(this.sandbox.standIn('jortt')?.state());
    return state.invoices
      .map((each) => [each.reference, each.invoice_date, each.invoice_total_incl_vat.amount])
      .toSorted();
  }

  /** Open tasks: key, state, code. */
  get unsettled() {
    return this.tasks()
      .filter(({ state }) => state !== 'done' && state !== 'skipped')
      .map(({ key, state, problem }) => [key, state, problem?.code ?? null]);
  }

  protected override async carry(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (url.hostname !== host) return super.carry(request);
    if (this.isAway) return new Response('away', { status: 503 });
    const [, , id] = url.pathname.split('/');
    if (id !== undefined) {
      const receipt = this.#receipts.get(decodeURIComponent(id))?.receipt ?? null;
      return receipt === null ? new Response(null, { status: 404 }) : Response.json(receipt);
    }
    const [since, until] = ['since', 'until'].map((name) => Date.parse(url.searchParams.get(name) ?? ''));
    const changed = [...this.#receipts].filter(
      ([, { changedAt }]) => changedAt >= Number(since) && changedAt <= Number(until),
    );
    return Response.json(changed.map(([key]) => key));
  }
}
