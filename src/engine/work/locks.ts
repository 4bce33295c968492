/** Runs work with the same key one after the other, in the order in which it arrived. */
export class Locks {
  readonly #tails = new Map<string, Promise<unknown>>();

  isHeld(key: string): boolean {
    return this.#tails.has(key);
  }

  /** Resolves when nobody works with this key any more, of those who do now. */
  async freed(key: string): Promise<void> {
    await this.#tails.get(key);
  }

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    // Those who wait only need the order. The caller handles the failure.
    const tail = mine.catch(() => undefined);
    this.#tails.set(key, tail);
    try {
      return await mine;
    } finally {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    }
  }
}

/** The work that a task cannot begin yet: somebody else works with this key. */
export class Held extends Error {
  override readonly name = 'Held';
  constructor(readonly key: string) {
    super('held');
  }
}
