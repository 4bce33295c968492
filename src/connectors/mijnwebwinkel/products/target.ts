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
import { countedId } from '../../wire/counted-id.ts';
import { asObject, only } from '../../wire/objects.ts';
import { checkVatClass } from '../../wire/taxed-or-not.ts';
import { findPlaces, inShopLanguage } from './articles.ts';
import { fileNamesOf, sendPictures } from './pictures.ts';
import { productShown, system } from './refusals.ts';
import { isShown } from './to-record.ts';
import { productFields, productFromRaw, productToWire } from './to-wire.ts';
import { updateProduct } from './update.ts';
import { articleWire } from './wire.ts';

/** The article as it came goes along: what is not known here goes back as it is. */
export const readWire = z.looseObject({}).transform((raw, context) => {
  const read = articleWire.safeParse(raw);
  if (read.success) return { raw: asObject(raw.article ?? raw), wire: read.data };
  for (const { path: at, message } of read.error.issues)
    context.addIssue({ code: 'custom', message, path: at });
  return z.NEVER;
});
export type ReadArticle = z.infer<typeof readWire>;

/**
 * Lists of choices cannot be made (sheet 7.2), so every variant is an article of its own. Lists and variants of articles that
 * stand there are the merchant's, and never sent.
 */
export const productTarget: ProductTarget = {
  fields: productFields,

  traits: ({ currency, traits: { pricesIncludeTax } }) => ({
    currency,
    pricesIncludeVat: pricesIncludeTax === undefined ? null : pricesIncludeTax === 'true',
    lacks: new Set(['brand', 'shortDescription']),
    priceDecimals: 2,
    groups: false,
    maxVariants: 0,
    variantsActive: false,
    maxPictureBytes: 20_000_000,
    fetchesPictures: false,
    // Every category says whether the article is shown in it (sheet 8.1).
    together: [
      ['price', 'listPrice'],
      ['active', 'categories'],
    ],
  }),

  skuKey: (sku) => sku,
  toWire: productToWire,
  // `find` walks: as many as are made within a lease at two calls a second.
  batchSize: 100,
  find: findPlaces,

  async get(api, id) {
    const read = await api.find(path`/articles/${countedId(id)}`, readWire, inShopLanguage(api));
    return read && standingOf(read, api.account);
  },

  /** Its pictures follow in calls of their own: one that is refused must not refuse the rest. */
  async create(api: Api, draft: ProductDraft): Promise<WrittenProduct> {
    const attempts = new Attempts();
    const { sku, active = true } = draft;
    checkVatClass(system, draft.vatClass, sku);
    const options = { query: inShopLanguage(api) };
    const { wire } = await api.create(path`/articles`, productToWire(draft), readWire, options);
    const isShownYet = !active && isShown(wire);
    if (isShownYet) attempts.note(productShown(sku));
    const changes = { add: draft.pictures, replace: new Map(), remove: [] };
    const { pictures } = await sendPictures(api, wire, changes, sku, attempts);
    return {
      ...{ id: wire.id, variants: new Map(), pictures },
      undone: { product: new Set(isShownYet ? (['active'] as const) : []), variants: new Set() },
      problems: attempts.problems,
    };
  },

  update: updateProduct,
};

function standingOf({ raw, wire }: ReadArticle, account: Account): StandingProduct {
  const values: JsonObject = only(raw, (name) => Object.hasOwn(productFields.shape, name));
  const fileNames = fileNamesOf(wire.images);
  return { id: wire.id, product: productFromRaw(wire, account), values, fileNames, raw };
}
