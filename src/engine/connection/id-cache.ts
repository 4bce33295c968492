/** Ids that were found once: KV in a Worker. It may forget anything at any time. `place` names what they are of. */
export interface IdCache {
  /** What is known of these keys. */
  get(place: string, keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  put(place: string, ids: ReadonlyMap<string, string>): Promise<void>;
  forget(place: string, keys: readonly string[]): Promise<void>;
}

/** Remembers nothing. */
export const noIdCache: IdCache = {
  get: async () => new Map(),
  put: async () => {},
  forget: async () => {},
};

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
  const known = await idCache.get(place, keys).catch(() => new Map<string, string>());
  const missing = keys.filter((key) => !known.has(key));
  const found = missing.length === 0 ? new Map<string, string>() : await find(missing);
  if (found.size > 0) await idCache.put(place, found).catch(() => undefined);
  return new Map([...known, ...found]);
}

/** What cannot be forgotten is found wrong once more. */
export async function forgetIds(idCache: IdCache, place: string, keys: readonly string[]): Promise<void> {
  await idCache.forget(place, keys).catch(() => undefined);
}
