/** Which entities of a collection hold a text. */
export class Index<Entity> {
  /** Most texts are held by one entity: a set for each would weigh more than the entities. */
  readonly #ids = new Map<string, string | Set<string>>();
  readonly #textsOf: (entity: Entity) => readonly string[];

  constructor(textsOf: (entity: Entity) => readonly string[]) {
    this.#textsOf = textsOf;
  }

  ids(text: string): string[] {
    const found = this.#ids.get(text);
    if (found === undefined) return [];
    return typeof found === 'string' ? [found] : [...found];
  }

  add(id: string, entity: Entity): void {
    for (const text of this.#textsOf(entity)) {
      const found = this.#ids.get(text);
      if (found === undefined) this.#ids.set(text, id);
      else if (typeof found !== 'string') found.add(id);
      else if (found !== id) this.#ids.set(text, new Set([found, id]));
    }
  }

  remove(id: string, entity: Entity): void {
    for (const text of this.#textsOf(entity)) {
      const found = this.#ids.get(text);
      if (found === id) this.#ids.delete(text);
      if (found === undefined || typeof found === 'string') continue;
      found.delete(id);
      if (found.size === 0) this.#ids.delete(text);
    }
  }

  clear(): void {
    this.#ids.clear();
  }
}
