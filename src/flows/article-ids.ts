import type { Api } from '../connectors/contract/api.ts';
import type { ArticleLookup, ArticlesBySku } from '../connectors/contract/target.ts';
import { type Problem, rejected } from '../records/problem.ts';
import type { CommonContext, Ids } from './contract.ts';

export interface FoundArticles {
  /** SKU → the one article that has it. */
  readonly ids: Ids;
  /** SKU → why it leads to none: several articles have it. */
  readonly twice: ReadonlyMap<string, Problem>;
}

/** The target's ids of these SKUs, as they are remembered or as the target has them now. An unknown SKU is left out. */
export async function articleIds(
  { cachedIds, target: { api, connector } }: Pick<CommonContext<unknown>, 'cachedIds' | 'target'>,
  lookup: ArticleLookup,
  skus: readonly string[],
): Promise<FoundArticles> {
  const twice = new Map<string, Problem>();
  if (skus.length === 0) return { ids: new Map(), twice };
  const ids = await cachedIds('article', skus, async (missing) => {
    const found =
      lookup.kind === 'by-search' ? await lookup.find(api, missing) : await walked(api, lookup, missing);
    const single = new Map<string, string>();
    for (const [sku, [only, ...others]] of found) {
      if (only === undefined) continue;
      if (others.length === 0) single.set(sku, only);
      else {
        const places = [only, ...others];
        twice.set(sku, rejected('sku_twice', { of: 'target', system: connector.name, sku, places }));
      }
    }
    return single;
  });
  return { ids, twice };
}

/**
 * Walks to the end: whether a SKU is one article's alone is known only there, and of ten SKUs the last stands near it as a rule. What else it
 * meets is not kept: the next one would pay a writing for each.
 */
async function walked(
  api: Api,
  { page }: Extract<ArticleLookup, { kind: 'by-walk' }>,
  skus: readonly string[],
): Promise<ArticlesBySku> {
  const found = new Map<string, Set<string>>();
  let at: string | null = null;
  do {
    const answer: Awaited<ReturnType<typeof page>> = await page(api, at);
    for (const sku of skus)
      for (const id of answer.ids.get(sku) ?? []) found.set(sku, (found.get(sku) ?? new Set()).add(id));
    at = answer.next;
  } while (at !== null);
  return new Map([...found].map(([sku, ids]) => [sku, [...ids]]));
}
