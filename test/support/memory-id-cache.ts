import type { IdCache } from '../../src/engine/connection/id-cache.ts';

/** A cache of ids in memory: `kept` has them by place and key. */
export function memoryIdCache(kept = new Map<string, string>()): IdCache {
  return {
    get: async (place, keys) =>
      new Map(
        keys.flatMap((key) => {
          const id = kept.get(`${place}:${key}`);
          return id === undefined ? [] : [[key, id] as const];
        }),
      ),
    put: async (place, ids) => {
      for (const [key, id] of ids) kept.set(`${place}:${key}`, id);
    },
    forget: async (place, keys) => {
      for (const key of keys) kept.delete(`${place}:${key}`);
    },
  };
}
