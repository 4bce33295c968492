/** Whether a day's document may be made: it is over, and all its receipts are in. */
import { dayAfter, startOfBusinessDay } from '../../../records/business-day.ts';
import { canonicalJson } from '../../../records/canonical-json.ts';
import { awaitedKey, type Problem, problem } from '../../../records/problem.ts';
import type { DayFacts } from '../../links.ts';
import type { Context } from '../work.ts';
import { awaitedBy } from './receipt.ts';
import { daySettingsOf } from './settings.ts';
import { anyDay, keyOfDay, type TillDay } from './till-day.ts';

/** How far a till's clock may be ahead: what was noticed longer before a day began is of none later. */
const clockSkewMs = 600_000;

const looksAgainMs = 60_000;
/** Each look costs rows: while a window of the source is read, or many receipts wait, there are fewer. */
const looksSeldomMs = { unread: 300_000, many: 900_000 };
const many = 20;
const maxNamed = 5;

/**
 * Throws a `wait` problem while the day is not over, its last hours were not read, or receipts are under way; `day_lacks_receipts` while
 * a person is needed for one that may be of it.
 */
export function requireReady(context: Context, day: TillDay): void {
  const key = keyOfDay(day);
  const known = context.links.get('day', key)?.facts ?? null;
  const isRead = isOver(context, day) && isReadThrough(context, day);
  // All that had been noticed by then is waited for, and not what comes later: else a till that never rests had no document.
  const readAt = isRead ? (known?.readAt ?? context.now().getTime()) : null;
  if (readAt !== null) noteReady(context, key, known, readAt);
  // Somebody asked for what was before: it is waited for as well.
  if (readAt === null && known !== null) context.links.forget('day', key);
  const missing = notReady(context, day, readAt);
  if (missing !== null) throw missing;
}

/** With how it is going to be made: a document that stands is credited in the same way. */
function noteReady(context: Context, key: string, known: DayFacts | null, readAt: number): void {
  const { accounts, vouchers } = daySettingsOf(context.settings);
  const facts: DayFacts = { readAt, as: { accounts, vouchers } };
  if (known === null || canonicalJson(known) !== canonicalJson(facts))
    context.links.put('day', key, { targetId: '', fingerprint: '', facts });
}

/** `readAt`: since when its last hours are read, epoch milliseconds. Stores nothing. */
export function notReady(context: Context, day: TillDay, readAt: number | null): Problem | null {
  const now = context.now().getTime();
  const wait = (why: 'open' | 'unread' | 'under_way', retryAt: number) =>
    problem('wait', 'day_open', { ...day, why }, { retryAt });
  if (!isOver(context, day)) return wait('open', settledAt(context, day));
  if (readAt === null) return wait('unread', now + looksSeldomMs.unread);
  const open = missingFrom(context, day, readAt);
  if (open.some(({ isParked }) => !isParked))
    return wait('under_way', now + (open.length < many ? looksAgainMs : looksSeldomMs.many));
  const [first] = open;
  if (first === undefined) return null;
  const receipts = open.slice(0, maxNamed).map(({ key }) => key);
  const params = { ...day, receipts, count: open.length };
  return problem('rejected', 'day_lacks_receipts', params, { awaits: awaitedKey(first.key) });
}

export function isOver(context: Context, day: TillDay): boolean {
  return context.now().getTime() >= settledAt(context, day);
}

/** Whether all is stored that the source told up to then. What is not polled is told at once. */
export function isReadThrough(context: Context, day: TillDay): boolean {
  const until = context.notices.readUntil();
  return until === null || until >= settledAt(context, day);
}

function settledAt({ settings, source }: Context, { date }: TillDay): number {
  const { end, settleMinutes } = daySettingsOf(settings);
  const endsAt = startOfBusinessDay(dayAfter(date), end, source.api.account.timeZone);
  return endsAt.getTime() + settleMinutes * 60_000;
}

/**
 * Records that were noticed, of which nobody knows yet what they are; receipts that are to come into this day, and those in it that were
 * noticed again.
 */
function missingFrom({ settings, source, notices }: Context, day: TillDay, readAt: number) {
  const { end } = daySettingsOf(settings);
  const begins = startOfBusinessDay(day.date, end, source.api.account.timeZone).getTime();
  const key = keyOfDay(day);
  return notices.unread(new Date(begins - clockSkewMs), new Date(readAt), {
    linked: ['receipt', 'order'],
    unlessTo: { atWork: [awaitedBy(key), key], parked: [awaitedBy(key)] },
    except: anyDay,
  });
}
