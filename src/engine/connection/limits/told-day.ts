import type { DailyUse, DayShares } from '../../../connectors/contract/limits.ts';
import type { Clock } from '../../clock.ts';

const dayMs = 24 * 3_600_000;
/** A day that is short is worth a row once in this time. */
const keptForMs = 10 * 60_000;
/** So much must be free again before a day counts as short no more: a call that gets free now and then is no end of it. */
const easedTo = 0.95;

export interface DailyLimit {
  readonly calls: number;
  readonly reserve: number;
  readonly shares: DayShares;
}

/** What was told of a day, and when, in epoch milliseconds. */
export interface ToldUse extends DailyUse {
  readonly at: number;
  /** Used calls of late: they follow `used` at once where it grows, and at a distance where it falls. */
  readonly peak: number;
}

/** Where it is kept what was told of a day that is short, so that it outlives the object. */
export interface DayShelf {
  load(): ToldUse | null;
  save(told: ToldUse | null): void;
}

/** A day of which a flow's share, or all of it, is used. */
export interface ShortDay {
  /** Calls that the system allows in it. */
  readonly allowed: number;
  /** Whether calls for this flow wait until others are free again. */
  holds(flow: string): boolean;
}

/** What answers told of a rolling day, and whether it is short. */
export class ToldDay {
  #latest: ToldUse | null;
  /** As it lies on the shelf. */
  #kept: ToldUse | null;

  constructor(
    private readonly limit: DailyLimit,
    private readonly clock: Clock,
    private readonly shelf: DayShelf,
  ) {
    this.#latest = this.#kept = shelf.load();
  }

  get latest(): ToldUse | null {
    return this.#latest;
  }

  /** Null where nothing was told in a day. */
  get recent(): ToldUse | null {
    const latest = this.#latest;
    return latest === null || latest.at + dayMs < this.clock.now() ? null : latest;
  }

  /** Calls that may be used when one goes out for this flow, or for none. */
  most(flow: string | null): number {
    const { shares } = this.limit;
    return this.#mostOf((flow === null ? undefined : shares[flow as keyof DayShares]) ?? 1);
  }

  /** An answer told how many are used. */
  told(use: DailyUse): void {
    const before = this.#latest?.peak ?? 0;
    const peak = Math.max(use.used, Math.min(before, use.used / easedTo));
    this.#latest = { ...use, at: this.clock.now(), peak };
    this.#keep(this.#latest);
  }

  /** An answer told nothing: what was told before holds from now. */
  untold(): void {
    if (this.#latest !== null) this.#latest = { ...this.#latest, at: this.clock.now() };
  }

  /** Null while there is enough for all flows, or nothing was told in a day. */
  get short(): ShortDay | null {
    const latest = this.recent;
    if (latest === null || this.#sharesUsed(latest) === 0) return null;
    return { allowed: latest.allowed, holds: (flow) => latest.peak >= this.most(flow) };
  }

  #sharesUsed({ peak }: ToldUse): number {
    return [...Object.values(this.limit.shares), 1].filter((share) => peak >= this.#mostOf(share)).length;
  }

  #mostOf(share: number): number {
    return ((this.#latest?.allowed ?? this.limit.calls) - this.limit.reserve) * share;
  }

  /** A day that is short is worth a row now and then, and when it holds other flows than before; one that is not, none. */
  #keep(latest: ToldUse): void {
    const next = this.short === null ? null : latest;
    const kept = this.#kept;
    const isKnown =
      next !== null &&
      kept !== null &&
      next.at - kept.at < keptForMs &&
      this.#sharesUsed(next) === this.#sharesUsed(kept);
    if (next === kept || isKnown) return;
    this.#kept = next;
    this.shelf.save(next);
  }
}
