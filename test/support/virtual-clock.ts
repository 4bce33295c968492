import type { World } from '../../sandbox/kit/stand-in.ts';
import type { Clock } from '../../src/engine/clock.ts';
import { eventLoopTurn, settled } from './settled.ts';

/** A moment is busy, but not so busy. */
const maxAtOnce = 5_000;
const maxIdleTurns = 2_000;

interface Timer {
  readonly at: number;
  readonly work: () => void;
}

/**
 * The time of everything in a test or a run of the simulation, and its chance. Time stands still while anything can go
 * on, then jumps to the next timer; two of the same moment go off in the order in which they were set. So hours take
 * milliseconds, and the same test gives the same run.
 */
export class VirtualClock implements Clock, World {
  /** What `random` gives where none is handed in. */
  jitter = 0;
  /** Soonest first. */
  readonly #timers: Timer[] = [];
  readonly #random: () => number;
  #now: number;

  constructor(now = Date.parse('2026-03-02T12:00:00Z'), random?: () => number) {
    this.#now = now;
    this.#random = random ?? (() => this.jitter);
  }

  now(): number {
    return this.#now;
  }

  random(): number {
    return this.#random();
  }

  timer(ms: number, work: () => void): () => void {
    const timer: Timer = { at: this.#now + Math.max(0, Math.ceil(ms)), work };
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

  /** Lets this much time pass. */
  advance(ms: number): Promise<void> {
    return this.runUntil(this.#now + ms);
  }

  /** Lets time pass up to this moment, from timer to timer. Throws when something goes on for ever without time passing. */
  async runUntil(moment: number): Promise<void> {
    for (let atOnce = 0; ; atOnce++) {
      await settled();
      const next = this.#timers[0];
      if (next === undefined || next.at > moment) break;
      if (next.at > this.#now) atOnce = 0;
      if (atOnce > maxAtOnce) throw new Error(`time stands still at ${new Date(this.#now).toISOString()}`);
      this.#goOff(next);
    }
    this.#now = Math.max(this.#now, moment);
  }

  /** Lets time pass until this is settled, from timer to timer. Throws when no timer brings that. */
  async settle<T>(work: Promise<T>): Promise<T> {
    let isSettled = false;
    const end = () => {
      isSettled = true;
    };
    work.then(end, end);
    for (let idleTurns = 0; idleTurns < maxIdleTurns; idleTurns++) {
      await settled();
      if (isSettled) return work;
      const next = this.#timers[0];
      if (next === undefined) await eventLoopTurn();
      else {
        idleTurns = 0;
        this.#goOff(next);
      }
    }
    throw new Error('waits for something that no timer brings');
  }

  #goOff(timer: Timer): void {
    this.#timers.shift();
    this.#now = Math.max(this.#now, timer.at);
    timer.work();
  }
}
