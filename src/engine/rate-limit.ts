import { Problem } from '../records/problem.ts';
import type { Clock } from './clock.ts';

export interface Limits {
  readonly requests: number;
  readonly perMs: number;
  readonly concurrent: number;
}

/** A little longer than the system's own window: calls sent evenly may arrive closer together. */
const arrivalMargin = 1.03;

/** A permit that comes later than this is not waited for: sleeping objects cost nothing, waiting ones do. */
export const longestWaitMs = 1_000;

/**
 * Holds one connection to its system's limit: never more than `requests` in any window of `perMs`, never more than
 * `concurrent` at once. After a crash the window counts as used, since nobody knows what was sent before it.
 */
export class RateLimiter {
  readonly #limits: Limits;
  readonly #clock: Clock;
  /** When the last `requests` calls went out, oldest first. */
  readonly #sent: number[] = [];
  readonly #waiting: (() => void)[] = [];
  #underWay = 0;
  #pausedUntil = 0;

  constructor(limits: Limits, clock: Clock, afterCrash = false) {
    this.#limits = limits;
    this.#clock = clock;
    // A short window is waited out whole; of a long one (a minute) half is left to go on with.
    const used = limits.perMs <= 2_000 ? limits.requests : Math.ceil(limits.requests / 2);
    if (afterCrash) this.#sent.push(...new Array<number>(used).fill(clock.now()));
  }

  /** When the next call may go out, in epoch milliseconds. */
  readyAt(): number {
    const windowMs = this.#limits.perMs * arrivalMargin;
    const oldest = this.#sent.at(-this.#limits.requests);
    return Math.max(this.#pausedUntil, oldest === undefined ? 0 : oldest + windowMs);
  }

  /** The system asked for a pause. */
  pauseUntil(at: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, at);
  }

  /** Waits for a place and a permit, then makes the call. Throws a `wait` problem when the permit is far away. */
  async run<T>(call: () => Promise<T>): Promise<T> {
    if (this.#underWay >= this.#limits.concurrent) {
      // The place is handed over by the one that leaves, so that nobody slips in between.
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#underWay++;
    }
    try {
      await this.#permit();
      return await call();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#underWay--;
    }
  }

  async #permit(): Promise<void> {
    for (;;) {
      const now = this.#clock.now();
      const waitMs = this.readyAt() - now;
      if (waitMs <= 0) {
        this.#sent.push(now);
        if (this.#sent.length > this.#limits.requests) this.#sent.shift();
        return;
      }
      if (waitMs > longestWaitMs) throw notYet(now + waitMs);
      await this.#clock.sleep(waitMs);
    }
  }
}

function notYet(retryAt: number): Problem {
  return new Problem({
    kind: 'wait',
    code: 'rate_limited',
    message: 'The rate limit of the system is used up for now.',
    action: 'Nothing to do: it goes on by itself.',
    retryAt,
  });
}
