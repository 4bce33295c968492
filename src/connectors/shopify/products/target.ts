import { fractionDigits } from '../../../records/money.ts';
import type { Api } from '../../contract/api.ts';
import type { ProductTarget, StandingProduct } from '../../contract/products.ts';
import { createProduct } from './create.ts';
import { findPlaces } from './places.ts';
import { wholeProducts } from './read.ts';
import { standingOf } from './standing.ts';
import { productFields } from './target-fields.ts';
import { draftToWire } from './to-wire.ts';
import { updateProduct } from './update.ts';

/** Sheet 7.2. */
const maxVariants = 2_048;

const maxPictureBytes = 20_000_000;

export const productTarget: ProductTarget = {
  fields: productFields,
  lengths: { 'input.title': 255 },

  traits: ({ currency, traits }) => ({
    currency,
    pricesIncludeVat: traits.pricesIncludeTax === undefined ? null : traits.pricesIncludeTax === 'true',
    priceDecimals: Math.min(fractionDigits(currency), 2),
    groups: true,
    maxVariants: Number(traits.maxVariants ?? maxVariants),
    variantsActive: false,
    maxPictureBytes,
    fetchesPictures: true,
  }),

  // Case counts (sheet 7.1).
  skuKey: (sku) => sku,
  toWire: (draft) => ({ input: draftToWire(draft) }),
  find: findPlaces,

  async get(api, id) {
    return (await standingProducts(api, [id])).get(id) ?? null;
  },

  getMany: standingProducts,

  create: createProduct,
  update: updateProduct,
};

async function standingProducts(
  api: Api,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StandingProduct>> {
  const found = await wholeProducts(api, ids);
  return new Map([...found].map(([id, whole]) => [id, standingOf(whole, api.account)]));
}
