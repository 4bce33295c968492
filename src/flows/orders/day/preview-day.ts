import { rejected } from '../../../records/problem.ts';
import type { NoteCode } from '../../../texts/en.ts';
import type { Note, Preview } from '../../contract.ts';
import { attempt, attemptWithSystem } from '../../preview-attempt.ts';
import { leftOutReason } from '../left-out.ts';
import { previewWork } from '../preview-work.ts';
import { stateOf } from '../state.ts';
import { type Context, type Endpoints, orderWork } from '../work.ts';
import { dayWork, receiptsOf } from './day-order.ts';
import { notedOf } from './given-back.ts';
import { addedBy, dayFor, reasonToLeave, reasonToStay } from './join.ts';
import { notReady } from './ready.ts';
import { joinedDay } from './receipt.ts';
import { dayOfKey, keyOfDay, type ReceiptOrder, type TillDay } from './till-day.ts';

const code = 'of_a_day' satisfies NoteCode;

/** A day that is over, or as far as its receipts are known. */
export async function previewDay(context: Context, endpoints: Endpoints, day: TillDay): Promise<Preview> {
  const receipts = receiptsOf(context, keyOfDay(day));
  if (receipts.size === 0) throw rejected('order_gone', { booked: 'no' });
  const shown = await previewWork(await dayWork(context, endpoints, day, receipts));
  const isWaited = stateOf(context).kind === 'new' && leftOutReason(context) === null;
  const missing = isWaited ? notReady(context, day, context.now().getTime()) : null;
  const problem = missing?.kind === 'rejected' ? missing.toData() : null;
  return withDayNote({ ...shown, problem: shown.problem ?? problem }, day, receipts.size);
}

/** The document of the day that a receipt is in, or would be put into: with what is known of the others. */
export async function previewReceipt(
  context: Context,
  endpoints: Endpoints,
  order: ReceiptOrder,
): Promise<Preview> {
  const work = { ...(await orderWork(context, endpoints, order)), order };
  const nothing: Preview = { source: order, skips: null, writes: [], checks: [], problem: null };
  const joined = joinedDay(context);
  const added = await addedBy(context, order);
  const stays = await attemptWithSystem(() =>
    joined === null ? reasonToStay(work) : reasonToLeave(work, joined, added),
  );
  if (stays.value !== null || stays.problem !== null)
    return { ...nothing, skips: stays.value, problem: stays.problem };
  const target = await attempt(() => (joined && dayOfKey(joined)) || dayFor(context, order));
  if (target.value === null) return { ...nothing, problem: target.problem };
  const receipts = new Map(receiptsOf(context, keyOfDay(target.value)));
  const before = receipts.get(context.key) ?? null;
  receipts.set(context.key, notedOf(added.stated, before, context.now().getTime()));
  const shown = await previewWork(await dayWork(context, endpoints, target.value, receipts));
  return withDayNote({ ...shown, source: order }, target.value, receipts.size);
}

function withDayNote(shown: Preview, { till, date }: TillDay, count: number): Preview {
  const note: Note = { code, params: { till, date, count } };
  return { ...shown, notes: [note, ...(shown.notes ?? [])] };
}
