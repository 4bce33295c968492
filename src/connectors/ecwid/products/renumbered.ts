import type { ReadProduct } from './standing.ts';
import type { CombinationWire } from './wire.ts';

/**
 * Options that are sent may give all variations other ids (not documented): the id before → the one now, of those that have another. What tells
 * a variation meanwhile is its choices, of which no two have the same.
 */
export function renumbered({ wire: before }: ReadProduct, { wire: after }: ReadProduct): Map<string, string> {
  const ids = new Map(after.combinations.map((each) => [choicesOf(each), each.id]));
  return new Map(
    before.combinations.flatMap((each) => {
      const now = ids.get(choicesOf(each));
      return now === undefined || now === each.id ? [] : [[each.id, now] as const];
    }),
  );
}

function choicesOf({ options }: CombinationWire): string {
  return JSON.stringify(options.map(({ name, value }) => [name, value]).sort());
}
