import { z } from 'zod';
import type { Account } from '../../contract/account.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type {
  ProductDraft,
  ProductTarget,
  StandingProduct,
  WrittenProduct,
} from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { Attempts } from '../../wire/attempts.ts';
import { needed, text } from '../../wire/fields.ts';
import { asObject, only } from '../../wire/objects.ts';
import { maxRows } from '../collection.ts';
import { done, idIn, isFilledIn, Made, type Part, urlOf, writeTogether } from '../composite.ts';
import { mayWrite, orgOf, showsOfProduct } from '../org.ts';
import { version } from '../queries.ts';
import { sentPicture } from './pictures.ts';
import { findPlaces, skuKey } from './places.ts';
import { setPrices } from './prices.ts';
import { productFields } from './target-fields.ts';
import { productFromWire } from './to-record.ts';
import { productToWire } from './to-wire.ts';
import { addTo, updateProduct } from './update.ts';
import { type ReadProduct, readProducts, shownOwn } from './wire.ts';

const madeWire = z.object({ id: needed(text) });

/** What Sales Cloud has no place for (sheet 5.5). */
const lacks = ['shortDescription', 'gtin', 'brand', 'weightKg', 'listPrice', 'vatClass'] as const;

export const productTarget: ProductTarget = {
  fields: productFields,
  lengths: {
    'product.Name': 255,
    'product.StockKeepingUnit': 180,
    'product.ProductCode': 255,
    'product.Description': 4_000,
  },

  traits: (account) => ({
    currency: account.currency,
    pricesIncludeVat: orgOf(account).pricesIncludeVat ?? null,
    lacks: new Set(takes(account, 'Description') ? lacks : ([...lacks, 'description'] as const)),
    priceDecimals: 2,
    groups: false,
    maxVariants: 0,
    variantsActive: false,
    maxPictureBytes: 20_000_000,
    fetchesPictures: true,
    picturesByAddress: true,
    maxPictures: takes(account, 'DisplayUrl') ? 1 : 0,
  }),

  skuKey,
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

  async create(api: Api, draft: ProductDraft): Promise<WrittenProduct> {
    const attempts = new Attempts();
    const { id, isPriced } = await made(api, productToWire(draft, api.account), attempts);
    const isPlaced = await addTo(api, id, draft.categories, attempts);
    const { sent: pictures } = sentPicture(draft.pictures[0], draft.sku, attempts);
    return {
      id,
      variants: new Map(),
      pictures,
      undone: {
        product: new Set([
          ...(isPriced ? [] : (['price'] as const)),
          ...(isPlaced ? [] : (['categories'] as const)),
        ]),
        variants: new Set(),
      },
      problems: attempts.problems,
    };
  },

  update: updateProduct,
  batchSize: maxRows,
  setPrices,
};

/** Whether it can be said of a product. */
function takes(account: Account, name: 'Description' | 'DisplayUrl'): boolean {
  return showsOfProduct(account, name) && mayWrite(account, 'Product2', name);
}

/** The product and its prices are one call, both or none, unless a text of the product would be filled in there: then the prices follow. */
async function made(api: Api, { product, entries }: JsonObject, attempts: Attempts) {
  const pricesOf = (Product2Id: unknown) =>
    (entries as readonly JsonObject[]).map(
      (body, index): Part => ({
        method: 'POST',
        url: urlOf('sobjects/PricebookEntry'),
        referenceId: `entry${index}`,
        body: { Product2Id, ...body },
      }),
    );
  const write = async (parts: readonly Part[]) =>
    done(await writeTogether(api, parts, { repeatable: false }));
  if (!isFilledIn(product)) {
    const body = asObject(product);
    const first: Part = { method: 'POST', url: urlOf('sobjects/Product2'), referenceId: 'product', body };
    return { id: idIn(await write([first, ...pricesOf(new Made('product'))]), 'product'), isPriced: true };
  }
  const { id } = await api.create(path`/services/data/${version}/sobjects/Product2`, product, madeWire);
  const prices = pricesOf(id);
  return { id, isPriced: prices.length === 0 || (await attempts.did(() => write(prices))) };
}

function standingOf(read: ReadProduct, account: Account): StandingProduct {
  const product = productFromWire(read, account);
  const own = shownOwn(account);
  return {
    id: product.id,
    product,
    values: only(read.product, (name, value) => own.includes(name) && value !== null),
    fileNames: new Map(),
    raw: read,
  };
}
