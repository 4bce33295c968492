/** What an integration leaves to the others over the same accounts when it is deleted: which documents there are its work. */
import type { KnownAccount } from '../siblings.ts';
import type { Stores } from '../storage/stores.ts';
import { accountAt, noteOwnWork, placesOf } from './own-work.ts';

/** What was made before is known to whoever reads the account: it has seen it and asked. */
const lateMs = 7 * 24 * 3_600_000;

export interface Legacy {
  readonly account: KnownAccount;
  readonly ids: readonly string[];
}

export function legacyOf(stores: Stores, now: number): Legacy[] {
  return stores.accounts.all().flatMap(({ place }) => {
    const account = accountAt(stores, place);
    const ids = account === null ? [] : stores.links.madeSince(place, now - lateMs);
    return account === null || ids.length === 0 ? [] : [{ account, ids }];
  });
}

export function inherit(stores: Stores, left: readonly Legacy[], now: number): void {
  stores.sql.transaction(() => {
    for (const { account, ids } of left) {
      for (const place of placesOf(stores, account))
        for (const id of ids) noteOwnWork(stores, place, id, now);
    }
  });
}
