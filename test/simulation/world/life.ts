import type { Clock } from '../../../src/engine/clock.ts';
import type { VirtualClock } from '../../support/virtual-clock.ts';
import type { Storage } from './storage.ts';

/** What a life writes: what is not durable yet may be lost with it. */
export type Durable = Pick<Storage, 'flush' | 'lose' | 'atRisk'>;

/** Of whoever keeps nothing. */
export const nothingKept: Durable = { flush: () => undefined, lose: () => undefined, atRisk: 0 };

/**
 * One life of the object, or of whoever works for it, from its opening to its death. Everything that it waits for comes through here, so that a dead
 * one waits for ever and does nothing any more.
 */
export class Life {
  readonly number: number;
  /** Ends with the life. */
  readonly ended: Promise<void>;
  readonly clock: Clock;
  #end: () => void = () => undefined;
  #isDead = false;
  readonly #time: VirtualClock;
  readonly #storage: Durable;
  readonly #isDeadly: () => boolean;

  constructor(number: number, time: VirtualClock, storage: Durable, isDeadly: () => boolean) {
    this.number = number;
    this.#time = time;
    this.#storage = storage;
    this.#isDeadly = isDeadly;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    this.clock = {
      now: () => time.now(),
      random: () => time.random(),
      sleep: (ms) => this.wait(time.sleep(ms)),
      timer: (ms, work) =>
        time.timer(ms, () => {
          if (this.#isDead) return;
          storage.flush();
          work();
        }),
    };
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** Waits for something outside. */
  async wait<T>(something: Promise<T>): Promise<T> {
    const outcome = await something.then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error;
      },
    );
    return this.#isDead ? never() : outcome();
  }

  /** A moment in which it may die. */
  async turn(ms = 0): Promise<void> {
    if (this.#isDeadly()) {
      this.#time.timer(0, () => this.die());
      return never();
    }
    return this.wait(this.#time.sleep(ms));
  }

  /** What it wrote is durable: something leaves it. */
  flush(): void {
    this.#storage.flush();
  }

  /** What it wrote last may be lost with it. */
  die(): void {
    if (this.#isDead) return;
    this.#isDead = true;
    this.#storage.lose(Math.floor(this.#time.random() * (this.#storage.atRisk + 1)));
    this.#end();
  }
}

export function never(): Promise<never> {
  return new Promise(() => undefined);
}
