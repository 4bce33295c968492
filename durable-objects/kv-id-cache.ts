import type { IdCache } from '../src/engine/connection/id-cache.ts';

/** An article that was replaced in its system is looked up anew within a day. */
const livesSeconds = 24 * 3_600;
/**
 * A key of KV holds the ids of many SKUs: a free plan writes 1,000 keys a day, and one for each of 50,000 SKUs would take it 50 days.
 */
const buckets = 32;

/** SKU → id, and when it was found, in seconds since 1970. Ids and SKUs only. */
type Bucket = Readonly<Record<string, readonly [id: string, at: number]>>;

/** SKU → id in KV. Two that write one bucket at once lose one of the two writings: that costs a look-up. */
export function kvIdCache(namespace: KVNamespace): IdCache {
  const read = async (name: string) => (await namespace.get<Bucket>(name, 'json')) ?? {};
  const change = async (place: string, keys: readonly string[], entry: (key: string) => string | null) => {
    for (const [name, own] of byBucket(place, keys)) {
      const at = now();
      const before = await read(name);
      const isNews = own.some((key) => entry(key) !== (fresh(before, key, at)?.[0] ?? null));
      if (!isNews) continue;
      const kept = Object.entries(before).filter(
        ([key, found]) => isFresh(found[1], at) && !own.includes(key),
      );
      const added = own.flatMap((key) => {
        const id = entry(key);
        return id === null ? [] : [[key, [id, at]] as const];
      });
      const bucket = Object.fromEntries([...kept, ...added]);
      await namespace.put(name, JSON.stringify(bucket), { expirationTtl: livesSeconds });
    }
  };
  return {
    get: async (place, keys) => {
      const at = now();
      const found = await Promise.all(
        [...byBucket(place, keys)].map(async ([name, own]) => {
          const bucket = await read(name);
          return own.flatMap((key) => {
            const entry = fresh(bucket, key, at);
            return entry === undefined ? [] : [[key, entry[0]] as const];
          });
        }),
      );
      return new Map(found.flat());
    },
    put: (place, ids) => change(place, [...ids.keys()], (key) => ids.get(key) ?? null),
    forget: (place, keys) => change(place, keys, () => null),
  };
}

function now(): number {
  return Math.floor(Date.now() / 1_000);
}

function isFresh(at: number, now: number): boolean {
  return at + livesSeconds > now;
}

function fresh(bucket: Bucket, key: string, at: number): Bucket[string] | undefined {
  const entry = Object.hasOwn(bucket, key) ? bucket[key] : undefined;
  return entry !== undefined && isFresh(entry[1], at) ? entry : undefined;
}

function byBucket(place: string, keys: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const key of new Set(keys)) {
    const name = `${place}:${bucketOf(key)}`;
    found.set(name, [...(found.get(name) ?? []), key]);
  }
  return found;
}

/**
 * FNV-1a of all but the last two characters: the hundred SKUs of a batch are neighbours as a rule, and are read and written with a few keys,
 * not with all of them.
 */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (const character of key.slice(0, -2))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % buckets;
}
