/** What a system holds, free of how its stand-in keeps it. */
export interface Entities {
  /** By collection (`orders`, `customers`, `invoices`), the entities with their ids. */
  readonly lists: Readonly<Record<string, readonly (readonly [string, unknown])[]>>;
  /** By name (`counters`, `lastNumbers`), the numbers that were given out last. */
  readonly counters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * The snapshot of an empty stand-in, holding these entities: a collection is whatever bears its name and has a
 * `current`, and counters whatever bears theirs, as an object or as pairs. Where a stand-in keeps things in another
 * way, this is the place to tell it.
 */
export function holding(node: unknown, entities: Entities): unknown {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]: [string, unknown]) => {
      const list = entities.lists[name];
      if (list && typeof value === 'object' && value !== null && 'current' in value) {
        return [name, { ...value, current: list }];
      }
      const counters = entities.counters[name];
      if (counters === undefined) return [name, holding(value, entities)];
      return [name, Array.isArray(value) ? Object.entries(counters) : { ...(value as object), ...counters }];
    }),
  );
}
