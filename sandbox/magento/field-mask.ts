/** `?fields=items[entity_id,billing_address[city]],total_count` (sheet 4.5). */
import { isObject, type Json } from '../json.ts';

export interface Mask {
  readonly [name: string]: Mask | null;
}

/** Null for what cannot be read: the answer is `[]` then. */
export function readMask(text: string): Mask | null {
  if (!/^[\w[\],]+$/.test(text)) return null;
  const tokens = text.match(/\w+|[[\],]/g) ?? [];
  const stack: Record<string, Mask | null>[] = [newLevel()];
  let last: string | null = null;
  for (const token of tokens) {
    const level = stack.at(-1);
    if (level === undefined) return null;
    if (token === ',') {
      last = null;
    } else if (token === '[') {
      if (last === null) return null;
      const inner = newLevel();
      level[last] = inner;
      stack.push(inner);
      last = null;
    } else if (token === ']') {
      stack.pop();
      if (stack.length === 0) return null;
      last = null;
    } else {
      level[token] = null;
      last = token;
    }
  }
  return stack.length === 1 ? (stack[0] ?? null) : null;
}

export function masked(value: Json, mask: Mask): Json {
  if (Array.isArray(value)) return value.map((each) => masked(each, mask));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).flatMap(([name, each]) => {
    if (!Object.hasOwn(mask, name)) return [];
    const inner = mask[name];
    return [[name, inner ? masked(each, inner) : each] as const];
  });
  return Object.fromEntries(kept);
}

/** Without a prototype, so that any name is only a name. */
function newLevel(): Record<string, Mask | null> {
  return Object.create(null) as Record<string, Mask | null>;
}
