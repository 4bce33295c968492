/** Which store view a call reads and writes; 0 is all of them (sheet 1.1). */
import type { Call } from '../endpoint.ts';
import { storeViews } from '../stores/stores.ts';

export const allViews = 0;

/** Without a name in the path, what is new is written for all views, and what exists for the default one. */
export function writtenView({ names, store }: Pick<Call, 'names' | 'store'>, isNew: boolean): number {
  if (names === 'all' || (names === 'nothing' && isNew)) return allViews;
  return store.id;
}

export function readView({ names, store, query }: Pick<Call, 'names' | 'store' | 'query'>): number {
  const asked = query.get('storeId') ?? query.get('store_id');
  if (asked !== null && storeViews.some(({ id }) => String(id) === asked)) return Number(asked);
  return names === 'all' || asked === '0' ? allViews : store.id;
}
