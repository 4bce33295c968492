import { isUuid } from '../kit/fields/field-reader.ts';
import { type FieldRules, readFields, type Shape } from '../kit/fields/shape.ts';
import { isObject, type Json, type JsonObject } from '../kit/json.ts';
import { invalid } from './refusal.ts';
import type { MijnwebwinkelSettings } from './settings.ts';

/** `decimal` and `whole` come as numbers or as text (sheet 3); they are kept as a decimal string and as a number. */
export type FieldKind = 'text' | 'decimal' | 'whole' | 'flag' | 'uuid' | 'texts by name' | 'list' | 'any';

/** The fields of a body, checked. Throws the refusal that `refuse` makes. */
export function checked(
  body: JsonObject,
  shape: Shape<FieldKind>,
  settings: MijnwebwinkelSettings,
  refuse: (name: string, message: string) => Error = (name, message) => invalid(`${name}: ${message}`),
): JsonObject {
  const rules: FieldRules<FieldKind> = {
    read,
    keepsNull: true,
    emptyListIsObject: true,
    unknownField:
      settings.unknownFields === 'ignored' ? null : (name) => refuse(name, 'Unexpected key(s) found.'),
    wrongValue: (name) => refuse(name, 'The value is not of the expected type.'),
  };
  return readFields(body, shape, rules);
}

function read(value: Json, kind: FieldKind): Json | undefined {
  switch (kind) {
    case 'any':
      return value;
    case 'text':
      return typeof value === 'string' ? value : undefined;
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'list':
      return Array.isArray(value) ? value : undefined;
    case 'uuid':
      return typeof value === 'string' && isUuid(value) ? value.toLowerCase() : undefined;
    case 'decimal':
      return isScalar(value) && /^-?\d{1,9}(\.\d{1,6})?$/.test(String(value)) ? String(value) : undefined;
    case 'whole':
      return isScalar(value) && /^-?\d{1,12}$/.test(String(value)) ? Number(value) : undefined;
    case 'texts by name': {
      // An empty object comes as an empty list from PHP, and may go back so (sheet 12, 2).
      if (Array.isArray(value) && value.length === 0) return {};
      return isObject(value) && Object.values(value).every((each) => typeof each === 'string')
        ? value
        : undefined;
    }
  }
}

function isScalar(value: Json): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** Throws a `Refusal` for what is missing, null or empty. */
export function requireFields(body: JsonObject, ...names: readonly string[]): void {
  for (const name of names) {
    const value = body[name];
    if (value === undefined || value === null || value === '')
      throw invalid(`${name}: This value is required.`);
  }
}
