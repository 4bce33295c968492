import { z } from 'zod';
import { money } from '../../../records/money.ts';
import { problem } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type {
  Aftermath,
  DocumentTarget,
  FoundDocument,
  JsonObject,
  MadeDocument,
} from '../../contract/target.ts';
import { behindCreate } from '../../wire/behind-create.ts';
import { needed, text, textIn } from '../../wire/fields.ts';
import { findAll } from '../../wire/find.ts';
import { asObject } from '../../wire/objects.ts';
import { ownLines, plain } from '../../wire/reference-lines.ts';
import { change, make } from '../calls.ts';
import { eachOf } from '../lists.ts';
import { packageId } from '../packages.ts';
import { rowArticles } from '../products/places.ts';
import { ordersSince } from './changes.ts';
import { referenceOf } from './reference.ts';
import { addNote, orderOf } from './source.ts';
import { cancelled, isShipped, sent } from './statuses.ts';
import { deliverMethods, orderTotals, orderToWire } from './to-wire.ts';
import { type OrderWire, orderWire } from './wire.ts';

const dayMs = 86_400_000;

/** What a mapping may fill in of an order, by CCV's own names (sheet 6.5); `package_id` is that of its rows. */
const fields = z
  .object({
    status: z.int().min(1).max(14),
    deliver_method: z.enum(deliverMethods),
    deliver_date: z.iso.datetime(),
    reservationnumber: z.string(),
    orderedinlng: z.string().regex(/^[a-z]{2}$/, 'not_a_language'),
    package_id: z.int().positive(),
    track_and_trace_code: z.string(),
    track_and_trace_carrier: z.string(),
  })
  .partial();

export const orderTarget: DocumentTarget = {
  kinds: ['order'],
  currencies: ({ currency }) => [currency],
  // How long the field may be is not told.
  referenceLength: 60,
  guests: true,
  articles: rowArticles,
  takesStock: true,
  fields,
  vatCode: (rate) => rate,
  totals: orderTotals,
  toWire: orderToWire,

  /** A note tells the staff whose it is. Buyers are mailed about nothing. */
  async create(api, body) {
    const made = await make(api, path`/orders/`, await withPackages(api, body), orderWire);
    const reference = referenceOf(textIn(asObject(body.customer).reference)) ?? '';
    const order = made ?? (await foundJustNow(api, reference));
    await behindCreate(addNote(api, order.id, ownLines(reference)));
    return madeOf(order);
  },

  /** Nothing searches for a mark: all orders since then are looked through (sheet 5.1). */
  find: (api, references, notBefore) =>
    findAll(
      references,
      { plain, maxKeys: 100, hits: () => eachSince(api, notBefore), has: hasReference },
      (row) => found(orderWire.parse(row)),
    ),

  async get(api, id) {
    const wire = await orderOf(api, id);
    return wire && found(wire);
  },

  async follow(api, id, aftermath) {
    const wire = await orderOf(api, id);
    if (wire === null) return (['paid', 'shipped', 'cancelled'] as const).filter((what) => aftermath[what]);
    const { body, untold } = aftermathToWire(wire, aftermath);
    if (Object.keys(body).length > 0) await change(api, path`/orders/${wire.id}/`, body);
    return untold;
  },
};

/** What is cancelled stays as it is, and nothing is paid for it; what was handed over is not called off by anybody but a person. */
function aftermathToWire(wire: OrderWire, { paid, shipped, cancelled: calledOff }: Aftermath) {
  const isOff = wire.status === cancelled;
  const status =
    calledOff && !isOff && !isShipped(wire.status)
      ? cancelled
      : shipped && !calledOff && !isOff && !isShipped(wire.status)
        ? sent
        : undefined;
  const isNewlyPaid = paid === true && wire.paid !== true;
  const untold: (keyof Aftermath)[] = [
    ...(isNewlyPaid && isOff ? (['paid'] as const) : []),
    ...(shipped && isOff ? (['shipped'] as const) : []),
    ...(calledOff && isShipped(wire.status) ? (['cancelled'] as const) : []),
  ];
  const body: JsonObject = {
    ...(isNewlyPaid && !isOff ? { paid: true } : {}),
    ...(status === undefined ? {} : { status: Number(status) }),
  };
  return { body, untold };
}

/** Free rows need a shipping class (sheet 6.5). */
async function withPackages(api: Api, body: JsonObject): Promise<JsonObject> {
  const rows = Array.isArray(body.orderrows) ? body.orderrows.map(asObject) : [];
  const isFree = (row: JsonObject) => row.product_id === undefined && row.package_id === undefined;
  if (!rows.some(isFree)) return body;
  const package_id = await packageId(api);
  return { ...body, orderrows: rows.map((row) => (isFree(row) ? { ...row, package_id } : row)) };
}

/** The answer was empty (sheet 3.1): it is looked for at once. */
async function foundJustNow(api: Api, reference: string): Promise<OrderWire> {
  const since = new Date(api.now().getTime() - dayMs);
  let newest: unknown;
  for await (const each of eachSince(api, since)) if (hasReference(each, plain(reference))) newest = each;
  if (newest !== undefined) return orderWire.parse(newest);
  throw problem('outcome-unknown', 'garbled', { system: 'CCV', method: 'POST' });
}

/** Little is asked of an order of somebody else's: one that cannot be read must not hold up all the others. */
const listed = z.looseObject({ id: needed(text), customer: z.unknown() });

function eachSince(api: Api, from: Date): AsyncGenerator<z.infer<typeof listed>> {
  return eachOf(api, ordersSince(listed, new Date(from.getTime() - dayMs)));
}

function hasReference({ customer }: z.infer<typeof listed>, reference: string): boolean {
  return referenceOf(textIn(asObject(customer).reference)) === reference;
}

function madeOf(wire: OrderWire): MadeDocument {
  const reference = referenceOf(wire.customer?.reference);
  return {
    id: wire.id,
    gross: money(wire.total_price, wire.currency),
    vat: money(wire.total_tax, wire.currency),
    ...(reference === undefined ? {} : { reference }),
    number: wire.ordernumber_full,
  };
}

/**
 * An order counts from the moment it stands there: there are no drafts but baskets. Its day is that of its making, which nothing can
 * change: none of the document's own.
 */
function found(wire: OrderWire): FoundDocument {
  const name = wire.customer?.billingaddress;
  return {
    id: wire.id,
    gross: money(wire.total_price, wire.currency),
    vat: money(wire.total_tax, wire.currency),
    currency: wire.currency,
    reference: referenceOf(wire.customer?.reference),
    number: wire.ordernumber_full,
    draft: false,
    customerId: wire.user?.id ?? null,
    buyer: {
      email: wire.customer?.email,
      name: [name?.first_name, name?.last_name].filter(Boolean).join(' ') || name?.full_name,
    },
  };
}
