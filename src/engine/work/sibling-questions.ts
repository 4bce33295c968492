import { problem } from '../../records/problem.ts';
import { probeBackoffMs } from '../backoff.ts';
import type { Clock } from '../clock.ts';
import { withinTime } from '../http/within-time.ts';
import type { KnownAccount, Siblings } from '../siblings.ts';

/** An object that is busy answers meanwhile; one that does not is in trouble. */
const answersWithinMs = 10_000;

/**
 * Asks the other integrations over an account. While one of them does not answer, no order asks again before its time, and
 * none is read from the source in vain: all wait, with one probe at growing intervals.
 */
export class SiblingQuestions {
  readonly #siblings: Siblings | undefined;
  readonly #clock: Clock;
  #failures = 0;
  #silentUntil = 0;

  constructor(siblings: Siblings | undefined, clock: Clock) {
    this.#siblings = siblings;
    this.#clock = clock;
  }

  /** Throws a `wait` problem while one is known to be silent. */
  requireHeard(): void {
    if (this.#clock.now() < this.#silentUntil) throw this.#silence();
  }

  /** Returns null where nobody is to be asked. Throws a `wait` problem where one does not answer. */
  async ask<Told>(
    account: KnownAccount | null,
    question: (siblings: Siblings, account: KnownAccount) => Promise<Told>,
  ): Promise<Told | null> {
    const siblings = this.#siblings;
    if (siblings === undefined || account === null) return null;
    try {
      const told = await withinTime(this.#clock, () => question(siblings, account), answersWithinMs);
      this.#failures = 0;
      return told;
    } catch (cause) {
      // Several may have asked at once.
      if (this.#clock.now() >= this.#silentUntil) {
        this.#failures++;
        this.#silentUntil = this.#clock.now() + probeBackoffMs(this.#failures, this.#clock);
      }
      throw this.#silence(cause);
    }
  }

  #silence(cause?: unknown) {
    return problem('wait', 'sibling_silent', {}, { retryAt: this.#silentUntil, cause });
  }
}
