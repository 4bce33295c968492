import { z } from 'zod';
import { rejected } from '../../../records/problem.ts';
import { path } from '../../contract/path.ts';
import { byTime, type OrderSource } from '../../contract/source.ts';
import type { JsonObject } from '../../contract/target.ts';
import { freshMs } from '../../wire/changes.ts';
import { needed, text } from '../../wire/fields.ts';
import { only } from '../../wire/objects.ts';
import { noteAdded } from '../../wire/reference-lines.ts';
import { seconds } from '../../wire/timestamps.ts';
import { change } from '../change.ts';
import { changePage, type Listing } from '../change-pages.ts';
import { findByNumber } from './find-by-number.ts';
import { isFulfillmentStatus, isPaymentStatus } from './statuses.ts';
import { orderFromWire } from './to-record.ts';
import { orderWire } from './wire.ts';

/**
 * Without a filter on the payment status the search leaves unfinished orders out (sheet 3.3). Times are in whole seconds:
 * what else may change within one is told by the rest.
 */
const changed: Listing = {
  flow: 'orders',
  path: path`/orders`,
  row: z
    .object({
      id: needed(text),
      updateTimestamp: text,
      paymentStatus: text,
      fulfillmentStatus: text,
      total: text,
      refundedAmount: text,
    })
    .transform(({ id, updateTimestamp, paymentStatus, fulfillmentStatus, total, refundedAmount }) => ({
      id,
      changedAt: seconds.safeParse(updateTimestamp).data,
      version: [updateTimestamp, paymentStatus, fulfillmentStatus, total, refundedAmount]
        .map((value) => value ?? '')
        .join('|'),
    })),
  fields: 'id,updateTimestamp,paymentStatus,fulfillmentStatus,total,refundedAmount',
  freshMs: freshMs.withState,
};

const writableWire = z.object({
  paymentStatus: text,
  fulfillmentStatus: text,
  // As it stands there: what the merchant wrote goes back untouched.
  privateAdminNotes: z.string().nullish(),
});

type Writable = z.infer<typeof writableWire>;

export const orderSource: OrderSource = {
  changes: byTime((api, window) => changePage(api, window, changed)),

  async get(api, key) {
    const wire = await api.find(path`/orders/${key}`, orderWire);
    // A cart, not an order yet.
    if (wire === null || wire.paymentStatus === 'INCOMPLETE') return null;
    return orderFromWire(wire, api.account);
  },

  findByNumber,

  async writeBack(api, key, { status, note }) {
    const wanted = status === undefined ? {} : statusField(status);
    const fields = { responseFields: 'paymentStatus,fulfillmentStatus,privateAdminNotes' };
    const current = await api.find(path`/orders/${key}`, writableWire, fields);
    if (current === null) return;
    const body = {
      ...only(wanted, (name, value) => current[name as keyof Writable] !== value),
      ...noteField(note, current.privateAdminNotes ?? ''),
    };
    // Every write fires a webhook and counts as a change of the order (sheet 10.1): none without need.
    if (Object.keys(body).length > 0) await change(api, path`/orders/${key}`, body);
  },
};

function statusField(status: string): JsonObject {
  if (isPaymentStatus(status)) return { paymentStatus: status };
  if (isFulfillmentStatus(status)) return { fulfillmentStatus: status };
  throw rejected('status_unknown', { system: 'Ecwid', status });
}

function noteField(note: string | undefined, existing: string): { readonly privateAdminNotes?: string } {
  const privateAdminNotes = noteAdded(existing, note);
  return privateAdminNotes === null ? {} : { privateAdminNotes };
}
