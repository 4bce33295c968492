/** How an integration was, day by day, for the page that everybody may see: no codes, no counts, no people. */
import type { Stretch, Trouble, TroubledDay } from '../storage/health.ts';
import type { Incident } from '../storage/incidents.ts';
import type { Stores } from '../storage/stores.ts';
import { dayMs, utcDay } from '../utc-day.ts';

/** Days that are told of, today among them. */
export const shownHealthDays = 90;
/** What passes within that is no trouble: it solved itself, or a person was there. */
const passingMs = 60_000;

/** What an integration keeps of its days: those that were not in order, and the trouble of now, if there is any. */
export interface HealthRecord {
  /** The first day that is known of. */
  readonly since: string;
  readonly days: readonly TroubledDay[];
  /** Epoch milliseconds. */
  readonly now: { readonly since: number; readonly state: Trouble } | null;
}

/** The same as it is told: every day that is not named, from `since` on, was in order. */
export interface Health {
  /** `yyyy-MM-dd` in UTC; null where nothing is known yet. */
  readonly since: string | null;
  readonly days: { readonly day: string; readonly state: Trouble; readonly minutes: number }[];
}

const ofRecords = ['parked', 'levels', 'skipped'];

/** Notes how it stands now. Rows are written only when that has changed. */
export function noteHealth(stores: Stores, now: number): void {
  const { health } = stores;
  const present = stores.incidents.all().filter(({ state }) => state === 'present');
  const state = worstOf(present);
  const current = health.current();
  if (current === null) {
    // What is wrong at the first look may have been so for long.
    const since = Math.min(now, ...present.map((incident) => incident.since));
    health.begin({ first: utcDay(since), since, state });
  } else if (current.state !== state) {
    stores.sql.transaction(() => {
      for (const day of daysOf(current, now)) health.add(day);
      health.begin({ ...current, since: now, state });
    });
  }
}

function worstOf(present: readonly Incident[]): Trouble | null {
  if (present.length === 0) return null;
  const stops = present.some(({ id }) => !ofRecords.includes(id.split(':')[0] ?? ''));
  return stops ? 'interrupted' : 'attention';
}

/** What each day has of a stretch, of those that are told of. */
function daysOf({ since, state }: Pick<Stretch, 'since' | 'state'>, until: number): TroubledDay[] {
  if (state === null || until - since < passingMs) return [];
  const days: TroubledDay[] = [];
  let from = Math.max(since, startOf(until) - (shownHealthDays - 1) * dayMs);
  while (from < until) {
    const to = Math.min(startOf(from) + dayMs, until);
    days.push({ day: utcDay(from), state, ms: to - from });
    from = to;
  }
  return days;
}

function startOf(instant: number): number {
  return instant - (instant % dayMs);
}

/** Null where it was never looked at. */
export function healthRecord(stores: Stores, now: number): HealthRecord | null {
  const current = stores.health.current();
  if (current === null) return null;
  const { first, since, state } = current;
  return {
    since: first,
    days: stores.health.since(firstHealthDay(now)),
    now: state === null ? null : { since, state },
  };
}

/** As it stands at a moment. `record` is what the integration told last; one of an earlier version told nothing. */
export function healthAt(record: HealthRecord | undefined, now: number): Health {
  if (record === undefined) return { since: null, days: [] };
  const first = firstHealthDay(now);
  const days = new Map(record.days.map((day) => [day.day, day]));
  for (const { day, state, ms } of record.now === null ? [] : daysOf(record.now, now)) {
    const known = days.get(day);
    const worst = known?.state === 'interrupted' ? known.state : state;
    days.set(day, { day, state: worst, ms: ms + (known?.ms ?? 0) });
  }
  return {
    // Days are texts: the later of the two.
    since: [record.since, first].sort()[1] ?? first,
    days: [...days.values()]
      .filter(({ day }) => day >= first)
      .sort((a, b) => (a.day < b.day ? -1 : 1))
      .map(({ day, state, ms }) => ({ day, state, minutes: Math.ceil(ms / 60_000) })),
  };
}

function firstHealthDay(now: number): string {
  return utcDay(now - (shownHealthDays - 1) * dayMs);
}
