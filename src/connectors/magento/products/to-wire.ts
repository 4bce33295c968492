/** The product that is made first, and that `find` finds: its children and pictures follow (sheet 10.5, 10.10). */
import type { Named } from '../../../records/product.ts';
import type { Account } from '../../contract/account.ts';
import type { ProductDraft, ProductFields } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { only } from '../../wire/objects.ts';
import { brandCode } from './attributes.ts';
import { basePrice } from './prices.ts';
import { isOwnField } from './target-fields.ts';
import { slug } from './url-key.ts';
import { weightOf } from './weight.ts';

/** Attributes by their code, as they are sent. */
export type Custom = Readonly<Record<string, string>>;

/** That of a fresh shop (sheet 10.2). */
const defaultAttributeSet = 4;

/** Catalogue and search; loose children are not shown (sheet 12.4). */
const visible = 4;

/** `custom`: facts about it, whose values the shop knows by their ids. */
export function newProduct(draft: ProductDraft, account: Account, custom: Custom): JsonObject {
  const { sku, name, kind, values, categories } = draft;
  const isFamily = kind === 'variants';
  const url = { url_key: slug(name) || slug(sku) };
  const extension = {
    ...(categories.length === 0
      ? {}
      : { category_links: categories.map((id) => ({ category_id: id, position: 0 })) }),
    // It counts nothing itself, but would stay sold out for ever.
    ...(isFamily ? { stock_item: { is_in_stock: true } } : {}),
  };
  return {
    sku,
    name,
    attribute_set_id: defaultAttributeSet,
    type_id: isFamily ? 'configurable' : 'simple',
    status: statusOf(draft.active ?? true),
    visibility: visible,
    ...(isFamily ? {} : priceOf(draft)),
    ...(draft.weightKg === undefined ? {} : { weight: weightOf(draft.weightKg, account) }),
    ...only(values, isOwnField),
    ...(Object.keys(extension).length === 0 ? {} : { extension_attributes: extension }),
    ...customAttributes({ ...textsOf(draft), ...url, ...ownAttributes(values), ...custom }),
  };
}

/** While a product is on sale its price is the one struck through (sheet 12.4); the special one follows. */
function priceOf({ price, listPrice }: ProductFields): JsonObject {
  if (price === undefined) return {};
  return { price: Number(basePrice({ price, listPrice: listPrice ?? null })) };
}

export function statusOf(active: boolean): 1 | 2 {
  return active ? 1 : 2;
}

export function textsOf({ description, shortDescription, vatClass }: ProductFields): Custom {
  return {
    ...(description === undefined ? {} : { description }),
    ...(shortDescription === undefined ? {} : { short_description: shortDescription }),
    ...(vatClass === undefined ? {} : { tax_class_id: vatClass }),
  };
}

/** A mapping's own attributes. */
export function ownAttributes(values: JsonObject): Custom {
  const custom = Object.entries(values).filter(([name]) => !isOwnField(name));
  return Object.fromEntries(custom.map(([name, value]) => [name, String(value ?? '')]));
}

export function customAttributes(custom: Custom): JsonObject {
  const all = Object.entries(custom).map(([code, value]) => ({ attribute_code: code, value }));
  return all.length === 0 ? {} : { custom_attributes: all };
}

/** What the shop keeps as attributes of the merchant's own. */
export function factsIn(
  { gtin, brand }: ProductFields,
  attributes: readonly Named[],
  gtinCode?: string,
): Named[] {
  return [
    ...(gtin === undefined || gtinCode === undefined ? [] : [{ name: gtinCode, values: filled(gtin) }]),
    ...(brand === undefined ? [] : [{ name: brandCode, values: filled(brand) }]),
    ...attributes,
  ];
}

function filled(value: string): string[] {
  return value === '' ? [] : [value];
}

/** In words, where ids are not known yet. */
export function inWords(facts: readonly Named[]): Custom {
  return Object.fromEntries(facts.map(({ name, values }) => [name, values.join(', ')]));
}
