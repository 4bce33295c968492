import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { SkuPlace } from '../../contract/products.ts';
import { list, needed, skuWire, text } from '../../wire/fields.ts';
import { ownSku } from './wire.ts';

const pageSize = 100;

const row = z.object({
  id: needed(text),
  sku: skuWire,
  combinations: list(z.object({ id: needed(text), sku: skuWire })),
});

const answer = z.object({ total: text, items: list(row) });

const fields = 'total,count,offset,limit,items(id,sku,combinations(id,sku))';

type Places = Map<string, SkuPlace[]>;

/**
 * Where these SKUs stand, each exactly: the search is asked for one, passes over what tells two apart as it likes, and answers
 * a variation with its product (sheet 4.2).
 *
 * One SKU takes a call, and a hundred products of the shop do. From three SKUs on the first page of all products is read: it
 * tells how many there are, and so what is cheaper. 500 SKUs in a shop of 20,000 products are 200 calls instead of 500.
 */
export async function findPlaces(api: Api, skus: readonly string[]): Promise<Places> {
  const wanted = [...new Set(skus)].filter((sku) => sku.trim() !== '');
  const found: Places = new Map();
  const open = wanted.length < 3 ? wanted : await walk(api, wanted, found);
  // One after the other, so that the limit is not used up at once.
  for (const sku of open) collect(found, [sku], (await search(api, { sku })).items);
  return found;
}

/** The form in which places are written: of a variation its product's id before its own. */
export function placeId(productId: string, variantId: string | null): string {
  return variantId === null ? productId : `${productId}:${variantId}`;
}

/** Product and variation of a place. */
export function placeOf(id: string): { readonly productId: string; readonly variantId: string | null } {
  const [productId = '', variantId = null] = id.split(':');
  return { productId, variantId };
}

/** Walks through all products if that is worth it. Returns the SKUs that are still to be asked for. */
async function walk(api: Api, wanted: readonly string[], found: Places): Promise<readonly string[]> {
  let total = 0;
  let isWhole = true;
  for (let offset = 0; ; ) {
    // Oldest first: what is added meanwhile comes last. What is deleted moves the others forward, past a page that is read.
    const page = await search(api, { offset, sortBy: 'ADDED_TIME_ASC' });
    const now = Number(page.total ?? 0);
    if (now < total) isWhole = false;
    total = now;
    if (offset === 0 && Math.ceil(total / pageSize) > wanted.length) {
      found.clear();
      return wanted;
    }
    collect(found, wanted, page.items);
    offset += page.items.length;
    if (page.items.length === 0 || offset >= total) break;
  }
  return isWhole ? [] : wanted.filter((sku) => !found.has(sku));
}

function search(
  api: Api,
  query: { readonly sku?: string; readonly offset?: number; readonly sortBy?: string },
) {
  return api.get(path`/products`, answer, { ...query, limit: pageSize, responseFields: fields });
}

function collect(found: Places, wanted: readonly string[], products: readonly z.infer<typeof row>[]): void {
  const skus = new Set(wanted);
  for (const product of products) {
    const variants = product.combinations.map((each) => ({ variantId: each.id, sku: ownSku(each, product) }));
    for (const { variantId, sku } of [{ variantId: null, sku: product.sku }, ...variants]) {
      if (sku === undefined || !skus.has(sku)) continue;
      const id = placeId(product.id, variantId);
      const places = found.get(sku) ?? [];
      // A page may show again what the one before it showed.
      if (places.some((each) => each.id === id)) continue;
      found.set(sku, [...places, { sku, id, productId: product.id, variantId }]);
    }
  }
}
