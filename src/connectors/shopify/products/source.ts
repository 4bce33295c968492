import type { ProductSource } from '../../contract/products.ts';
import { byTime } from '../../contract/source.ts';
import { changePage } from '../pages.ts';
import { findPlaces } from './places.ts';
import { changedProducts } from './product.graphql.ts';
import { wholeProduct } from './read.ts';
import { productFromWire } from './to-record.ts';

/** A product counts as changed with its stock too (sheet 7.3): the flow compares what it says. */
export const productSource: ProductSource = {
  changes: byTime((api, window) => changePage(api, window, { flow: 'products', operation: changedProducts })),

  async get(api, key) {
    const whole = await wholeProduct(api, key);
    return whole && productFromWire(whole, api.account);
  },

  find: findPlaces,
};
