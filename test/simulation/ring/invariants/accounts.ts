import { changedCustomer } from '../../world/call-line.ts';
import { isOf } from '../people/crowd.ts';
import {
  type Account,
  type Desk,
  type SystemName,
  type Trait,
  type Traits,
  traitNames,
} from '../people/desk.ts';
import type { Edit, Somebody } from '../people/somebody.ts';
import type { Ring } from '../ring.ts';
import { comparesCustomers, isBooks } from '../systems.ts';
import { flaggedTraits } from './parked.ts';

/** The engine read what it wrote over so long before, at most. */
const readBeforeMs = 60_000;
/** A write that took longer has overtaken others, which were done in a moment. */
const maxWriteMs = 30_000;
/** What somebody changes is carried within so long. */
const carriedWithinMs = 900_000;

/**
 * Whose account it is, and what stands in it: one account for everybody, the same on all sides that are kept in step, each
 * trait as the last one to touch it left it; no account that nobody made, none with anything in it that only an order said.
 */
export function accountViolations(ring: Ring): string[] {
  const { crowd } = ring;
  return [
    ...crowd.desks.flatMap((desk) => desk.accounts().flatMap((account) => ofAccount(ring, desk, account))),
    ...crowd.everybody.flatMap((somebody) => crowd.desks.flatMap((desk) => ofSomebody(ring, somebody, desk))),
  ];
}

/** Every account is somebody's, or was made for a sale elsewhere; then it says what that sale does, and nothing more. */
function ofAccount({ crowd }: Ring, { system }: Desk, { id, traits }: Account): string[] {
  const owners = crowd.everybody.filter(({ mark }) => isOf(traits, mark));
  const sales = crowd.sales.filter(({ mark }) => isOf(traits, mark));
  const what = `the account ${id} in ${system}`;
  const marks = new Set([...owners, ...sales].map(({ mark }) => mark));
  if (marks.size > 1) return [`${what} is of two: ${[...marks].join(', ')}`];
  if (marks.size === 0) return [`${what} is of nobody`];
  if (owners.length > 0) return [];
  if (sales.every((sale) => sale.system === system)) return [`${what} is of a guest, who asked for none`];
  if (sales.some(({ buyer }) => isSameBuyer(buyer, traits))) return [];
  return [`${what} is not as its sale has it: ${traits.name}, ${traits.company}, ${traits.street}`];
}

function ofSomebody(ring: Ring, somebody: Somebody, desk: Desk): string[] {
  const { crowd } = ring;
  const { mark, goneFrom } = somebody;
  const what = `the account of ${mark} in ${desk.system}`;
  const all = desk.accounts().filter(({ traits }) => isOf(traits, mark));
  const sales = crowd.sales.filter((sale) => sale.mark === mark);
  const isOfOrder = ({ traits }: Account) => sales.some(({ buyer }) => isSameBuyer(buyer, traits));
  const own = isBooks(desk.system) ? all.filter((each) => !isOfOrder(each)) : all;
  // Where nobody carries the account from where it was opened, orders made one for every address that they came under.
  const expected = isCarried(ring, somebody, desk) ? 1 : new Set(own.map(({ traits }) => traits.email)).size;
  const goneAt = goneFrom.get(desk.system);
  if (goneAt !== undefined) {
    // Whoever buys again is in the books again, and what an order has made of an account is that account's.
    const mayBeBack = isBooks(desk.system) && sales.some(({ at }) => at > goneAt - carriedWithinMs);
    return own.length > 0 && !mayBeBack ? [`${what} was taken away, and is there again`] : [];
  }
  if (own.length > Math.max(expected, 1)) return [`${what} is there ${own.length} times`];
  if (all.length === 0) return isMissing(ring, somebody, desk.system) ? [`${what} is missing`] : [];
  // One of them is the account; the others are of orders with other data.
  const readings = (own.length > 0 ? own : all).map((account) =>
    traitNames.flatMap((trait) => ofTrait(ring, somebody, { desk, account, trait })),
  );
  return readings.reduce((best, each) => (each.length < best.length ? each : best));
}

function isSameBuyer(buyer: Traits, { name, company, street }: Traits): boolean {
  return buyer.name === name && buyer.company === company && buyer.street === street;
}

function isMissing(ring: Ring, somebody: Somebody, system: SystemName): boolean {
  const { edits, goneFrom, mark } = somebody;
  const entered = edits.get('name')?.[0];
  if (entered === undefined || entered.side === system) return entered?.side === system;
  if (!areInStep(ring, entered.side, system) || !hasNews(ring, somebody, entered.side)) return false;
  return goneFrom.size === 0 && flaggedTraits(ring, mark) !== null;
}

/** Books do not tell when a customer was changed: what stands there again as it stood at first may have been seen by nobody. */
function hasNews(ring: Ring, somebody: Somebody, side: SystemName): boolean {
  const from = seenFrom(ring, side);
  if (somebody.lastEditAt < from) return false;
  return (
    !comparesCustomers(side) ||
    somebody.bornAt >= from ||
    traitNames.some((trait) => somebody.isOther(trait, from))
  );
}

/** From when on an edit is told from what was there before. The books are compared with their first list. */
function seenFrom({ liveAt, members }: Ring, side: SystemName): number {
  if (!comparesCustomers(side)) return liveAt;
  const keepers = members.filter(({ routes }) => routes.some(({ flow }) => flow === 'customers'));
  return Math.max(liveAt, ...keepers.map((member) => member.listedAt(side)));
}

interface Seen {
  readonly desk: Desk;
  readonly account: Account;
  readonly trait: Trait;
}

function ofTrait(ring: Ring, somebody: Somebody, { desk, account, trait }: Seen): string[] {
  const edits = somebody.edits.get(trait) ?? [];
  const heard = edits.filter(({ side }) => side === desk.system || areInStep(ring, side, desk.system));
  const last = heard.at(-1);
  const value = account.traits[trait];
  if (last === undefined || isSame(trait, value, last.value)) return [];
  // Where nobody keeps customers the books have them from their orders, as ever.
  const sales = ring.crowd.sales.filter(({ mark }) => mark === somebody.mark);
  if (!isKept(ring, desk) && sales.some(({ buyer }) => isSame(trait, value, buyer[trait]))) return [];
  const flagged = flaggedTraits(ring, somebody.mark);
  if (flagged === null || flagged.has(trait) || somebody.goneFrom.size > 0) return [];
  // Before there was an integration each side had its own; and what stands on both sides then is filled in only.
  if (edits.every(({ at, side }) => at < seenFrom(ring, side))) return [];
  if (edits.some((edit) => isOvertaken(ring, somebody, edit))) return [];
  return [
    `the ${trait} of ${somebody.mark} in ${desk.system} is "${value}", and was last set to "${last.value}" in ${last.side}`,
  ];
}

/**
 * Whether somebody worked on a record of this one between the moment that the engine read it and that in which its write was done; or a
 * write that was done minutes late put a whole record over it, on the side that it was carried to.
 */
function isOvertaken({ members, crowd }: Ring, somebody: Somebody, { at, side }: Edit): boolean {
  return members.some(({ network }) =>
    network.arrivals.some((call) => {
      if (at > call.at) return false;
      if (crowd.owners.get(`${call.system} ${changedCustomer(call.line)}`) !== somebody) return false;
      if (call.system === side) return call.sentAt - readBeforeMs <= at;
      return call.at - call.sentAt > maxWriteMs && call.sentAt <= at + carriedWithinMs;
    }),
  );
}

function isInStep({ scenario }: Ring, { system }: Desk): boolean {
  const routes = scenario.integrations.flat().filter(({ flow }) => flow === 'customers');
  return routes.some(({ from }) => from === system);
}

function isCarried(ring: Ring, { edits }: Somebody, desk: Desk): boolean {
  const home = edits.get('name')?.[0]?.side ?? desk.system;
  if (home === desk.system) return isInStep(ring, desk);
  return areInStep(ring, home, desk.system) || areInStep(ring, desk.system, home);
}

/** An order writes to no account of a shop, and to none that a customers flow works with. */
function isKept(ring: Ring, desk: Desk): boolean {
  return !isBooks(desk.system) || isInStep(ring, desk);
}

function areInStep({ scenario }: Ring, one: SystemName, other: SystemName): boolean {
  return scenario.integrations
    .flat()
    .some(({ flow, from, to }) => flow === 'customers' && from === one && to === other);
}

/** A telephone number is written with blanks, or without. */
function isSame(trait: Trait, one: string, other: string): boolean {
  const plain = (text: string) => (trait === 'phone' ? text.replaceAll(' ', '') : text.trim());
  return plain(one) === plain(other);
}
