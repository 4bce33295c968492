import type { BucketState } from '../../../connectors/contract/limits.ts';
import type { Clock } from '../../clock.ts';
import { type Gate, type LimitState, maxWaitMs, tickMargin, type Weight } from './gate.ts';

/**
 * A bucket that calls draw from and that fills up again. A call takes what it asks for; what it did not need comes back
 * with what its answer says. An answer may have been written before another call arrived: what others took meanwhile is
 * taken off what it says. After a crash the bucket counts as empty.
 */
export class CostBucketGate implements Gate {
  #capacity: number;
  #restorePerSecond: number;
  #available: number;
  /** The time that `#available` was computed for. */
  #at: number;
  #underWay = 0;
  /** The cost of all calls that were answered. */
  #spent = 0;

  constructor(
    { capacity, restorePerSecond }: Omit<BucketState, 'available'>,
    private readonly clock: Clock,
    crashedAt: number | null,
  ) {
    this.#capacity = capacity;
    this.#restorePerSecond = restorePerSecond;
    this.#available = crashedAt === null ? capacity : 0;
    this.#at = clock.now();
  }

  readyAt(call: Weight): number | null {
    this.#restore();
    const needed = this.#asked(call);
    if (this.#available >= needed) return 0;
    const waitMs = Math.ceil(((needed - this.#available) / this.#restorePerSecond) * 1000 * tickMargin);
    // An answer may give back more than so much time does.
    const isWithAnswers =
      this.#underWay > 0 && (waitMs > maxWaitMs || needed > this.#capacity - this.#underWay);
    return isWithAnswers ? null : this.#at + waitMs;
  }

  take(call: Weight): number {
    this.#restore();
    this.#available -= this.#asked(call);
    this.#underWay += this.#asked(call);
    return this.#spent;
  }

  answered(call: Weight, taken: number, state: LimitState | null): void {
    this.#restore();
    const spentByOthers = this.#spent - taken;
    this.#spent += this.#asked(call);
    this.#underWay = Math.max(0, this.#underWay - this.#asked(call));
    if (state === null || !('available' in state)) return;
    this.#capacity = state.capacity;
    this.#restorePerSecond = state.restorePerSecond;
    this.#available = Math.min(
      state.available - spentByOthers - this.#underWay,
      state.capacity - this.#underWay,
    );
  }

  giveBack(call: Weight): void {
    this.#restore();
    this.#underWay = Math.max(0, this.#underWay - this.#asked(call));
    this.#available += this.#asked(call);
  }

  /** A call that costs more than the capacity goes out when the bucket is full, and the system answers for itself. */
  #asked({ cost }: Weight): number {
    return Math.min(cost, this.#capacity);
  }

  /** The cost of calls under way is not restored: they may arrive when the bucket is already full. */
  #restore(): void {
    const now = this.clock.now();
    const restored = ((now - this.#at) / 1000 / tickMargin) * this.#restorePerSecond;
    const room = this.#capacity - this.#underWay;
    this.#available = Math.max(this.#available, Math.min(this.#available + restored, room));
    this.#at = now;
  }
}
