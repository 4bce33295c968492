import { acceptAnother, acceptSame } from '../connection/account-places.ts';
import { conflict, notFound } from '../request-error.ts';
import type { Stores } from '../storage/stores.ts';
import type { Runtime } from '../work/runtime.ts';
import { nextRevision } from './revision.ts';

/**
 * A person says what it means that a connection's credentials open another account than before: `another` starts afresh
 * with nothing carried over; `same` is the old one that moved.
 */
export function acceptAccount(
  stores: Stores,
  { connections }: Runtime,
  name: string,
  account: 'another' | 'same',
  now: number,
): void {
  const connection = connections.find((each) => each.name === name);
  if (!connection) throw notFound('connection');
  if (!connection.isOtherAccount) {
    throw conflict('account_unchanged', { name });
  }
  stores.sql.transaction(() => {
    if (account === 'another') acceptAnother(stores, name, now);
    else acceptSame(stores, name);
    nextRevision(stores, now);
  });
}
