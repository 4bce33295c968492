/** Ids that were found once: KV in a Worker. It may forget anything at any time. */
export interface IdCache {
  get(key: string): Promise<string | null>;
  put(key: string, id: string): Promise<void>;
}

/** Remembers nothing. */
export const noIdCache: IdCache = { get: async () => null, put: async () => {} };

/** The id under this key, or the one that `find` gives. A memory that fails costs a call, nothing else. */
export async function lookUp(
  idCache: IdCache,
  key: string,
  find: () => Promise<string | null>,
): Promise<string | null> {
  const known = await idCache.get(key).catch(() => null);
  if (known !== null) return known;
  const id = await find();
  if (id !== null) await idCache.put(key, id).catch(() => undefined);
  return id;
}
