import { z } from 'zod';
import { big, money, normalise, sum } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import { localDate } from '../../../records/time-zone.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { Aftermath, DocumentTarget, FoundDocument } from '../../contract/target.ts';
import { findAll } from '../../wire/find.ts';
import { hasReference, plain, referenceIn } from '../../wire/reference-lines.ts';
import { eachOf } from '../lists.ts';
import { timeZone } from '../local-time.ts';
import { readStatuses } from '../lookups.ts';
import { stockTarget } from '../stock/target.ts';
import { paymentMethods } from './payment-methods.ts';
import { orderOf, statusNumber } from './source.ts';
import { orderTotals, orderToWire } from './to-wire.ts';
import { type OrderWire, orderWire } from './wire.ts';

const dayMs = 86_400_000;

/** What a mapping may fill in of an order, by MijnWebwinkel's own names (sheet 7.7); `reference` and `internal` are Koppel's. */
const fields = z
  .object({
    reference: z.string(),
    internal: z.string(),
    status: z.int().positive(),
    gateway_name: z.string(),
    method_name: z.enum(paymentMethods),
    shipping_method_id: z.string(),
    shipping_type: z.int(),
    offline_location_id: z.string(),
  })
  .partial();

export const orderTarget: DocumentTarget = {
  kinds: ['order'],
  referenceLength: 255,
  currencies: ({ currency }) => [currency],
  guests: true,
  // Known, and named by no line (to-wire.ts).
  articles: stockTarget.skus,
  fields,
  vatCode: (rate) => big(rate).toFixed(2),
  totals: orderTotals,
  toWire: orderToWire,

  /** Costs of shipping are a line of the order already. Buyers are mailed about nothing. */
  async create(api, body) {
    const made = await api.create(path`/orders`, body, orderWire, { query: { disable_shipping: true } });
    return { id: made.number, number: made.number, gross: grossOf(made), vat: vatOf(made) };
  },

  /** Nothing searches for a mark: all orders since then are looked through (sheet 6.2). */
  find: (api, references, notBefore) =>
    findAll(
      references,
      {
        plain,
        maxKeys: 100,
        hits: () => ordersSince(api, notBefore),
        has: ({ comments }, reference) => hasReference(comments?.internal, reference),
      },
      found,
    ),

  async get(api, id) {
    const wire = await orderOf(api, id);
    return wire && found(wire);
  },

  async follow(api, id, aftermath) {
    const wire = await orderOf(api, id);
    const { sentStatus, cancelledStatus } = api.account.traits;
    const asked = (['paid', 'shipped', 'cancelled'] as const).filter((what) => aftermath[what]);
    // A payment cannot be told to it, and of statuses only those that the merchant has named.
    const status = aftermath.cancelled ? cancelledStatus : aftermath.shipped ? sentStatus : undefined;
    const isEnded = wire !== null && [sentStatus, cancelledStatus].includes(wire.status);
    const isOpen = wire !== null && !isEnded && wire.credit_order_numbers.length === 0;
    const sets = status !== undefined && isOpen;
    if (sets) await api.patch(path`/orders/${id}`, { status: statusNumber(status) });
    const now = sets ? status : wire?.status;
    return asked.filter((what) => !isSo(what, wire, now, api));
  },

  /** Credits all that the order has (sheet 7.7), with the shop's own status for that. */
  async credit(api, id) {
    const wire = await orderOf(api, id);
    const status = (await readStatuses(api)).find(({ credit_order }) => credit_order === true)?.status;
    if (wire === null || status === undefined)
      throw rejected('credit_unsupported', { system: 'MijnWebwinkel' });
    const body = {
      credited_order_number: id,
      status: statusNumber(status),
      orderlines: wire.orderlines.flatMap(creditLine),
    };
    const made = await api.create(path`/orders/credit`, body, orderWire);
    return { id: made.number };
  },

  async findCredit(api, id) {
    const [credit] = (await orderOf(api, id))?.credit_order_numbers ?? [];
    return credit === undefined ? null : { id: credit };
  },
};

function isSo(
  what: keyof Aftermath,
  wire: OrderWire | null,
  status: string | undefined,
  { account }: Api,
): boolean {
  if (wire === null) return false;
  const { sentStatus, cancelledStatus } = account.traits;
  if (what === 'paid') return ['captured', 'refunded'].includes(wire.payment_status ?? '');
  return status !== undefined && status === (what === 'shipped' ? sentStatus : cancelledStatus);
}

/** As Koppel made it: custom lines, each by what it came to. */
function creditLine({ type, quantity, description, price: [price] }: OrderWire['orderlines'][number]) {
  if (type !== 'custom' || price?.amount_including_tax === undefined) return [];
  const unit = big(price.amount_including_tax).div(quantity);
  const unit_price = { amount_including_tax: unit.toFixed(2), rate: big(price.rate).toFixed(2) };
  return [{ type, quantity: Number(quantity), description, unit_price, unit_weight: '0' }];
}

/** Without credit orders: what one has of its order's comments makes it no document of that sale. */
async function* ordersSince(api: Api, notBefore: Date) {
  const start_date = localDate(new Date(notBefore.getTime() - dayMs), timeZone);
  // Pages overlap.
  const seen = new Set<string>();
  for (const archived of [false, true]) {
    const query = { start_date, archived, ordering: 'asc' };
    const list = { path: path`/orders`, name: 'orders', row: orderWire, query };
    for await (const order of eachOf(api, list)) {
      const isNew = seen.size < seen.add(order.number).size;
      if (isNew && order.credited_order_number === undefined) yield order;
    }
  }
}

function grossOf({ price, currency }: OrderWire): string {
  return money(price.total, currency);
}

function vatOf({ price, currency }: OrderWire): string {
  return money(normalise(sum(price.tax.map(({ amount }) => amount))), currency);
}

/**
 * An order counts from the moment it stands there: there are no drafts. Its day is that of its making, which nothing can
 * change: none of the document's own.
 */
function found(wire: OrderWire): FoundDocument {
  return {
    id: wire.number,
    gross: grossOf(wire),
    vat: vatOf(wire),
    currency: wire.currency,
    reference: referenceIn(wire.comments?.internal),
    number: wire.number,
    draft: false,
    customerId: wire.debtor?.id ?? null,
    credits: wire.credit_order_numbers,
    buyer: { email: wire.debtor?.email, name: wire.debtor?.address?.invoice?.name },
  };
}
