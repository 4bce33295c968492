/** Which entities of a collection hold a text. */
export class Index<Entity> {
  readonly #ids = new Map<string, Set<string>>();
  readonly #textOf: (entity: Entity) => string;

  constructor(textOf: (entity: Entity) => string) {
    this.#textOf = textOf;
  }

  ids(text: string): string[] {
    return [...(this.#ids.get(text) ?? [])];
  }

  add(id: string, entity: Entity): void {
    const text = this.#textOf(entity);
    this.#ids.set(text, (this.#ids.get(text) ?? new Set()).add(id));
  }

  remove(id: string, entity: Entity): void {
    const text = this.#textOf(entity);
    const ids = this.#ids.get(text);
    ids?.delete(id);
    if (ids?.size === 0) this.#ids.delete(text);
  }

  clear(): void {
    this.#ids.clear();
  }
}
