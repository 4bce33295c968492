/** Articles are walked through: nothing finds one by its SKU (sheet 6.2), and nothing tells surely that one changed. */
import type { Api, Query } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { SkuPlace } from '../../contract/products.ts';
import type { BySnapshot } from '../../contract/source.ts';
import { comparedList } from '../../wire/compared-list.ts';
import { countedId } from '../../wire/counted-id.ts';
import { eachOf, type List, type ListPage, pageOf } from '../lists.ts';
import { type ArticleWire, articleWire, placeId, skuOfVariant } from './wire.ts';

/** The language of the shop's own texts; Dutch when left out (sheet 2). */
export function inShopLanguage({ account }: Api): Query {
  return { language: account.traits.language };
}

function articleList(api: Api): List<ArticleWire> {
  return { path: path`/articles`, name: 'articles', row: articleWire, query: inShopLanguage(api) };
}

export function articlePage(api: Api, offset: number): Promise<ListPage<ArticleWire>> {
  return pageOf(api, articleList(api), offset);
}

export function readArticle(api: Api, id: string): Promise<ArticleWire | null> {
  return api.find(path`/articles/${countedId(id)}`, articleWire, inShopLanguage(api));
}

/** One after the other, so that the limit is not used up at once; how several are asked for is not sure (sheet 6). */
export async function readArticles(api: Api, ids: readonly string[]): Promise<Map<string, ArticleWire>> {
  const found = new Map<string, ArticleWire>();
  for (const id of new Set(ids)) {
    const article = await readArticle(api, id);
    if (article !== null) found.set(id, article);
  }
  return found;
}

/**
 * All articles are compared by what is looked at of each: whether a sale, or a variant's own change, moves the time of change
 * is not known (sheet 8). A large shop is read in parts, a part per window.
 */
export function articleChanges(stateOf: (article: ArticleWire) => unknown): BySnapshot {
  return comparedList(articlePage, stateOf, { pagesPerWindow: 20 });
}

/** Where an article and its variants stand, by SKU. */
export function placesOf(article: ArticleWire): SkuPlace[] {
  const variants = article.variants.map((each) => ({ variantId: each.id, sku: skuOfVariant(article, each) }));
  return [{ variantId: null, sku: article.sku }, ...variants].flatMap(({ variantId, sku }) =>
    sku === undefined ? [] : [{ sku, id: placeId(article.id, variantId), productId: article.id, variantId }],
  );
}

/** All that have one of these SKUs; the whole shop is read for it. */
export async function findPlaces(api: Api, skus: readonly string[]): Promise<Map<string, SkuPlace[]>> {
  const wanted = new Set(skus.filter((sku) => sku.trim() !== ''));
  const found = new Map<string, SkuPlace[]>();
  if (wanted.size === 0) return found;
  for await (const article of eachOf(api, articleList(api)))
    for (const place of placesOf(article)) {
      const places = found.get(place.sku) ?? [];
      const isNew = wanted.has(place.sku) && places.every(({ id }) => id !== place.id);
      if (isNew) found.set(place.sku, [...places, place]);
    }
  return found;
}
