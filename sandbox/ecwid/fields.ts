import { isObject, type Json, type JsonObject } from '../json.ts';
import { wrongParameter } from './refusal.ts';

/** What a field must be. A null stands for an empty one (sheet 2.3). */
export type FieldType = 'text' | 'number' | 'boolean' | 'object' | 'list' | 'any' | readonly string[];

/** The fields of a body that can be written, checked; all others are ignored (sheet 3.7). Throws a `Refusal`. */
export function writable(
  body: JsonObject,
  types: Readonly<Record<string, FieldType>>,
  entity: string,
): JsonObject {
  const kept: JsonObject = {};
  for (const [name, type] of Object.entries(types)) {
    const value = body[name];
    if (value === undefined) continue;
    if (value !== null && !fits(value, type))
      throw wrongParameter(`Field ${entity}.${name} has a wrong value`);
    kept[name] = value;
  }
  return kept;
}

function fits(value: Json, type: FieldType): boolean {
  switch (type) {
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
      return typeof value === 'string' && type.includes(value);
  }
}
