import type { DailyUse } from '../../../connectors/contract/limits.ts';
import type { Clock } from '../../clock.ts';
import type { Gate, LimitState, Weight } from './gate.ts';

const hourMs = 3_600_000;
/** Nothing tells when calls of a rolling day are free again, so one call in this time tries. */
const askAgainMs = 10 * 60_000;

interface DailyLimit {
  readonly calls: number;
  readonly reserve: number;
}

/** Calls of a rolling day. What an answer said last counts, with what was sent since; before that, what was sent from here. */
export class DailyGate implements Gate {
  #told: (DailyUse & { readonly at: number }) | null = null;
  /** Calls that the last answer did not count yet. */
  #since = 0;
  #underWay = 0;
  #answers = 0;
  /** Calls by the hour that they were sent in. */
  readonly #byHour = new Map<number, number>();

  constructor(
    private readonly limit: DailyLimit,
    private readonly clock: Clock,
  ) {}

  readyAt(): number | null {
    if (this.#left() > 0) return 0;
    if (this.#underWay > 0) return null;
    if (this.#told) return this.#told.at + askAgainMs;
    return (Math.min(this.#hour(), ...this.#byHour.keys()) + 25) * hourMs;
  }

  #left(): number {
    if (this.#told) return this.#told.allowed - this.limit.reserve - this.#told.used - this.#since;
    return this.limit.calls - this.limit.reserve - this.#sentToday();
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
    this.#count(1);
    return this.#answers;
  }

  answered(_call: Weight, taken: number, state: LimitState | null): void {
    const answeredSince = this.#answers - taken;
    this.#underWay--;
    this.#answers++;
    if (state !== null && 'used' in state) {
      this.#told = { ...state, at: this.clock.now() };
      // The answer may have been written before others arrived.
      this.#since = this.#underWay + answeredSince;
    } else if (this.#told) {
      this.#told = { ...this.#told, at: this.clock.now() };
    }
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
