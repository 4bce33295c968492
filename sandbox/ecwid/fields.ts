import { type FieldRules, readFields, type Shape } from '../kit/fields/shape.ts';
import { isObject, type Json, type JsonObject } from '../kit/json.ts';
import { wrongField } from './refusal.ts';

/** What a field must be; a list of words is a choice. A null stands for an empty value (sheet 2.3). */
export type FieldKind = 'text' | 'number' | 'boolean' | 'object' | 'list' | 'any' | readonly string[];

/** The fields of a body that can be written, checked; all others are ignored (sheet 3.7). Throws a `Refusal`. */
export function writable(body: JsonObject, shape: Shape<FieldKind>, entity: string): JsonObject {
  const rules: FieldRules<FieldKind> = {
    read: (value, kind) => (fits(value, kind) ? value : undefined),
    keepsNull: true,
    emptyListIsObject: false,
    unknownField: null,
    wrongValue: (name) => wrongField(entity, name),
  };
  return readFields(body, shape, rules);
}

function fits(value: Json, kind: FieldKind): boolean {
  switch (kind) {
    case 'any':
      return true;
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'object':
      return isObject(value);
    case 'list':
      return Array.isArray(value);
    default:
      return typeof value === 'string' && kind.includes(value);
  }
}

/** A null stands for an empty value (sheet 2.3). */
export function withoutNulls(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
