/** Which entities of a collection hold a text. */
export class Index<Entity> {
  readonly #ids = new Map<string, Set<string>>();
  readonly #textsOf: (entity: Entity) => readonly string[];

  constructor(textsOf: (entity: Entity) => readonly string[]) {
    this.#textsOf = textsOf;
  }

  ids(text: string): string[] {
    return [...(this.#ids.get(text) ?? [])];
  }

  add(id: string, entity: Entity): void {
    for (const text of this.#textsOf(entity)) {
      this.#ids.set(text, (this.#ids.get(text) ?? new Set()).add(id));
    }
  }

  remove(id: string, entity: Entity): void {
    for (const text of this.#textsOf(entity)) {
      const ids = this.#ids.get(text);
      ids?.delete(id);
      if (ids?.size === 0) this.#ids.delete(text);
    }
  }

  clear(): void {
    this.#ids.clear();
  }
}
