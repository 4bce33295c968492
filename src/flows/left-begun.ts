/** What is left of what was begun of a key, once something of it is known. */
import type { Begun, SentUpdate } from './bulk.ts';

/** With only those updates; null where nothing is left. */
export function updatesWhere(
  { updates = {}, ...begun }: Begun,
  isLeft: (part: string, each: SentUpdate) => boolean,
): Begun | null {
  const left = Object.entries(updates).flatMap(([part, all]) => {
    const some = all.filter((each) => isLeft(part, each));
    return some.length === 0 ? [] : [[part, some] as const];
  });
  return begunOrNone({ ...begun, updates: Object.fromEntries(left) });
}

/** Null where nothing is. */
export function begunOrNone({ products, pictures, updates = {}, lists = [] }: Begun): Begun | null {
  const parts = [products, pictures, updates, lists].filter((each) => Object.keys(each).length > 0);
  if (parts.length === 0) return null;
  return {
    ...{ products, pictures },
    ...(parts.includes(updates) && { updates }),
    ...(parts.includes(lists) && { lists }),
  };
}
