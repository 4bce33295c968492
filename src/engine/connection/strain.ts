/** So many calls may come to nothing at once … */
const burst = 28;
/** … and so many more in every hour. Together: 40 in the worst hour. */
const perHour = 12;
/** What a try is expected to cost at least: as much as a task makes calls as a rule, since it may get further than the last. */
const minCost = 7;
const hourMs = 3_600_000;

/** What a connection was asked in vain of late, and by whom. */
export interface Strain {
  /** Calls that came to nothing, less what an hour forgives. */
  readonly calls: number;
  /** Epoch milliseconds at which `calls` was that. */
  readonly at: number;
  /** What the dearest try cost since it last worked: the next is expected to cost as much at least. */
  readonly cost: number;
  /** The tasks and polls that failed since the connection last worked, each once. */
  readonly failing: readonly string[];
  /** When the first of them did. */
  readonly since: number;
}

export const noStrain: Strain = { calls: 0, at: 0, cost: 0, failing: [], since: 0 };

function callsAt({ calls, at }: Strain, now: number): number {
  return Math.max(0, calls - ((now - at) * perHour) / hourMs);
}

/** Adds calls that came to nothing. */
export function strained(strain: Strain, calls: number, now: number): Strain {
  return { ...strain, calls: callsAt(strain, now) + calls, at: now };
}

/** Takes away calls that somebody else made with success: they show that not all is in vain. */
export function eased(strain: Strain, calls: number, now: number): Strain {
  const left = Math.max(0, callsAt(strain, now) - calls);
  return left === 0 ? noStrain : { ...strain, calls: left, at: now, failing: [] };
}

/** Adds somebody who failed. */
export function failedBy(strain: Strain, who: string, now: number): Strain {
  const { failing } = strain;
  return {
    ...strain,
    failing: failing.includes(who) ? failing : [...failing, who],
    since: failing.length === 0 ? now : strain.since,
  };
}

/** Returns from when on something that may fail again may be tried: at once while there is room for what it will cost. */
export function triesFrom(strain: Strain, now: number): number {
  const over = callsAt(strain, now) - Math.max(0, burst - Math.max(minCost, strain.cost));
  return over <= 0 ? now : now + Math.ceil((over * hourMs) / perHour);
}
