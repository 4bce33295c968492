import { pick } from '../../../mapping/choice.ts';
import type { Product } from '../../../records/product.ts';
import type { Speaker } from '../endpoints.ts';

export interface CategoriesSaying {
  /** The source's id by the target's. */
  readonly placed: Readonly<Record<string, string>>;
  /** Ids of the source that no link leads anywhere from: nothing follows from that, as a link may be gone for a while. */
  readonly unplaced: readonly string[];
}

/** Null where the source does not tell. A table is all that there is to know: what it lacks is left out. */
export function categoriesFor(
  { settings, categories: linked }: Speaker,
  { categories }: Product,
): CategoriesSaying | null {
  const { by, map } = settings.categories;
  if (categories === undefined || by === 'ignore') return null;
  const placed: Record<string, string> = {};
  const unplaced: string[] = [];
  for (const from of [...categories].sort()) {
    const id = by === 'map' ? pick(map, from) : linked.get(from);
    if (id !== undefined) placed[id] ??= from;
    else if (by === 'link') unplaced.push(from);
  }
  return { placed, unplaced };
}
