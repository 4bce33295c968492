import { isObject, type Json } from '../kit/json.ts';

const maxDepth = 40;

/** Both spellings are accepted everywhere (sheet 3): `pageSize` and `page_size`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, '');
}

/** With all names in it in snake case; null where it is nested more deeply than the shop decodes. */
export function snakeCased(value: Json): Json {
  return isDeeperThan(value, maxDepth) ? null : renamed(value);
}

function isDeeperThan(value: Json, levels: number): boolean {
  if (levels < 0) return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((each) => isDeeperThan(each, levels - 1));
}

function renamed(value: Json): Json {
  if (Array.isArray(value)) return value.map(renamed);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [snakeCase(name), renamed(each)]));
}
