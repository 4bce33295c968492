import type { Kept } from './kept.ts';

/** Running numbers by what they number: ids of a kind, invoice numbers of a month. They start at nothing, or at `first`. */
export class Counters<Name extends string = string> implements Kept {
  readonly #first: Readonly<Record<string, number>>;
  #last: Record<string, number>;

  constructor(first: Readonly<Record<string, number>> = {}) {
    this.#first = first;
    this.#last = { ...first };
  }

  /** The number given out last. */
  last(name: Name): number {
    return this.#last[name] ?? 0;
  }

  /** The next number. With `count` that many in a row are taken, of which this is the first. */
  next(name: Name, count = 1): number {
    const last = this.last(name);
    this.#last[name] = last + count;
    return last + 1;
  }

  snapshot(): Record<string, number> {
    return { ...this.#last };
  }

  restore(last: Record<string, number>): void {
    this.#last = { ...this.#first, ...last };
  }

  clear(): void {
    this.#last = { ...this.#first };
  }
}
