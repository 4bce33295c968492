import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import type { JsonObject } from '../../contract/target.ts';
import { list, needed, text } from '../../wire/fields.ts';

const productWire = z.object({
  id: needed(text),
  sku: text,
  combinations: list(z.object({ id: needed(text), sku: text })),
});

/**
 * The product or variation with exactly this SKU: `500100`, or `500100:900201` for a variation. The search answers a
 * variation's SKU with its product (sheet 4.2).
 */
export async function findArticle(api: Api, sku: string): Promise<string | null> {
  const wanted = sku.trim();
  if (wanted === '') return null;
  const { items } = await api.get('/products', z.object({ items: list(productWire) }), {
    sku: wanted,
    limit: 100,
    responseFields: 'total,count,offset,limit,items(id,sku,combinations(id,sku))',
  });
  for (const product of items) {
    // One without a SKU of its own shares its product's.
    const variation = product.combinations.find((each) => each.sku === wanted);
    if (product.sku === wanted) return product.id;
    if (variation !== undefined) return `${product.id}:${variation.id}`;
  }
  return null;
}

export function articleIds(articleId: string): JsonObject {
  const [productId, combinationId] = articleId.split(':').map(Number);
  return combinationId === undefined ? { productId } : { productId, combinationId };
}
