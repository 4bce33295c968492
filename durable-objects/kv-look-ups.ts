import type { LookUps } from '../src/engine/look-ups.ts';

/** An article that was replaced in its system is looked up anew within a day. */
const livesSeconds = 24 * 3_600;

/** SKU → id in KV. Ids and SKUs only. */
export function kvLookUps(namespace: KVNamespace): LookUps {
  return {
    get: (key) => namespace.get(key),
    put: (key, id) => namespace.put(key, id, { expirationTtl: livesSeconds }),
  };
}
