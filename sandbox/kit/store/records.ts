import type { Kept } from './kept.ts';

/** Values by id, in the order in which they were first set, without a search index. Values are replaced, never changed. */
export class Records<Value> implements Kept {
  #values = new Map<string, Value>();

  get size(): number {
    return this.#values.size;
  }

  get(id: string): Value | undefined {
    return this.#values.get(id);
  }

  has(id: string): boolean {
    return this.#values.has(id);
  }

  set(id: string, value: Value): void {
    this.#values.set(id, value);
  }

  delete(id: string): boolean {
    return this.#values.delete(id);
  }

  entries(): [string, Value][] {
    return [...this.#values];
  }

  all(): Value[] {
    return [...this.#values.values()];
  }

  snapshot(): [string, Value][] {
    return this.entries();
  }

  restore(entries: [string, Value][]): void {
    this.#values = new Map(entries);
  }

  clear(): void {
    this.#values.clear();
  }
}
