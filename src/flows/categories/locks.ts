import type { Context } from './endpoints.ts';

/**
 * Runs alone among all work on this category and on what it is linked to, in both directions. What was read before the turn came is
 * old. Nobody who holds it waits for another category: one that is needed first is brought when it is let go.
 */
export function aloneWithCategory<T>(
  { source, target, links, exclusive, key }: Context,
  work: () => Promise<T>,
): Promise<T> {
  const linked = links.get('category', key)?.targetId;
  const records = [`${source.name} ${key}`, ...(linked === undefined ? [] : [`${target.name} ${linked}`])];
  return nested(exclusive, 'category', records, work);
}

/** Runs alone among all that makes, names or places a category at this place, on both sides. It comes after `aloneWithCategory`. */
export function aloneAtPlace<T>(
  { source, target, exclusive }: Context,
  sourceParent: string | null,
  targetParent: string | null,
  work: () => Promise<T>,
): Promise<T> {
  const places = [`${source.name} ${sourceParent ?? ''}`, `${target.name} ${targetParent ?? ''}`];
  return nested(exclusive, 'category-children', places, work);
}

/** Always in the same order, so that two never wait for each other. */
function nested<T>(
  exclusive: Context['exclusive'],
  what: string,
  names: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const locked = names
    .toSorted()
    .reduceRight((inner, name) => () => exclusive(`${what}:${name}`, inner), work);
  return locked();
}
