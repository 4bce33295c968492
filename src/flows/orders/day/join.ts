/** Puts a receipt into its day. It is in exactly one at any moment: in the one that its link names. */
import { dayAfter } from '../../../records/business-day.ts';
import type { Order } from '../../../records/order.ts';
import { Problem, rejected } from '../../../records/problem.ts';
import { type Reason, reason } from '../../../records/reason.ts';
import type { Outcome } from '../../contract.ts';
import { checkVatTreatment } from '../document/vat-treatment.ts';
import { reasonToSkip } from '../filter.ts';
import { leftOutReason } from '../left-out.ts';
import { ownWorkReason } from '../own-work.ts';
import { withTakings } from '../takings.ts';
import type { Context, OrderWork } from '../work.ts';
import { requireAddsUp } from './adds-up.ts';
import { type Contribution, contributionOf } from './contribution.ts';
import { notedOf } from './given-back.ts';
import { asPart, isClosed, joinedDay, noteRead } from './receipt.ts';
import { daySettingsOf } from './settings.ts';
import { dateAt, dayOfKey, keyOfDay, ownDay, type ReceiptOrder, type TillDay } from './till-day.ts';

export interface ReceiptWork extends OrderWork {
  readonly order: ReceiptOrder;
}

/** As `asPart`; a receipt that its day cannot hold any more has left it then, unless its document was begun. */
export async function partOf(context: Context, order: Order): Promise<ReceiptOrder | null> {
  for (;;) {
    const day = joinedDay(context);
    const part = asPart(context, order, day);
    if (part !== null || day === null) return part;
    if (!(await leaveOpenDay(context, day))) return null;
  }
}

/** A receipt from its notice to its place in a day. Repeating it at any moment is safe. */
export async function runReceipt(work: ReceiptWork): Promise<Outcome> {
  const { context, order } = work;
  const added = await addedBy(context, order);
  const joined = joinedDay(context);
  return joined === null ? join(work, added) : lookAgain(work, joined, added);
}

interface Added {
  readonly stated: Contribution;
  readonly fingerprint: string;
}

/** What a receipt adds to its day, as it is told now. */
export async function addedBy(context: Context, order: ReceiptOrder): Promise<Added> {
  const stated = contributionOf(order);
  return { stated, fingerprint: await context.fingerprint([stated, order.currency]) };
}

async function join(work: ReceiptWork, added: Added): Promise<Outcome> {
  const { context, order } = work;
  try {
    const unwanted = await reasonToStay(work);
    if (unwanted !== null) return { kind: 'skipped', reason: unwanted };
    for (;;) {
      const day = dayFor(context, order);
      const key = keyOfDay(day);
      const isIn = await alone(context, key, () => {
        if (isClosed(context, key)) return false;
        put(context, key, added);
        return true;
      });
      if (isIn) return { kind: 'done', targetId: key, reason: reason('joined_day', day) };
    }
  } catch (error) {
    if (error instanceof Problem) noteRead(context, error.code === late ? null : awaiting(context, order));
    throw error;
  }
}

/** Why a receipt becomes no part of a day. Throws where its amounts or its VAT need a person: in a sum nobody would see it. */
export async function reasonToStay(work: ReceiptWork): Promise<Reason | null> {
  const { context, order } = work;
  const left = leftOutReason(context) ?? (await ownWorkReason(work));
  if (left !== null) return left;
  const unwanted = unwantedOf(context, order, context.liveFrom);
  if (unwanted === null) requireSound(work);
  return unwanted;
}

function unwantedOf(context: Context, order: ReceiptOrder, liveFrom: string | null = null): Reason | null {
  const { settings } = context;
  return reasonToSkip(withTakings(order, daySettingsOf(settings).vouchers), settings, liveFrom);
}

/** It is sold where the till stands, wherever its buyer lives. */
function requireSound({ context, order, ...work }: ReceiptWork): void {
  const { settings, source, target } = context;
  const { currency } = source.api.account;
  if (order.currency !== currency)
    throw rejected('currency_unsupported', {
      ...{ currency: order.currency, system: target.connector.name, held: [currency] },
    });
  const atCounter = { ...settings, vat: { ...settings.vat, oss: 'allow' as const } };
  checkVatTreatment({ ...work, order, context: { ...context, settings: atCounter } });
  requireAddsUp(context, order);
}

const late = 'receipt_late';

/**
 * The day of the receipt, or the one that is open now where that has its document already. Throws `receipt_late` where the
 * settings leave late ones to a person.
 */
export function dayFor(context: Context, order: ReceiptOrder): TillDay {
  const own = ownDay(context, order);
  // One that has not ended is closed only where its end was set to another hour since: what it would hold is not late.
  const isLate = isClosed(context, keyOfDay(own)) && own.date < dateAt(context, context.now());
  if (isLate && daySettingsOf(context.settings).late === 'park' && !context.named)
    throw rejected(late, { ...own, number: order.number });
  return openDay(context, order);
}

function openDay(context: Context, order: ReceiptOrder): TillDay {
  const own = ownDay(context, order);
  if (!isClosed(context, keyOfDay(own))) return own;
  let date = dateAt(context, context.now());
  while (isClosed(context, keyOfDay({ ...own, date }))) date = dayAfter(date);
  return { ...own, date };
}

/** The day that a receipt is to wait for which needs a person, or another time. */
function awaiting(context: Context, order: ReceiptOrder): string {
  return keyOfDay(openDay(context, order));
}

/**
 * A receipt that is in a day already: what it says now counts, also where the day is booked. That one is then flagged, or credited. What does not add up
 * any more is in no day that is open, and changes none that is booked.
 */
function lookAgain(work: ReceiptWork, key: string, added: Added): Promise<Outcome> {
  const { context, order } = work;
  const day = dayOfKey(key) ?? ownDay(context, order);
  return alone(context, key, (): Outcome => {
    const isOpen = !isClosed(context, key);
    try {
      const unwanted = reasonToLeave(work, key, added);
      if (unwanted !== null) {
        leave(context, key);
        return { kind: 'skipped', reason: unwanted };
      }
    } catch (error) {
      if (isOpen && error instanceof Problem) {
        context.lookAt(key);
        noteRead(context, key);
      }
      throw error;
    }
    if (isAsNoted(context, added)) return { kind: 'skipped', reason: reason('in_day', day) };
    put(context, key, added);
    return { kind: 'done', targetId: key, reason: reason('changed_in_day', day) };
  });
}

/** Why a receipt goes out of the day that it is in. Throws where what it says by now needs a person. */
export function reasonToLeave(work: ReceiptWork, day: string, added: Added): Reason | null {
  const { context, order } = work;
  const unwanted = isClosed(context, day) ? null : unwantedOf(context, order);
  if (unwanted === null && !isAsNoted(context, added) && !order.cancelled) requireSound(work);
  return unwanted;
}

function isAsNoted({ links, key }: Context, { fingerprint }: Added): boolean {
  return links.get('receipt', key)?.fingerprint === fingerprint;
}

/** A receipt that is gone from the source, or is wanted no more, adds nothing to a day that is open. */
function leave(context: Context, day: string): void {
  context.lookAt(day);
  context.links.forget('receipt', context.key);
}

/** Returns false where the day's document was begun. */
export function leaveOpenDay(context: Context, day: string): Promise<boolean> {
  return alone(context, day, () => {
    if (isClosed(context, day)) return false;
    leave(context, day);
    return true;
  });
}

/** Its day is looked at first: who dies in between comes back here. */
function put(context: Context, day: string, { stated, fingerprint }: Added): void {
  context.lookAt(day);
  const { links, key } = context;
  const before = joinedDay(context) === null ? null : links.get('receipt', key);
  const facts = notedOf(stated, before?.facts ?? null, context.now().getTime());
  links.put('receipt', key, { targetId: day, fingerprint, facts });
}

/** No receipt joins a day while its document is made. */
function alone<T>(context: Context, day: string, work: () => T): Promise<T> {
  return context.exclusive(`order:${day}`, async () => work());
}
