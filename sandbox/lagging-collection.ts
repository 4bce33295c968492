/**
 * Entities by id, whose lists are read from an index that runs behind: what was written less than the lag ago is not
 * found yet, and is listed as it was before. Reading by id is always fresh.
 * Entities are replaced, never changed in place.
 */
export class LaggingCollection<Entity> {
  #current = new Map<string, Entity>();
  #behind = new Map<string, Outdated<Entity>[]>();
  readonly #now: () => number;
  readonly #lagMs: () => number;

  constructor(now: () => number, lagMs: () => number) {
    this.#now = now;
    this.#lagMs = lagMs;
  }

  get(id: string): Entity | undefined {
    return this.#current.get(id);
  }

  all(): Entity[] {
    return [...this.#current.values()];
  }

  /** `at` is when it was written, for what became true while nobody looked. */
  put(id: string, entity: Entity, at = this.#now()): void {
    this.#remember(id, at);
    this.#current.set(id, entity);
  }

  /** As something that has always been there: indexed at once. */
  seed(id: string, entity: Entity): void {
    this.#current.set(id, entity);
  }

  delete(id: string): boolean {
    if (!this.#current.has(id)) return false;
    this.#remember(id, this.#now());
    return this.#current.delete(id);
  }

  /** As the index sees it, oldest first. */
  indexed(): Entity[] {
    this.#forget();
    if (this.#behind.size === 0) return this.all();
    const ids = new Set([...this.#current.keys(), ...this.#behind.keys()]);
    return [...ids].flatMap((id) => {
      const outdated = this.#behind.get(id)?.[0];
      const shown = outdated === undefined ? this.#current.get(id) : outdated.shown;
      return shown === null || shown === undefined ? [] : [shown];
    });
  }

  snapshot(): CollectionSnapshot<Entity> {
    this.#forget();
    return { current: [...this.#current], behind: [...this.#behind] };
  }

  restore(snapshot: CollectionSnapshot<Entity>): void {
    this.#current = new Map(snapshot.current);
    this.#behind = new Map(snapshot.behind);
  }

  clear(): void {
    this.#current.clear();
    this.#behind.clear();
  }

  #remember(id: string, at: number): void {
    const lagMs = this.#lagMs();
    if (lagMs <= 0) return;
    const outdated = { until: at + lagMs, shown: this.#current.get(id) ?? null };
    this.#behind.set(id, [...(this.#behind.get(id) ?? []), outdated]);
  }

  #forget(): void {
    const now = this.#now();
    for (const [id, versions] of this.#behind) {
      const still = versions.filter(({ until }) => until > now);
      if (still.length === 0) this.#behind.delete(id);
      else this.#behind.set(id, still);
    }
  }
}

interface Outdated<Entity> {
  until: number;
  shown: Entity | null;
}

export interface CollectionSnapshot<Entity> {
  current: [string, Entity][];
  behind: [string, Outdated<Entity>[]][];
}
