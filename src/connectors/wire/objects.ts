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

/** The fields that say something; null says that there is none. */
export function stated(fields: JsonObject): JsonObject {
  return only(fields, (_, value) => value !== undefined);
}

/** A list that is left out where it is empty. */
export function whereAny<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
