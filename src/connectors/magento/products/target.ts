import type { Api } from '../../contract/api.ts';
import type { ProductTarget, SkuPlace, StandingProduct } from '../../contract/products.ts';
import { countedId } from '../../wire/counted-id.ts';
import { placesOf } from './find.ts';
import { sentName } from './images.ts';
import { wholeProducts } from './read.ts';
import { skuKey } from './sku.ts';
import { customNames, productFields } from './target-fields.ts';
import { recordsOf } from './to-record.ts';
import { factsIn, inWords, newProduct } from './to-wire.ts';
import { customText, type ProductWire } from './wire.ts';
import { createProduct } from './writing/create.ts';
import { updateProduct } from './writing/update.ts';

export const productTarget: ProductTarget = {
  fields: productFields,
  lengths: { 'product.sku': 64, 'product.name': 255 },

  traits: ({ currency, traits: { pricesIncludeTax } }) => ({
    currency,
    pricesIncludeVat: pricesIncludeTax === undefined ? null : pricesIncludeTax === 'true',
    // Newer versions keep six; these come to the same cent.
    priceDecimals: 4,
    groups: true,
    maxVariants: 1_000,
    variantsActive: true,
    // Sent as text a third longer, beside everything else in memory.
    maxPictureBytes: 8_000_000,
    fetchesPictures: false,
    together: [['price', 'listPrice']],
  }),

  skuKey,

  toWire: (draft, account) => ({
    product: newProduct(draft, account, inWords(factsIn(draft, draft.attributes, 'gtin'))),
  }),

  async find(api, skus) {
    const places = await placesOf(api, skus, 'all');
    return Map.groupBy(places, ({ sku }: SkuPlace) => skuKey(sku));
  },

  async get(api, id) {
    return (await standingProducts(api, [id])).get(id) ?? null;
  },

  getMany: standingProducts,

  create: createProduct,
  update: updateProduct,
};

async function standingProducts(api: Api, ids: readonly string[]): Promise<Map<string, StandingProduct>> {
  const possible = ids.filter((id) => countedId(id) !== '');
  const wholes = await wholeProducts(api, possible, 'all');
  const records = await recordsOf(api, [...wholes.values()], 'all');
  return new Map(
    records.flatMap((product) => {
      const raw = wholes.get(product.id);
      if (raw === undefined) return [];
      const { id } = product;
      return [
        [id, { id, product, values: valuesOf(raw.wire), fileNames: fileNamesOf(raw.wire), raw }] as const,
      ];
    }),
  );
}

function valuesOf(wire: ProductWire) {
  const custom = customNames.map((code) => [code, customText(wire, code)] as const);
  return Object.fromEntries([
    ...(wire.attribute_set_id === undefined ? [] : [['attribute_set_id', Number(wire.attribute_set_id)]]),
    ...(wire.visibility === undefined ? [] : [['visibility', Number(wire.visibility)]]),
    ...custom.filter(([, value]) => value !== undefined),
  ]);
}

function fileNamesOf({ media_gallery_entries: entries }: ProductWire): ReadonlyMap<string, string> {
  return new Map(
    (entries ?? []).flatMap(({ id, file }) => (file === undefined ? [] : [[id, sentName(file)]])),
  );
}
