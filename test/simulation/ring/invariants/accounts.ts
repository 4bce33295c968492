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
import { flaggedTraits } from './parked.ts';

/** What was emptied before a write is read back cannot be told from what its system did not take. */
const readBackMs = 60_000;
const lateMs = 20_000;

/**
 * Whose account it is, and what stands in it: one account for everybody, the same on all sides that are kept in step, each
 * trait as the last one to touch it left it; no account that nobody made or bought by, none with anything in it that only an
 * order said.
 */
export function accountViolations(ring: Ring): string[] {
  const { crowd } = ring;
  return [
    ...crowd.desks.flatMap((desk) => desk.accounts().flatMap((account) => ofAccount(ring, desk, account))),
    ...crowd.everybody.flatMap((somebody) => crowd.desks.flatMap((desk) => ofSomebody(ring, somebody, desk))),
  ];
}

/** Every account is somebody's; in books also that of an order, as the order has it. */
function ofAccount({ crowd }: Ring, { system }: Desk, { id, traits }: Account): string[] {
  const owners = crowd.everybody.filter(({ mark }) => isOf(traits, mark));
  const buyers = crowd.sales.filter(({ mark }) => isOf(traits, mark));
  const what = `the account ${id} in ${system}`;
  const marks = new Set([...owners, ...buyers].map(({ mark }) => mark));
  if (marks.size > 1) return [`${what} is of two: ${[...marks].join(', ')}`];
  return marks.size === 0 ? [`${what} is of nobody`] : [];
}

function ofSomebody(ring: Ring, somebody: Somebody, desk: Desk): string[] {
  const { crowd } = ring;
  const { mark, goneFrom } = somebody;
  const what = `the account of ${mark} in ${desk.system}`;
  const all = desk.accounts().filter(({ traits }) => isOf(traits, mark));
  const sales = crowd.sales.filter((sale) => sale.mark === mark);
  const isOfOrder = ({ traits }: Account) => sales.some(({ buyer }) => isSameBuyer(buyer, traits));
  const own = desk.system === 'jortt' ? all.filter((each) => !isOfOrder(each)) : all;
  if (goneFrom.has(desk.system)) return own.length > 0 ? [`${what} was taken away, and is there again`] : [];
  // Where nobody keeps customers in step, an order under a new address makes another.
  const isKept = ring.scenario.integrations.flat().some((route) => route.flow === 'customers');
  if (own.length > 1 && isKept) return [`${what} is there ${own.length} times`];
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
  if (!areInStep(ring, entered.side, system) || somebody.lastEditAt < ring.liveAt) return false;
  return goneFrom.size === 0 && flaggedTraits(ring, mark) !== null;
}

interface Seen {
  readonly desk: Desk;
  readonly account: Account;
  readonly trait: Trait;
}

function ofTrait(ring: Ring, somebody: Somebody, { desk, account, trait }: Seen): string[] {
  const { crowd } = ring;
  const edits = somebody.edits.get(trait) ?? [];
  const heard = edits.filter(({ side }) => side === desk.system || areInStep(ring, side, desk.system));
  const last = heard.at(-1);
  const value = account.traits[trait];
  if (last === undefined || isSameText(value, last.value)) return [];
  const flagged = flaggedTraits(ring, somebody.mark);
  if (flagged === null || flagged.has(trait) || somebody.goneFrom.size > 0) return [];
  // Before there was an integration each side had its own; and what stands on both sides then is filled in only.
  if (last.at < ring.liveAt && edits.every(({ at }) => at < ring.liveAt)) return [];
  // An order made the account with what it said, before anybody could tell that this was gone since.
  const saidByOrder = crowd.sales.some((sale) => sale.mark === somebody.mark && sale.buyer[trait] === value);
  if (last.value === '' && saidByOrder) return [];
  if (isRecast(ring, somebody) && (trait === 'name' || trait === 'company')) return [];
  if (edits.some((edit) => isOvertaken(ring, somebody, edit))) return [];
  return [
    `the ${trait} of ${somebody.mark} in ${desk.system} is "${value}", and was last set to "${last.value}" in ${last.side}`,
  ];
}

/** Whether somebody worked on a record between the moment that the engine read it and that in which its write was done. */
function isOvertaken({ members, crowd }: Ring, somebody: Somebody, { at, side, value }: Edit): boolean {
  return members.some(({ network: { arrivals } }) => {
    const writes = arrivals.filter(
      ({ system, line }) => system === side && /^PUT .*\/customers\//.test(line),
    );
    return writes.some((write) => {
      const id = write.line.split('/').at(-1) ?? '';
      if (crowd.owners.get(`${side} ${id}`) !== somebody) return false;
      const reading = write.line.replace('PUT', 'GET');
      const read = arrivals.findLast((each) => each.line === reading && each.at <= write.sentAt);
      const until = value === '' ? write.at + readBackMs : write.at;
      return at >= (read?.at ?? 0) && at <= until;
    });
  });
}

/**
 * Whether somebody became a company, or a person again, while an old update was still under way. The one name of books is then
 * the person's or the company's: which of them an old one brings back cannot be told in every case.
 */
function isRecast({ members, crowd }: Ring, somebody: Somebody): boolean {
  const isLate = members.some(({ network: { arrivals } }) =>
    arrivals.some(({ system, line, sentAt, at }) => {
      const owner = crowd.owners.get(`${system} ${line.split('/').at(-1)}`);
      return line.startsWith('PUT') && owner === somebody && at - sentAt > lateMs;
    }),
  );
  return isLate && (somebody.edits.get('company')?.length ?? 0) > 1;
}

function areInStep({ scenario }: Ring, one: SystemName, other: SystemName): boolean {
  return scenario.integrations
    .flat()
    .some(({ flow, from, to }) => flow === 'customers' && from === one && to === other);
}

function isSameText(one: string, other: string): boolean {
  return one.trim() === other.trim();
}
