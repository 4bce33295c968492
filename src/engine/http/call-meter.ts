import { problem } from '../../records/problem.ts';

/**
 * Counts everything that goes out, tokens and repetitions included, and lets nothing more out when a run has made the
 * calls that it may make: Cloudflare ends an invocation that makes too many.
 */
export class CallMeter {
  #made = 0;
  #until = Number.POSITIVE_INFINITY;

  get made(): number {
    return this.#made;
  }

  /** How many more calls the run under way may make; infinite between runs. */
  get left(): number {
    return this.#until - this.#made;
  }

  /** From now on so many calls and no more, until `lift`. */
  limit(calls: number): void {
    this.#until = this.#made + calls;
  }

  lift(): void {
    this.#until = Number.POSITIVE_INFINITY;
  }

  /** Throws a `wait` problem instead of making a call too many: nothing was sent. */
  counting(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
    return ((...call: Parameters<typeof fetch>) => {
      if (this.#made >= this.#until) return Promise.reject(problem('wait', 'run_spent', {}));
      this.#made++;
      return fetch(...call);
    }) as typeof globalThis.fetch;
  }
}
