import type { Api } from '../connectors/contract/api.ts';
import type { ArticleLookup } from '../connectors/contract/target.ts';
import type { CommonContext, Ids } from './contract.ts';

/** The target's ids of these SKUs, as they are remembered or as the target has them now. An unknown SKU is left out. */
export function articleIds(
  { cachedIds, target: { api } }: Pick<CommonContext<unknown>, 'cachedIds' | 'target'>,
  lookup: ArticleLookup,
  skus: readonly string[],
): Promise<Ids> {
  if (skus.length === 0) return Promise.resolve(new Map());
  return cachedIds('article', skus, (missing) =>
    lookup.kind === 'by-search' ? lookup.find(api, missing) : walkedIds(api, lookup, missing),
  );
}

/** Walks only as far as it must. What else it meets is not kept: the next one would pay a writing for each. */
async function walkedIds(
  api: Api,
  { page }: Extract<ArticleLookup, { kind: 'by-walk' }>,
  skus: readonly string[],
): Promise<Ids> {
  const ids = new Map<string, string>();
  let at: string | null = null;
  do {
    const answer: Awaited<ReturnType<typeof page>> = await page(api, at);
    for (const sku of skus) {
      const id = answer.ids.get(sku);
      if (id !== undefined && !ids.has(sku)) ids.set(sku, id);
    }
    at = answer.next;
  } while (at !== null && ids.size < skus.length);
  return ids;
}
