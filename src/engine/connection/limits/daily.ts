import type { Clock } from '../../clock.ts';
import type { Gate, LimitState, Weight } from './gate.ts';
import { type DailyLimit, type DayShelf, type ShortDay, ToldDay, type ToldUse } from './told-day.ts';

const hourMs = 3_600_000;
/** Nothing tells when calls of a rolling day are free again, so one call in this time tries. */
const askAgainMs = 10 * 60_000;

/**
 * Calls of a rolling day. What an answer said last counts, with what was sent since; before that, what was sent from here. Each flow stops where
 * its share is used.
 */
export class DailyGate implements Gate {
  readonly #day: ToldDay;
  /** Calls that the last answer did not count yet. */
  #since = 0;
  #sentAt = 0;
  #underWay = 0;
  #answers = 0;
  /** Calls by the hour that they were sent in. */
  readonly #byHour = new Map<number, number>();

  constructor(
    limit: DailyLimit,
    private readonly clock: Clock,
    shelf: DayShelf,
  ) {
    this.#day = new ToldDay(limit, clock, shelf);
  }

  readyAt({ flow }: Weight): number | null {
    const told = this.#day.latest;
    if (!this.isUsedFor(flow)) return 0;
    if (told !== null && told.used >= this.#day.most(flow))
      return Math.max(told.at, this.#sentAt) + askAgainMs;
    // What is under way may be counted by what was told.
    if (this.#underWay > 0) return null;
    if (told !== null) return told.at + askAgainMs;
    return (Math.min(this.#hour(), ...this.#byHour.keys()) + 25) * hourMs;
  }

  /** Whether no call is left for this flow, or for none: one that may go all the same only asks whether that is still so. */
  isUsedFor(flow: string | null): boolean {
    return this.#used() >= this.#day.most(flow);
  }

  /** Null while there is enough for all flows, or nothing was told in a day. */
  get short(): ShortDay | null {
    return this.#day.short;
  }

  /** What was told last; null where nothing was in a day. */
  get told(): ToldUse | null {
    return this.#day.recent;
  }

  #used(): number {
    const told = this.#day.latest;
    return told === null ? this.#sentToday() : told.used + this.#since;
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
    if (state === null || !('used' in state)) {
      this.#day.untold();
      return;
    }
    this.#day.told(state);
    // The answer may have been written before others arrived.
    this.#since = this.#underWay + answeredSince;
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
