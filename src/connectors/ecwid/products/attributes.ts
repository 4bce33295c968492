import { rejected } from '../../../records/problem.ts';
import type { Named } from '../../../records/product.ts';
import type { Api } from '../../contract/api.ts';
import type { SharedLists } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import type { Attempts } from '../../wire/attempts.ts';
import { textIn } from '../../wire/fields.ts';
import { isObject } from '../../wire/objects.ts';
import { objectsIn } from '../customers/readable.ts';
import { addAttributes, generalClass, readClass } from './classes.ts';
import { joined } from './to-wire.ts';

/** The attributes of product types: those of products that have no type stand in one too. */
export const attributeLists: SharedLists = {
  of: ({ productClassId }) => textIn(productClassId) ?? generalClass,

  async missing(api, id, attributes) {
    const known = new Set((await readClass(api, id))?.attributes.map(({ name }) => name));
    return attributes.filter((name) => !known.has(name));
  },

  extend: addAttributes,
};

interface Wanted {
  readonly attributes: readonly Named[];
  readonly values: JsonObject;
  /** For problems. */
  readonly sku: string;
}

/** Those attributes that products of this type may have. What it lacks is told (`attribute_unknown`): the product goes without it. */
export async function declared(api: Api, wanted: Wanted, attempts: Attempts): Promise<readonly Named[]> {
  const { attributes, values, sku: product } = wanted;
  if (attributes.length === 0) return [];
  const names = attributes.map(({ name }) => name);
  const missing = await attributeLists.missing(api, attributeLists.of(values), names);
  for (const attribute of missing)
    attempts.note(rejected('attribute_unknown', { system: 'Ecwid', attribute, product }));
  return attributes.filter(({ name }) => !missing.includes(name));
}

/** What is said of a barcode, a brand and facts. */
export interface Said {
  readonly gtin?: string | undefined;
  readonly brand?: string | undefined;
  readonly attributes?: readonly Named[];
}

/**
 * The whole list of a product or variation, as sent lists are whole (sheet 2.4): what stands there as it came, with what is
 * said. Undefined where that changes nothing.
 */
export function attributesAfter(standing: unknown, said: Said): JsonObject[] | undefined {
  const before = objectsIn(standing);
  let after = before;
  const set = (isIt: (each: JsonObject) => boolean, made: JsonObject, value: string) => {
    const known = after.find(isIt);
    if (known === undefined) after = value === '' ? after : [...after, { ...made, value }];
    else if ((textIn(known.value) ?? '') !== value.trim())
      after = after.map((each) => (each === known ? withValue(each, value) : each));
  };
  if (said.gtin !== undefined) set(({ type }) => type === 'UPC', { alias: 'UPC' }, said.gtin);
  if (said.brand !== undefined) set(({ type }) => type === 'BRAND', { alias: 'BRAND' }, said.brand);
  for (const { name, values } of said.attributes ?? [])
    set((each) => each.name === name, { name, show: 'DESCR' }, joined(values));
  return after === before ? undefined : [...after];
}

/** A translation that says what the value said follows it; others are the merchant's. */
function withValue(attribute: JsonObject, value: string): JsonObject {
  const { valueTranslated } = attribute;
  if (!isObject(valueTranslated)) return { ...attribute, value };
  const followed = Object.entries(valueTranslated).map(([language, said]) => [
    language,
    said === attribute.value ? value : said,
  ]);
  return { ...attribute, value, valueTranslated: Object.fromEntries(followed) };
}
