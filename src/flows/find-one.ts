import type { Api } from '../connectors/contract/api.ts';

interface Searched<Found> {
  find(api: Api, keys: readonly string[]): Promise<ReadonlyMap<string, Found>>;
}

/** Returns what the target has under exactly this key, or null when there is nothing. */
export async function findOne<Found>(target: Searched<Found>, api: Api, key: string): Promise<Found | null> {
  return (await target.find(api, [key])).get(key) ?? null;
}
