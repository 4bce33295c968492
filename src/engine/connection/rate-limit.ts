import { type Problem, problem } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';

export interface Limits {
  readonly requests: number;
  readonly perMs: number;
  readonly concurrent: number;
}

/** A permit that comes later than this is not waited for: sleeping objects cost nothing, waiting ones do. */
export const longestWaitMs = 1_500;

/** Clocks tick in milliseconds, and not quite alike. */
const tickMargin = 1.01;

/**
 * Holds one connection to its system's limit: never more than `requests` in any window of `perMs`, never more than
 * `concurrent` at once. When a call arrives there is not known; it is after it was sent and before it was answered. So
 * a window is counted from the answer of one call to the sending of another: however the network delays them, the
 * system never sees more than its limit. After a crash the window counts as used, since nobody knows what was sent.
 */
export class RateLimiter {
  readonly #limits: Limits;
  readonly #clock: Clock;
  /** When the last calls were answered, oldest first. */
  readonly #answered: number[] = [];
  readonly #waiting: (() => void)[] = [];
  /** Calls that have a place, and those of them that are on their way. */
  #places = 0;
  #underWay = 0;
  #pausedUntil = 0;

  constructor(limits: Limits, clock: Clock, afterCrash = false) {
    this.#limits = { ...limits, concurrent: Math.min(limits.concurrent, limits.requests) };
    this.#clock = clock;
    // A short window is waited out whole; of a long one (a minute) half is left to go on with.
    const used = limits.perMs <= 2_000 ? limits.requests : Math.ceil(limits.requests / 2);
    if (afterCrash) this.#answered.push(...new Array<number>(used).fill(clock.now()));
  }

  /** When the next call may go out, in epoch milliseconds. */
  readyAt(): number {
    const windowMs = this.#limits.perMs * tickMargin;
    const answered = this.#answered.at(-(this.#limits.requests - this.#underWay));
    return Math.max(this.#pausedUntil, answered === undefined ? 0 : answered + windowMs);
  }

  /** The system asked for a pause. */
  pauseUntil(at: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, at);
  }

  /** Waits for a place and a permit, then makes the call. Throws a `wait` problem when the permit is far away. */
  async run<T>(call: () => Promise<T>): Promise<T> {
    if (this.#places >= this.#limits.concurrent) {
      // The place is handed over by the one that leaves, so that nobody slips in between.
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#places++;
    }
    try {
      await this.#permit();
      return await this.#counted(call);
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#places--;
    }
  }

  /** Its permit was counted when it was given. */
  async #counted<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } finally {
      this.#underWay--;
      this.#answered.push(this.#clock.now());
      if (this.#answered.length > this.#limits.requests) this.#answered.shift();
    }
  }

  async #permit(): Promise<void> {
    for (;;) {
      const now = this.#clock.now();
      const waitMs = this.readyAt() - now;
      if (waitMs <= 0) {
        // At once: whoever asks in the same breath must see it.
        this.#underWay++;
        return;
      }
      if (waitMs > longestWaitMs) throw notYet(now + waitMs);
      await this.#clock.sleep(waitMs);
    }
  }
}

function notYet(retryAt: number): Problem {
  return problem('wait', 'rate_limited', { system: '' }, { retryAt });
}
