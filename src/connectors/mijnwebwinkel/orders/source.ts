import { z } from 'zod';
import { rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { OrderSource } from '../../contract/source.ts';
import { part, text } from '../../wire/fields.ts';
import { numbered } from '../../wire/numbered.ts';
import { noteAdded } from '../../wire/reference-lines.ts';
import { unwrapped } from '../wrapped.ts';
import { newestNumbers, orderChanges } from './changes.ts';
import { paymentsOf } from './payments.ts';
import { orderFromWire } from './to-record.ts';
import { isTest, type OrderWire, orderWire } from './wire.ts';

/** As it stands there: what the merchant wrote goes back untouched. */
const writableWire = unwrapped(
  'order',
  z.object({ status: text, comments: part(z.object({ internal: z.string().nullish() })) }),
);

/** Credit orders are no orders: the one that they credit says what was given back. Nor are test orders. */
export const orderSource: OrderSource = {
  changes: orderChanges,

  async get(api, key) {
    const wire = await orderOf(api, key);
    if (wire === null || isTest(wire) || wire.credited_order_number !== undefined) return null;
    const credits: (OrderWire | null)[] = [];
    // One after the other, so that the limit is not used up at once.
    for (const number of new Set(wire.credit_order_numbers)) credits.push(await orderOf(api, number));
    return orderFromWire({ wire, credits, payments: await paymentsOf(api, wire) }, api.account);
  },

  /** Nothing searches for a part of a number: those that begin with it are looked for among the newest. */
  async findByNumber(api, number) {
    const exact = await orderOf(api, number);
    const numbers = exact === null ? await newestNumbers(api) : [exact.number];
    return numbered(
      numbers.map((each) => ({ key: each, number: each })),
      number,
    );
  },

  async writeBack(api, key, { status, note }) {
    const current = await api.find(path`/orders/${key}`, writableWire);
    if (current === null) return;
    const internal = noteAdded(current.comments?.internal ?? '', note);
    const body = {
      ...(status === undefined || status === current.status ? {} : { status: statusNumber(status) }),
      ...(internal === null ? {} : { comments: { internal } }),
    };
    if (Object.keys(body).length > 0) await api.patch(path`/orders/${key}`, body);
  },
};

export function orderOf(api: Api, number: string): Promise<OrderWire | null> {
  return api.find(path`/orders/${number}`, orderWire);
}

/** Throws `status_unknown`. */
export function statusNumber(status: string): number {
  if (/^\d{1,9}$/.test(status)) return Number(status);
  throw rejected('status_unknown', { system: 'MijnWebwinkel', status });
}
