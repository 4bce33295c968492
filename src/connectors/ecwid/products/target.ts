import { fractionDigits } from '../../../records/money.ts';
import type { ProductTarget } from '../../contract/products.ts';
import { attributeLists } from './attributes.ts';
import { createProduct } from './create.ts';
import { findPlaces } from './places.ts';
import { readMany, readProduct, standingOf } from './standing.ts';
import { productFields } from './target-fields.ts';
import { productToWire } from './to-wire.ts';
import { updateProduct } from './update.ts';

/** Variations of one request; how many a product may have is not documented (sheet 5). */
const maxVariants = 200;

/** Sheet 4.8. */
const maxPictureBytes = 20_000_000;

/** Prices have two decimals at most (sheet 2.3). */
const maxDecimals = 2;

export const productTarget: ProductTarget = {
  fields: productFields,

  traits: ({ currency, traits: { pricesIncludeTax } }) => ({
    currency,
    pricesIncludeVat: pricesIncludeTax === undefined ? null : pricesIncludeTax === 'true',
    priceDecimals: Math.min(fractionDigits(currency), maxDecimals),
    groups: true,
    maxVariants,
    variantsActive: false,
    maxPictureBytes,
    fetchesPictures: true,
    // None can be sent along with the main one, and that of one of the gallery is in no address (sheet 4.8).
    namesPictures: true,
    // One list (sheet 2.4, 4.5).
    together: [['attributes', 'gtin', 'brand']],
  }),

  // As it is: the search compares every character (sheet 4.2).
  skuKey: (sku) => sku,
  toWire: productToWire,
  find: findPlaces,
  sharedLists: attributeLists,

  async get(api, id) {
    const product = await readProduct(api, id);
    return product && standingOf(product, api);
  },

  getMany: readMany,
  create: createProduct,
  update: updateProduct,
};
