/** A flow whose settings leave everything out looks as if all were in order: nothing fails, and nothing is booked. */
import type { ProblemData } from '../../records/problem.ts';
import { leftOutBySettings } from '../../texts/en/work.ts';
import type { Count } from '../storage/counters.ts';
import type { Stores } from '../storage/stores.ts';
import { dayBefore } from '../utc-day.ts';

/** How far back is looked. */
const maxDays = 7;
/** On the day that is still running, where this flow has never done anything within those days. */
const minOfNewFlow = 3;

/**
 * The counter of records that were skipped for a reason of the settings. Returns null for other reasons, which are not
 * counted: there was nothing to do, because the record is booked already, or cancelled.
 */
export function skippedCounter(reason: string): string | null {
  return Object.hasOwn(leftOutBySettings, reason) ? `skipped:${reason}` : null;
}

/** The counts that `allSkipped` looks at, of all flows, read once. `today`: where the account is. */
export function recentCounts({ counters }: Pick<Stores, 'counters'>, today: string): Count[] {
  return counters.since(dayBefore(today, maxDays));
}

/**
 * The latest day on which a flow left out all that it looked at, where it has done nothing since: with how many records
 * that was, and the commonest reason. Null where there is none.
 */
export function allSkipped(recent: readonly Count[], flow: string, today: string): ProblemData | null {
  const counts = recent.filter((each) => each.flow === flow);
  const lastDone = counts.filter(({ name }) => name === 'done').at(-1)?.day ?? '';
  const skipped = counts.filter(({ day, name }) => day > lastDone && name.startsWith('skipped:'));
  const days = [...new Set(skipped.map(({ day }) => day))].filter(
    (day) => day < today || (lastDone === '' && total(skipped, day) >= minOfNewFlow),
  );
  const day = days.at(-1);
  if (day === undefined) return null;
  const [commonest] = skipped.filter((each) => each.day === day).sort((a, b) => b.count - a.count);
  const why = commonest?.name.slice('skipped:'.length) ?? '';
  return {
    kind: 'rejected',
    code: 'all_skipped',
    params: { day, count: total(skipped, day), why, ofWhy: commonest?.count ?? 0 },
  };
}

function total(counts: readonly Count[], day: string): number {
  return counts.filter((each) => each.day === day).reduce((sum, { count }) => sum + count, 0);
}
