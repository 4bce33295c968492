import type { ProductTarget } from '../../contract/products.ts';
import { createProduct } from './create.ts';
import { findPlaces } from './places.ts';
import { readStanding } from './standing.ts';
import { productFields } from './target-fields.ts';
import { productToWire } from './to-wire.ts';
import { updateProduct } from './update.ts';

/** How many the platform makes of values is not told: this is what is kind to it, with a call for each. */
const maxVariants = 100;

/** Sheet 4.1 knows files and bodies that are too big, and not how big. */
const maxPictureBytes = 5_000_000;

export const productTarget: ProductTarget = {
  fields: productFields,
  // Sheet 6.6.
  lengths: { productnumber: 50, name: 200, shortdescription: 255, eannumber: 50, description: 65_536 },

  traits: ({ currency, traits: { pricesIncludeVat } }) => ({
    currency,
    pricesIncludeVat: pricesIncludeVat === undefined ? null : pricesIncludeVat === 'true',
    priceDecimals: 2,
    groups: true,
    maxVariants,
    variantsActive: true,
    maxPictureBytes,
    fetchesPictures: false,
    namesPictures: true,
    together: [['price', 'listPrice']],
    addsVariantPrices: true,
  }),

  skuKey: (sku) => sku,
  toWire: productToWire,
  // `find` walks: as many as are made within a lease.
  batchSize: 100,
  find: findPlaces,
  get: readStanding,
  create: createProduct,
  update: updateProduct,
};
