import type { ProductSource } from '../../contract/products.ts';
import { byTime } from '../../contract/source.ts';
import { query } from '../graphql.ts';
import { gid } from '../ids.ts';
import { all, changePage, connected } from '../pages.ts';
import { findPlaces } from './places.ts';
import { changedProducts, moreVariants, oneProduct } from './product.graphql.ts';
import { productFromWire } from './to-record.ts';

/** A product counts as changed with its stock too (sheet 7.3): the flow compares what it says. */
export const productSource: ProductSource = {
  changes: byTime((api, window) => changePage(api, window, { flow: 'products', operation: changedProducts })),

  async get(api, key) {
    const id = gid('Product', key);
    const product = id === null ? null : (await query(api, oneProduct, { id })).product;
    if (product === null) return null;
    const variants = connected(
      async (after) => (await query(api, moreVariants, { id, after })).product?.variants ?? null,
      product.variants,
    );
    return productFromWire(product, await all(variants), api.account);
  },

  find: findPlaces,
};
