import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { byTime, type OrderSource } from '../../contract/source.ts';
import { freshMs } from '../../wire/changes.ts';
import { countedId } from '../../wire/counted-id.ts';
import { list, needed, present, text } from '../../wire/fields.ts';
import { changePage } from '../change-pages.ts';
import { amount } from '../fields.ts';
import { inStore } from '../scope.ts';
import { findByNumber } from './find-by-number.ts';
import { creditMemos } from './given-back/credit-memos.ts';
import { gaveBack } from './payment.ts';
import { orderFromWire } from './to-record.ts';
import { orderAnswer } from './wire.ts';

/** `updated_at` is in whole seconds: what else may change within one is told by the rest (sheet 7.2). */
const rowWire = z
  .object({
    entity_id: needed(text),
    updated_at: needed(text),
    state: text,
    status: text,
    grand_total: amount,
    total_paid: amount,
    total_refunded: amount,
    total_canceled: amount,
  })
  .transform(({ entity_id: id, updated_at: updatedAt, ...rest }) => ({
    id,
    updatedAt,
    version: [updatedAt, ...Object.values(rest).map((value) => value ?? '')].join('|'),
  }));

const standingWire = z.object({
  status: text,
  state: text,
  status_histories: list(z.object({ comment: text })),
});

export const orderSource: OrderSource = {
  changes: byTime((api, window) =>
    changePage(api, window, {
      flow: 'orders',
      path: path`/V1/orders`,
      row: rowWire,
      fields: 'entity_id,updated_at,state,status,grand_total,total_paid,total_refunded,total_canceled',
      freshMs: freshMs.withState,
      where: inStore(api),
    }),
  ),

  async get(api, key) {
    const wire = await api.find(path`/V1/orders/${countedId(key)}`, orderAnswer);
    return (
      wire && orderFromWire(wire, api.account, gaveBack(wire) ? await creditMemos(api, wire.entity_id) : [])
    );
  },

  findByNumber,
  writeBack,
};

/** A comment that stands there already, and a status that the order has, are not written again. */
async function writeBack(api: Api, key: string, change: { status?: string; note?: string }): Promise<void> {
  const fields = { fields: 'status,state,status_histories[comment]' };
  const current = await api.find(path`/V1/orders/${countedId(key)}`, standingWire, fields);
  if (current === null) return;
  const note = change.note?.trim() ?? '';
  const isNew = note !== '' && !current.status_histories.some(({ comment }) => comment === note);
  const status = change.status?.trim() || undefined;
  const moves = status !== undefined && status !== current.status;
  if (!isNew && !moves) return;
  await api.create(
    path`/V1/orders/${key}/comments`,
    {
      statusHistory: {
        comment: isNew ? note : `Koppel: ${status}`,
        is_customer_notified: 0,
        is_visible_on_front: 0,
        parent_id: Number(key),
        // Left out, older versions would empty the order's status (sheet 7.9).
        ...present({ status: status ?? current.status }),
      },
    },
    z.unknown(),
  );
}
