import type { Account } from '../../contract/account.ts';
import type { Api } from '../../contract/api.ts';
import type {
  ProductDraft,
  ProductTarget,
  StandingProduct,
  WrittenProduct,
} from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { Attempts } from '../../wire/attempts.ts';
import { asObject, only } from '../../wire/objects.ts';
import { done, idIn, Made, type Part, urlOf, writeTogether } from '../composite.ts';
import { pictureId, sentPicture } from './pictures.ts';
import { findPlaces } from './places.ts';
import { productFields } from './target-fields.ts';
import { productFromWire } from './to-record.ts';
import { productToWire } from './to-wire.ts';
import { addTo, updateProduct } from './update.ts';
import { type ReadProduct, readProducts, shownOwn } from './wire.ts';

/** What Sales Cloud has no place for (sheet 5.5). */
const lacks = new Set(['shortDescription', 'gtin', 'brand', 'weightKg', 'listPrice', 'vatClass'] as const);

export const productTarget: ProductTarget = {
  fields: productFields,
  lengths: {
    'product.Name': 255,
    'product.StockKeepingUnit': 180,
    'product.ProductCode': 255,
    'product.Description': 4_000,
  },

  traits: ({ currency }) => ({
    currency,
    pricesIncludeVat: false,
    lacks,
    priceDecimals: 2,
    groups: false,
    maxVariants: 0,
    variantsActive: false,
    maxPictureBytes: 20_000_000,
    fetchesPictures: true,
    namesPictures: true,
  }),

  skuKey: (sku) => sku,
  toWire: productToWire,
  find: findPlaces,

  async get(api, id) {
    const [found] = (await readProducts(api, [id])).values();
    return found === undefined ? null : standingOf(found, api.account);
  },

  async getMany(api, ids) {
    const found = await readProducts(api, ids);
    return new Map([...found].map(([id, each]) => [id, standingOf(each, api.account)]));
  },

  /** The product and its prices are one call: both or none. */
  async create(api: Api, draft: ProductDraft): Promise<WrittenProduct> {
    const { product, entries } = productToWire(draft, api.account);
    const parts: Part[] = [
      { method: 'POST', url: urlOf('sobjects/Product2'), referenceId: 'product', body: asObject(product) },
      ...(entries as readonly JsonObject[]).map((body, index) => ({
        method: 'POST' as const,
        url: urlOf('sobjects/PricebookEntry'),
        referenceId: `entry${index}`,
        body: { Product2Id: new Made('product'), ...body },
      })),
    ];
    const id = idIn(done(await writeTogether(api, parts, { repeatable: false })), 'product');
    const attempts = new Attempts();
    const isPlaced = await addTo(api, id, draft.categories, attempts);
    const { sent: pictures } = sentPicture(draft.pictures, draft.sku, attempts);
    return {
      id,
      variants: new Map(),
      pictures,
      undone: { product: new Set(isPlaced ? [] : (['categories'] as const)), variants: new Set() },
      problems: attempts.problems,
    };
  },

  update: updateProduct,
};

function standingOf(read: ReadProduct, account: Account): StandingProduct {
  const product = productFromWire(read, account);
  const own = shownOwn(account);
  return {
    id: product.id,
    product: { ...product, images: product.images?.map((each) => ({ ...each, version: pictureId })) },
    values: only(read.product, (name, value) => own.includes(name) && value !== null),
    fileNames: new Map(),
    raw: read,
  };
}
