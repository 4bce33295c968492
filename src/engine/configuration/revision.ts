import { conflict } from '../request-error.ts';
import type { Stores } from '../storage/stores.ts';

/** Returns what tells this state of the document from every one before it; null where there is none. */
export function revisionOf(stores: Stores): string | null {
  return stores.meta.get('document') === null ? null : (stores.meta.get('revision') ?? 'first');
}

/** To be called with every change of the document. */
export function nextRevision(stores: Stores, now: number): void {
  const number = Number.parseInt(stores.meta.get('revision') ?? '0', 10) || 0;
  stores.meta.set('revision', `${number + 1}-${now.toString(36)}`);
}

/** Throws a conflict when the document is not the one that a change was made of. */
export function expectRevision(stores: Stores | null, expected: string): void {
  const there = stores && revisionOf(stores);
  if (there === expected || (expected === '*' && there !== null)) return;
  throw conflict('saved_meanwhile', {});
}
