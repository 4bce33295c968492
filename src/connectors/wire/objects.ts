/** Objects whose fields are not known beforehand. */
import type { JsonObject } from '../contract/target.ts';

/** Whether a value as it was sent has fields. */
export function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** What a record has at some name; empty where that is no object. */
export function asObject(value: unknown): JsonObject {
  return value !== null && typeof value === 'object' ? (value as JsonObject) : {};
}

/** The fields that are wanted. */
export function only(fields: JsonObject, isWanted: (name: string, value: unknown) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => isWanted(name, value)));
}
