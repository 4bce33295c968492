/**
 * Where SKUs stand. A few are asked for one by one (`productqueries`, 30 a minute); for more all products are walked through, a hundred with a
 * call (sheet 5.1, 7.1). What is found counts only where it is equal to the letter.
 */

import { big, normalise } from '../../../records/money.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { SkuPlace } from '../../contract/products.ts';
import { bySearch } from '../../contract/target.ts';
import { allOf, eachOf } from '../lists.ts';
import { extraOf } from './prices.ts';
import { combinationsOf, productList } from './read.ts';
import { type CombinationWire, type CountedWire, countedWire, placeId, skuOfCombination } from './wire.ts';

/** A SKU costs two calls, and one for each product that has it. */
const mostAskedFor = 3;

interface Place extends SkuPlace {
  readonly combination: CombinationWire | null;
}

export async function findPlaces(api: Api, skus: readonly string[]): Promise<Map<string, SkuPlace[]>> {
  const found = await placesWith(api, skus);
  const plain = ({ combination: _, ...place }: Place): SkuPlace => place;
  return new Map([...found].map(([sku, places]) => [sku, places.map(plain)]));
}

async function placesWith(api: Api, skus: readonly string[]): Promise<Map<string, Place[]>> {
  const wanted = new Set(skus.filter((sku) => sku.trim() !== ''));
  const found = new Map<string, Place[]>();
  const collect = (product: CountedWire) => {
    for (const place of placesIn(product)) {
      const places = found.get(place.sku) ?? [];
      const isNew = wanted.has(place.sku) && places.every(({ id }) => id !== place.id);
      if (isNew) found.set(place.sku, [...places, place]);
    }
  };
  if (wanted.size === 0) return found;
  if (wanted.size > mostAskedFor)
    for await (const product of eachOf(api, productList(countedWire, { expand: 'attributecombinations' })))
      collect(product);
  else for (const sku of wanted) for (const product of await productsWith(api, sku)) collect(product);
  return found;
}

/** A number of a combination is found under either name, and with its product (sheet 5.1). */
async function productsWith(api: Api, sku: string): Promise<CountedWire[]> {
  const products = new Map<string, CountedWire>();
  for (const name of ['productnumber', 'skunumber']) {
    const list = { path: path`/productqueries/`, row: countedWire, query: { [name]: sku } };
    for (const product of await allOf(api, list)) products.set(product.id, product);
  }
  const read: CountedWire[] = [];
  for (const product of products.values())
    read.push({ ...product, attributecombinations: await combinationsOf(api, product.id) });
  return read;
}

/** A product and its combinations, by SKU. */
export function placesIn(product: CountedWire): Place[] {
  const combinations = (product.attributecombinations ?? []).map((combination) => ({
    combination,
    sku: skuOfCombination(combination, product),
  }));
  return [{ combination: null, sku: product.productnumber }, ...combinations].flatMap(
    ({ combination, sku }) => {
      const variantId = combination?.id ?? null;
      const place = { productId: product.id, variantId, id: placeId(product.id, variantId), combination };
      return sku === undefined ? [] : [{ ...place, sku }];
    },
  );
}

/** What a row of an order names: `9002`, or of a combination with what its options add to the price `9001:4401:1`. */
export const rowArticles = bySearch(async (api, skus) => {
  const found = await placesWith(api, skus);
  const idOf = ({ id, combination }: Place) =>
    combination === null ? id : `${id}:${normalise(extraOf(combination))}`;
  return new Map([...found].map(([sku, places]) => [sku, places.map(idOf)]));
});

export function rowPlaceOf(articleId: string) {
  const [productId, combinationId, extra = '0'] = articleId.split(':');
  return {
    productId: Number(productId),
    combinationId: combinationId === undefined ? undefined : Number(combinationId),
    extra: big(extra),
  };
}
