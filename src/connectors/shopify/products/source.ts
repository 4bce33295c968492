import type { Product } from '../../../records/product.ts';
import type { Api } from '../../contract/api.ts';
import type { ProductSource } from '../../contract/products.ts';
import { byTime } from '../../contract/source.ts';
import { changePage } from '../pages.ts';
import { findPlaces } from './places.ts';
import { changedProducts } from './product.graphql.ts';
import { wholeProducts } from './read.ts';
import { productFromWire } from './to-record.ts';

/** A product counts as changed with its stock too (sheet 7.3): the flow compares what it says. */
export const productSource: ProductSource = {
  changes: byTime((api, window) => changePage(api, window, { flow: 'products', operation: changedProducts })),

  async get(api, key) {
    return (await productsOf(api, [key])).get(key) ?? null;
  },

  getMany: productsOf,

  find: findPlaces,
};

async function productsOf(api: Api, keys: readonly string[]): Promise<ReadonlyMap<string, Product>> {
  const found = await wholeProducts(api, keys);
  return new Map([...found].map(([key, whole]) => [key, productFromWire(whole, api.account)]));
}
