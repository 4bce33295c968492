import { Index } from './entity-index.ts';
import type { Kept } from './kept.ts';

/**
 * Entities by id, whose lists are read from an index that runs behind: what was written less than the lag ago is not
 * found yet, and is listed as it was before. Reading by id is always fresh.
 * Entities are replaced, never changed in place.
 */
export class Collection<Entity> implements Kept {
  #current = new Map<string, Entity>();
  #behind = new Map<string, Outdated<Entity>[]>();
  readonly #indexes: Index<Entity>[] = [];
  readonly #now: () => number;
  readonly #lagMs: () => number;

  constructor(now: () => number, lagMs: () => number) {
    this.#now = now;
    this.#lagMs = lagMs;
  }

  get(id: string): Entity | undefined {
    return this.#current.get(id);
  }

  get size(): number {
    return this.#current.size;
  }

  entries(): [string, Entity][] {
    return [...this.#current];
  }

  all(): Entity[] {
    return [...this.#current.values()];
  }

  /** Finds entities by a text that they hold. It is fresh, as reading by id is. Ask for it before anything is kept. */
  findBy(textOf: (entity: Entity) => string): (text: string) => Entity[] {
    return this.findByAny((entity) => [textOf(entity)]);
  }

  /** The same for entities that hold several texts, or none. */
  findByAny(textsOf: (entity: Entity) => readonly string[]): (text: string) => Entity[] {
    const index = new Index(textsOf);
    this.#indexes.push(index);
    return (text) => index.ids(text).flatMap((id) => this.#current.get(id) ?? []);
  }

  /** `at` is the time of the write. It lies in the past for work that was due before it was run. */
  put(id: string, entity: Entity, at = this.#now()): void {
    this.#remember(id, at);
    this.#set(id, entity);
  }

  /** As something that has always been there: indexed at once. */
  seed(id: string, entity: Entity): void {
    this.#set(id, entity);
  }

  delete(id: string): boolean {
    const entity = this.#current.get(id);
    if (entity === undefined) return false;
    this.#remember(id, this.#now());
    for (const index of this.#indexes) index.remove(id, entity);
    return this.#current.delete(id);
  }

  /** Whether lists show something else than what reading by id does. */
  isBehind(): boolean {
    this.#forget();
    return this.#behind.size > 0;
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

  restore({ current, behind }: CollectionSnapshot<Entity>): void {
    this.clear();
    for (const [id, entity] of current) this.#set(id, entity);
    this.#behind = new Map(behind);
  }

  clear(): void {
    this.#current.clear();
    this.#behind.clear();
    for (const index of this.#indexes) index.clear();
  }

  #set(id: string, entity: Entity): void {
    const before = this.#current.get(id);
    this.#current.set(id, entity);
    for (const index of this.#indexes) {
      if (before !== undefined) index.remove(id, before);
      index.add(id, entity);
    }
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

interface CollectionSnapshot<Entity> {
  current: [string, Entity][];
  behind: [string, Outdated<Entity>[]][];
}
