import type { IdCache } from '../src/engine/connection/id-cache.ts';

/** An article that was replaced in its system is looked up anew within a day. */
const livesSeconds = 24 * 3_600;

/** SKU → id in KV. Ids and SKUs only. */
export function kvIdCache(namespace: KVNamespace): IdCache {
  return {
    get: (key) => namespace.get(key),
    put: (key, id) => namespace.put(key, id, { expirationTtl: livesSeconds }),
  };
}
