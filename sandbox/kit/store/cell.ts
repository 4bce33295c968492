import type { Kept } from './kept.ts';

/** One value, which is replaced and never changed in place. */
export class Cell<Value> implements Kept {
  value: Value;
  readonly #first: Value;

  constructor(first: Value) {
    this.value = first;
    this.#first = first;
  }

  snapshot(): Value {
    return this.value;
  }

  restore(value: Value): void {
    this.value = value;
  }

  clear(): void {
    this.value = this.#first;
  }
}
