/** Products that come over the API, or that the merchant edits: checked, and completed (sheet 4.6). */
import {
  isObject,
  type Json,
  type JsonObject,
  numberIn,
  objectsIn,
  textIn,
  without,
} from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { withoutNulls } from '../fields.ts';
import type { Picture } from '../pictures/picture.ts';
import { absentField, categoryNotFound, refusal, wrongField } from '../refusal.ts';
import { valuesIn } from './attributes.ts';
import { combinationsIn } from './combinations.ts';
import { optionsIn, withOptions } from './options.ts';
import type { StoredProduct } from './product.ts';
import { productFields } from './shapes.ts';
import { checkSkus } from './skus.ts';
import { withStock } from './stock.ts';
import { withTexts } from './texts.ts';
import { checkWholesalePrices } from './wholesale.ts';

/** The parameters of a call that writes a product. */
export interface WriteTerms {
  /** Without it the variations of the body are ignored in silence (sheet 4.6). */
  readonly saveCombinations: boolean;
  readonly rebuild: boolean;
}

/** The tax that applies by default. */
const defaultTax: JsonObject = { taxable: true, enabledManualTaxes: [9310] };

export function createProduct(assortment: Assortment, body: JsonObject, terms: WriteTerms): StoredProduct {
  for (const name of ['name', 'sku', 'price']) {
    if (body[name] === undefined || body[name] === null) throw absentField('Product', name);
  }
  const now = assortment.world.now();
  const empty: StoredProduct = {
    id: assortment.ids.next('productId'),
    createdAt: now,
    updatedAt: now,
    fields: { tax: defaultTax },
    options: [],
    values: [],
    combinations: [],
    main: null,
    gallery: [],
    videos: [],
  };
  const product = { ...empty, ...changesOf(assortment, empty, body, terms, true) };
  assortment.addProduct(product);
  return product;
}

export function updateProduct(
  assortment: Assortment,
  product: StoredProduct,
  body: JsonObject,
  terms: WriteTerms,
): StoredProduct {
  return assortment.changeProduct(product, changesOf(assortment, product, body, terms, false));
}

function changesOf(
  assortment: Assortment,
  before: StoredProduct,
  body: JsonObject,
  terms: WriteTerms,
  isNew: boolean,
): Partial<StoredProduct> {
  const sent = productFields(body);
  const { options, attributes, combinations, media } = sent;
  const texts = withTexts(without(sent, 'options', 'attributes', 'combinations', 'media'));
  const merged = withStock(isNew ? null : before.fields, texts, assortment.settings());
  const fields = withoutNulls({ ...before.fields, ...merged });
  if (fields.unlimited === true) delete fields.quantity;
  checkReferences(assortment, before, fields);
  checkWholesalePrices(fields.wholesalePrices, numberIn(fields, 'price'), 'Product');
  const productClass = assortment.productClass(String(fields.productClassId ?? 0));
  const changed: StoredProduct = {
    ...before,
    fields,
    values: Array.isArray(attributes)
      ? valuesIn(attributes, productClass, assortment.settings())
      : before.values,
    ...(Array.isArray(options) ? withOptions(assortment, before, optionsIn(options), terms) : {}),
    ...(isObject(media) ? withAlts(before, media) : {}),
  };
  const whole =
    terms.saveCombinations && Array.isArray(combinations)
      ? { ...changed, ...combinationsIn(assortment, changed, combinations) }
      : changed;
  checkSkus(assortment, before, whole);
  return whole;
}

function checkReferences(assortment: Assortment, before: StoredProduct, fields: JsonObject): void {
  for (const key of idsIn(fields.categoryIds)) {
    if (assortment.categories.get(key) === undefined) throw categoryNotFound(key);
  }
  const holders = assortment.withExternalId(textIn(fields, 'externalReferenceId'));
  if (holders.some(({ id }) => id !== before.id)) {
    throw refusal(409, 'EXTERNAL_ID_ALREADY_USED', 'The external id is used by another product');
  }
}

function idsIn(list: Json | undefined): string[] {
  if (!Array.isArray(list)) return [];
  return list.map((each) => {
    if (typeof each !== 'number') throw wrongField('Product', 'categoryIds');
    return String(each);
  });
}

/** Of `media` only the texts of the pictures can be written (sheet 4.3). */
function withAlts(product: StoredProduct, media: JsonObject): Partial<StoredProduct> {
  const given = objectsIn(media.images);
  const named = (picture: Picture, id: string): Picture => {
    const alt = given.find((each) => each.id === id)?.alt;
    if (!isObject(alt)) return picture;
    const translated = isObject(alt.translated) ? { alts: alt.translated } : {};
    return { ...picture, alt: textIn(alt, 'main'), ...translated };
  };
  const { main, gallery } = product;
  return {
    main: main === null ? null : named(main, '0'),
    gallery: gallery.map((each) => named(each, each.id)),
  };
}
