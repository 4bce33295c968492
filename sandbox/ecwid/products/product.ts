import { isObject, type Json, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import type { Picture } from '../pictures/picture.ts';

/** A product as the store keeps it: what was written, without all that the API works out when it shows it. */
export interface StoredProduct {
  readonly id: number;
  /** Milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** As written and checked: `sku`, `name`, `price`, `quantity`, `unlimited` and so on. */
  readonly fields: JsonObject;
  readonly options: readonly JsonObject[];
  readonly values: readonly AttributeValue[];
  readonly combinations: readonly Combination[];
  readonly main: Picture | null;
  readonly gallery: readonly Picture[];
  /** Addresses. */
  readonly videos: readonly string[];
}

/** A variation (sheet 5). */
export interface Combination {
  readonly id: number;
  /** The order in which it is shown. */
  readonly number: number;
  readonly options: readonly Chosen[];
  readonly fields: JsonObject;
  readonly values: readonly AttributeValue[];
  readonly picture: Picture | null;
}

export interface Chosen {
  readonly name: string;
  readonly value: string;
}

/** What a product or a variation says of an attribute of its type (sheet 4.5). */
export interface AttributeValue {
  readonly id: number;
  readonly value: string;
  readonly show?: string;
}

/** A variation without a SKU of its own, or with the product's, shares the product's stock (sheet 4.7). */
export function sharesStock(product: StoredProduct, { fields }: Pick<Combination, 'fields'>): boolean {
  const sku = textIn(fields, 'sku');
  return sku === '' || sku === textIn(product.fields, 'sku');
}

/** The same for the same choices, in whatever order they are named. */
export function choiceKey(chosen: readonly Chosen[]): string {
  return JSON.stringify(chosen.map(({ name, value }) => [name, value]).sort());
}

/** The choices that a body names: `[{name, value}]`; null where they cannot be read. */
export function chosenIn(list: Json | undefined): Chosen[] | null {
  if (!Array.isArray(list) || list.length === 0) return null;
  const chosen = list.map((each) =>
    isObject(each) ? { name: textIn(each, 'name'), value: textIn(each, 'value') } : { name: '', value: '' },
  );
  const names = new Set(chosen.map(({ name }) => name));
  const isWhole = chosen.every(({ name, value }) => name !== '' && value !== '');
  return isWhole && names.size === chosen.length ? chosen : null;
}

/** All of them, each once: those of its variations as well. */
export function skusOf(product: StoredProduct): string[] {
  return textsOf(product, 'sku');
}

/** Numbers of other systems, in the same way. */
export function externalIdsOf(product: StoredProduct): string[] {
  return textsOf(product, 'externalReferenceId');
}

function textsOf(product: StoredProduct, field: string): string[] {
  const texts = [product, ...product.combinations].map(({ fields }) => textIn(fields, field));
  return [...new Set(texts)].filter((text) => text !== '');
}

/** The kinds of options whose values variations are made of (sheet 4.4). */
export function hasChoices(option: JsonObject): boolean {
  return ['SELECT', 'RADIO', 'SIZE', 'SWATCHES', 'CHECKBOX'].includes(textIn(option, 'type'));
}

export function choicesOf(option: JsonObject): string[] {
  return objectsIn(option.choices).map((choice) => textIn(choice, 'text'));
}

/** The names and values of what a buyer can choose. */
export function optionTexts({ options }: StoredProduct): string[] {
  return options.flatMap((option) => [textIn(option, 'name'), ...choicesOf(option)]);
}
