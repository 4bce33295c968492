import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { bySearch, type JsonObject } from '../../contract/target.ts';
import { list, needed, text } from '../../wire/fields.ts';
import { findAll } from '../../wire/find.ts';

const productWire = z.object({
  id: needed(text),
  sku: text,
  combinations: list(z.object({ id: needed(text), sku: text })),
});

/**
 * Products and variations by their SKU, one at a time: `500100`, or `500100:900201` for a variation. The search answers
 * a variation's SKU with its product (sheet 4.2).
 */
export const articles = bySearch((api, skus) =>
  findAll(
    skus,
    { hits: ([sku]) => articlesWith(api, sku), has: (article, sku) => article.sku === sku },
    ({ id }) => id,
  ),
);

async function articlesWith(api: Api, sku: string) {
  const { items } = await api.get(path`/products`, z.object({ items: list(productWire) }), {
    sku,
    limit: 100,
    responseFields: 'total,count,offset,limit,items(id,sku,combinations(id,sku))',
  });
  // A variation without a SKU of its own shares its product's.
  return items.flatMap(({ combinations, ...product }) => [
    product,
    ...combinations.map(({ id, sku }) => ({ id: `${product.id}:${id}`, sku })),
  ]);
}

export function articleIds(articleId: string): JsonObject {
  const [productId, combinationId] = articleId.split(':').map(Number);
  return combinationId === undefined ? { productId } : { productId, combinationId };
}
