/** Whether a day's document may be made: it is over, and all its receipts are in. */
import { dayAfter, startOfBusinessDay } from '../../../records/business-day.ts';
import { awaitedKey, type Problem, problem } from '../../../records/problem.ts';
import type { Context } from '../work.ts';
import { daySettingsOf } from './settings.ts';
import { dayOfKey, keyOfDay, type TillDay } from './till-day.ts';

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
  const readSince = context.links.get('day', key)?.facts.readAt ?? null;
  const isRead = isOver(context, day) && isReadThrough(context, day);
  // All that had been noticed by then is waited for, and not what comes later: else a till that never rests had no document.
  const readAt = isRead ? (readSince ?? context.now().getTime()) : null;
  if (readAt !== null && readSince === null)
    context.links.put('day', key, { targetId: '', fingerprint: '', facts: { readAt } });
  // Somebody asked for what was before: it is waited for as well.
  if (readAt === null && readSince !== null) context.links.forget('day', key);
  const missing = notReady(context, day, readAt);
  if (missing !== null) throw missing;
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

/** Records that were noticed, of which nobody knows yet what they are. */
function missingFrom({ settings, source, notices }: Context, { date }: TillDay, readAt: number) {
  const { end } = daySettingsOf(settings);
  const begins = startOfBusinessDay(date, end, source.api.account.timeZone).getTime();
  return notices
    .unread(new Date(begins - clockSkewMs), new Date(readAt), ['receipt', 'order'])
    .filter(({ key }) => dayOfKey(key) === null);
}
