import type { Clock } from '../../src/engine/clock.ts';

interface Timer {
  readonly at: number;
  readonly work: () => void;
  /** Whether it is the time limit of something: that may have ended by then, and taken it back. */
  readonly isLimit: boolean;
}

/** Time that passes only when it is told to. Timers go off in the order of their moments. */
export class VirtualClock implements Clock {
  #now: number;
  readonly #timers = new Set<Timer>();
  jitter = 0;

  constructor(now = Date.parse('2026-03-02T12:00:00Z')) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  random(): number {
    return this.jitter;
  }

  timer(ms: number, work: () => void): () => void {
    const timer = { at: this.#now + ms, work, isLimit: true };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#timers.add({ at: this.#now + ms, work: resolve, isLimit: false });
    });
  }

  /** Lets this much time pass. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      await idle();
      const next = await this.#due();
      if (!next || next.at > until) break;
      this.#goOff(next);
    }
    this.#now = until;
    await idle();
  }

  /** Lets time pass until this is settled, from timer to timer. */
  async settle<T>(work: Promise<T>): Promise<T> {
    let settled = false;
    const end = () => {
      settled = true;
    };
    work.then(end, end);
    for (let idleTurns = 0; idleTurns < 2_000; idleTurns++) {
      await idle();
      if (settled) return work;
      const next = await this.#due();
      if (settled) return work;
      if (next) {
        idleTurns = 0;
        this.#goOff(next);
      }
    }
    throw new Error('waits for something that no timer brings');
  }

  /** The next timer. Before a limit is reached, a busy machine gets time to end what is limited. */
  async #due(): Promise<Timer | undefined> {
    for (let turn = 0; turn < 50 && this.#next()?.isLimit; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      await idle();
    }
    return this.#next();
  }

  #next(): Timer | undefined {
    return [...this.#timers].sort((a, b) => a.at - b.at)[0];
  }

  #goOff(timer: Timer): void {
    this.#timers.delete(timer);
    this.#now = Math.max(this.#now, timer.at);
    timer.work();
  }
}

/** Until everything that is ready has run: streams and cryptography come back by way of the event loop. */
async function idle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setTimeout(resolve, 0));
}
