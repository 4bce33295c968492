/** Puts a receipt into its day. It is in exactly one at any moment: in the one that its link names. */
import { dayAfter } from '../../../records/business-day.ts';
import { rejected } from '../../../records/problem.ts';
import { type Reason, reason } from '../../../records/reason.ts';
import type { Outcome } from '../../contract.ts';
import type { ReceiptFacts } from '../../links.ts';
import { checkVatTreatment } from '../document/vat-treatment.ts';
import { reasonToSkip } from '../filter.ts';
import { ownWorkReason } from '../own-work.ts';
import type { Context, OrderWork } from '../work.ts';
import { requireAddsUp } from './adds-up.ts';
import { contributionOf } from './contribution.ts';
import { isClosed, joinedDay } from './receipt.ts';
import { daySettingsOf } from './settings.ts';
import { dateAt, dayOfKey, keyOfDay, ownDay, type ReceiptOrder, type TillDay } from './till-day.ts';

export interface ReceiptWork extends OrderWork {
  readonly order: ReceiptOrder;
}

/** A receipt from its notice to its place in a day. Repeating it at any moment is safe. */
export async function runReceipt(work: ReceiptWork): Promise<Outcome> {
  const { context, order } = work;
  const facts = contributionOf(order);
  const fingerprint = await context.fingerprint(facts);
  const joined = joinedDay(context);
  if (joined !== null) return lookAgain(work, joined, { facts, fingerprint });
  const unwanted = await reasonToStay(work);
  if (unwanted !== null) return { kind: 'skipped', reason: unwanted };
  for (;;) {
    const day = dayFor(context, order);
    const key = keyOfDay(day);
    const isIn = await alone(context, key, () => {
      if (isClosed(context, key)) return false;
      put(context, key, { facts, fingerprint });
      return true;
    });
    if (isIn) return { kind: 'done', targetId: key, reason: reason('joined_day', day) };
  }
}

/** Why a receipt becomes no part of a day. Throws where its amounts or its VAT need a person: in a sum nobody would see it. */
export async function reasonToStay(work: ReceiptWork): Promise<Reason | null> {
  const own = await ownWorkReason(work);
  if (own !== null) return own;
  const unwanted = reasonToSkip(work.order, work.context.settings, work.context.liveFrom);
  if (unwanted === null) {
    checkVatTreatment(work);
    requireAddsUp(work);
  }
  return unwanted;
}

/**
 * The day of the receipt, or the one that is open now where that has its document already. Throws `receipt_late` where the
 * settings leave late ones to a person.
 */
export function dayFor(context: Context, order: ReceiptOrder): TillDay {
  const own = ownDay(context, order);
  if (!isClosed(context, keyOfDay(own))) return own;
  if (daySettingsOf(context.settings).late === 'park' && !context.named)
    throw rejected('receipt_late', { ...own, number: order.number });
  let date = dateAt(context, context.now());
  // None that has not ended is closed, unless its end was set to another hour since.
  while (isClosed(context, keyOfDay({ ...own, date }))) date = dayAfter(date);
  return { ...own, date };
}

interface Added {
  readonly facts: ReceiptFacts;
  readonly fingerprint: string;
}

/** A receipt that is in a day already: what it says now counts, also where the day is booked. That one is then flagged. */
function lookAgain(work: ReceiptWork, key: string, added: Added): Promise<Outcome> {
  const { context, order } = work;
  const day = dayOfKey(key) ?? ownDay(context, order);
  return alone(context, key, (): Outcome => {
    const unwanted = reasonToSkip(order, context.settings);
    if (unwanted !== null && !isClosed(context, key)) {
      leave(context, key);
      return { kind: 'skipped', reason: unwanted };
    }
    if (context.links.get('receipt', context.key)?.fingerprint === added.fingerprint) {
      return { kind: 'skipped', reason: reason('in_day', day) };
    }
    put(context, key, added);
    return { kind: 'done', targetId: key, reason: reason('changed_in_day', day) };
  });
}

/** A receipt that is gone from the source, or is wanted no more, adds nothing to a day that is open. */
export function leave(context: Context, day: string): void {
  context.lookAt(day);
  context.links.forget('receipt', context.key);
}

/** Its day is looked at first: who dies in between comes back here. */
function put(context: Context, day: string, { facts, fingerprint }: Added): void {
  context.lookAt(day);
  context.links.put('receipt', context.key, { targetId: day, fingerprint, facts });
}

/** No receipt joins a day while its document is made. */
function alone<T>(context: Context, day: string, work: () => T): Promise<T> {
  return context.exclusive(`order:${day}`, async () => work());
}
