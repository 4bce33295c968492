import type { World } from '../../sandbox/kit/stand-in.ts';
import type { Clock } from '../../src/engine/clock.ts';

/** A moment is busy, but not so busy. */
const mostAtOnce = 5_000;

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly work: () => void;
}

/**
 * The time of everything in a run, and its chance. Time stands still while anything can go on, then jumps to the next
 * timer; two of the same moment go off in the order in which they were set. So hours take milliseconds, and the same
 * seed gives the same run.
 */
export class SimulatedClock implements Clock, World {
  /** Soonest first. */
  readonly #timers: Timer[] = [];
  readonly #random: () => number;
  #now: number;
  #order = 0;

  constructor(now: number, random: () => number) {
    this.#now = now;
    this.#random = random;
  }

  now(): number {
    return this.#now;
  }

  random(): number {
    return this.#random();
  }

  timer(ms: number, work: () => void): () => void {
    const timer: Timer = { at: this.#now + Math.max(0, Math.ceil(ms)), order: this.#order++, work };
    let place = this.#timers.length;
    while (place > 0 && (this.#timers[place - 1]?.at ?? 0) > timer.at) place--;
    this.#timers.splice(place, 0, timer);
    return () => {
      const found = this.#timers.indexOf(timer);
      if (found >= 0) this.#timers.splice(found, 1);
    };
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.timer(ms, resolve);
      signal?.addEventListener('abort', () => {
        cancel();
        resolve();
      });
    });
  }

  /** Lets time pass up to this moment, from timer to timer. Throws when something goes on for ever without time passing. */
  async runUntil(moment: number): Promise<void> {
    for (let atOnce = 0; ; atOnce++) {
      await settled();
      const next = this.#timers[0];
      if (next === undefined || next.at > moment) break;
      this.#timers.shift();
      if (next.at > this.#now) atOnce = 0;
      if (atOnce > mostAtOnce) throw new Error(`time stands still at ${new Date(this.#now).toISOString()}`);
      this.#now = next.at;
      next.work();
    }
    this.#now = Math.max(this.#now, moment);
  }
}

/** Until every promise that can settle has: a tick comes when there is nothing else. No run waits for the world outside. */
function settled(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}
