/** Ids that were found once: KV in a Worker. It may forget anything at any time. */
export interface IdCache {
  get(key: string): Promise<string | null>;
  put(key: string, id: string): Promise<void>;
}

/** Remembers nothing. */
export const noIdCache: IdCache = { get: async () => null, put: async () => {} };

/**
 * The ids of these keys, kept under `place`; `find` is asked once for those that are not known. A cache that fails costs
 * a call, nothing else.
 */
export async function cachedIds(
  idCache: IdCache,
  place: string,
  keys: readonly string[],
  find: (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  await Promise.all(
    keys.map(async (key) => {
      const id = await idCache.get(`${place}:${key}`).catch(() => null);
      if (id !== null) ids.set(key, id);
    }),
  );
  const missing = keys.filter((key) => !ids.has(key));
  const found = missing.length === 0 ? [] : await find(missing);
  for (const [key, id] of found) {
    ids.set(key, id);
    await idCache.put(`${place}:${key}`, id).catch(() => undefined);
  }
  return ids;
}
