import { kvIdCache } from '../../../durable-objects/kv-id-cache.ts';
import type { IdCache } from '../../../src/engine/connection/id-cache.ts';

/** How long a place of KV may go on giving what stood there before. */
const staleMs = 60_000;

interface Value {
  readonly text: string;
  readonly at: number;
}

interface IdStoreParts {
  readonly now: () => number;
  /** Whether this reading or writing fails. */
  readonly isAway: () => boolean;
  /** Whether this reading gives what stood there before the last writing, if that was a moment ago. */
  readonly isStale: () => boolean;
}

/** SKU → id as the Worker keeps it, over a KV that is slow to tell of what was written, or away. */
export function idStore({ now, isAway, isStale }: IdStoreParts): IdCache {
  const values = new Map<string, readonly [now: Value, before: Value | undefined]>();
  const reach = () => {
    if (isAway()) throw new Error('KV is away');
  };
  const namespace = {
    get: async (name: string) => {
      reach();
      const [last, before] = values.get(name) ?? [];
      if (last === undefined) return null;
      const isBehind = last.at + staleMs > now() && isStale();
      const read = isBehind ? before : last;
      return read === undefined ? null : (JSON.parse(read.text) as unknown);
    },
    put: async (name: string, text: string) => {
      reach();
      values.set(name, [{ text, at: now() }, values.get(name)?.[0]]);
    },
  };
  return kvIdCache(namespace as unknown as KVNamespace);
}
