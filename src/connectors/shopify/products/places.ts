import type { Api } from '../../contract/api.ts';
import type { SkuPlace } from '../../contract/products.ts';
import { bySearch } from '../../contract/target.ts';
import { query } from '../graphql.ts';
import { connected, quoted } from '../pages.ts';
import { type PlaceWire, variantsWith } from './places.graphql.ts';

/** SKUs of one search (sheet 8.1). */
const skusPerCall = 20;

/** What an article goes by: `8612345678901:44812345678901`, its product and its variant. */
export function placeId(productId: string, variantId: string): string {
  return `${productId}:${variantId}`;
}

/** Where each SKU stands, character by character; two that share one are both there. */
export async function findPlaces(
  api: Api,
  skus: readonly string[],
): Promise<ReadonlyMap<string, readonly SkuPlace[]>> {
  const wanted = [...new Set(skus)].filter((sku) => sku.trim() !== '');
  const found = new Map<string, SkuPlace[]>();
  for (let start = 0; start < wanted.length; start += skusPerCall) {
    const asked = new Set(wanted.slice(start, start + skusPerCall));
    const filter = [...asked].map((sku) => `sku:${quoted(sku)}`).join(' OR ');
    const hits = connected(
      async (after) => (await query(api, variantsWith, { filter, after })).productVariants,
    );
    for await (const hit of hits) {
      if (!asked.has(hit.sku ?? '')) continue;
      const place = placeOf(hit);
      found.set(place.sku, [...(found.get(place.sku) ?? []), place]);
    }
  }
  return found;
}

/** The only variant of a product without options is the product itself. */
function placeOf({ id, sku, product, inventoryItem }: PlaceWire): SkuPlace {
  const variantId = product.hasOnlyDefaultVariant ? null : id;
  return {
    sku: sku ?? '',
    id: placeId(product.id, id),
    productId: product.id,
    variantId,
    levelKey: inventoryItem.id,
  };
}

export const articles = bySearch(async (api, skus) => {
  const places = await findPlaces(api, skus);
  return new Map([...places].map(([sku, all]) => [sku, all.map(({ id }) => id)]));
});
