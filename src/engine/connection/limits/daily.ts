import type { DailyUse, DayShares } from '../../../connectors/contract/limits.ts';
import type { Clock } from '../../clock.ts';
import type { Gate, LimitState, Weight } from './gate.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Nothing tells when calls of a rolling day are free again, so one call in this time tries. */
const askAgainMs = 10 * 60_000;
/** So much must be free again before a day counts as short no more: a call that gets free now and then is no end of it. */
const easedTo = 0.95;

interface DailyLimit {
  readonly calls: number;
  readonly reserve: number;
  readonly shares: DayShares;
}

/** What was told of a day, and when, in epoch milliseconds. */
export interface ToldUse extends DailyUse {
  readonly at: number;
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

/**
 * Calls of a rolling day. What an answer said last counts, with what was sent since; before that, what was sent from here. Each flow stops where
 * its share is used.
 */
export class DailyGate implements Gate {
  #told: ToldUse | null;
  /** As it lies on the shelf. */
  #kept: ToldUse | null;
  /** Used calls of late. It follows them at once where they grow, and at a distance where they become fewer. */
  #peak = 0;
  /** Calls that the last answer did not count yet. */
  #since = 0;
  #sentAt = 0;
  #underWay = 0;
  #answers = 0;
  /** Calls by the hour that they were sent in. */
  readonly #byHour = new Map<number, number>();

  constructor(
    private readonly limit: DailyLimit,
    private readonly clock: Clock,
    private readonly shelf: DayShelf,
  ) {
    this.#told = this.#kept = shelf.load();
    this.#peak = this.#told?.used ?? 0;
  }

  readyAt({ flow }: Weight): number | null {
    const told = this.#told;
    const most = this.#most(flow);
    if (most - this.#used() > 0) return 0;
    if (told !== null && told.used >= most) return Math.max(told.at, this.#sentAt) + askAgainMs;
    // What is under way may be counted by what was told.
    if (this.#underWay > 0) return null;
    if (told !== null) return told.at + askAgainMs;
    return (Math.min(this.#hour(), ...this.#byHour.keys()) + 25) * hourMs;
  }

  /** Null while there is enough for all flows, or nothing was told in a day. */
  get short(): ShortDay | null {
    const shares = [...Object.values(this.limit.shares), 1];
    const told = this.#told;
    if (told === null || told.at + dayMs < this.clock.now()) return null;
    if (!shares.some((share) => this.#peak >= this.#mostOf(share))) return null;
    return { allowed: told.allowed, holds: (flow) => this.#peak >= this.#most(flow) };
  }

  #most(flow: string | null): number {
    const { shares } = this.limit;
    return this.#mostOf((flow === null ? undefined : shares[flow as keyof DayShares]) ?? 1);
  }

  #mostOf(share: number): number {
    return ((this.#told?.allowed ?? this.limit.calls) - this.limit.reserve) * share;
  }

  #used(): number {
    return this.#told === null ? this.#sentToday() : this.#told.used + this.#since;
  }

  #sentToday(): number {
    for (const hour of this.#byHour.keys()) if (hour < this.#hour() - 24) this.#byHour.delete(hour);
    return [...this.#byHour.values()].reduce((sum, calls) => sum + calls, 0);
  }

  #hour(): number {
    return Math.floor(this.clock.now() / hourMs);
  }

  take(): number {
    this.#underWay++;
    this.#sentAt = this.clock.now();
    this.#count(1);
    return this.#answers;
  }

  answered(_call: Weight, taken: number, state: LimitState | null): void {
    const answeredSince = this.#answers - taken;
    this.#underWay--;
    this.#answers++;
    if (state !== null && 'used' in state) {
      this.#told = { ...state, at: this.clock.now() };
      this.#peak = Math.max(state.used, Math.min(this.#peak, state.used / easedTo));
      // The answer may have been written before others arrived.
      this.#since = this.#underWay + answeredSince;
      this.#keep(this.#told);
    } else if (this.#told) {
      this.#told = { ...this.#told, at: this.clock.now() };
    }
  }

  /** A day that is short is worth a row now and then; one that is not, none. */
  #keep(told: ToldUse): void {
    const next = this.short === null ? null : told;
    const isKnown = next !== null && this.#kept !== null && next.at - this.#kept.at < askAgainMs;
    if (next === this.#kept || isKnown) return;
    this.#kept = next;
    this.shelf.save(next);
  }

  giveBack(): void {
    this.#underWay--;
    this.#count(-1);
  }

  #count(calls: number): void {
    this.#since += calls;
    this.#byHour.set(this.#hour(), (this.#byHour.get(this.#hour()) ?? 0) + calls);
  }
}
