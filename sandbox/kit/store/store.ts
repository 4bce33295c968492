import type { World } from '../stand-in.ts';
import { Cell } from './cell.ts';
import { Collection } from './collection.ts';
import { Counters } from './counters.ts';
import type { Kept } from './kept.ts';
import { Records } from './records.ts';

/**
 * What a system holds. A stand-in extends it and names its collections once; snapshot, restore and clear follow from
 * that. `lagMs` is how long after a write lists and searches show it.
 */
export abstract class Store implements Kept {
  readonly world: World;
  readonly #lagMs: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(world: World, lagMs: () => number) {
    this.world = world;
    this.#lagMs = lagMs;
  }

  snapshot(): Record<string, unknown> {
    return Object.fromEntries([...this.#kept].map(([name, each]) => [name, each.snapshot()]));
  }

  /** What the snapshot of an older version lacks stays empty. */
  restore(snapshot: Record<string, unknown>): void {
    this.clear();
    for (const [name, each] of this.#kept) if (snapshot[name] !== undefined) each.restore(snapshot[name]);
  }

  clear(): void {
    for (const each of this.#kept.values()) each.clear();
  }

  protected collection<Entity>(name: string): Collection<Entity> {
    return this.keep(name, new Collection<Entity>(() => this.world.now(), this.#lagMs));
  }

  protected records<Value>(name: string): Records<Value> {
    return this.keep(name, new Records<Value>());
  }

  protected cell<Value>(name: string, first: Value): Cell<Value> {
    return this.keep(name, new Cell(first));
  }

  protected counters<Name extends string = string>(
    name: string,
    first: Readonly<Record<string, number>> = {},
  ): Counters<Name> {
    return this.keep(name, new Counters<Name>(first));
  }

  /** Something else that snapshots hold. */
  protected keep<One extends Kept>(name: string, one: One): One {
    this.#kept.set(name, one);
    return one;
  }
}
