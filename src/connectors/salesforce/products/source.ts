import type { ProductSource } from '../../contract/products.ts';
import { utcInstant } from '../../wire/timestamps.ts';
import { changing, type Row, type Stamped, subjectsBy } from '../changes.ts';
import { findPlaces } from './places.ts';
import { productFromWire } from './to-record.ts';
import { readProducts } from './wire.ts';

/** A price moves its entry, not the product (sheet 5.5): it counts where the product was not stamped with it. */
const prices: Stamped = {
  object: 'PricebookEntry',
  fields: ['Product2Id', 'Product2.SystemModstamp'],
  subjects: async (_, rows) => subjectsBy(rows.filter(isLaterThanItsProduct), 'Product2Id'),
};

const places: Stamped = {
  object: 'ProductCategoryProduct',
  fields: ['ProductId'],
  withDeleted: true,
  subjects: async (_, rows) => subjectsBy(rows, 'ProductId'),
};

export const productSource: ProductSource = {
  changes: changing({
    flow: 'products',
    lists: ({ account: { traits } }) => [
      { object: 'Product2' },
      prices,
      ...(traits.catalog === undefined ? [] : [places]),
    ],
    deleted: () => ['Product2'],
  }),

  async get(api, key) {
    const [found] = (await readProducts(api, [key])).values();
    return found === undefined ? null : productFromWire(found, api.account);
  },

  async getMany(api, keys) {
    const found = await readProducts(api, keys);
    return new Map([...found].map(([id, each]) => [id, productFromWire(each, api.account)]));
  },

  find: findPlaces,
};

function isLaterThanItsProduct({ SystemModstamp, Product2 }: Row): boolean {
  const { SystemModstamp: stamp = '' } = (Product2 ?? {}) as { readonly SystemModstamp?: string };
  const ofProduct = utcInstant(stamp);
  return ofProduct === undefined || ofProduct < SystemModstamp;
}
