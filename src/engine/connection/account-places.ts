import { conflict } from '../request-error.ts';
import type { AccountRow } from '../storage/accounts.ts';
import type { Stores } from '../storage/stores.ts';
import { moveFlows } from './move-flows.ts';

/** Which account a connection works with. */
export interface Standing {
  /** What its tasks, links and all else are keyed by. */
  readonly place: string;
  /** The credentials open another account than before, and no person has said yet what that means. */
  readonly changed: boolean;
}

/** A connection, as far as its account goes. */
interface Placed extends Pick<Standing, 'place'> {
  readonly name: string;
  readonly isOtherAccount: boolean;
}

export function standingOf(row: { readonly place: string; readonly met: string | null }): Standing {
  return { place: row.met ?? row.place, changed: row.met !== null };
}

/** Returns the place of a connection that has none: its last account's, in the same system, or a new one. */
export function firstPlace(stores: Stores, connection: string, connector: string, now: number): string {
  const earlier = stores.accounts
    .all()
    .filter((row) => row.connection === connection && row.connector === connector && row.accepted !== null)
    .sort((a, b) => (b.accepted ?? 0) - (a.accepted ?? 0))
    .find(({ place }) => !isUsed(stores, place));
  if (earlier) return earlier.place;
  const place = stores.accounts.freePlace(connection);
  stores.accounts.put({ place, connection, connector, identity: null, accepted: now });
  return place;
}

/**
 * Takes note of the account that a connection's credentials open. A known account has its place, with all that is kept
 * of it. An unknown one holds the connection's flows until a person says what it is, unless the connection never opened
 * any. `proven`: the credentials were tried; until then a connection's first account is not written down, since what was
 * typed may be corrected.
 */
export function meetAccount(
  stores: Stores,
  connection: string,
  connector: string,
  { identity, proven }: { readonly identity: string; readonly proven: boolean },
  now: number,
): Standing {
  return stores.sql.transaction(() => {
    const row = stores.connections.get(connection);
    const current = row && stores.accounts.get(row.place);
    if (!row || !current) throw new Error(`The connection ${connection} has no place.`);
    const isIt = (each: AccountRow) => each.connector === connector && each.identity === identity;
    const known = bestOf(
      stores.accounts.all().filter((each) => isIt(each) && isFree(stores, each, connection)),
      connection,
    );
    const stand = (place: string, met: string | null) => {
      if (row.place !== place || row.met !== met) stores.connections.setPlace(connection, place, met);
      return standingOf({ place, met });
    };
    if (isIt(current)) return stand(current.place, null);
    if (current.identity === null) {
      if (known !== undefined && known.accepted !== null) {
        // Another name for an account that was here before: what has come in under the new name goes to it.
        moveFlows(stores, current.place, known.place);
        stores.accounts.remove(current.place);
        stores.accounts.put({ ...known, connection, accepted: now });
        return stand(known.place, null);
      }
      if (!proven) return stand(current.place, null);
      if (known !== undefined) {
        moveFlows(stores, known.place, current.place);
        stores.accounts.remove(known.place);
      }
      stores.accounts.put({ ...current, connector, identity });
      return stand(current.place, null);
    }
    if (known !== undefined) {
      if (known.connection !== connection) stores.accounts.put({ ...known, connection });
      return known.accepted === null ? stand(current.place, known.place) : stand(known.place, null);
    }
    const place = stores.accounts.freePlace(connection);
    stores.accounts.put({ place, connection, connector, identity, accepted: null });
    return stand(current.place, place);
  });
}

/** A person says that this is another account: it starts afresh, and nothing is carried over. */
export function acceptAnother(stores: Stores, connection: string, now: number): void {
  const row = stores.connections.get(connection);
  const met = row?.met && stores.accounts.get(row.met);
  if (!met) return;
  stores.accounts.put({ ...met, accepted: now });
  stores.connections.setPlace(connection, met.place, null);
}

/** A person says that the account of before is found under another identity now. Throws where that cannot be. */
export function acceptSame(stores: Stores, connection: string): void {
  const row = stores.connections.get(connection);
  const met = row?.met && stores.accounts.get(row.met);
  const known = row && stores.accounts.get(row.place);
  if (!met || !known) return;
  if (met.connector !== known.connector) {
    throw conflict('account_of_other_system', {});
  }
  moveFlows(stores, met.place, known.place);
  stores.accounts.remove(met.place);
  stores.accounts.put({ ...known, identity: met.identity });
  stores.connections.setPlace(connection, known.place, null);
}

/** Nothing is read or planned while nobody has said which account a connection leads to. */
export function requireAccounts({ from, to }: { readonly from: Placed; readonly to: Placed }): void {
  for (const { isOtherAccount, name } of [from, to]) {
    if (!isOtherAccount) continue;
    throw conflict('account_changed', { name });
  }
}

/** The accounts that connections open, without those that nobody has read yet or that a person must accept. */
export function knownAccounts(
  places: readonly AccountRow[],
  connections: readonly Placed[],
): { connector: string; identity: string }[] {
  return connections.flatMap(({ place, isOtherAccount }) => {
    const account = places.find((each) => each.place === place);
    if (isOtherAccount || !account?.identity) return [];
    return [{ connector: account.connector, identity: account.identity }];
  });
}

/**
 * Which of several places of one account it is, where two connections had it at one time: the connection's own, and one
 * that a person has accepted.
 */
function bestOf(places: readonly AccountRow[], connection: string): AccountRow | undefined {
  const rank = (row: AccountRow) => (row.connection === connection ? 2 : 0) + (row.accepted === null ? 0 : 1);
  return [...places].sort((a, b) => rank(b) - rank(a) || (a.accepted ?? 0) - (b.accepted ?? 0))[0];
}

/** No other connection works with it. */
function isFree(stores: Stores, { place }: AccountRow, connection: string): boolean {
  return stores.connections
    .all()
    .every((row) => row.name === connection || (row.place !== place && row.met !== place));
}

function isUsed(stores: Stores, place: string): boolean {
  return stores.connections.all().some((row) => row.place === place || row.met === place);
}
