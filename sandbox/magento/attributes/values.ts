/** What the columns of the shop make of the values of attributes, and how the API shows them (sheet 10.3). */
import type { Json, JsonObject } from '../../kit/json.ts';
import { invalidType } from '../refusal.ts';
import { folded } from '../search/conditions.ts';
import { comparableTimestamp, isTimestamp } from '../timestamps.ts';
import type { Attribute } from './attribute.ts';

/** Fields of a product that are attributes too, and have a place of their own on the wire. */
export const topLevel = ['name', 'price', 'status', 'visibility', 'weight'] as const;

/** As the column keeps it; null takes the value away. Throws a `Refusal` for what does not fit. */
export function storedValue(attribute: Attribute, value: Json, decimals: number): Json {
  const { code, backend, input } = attribute;
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  if (Array.isArray(value)) {
    if (input !== 'multiselect') throw invalidType(code, value, 'string');
    return value.map(String).join(',');
  }
  if (typeof value === 'object') throw invalidType(code, value, 'string');
  const text = typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
  switch (backend) {
    case 'int':
      if (!/^-?\d{1,10}$/.test(text)) throw invalidType(code, text, 'int');
      return Number(text);
    case 'decimal':
      if (!/^-?\d{1,12}(\.\d{1,12})?$/.test(text)) throw invalidType(code, text, 'float');
      return roundedTo(decimals, Number(text));
    case 'datetime':
      if (!isTimestamp(text)) throw invalidType(code, text, 'string');
      return comparableTimestamp(text);
    default:
      return text;
  }
}

/** As a column of so many decimals keeps it. */
export function roundedTo(decimals: number, value: number): number {
  return Number(value.toFixed(decimals));
}

/** Among the custom attributes: always text. */
function shownValue(attribute: Attribute, value: Json, decimals: number): Json {
  if (attribute.backend === 'decimal') return Number(value).toFixed(decimals);
  return String(value);
}

export function optionLabelled({ options }: Attribute, label: string) {
  return options.find((option) => folded(option.label) === folded(label));
}

export function customAttributes(
  attributes: readonly Attribute[],
  values: JsonObject,
  decimals: number,
): { attribute_code: string; value: Json }[] {
  return attributes.flatMap((attribute) => {
    const value = values[attribute.code];
    const isShownElsewhere = topLevel.some((each) => each === attribute.code);
    if (value === undefined || value === null || isShownElsewhere) return [];
    return [{ attribute_code: attribute.code, value: shownValue(attribute, value, decimals) }];
  });
}
