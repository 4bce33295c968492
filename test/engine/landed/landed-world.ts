/** What a system holds, free of how its stand-in keeps it. */
export interface Entities {
  /** By collection (`orders`, `customers`, `invoices`), the entities with their ids. */
  readonly lists: Readonly<Record<string, readonly (readonly [string, unknown])[]>>;
  /** The numbers given out last, by what they number (`customerId`, the month `202603`). */
  readonly counters: Readonly<Record<string, number>>;
}

/** What stand-ins call their counters. */
const counting = new Set(['counters', 'ids', 'numbers', 'lastNumbers', 'sequences']);

/**
 * The snapshot of an empty stand-in, holding these entities: a collection is whatever bears its name and has a
 * `current`, counters are an object or pairs. Where a stand-in keeps things in another way, this is the place to tell it.
 */
export function holding(node: unknown, { lists, counters }: Entities): unknown {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]: [string, unknown]) => {
      if (counting.has(name)) {
        return [
          name,
          Array.isArray(value) ? Object.entries(counters) : { ...(value as object), ...counters },
        ];
      }
      const list = lists[name];
      const isCollection = typeof value === 'object' && value !== null && 'current' in value;
      return [name, list && isCollection ? { ...value, current: list } : holding(value, { lists, counters })];
    }),
  );
}
