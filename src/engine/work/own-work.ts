import type { OwnWork } from '../../flows/contract.ts';
import { inOneLine } from '../../records/reference.ts';
import type { KnownAccount } from '../siblings.ts';
import type { AccountRow } from '../storage/accounts.ts';
import type { Stores } from '../storage/stores.ts';

/** No system has less room for a reference. */
const minCutLength = 16;

/** What this integration itself made, or is making, in the account at this place, wherever else that stood in it. */
export function ownWorkAt(stores: Stores, place: string, id: string, reference: string | undefined): OwnWork {
  const rows = stores.accounts.all();
  const here = rows.find((row) => row.place === place);
  const same = here?.identity ? rows.filter((row) => isSame(row, here)) : [];
  return ownWorkAmong(stores, [...new Set([place, ...same.map((row) => row.place)])], id, reference);
}

/**
 * The same for an account that another integration asks about. One that a connection of this integration has come to open may be
 * the one of before under another name: while no person has said so, what would be its work there perhaps is.
 */
export function ownWorkIn(
  stores: Stores,
  account: KnownAccount,
  id: string,
  reference: string | undefined,
): OwnWork {
  const own = ownWorkAmong(stores, placesOf(stores, account), id, reference);
  if (own !== 'no') return own;
  return ownWorkAmong(stores, placesBefore(stores, account), id, reference) === 'no' ? 'no' : 'perhaps';
}

/** Where connections stand that open this account now, unlike before. */
function placesBefore({ accounts, connections }: Stores, account: KnownAccount): string[] {
  return connections.all().flatMap(({ place, met }) => {
    const other = met === null ? null : accounts.get(met);
    return other?.identity && isSame(other, account) ? [place] : [];
  });
}

/** Wherever an account stood in this integration. */
export function placesOf({ accounts }: Pick<Stores, 'accounts'>, account: KnownAccount): readonly string[] {
  const same = accounts.all().filter((row) => isSame(row, account));
  return same.map(({ place }) => place);
}

/** Another integration said that an order of the account at this place is its work: it is, whatever becomes of that one. */
export function noteOwnWork(stores: Stores, place: string, id: string, now: number): void {
  if (ownWorkAt(stores, place, id, undefined) === 'no') stores.links.noteMade(place, id, now);
}

function ownWorkAmong(
  { links, steps }: Stores,
  places: readonly string[],
  id: string,
  reference: string | undefined,
): OwnWork {
  if (places.some((place) => links.leadTo(place, id))) return 'made';
  const begun = places.flatMap((place) => steps.ordersAt(place));
  if (begun.some(({ result }) => result === id)) return 'made';
  if (reference === undefined) return 'no';
  const isIt = (each: string | null) => each !== null && isReference(inOneLine(each), inOneLine(reference));
  return begun.some((step) => step.result === null && isIt(step.reference)) ? 'perhaps' : 'no';
}

/** Also one that a system has cut: whoever waits in vain for a while loses less than who makes it twice. */
function isReference(given: string, kept: string): boolean {
  return given === kept || (kept.length >= minCutLength && given.startsWith(kept));
}

/** Which account stands at a place; null while that is not known. */
export function accountAt({ accounts }: Pick<Stores, 'accounts'>, place: string): KnownAccount | null {
  const row = accounts.get(place);
  return row?.identity ? { connector: row.connector, identity: row.identity } : null;
}

function isSame(one: Pick<AccountRow, 'connector' | 'identity'>, other: typeof one): boolean {
  return one.connector === other.connector && one.identity === other.identity;
}
