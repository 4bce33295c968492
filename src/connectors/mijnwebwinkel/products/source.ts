import type { ProductSource } from '../../contract/products.ts';
import { articleChanges, findPlaces, readArticle } from './articles.ts';
import { productFromWire } from './to-record.ts';
import { variantSku } from './variant-sku.ts';

export const productSource: ProductSource = {
  /** Its stock is no part of it. */
  changes: articleChanges(({ stock: _, variants, ...article }) => [
    article,
    variants.map(({ id, options }) => [id, options]),
  ]),

  async get(api, key) {
    const article = await readArticle(api, key);
    return article && productFromWire(article, api.account);
  },

  find: findPlaces,
  variantSku: (sku, options) => variantSku(sku, Object.values(options)) ?? sku,
};
