/** An address that two records have: in the source, or in the target. */
import type { CustomerTarget, ExistingCustomer } from '../../connectors/contract/target.ts';
import { emailKey } from '../../records/customer.ts';
import { areStrangers, type Identity } from '../../records/identity.ts';
import { type Problem, problem, rejected } from '../../records/problem.ts';
import type { FlowContext } from '../contract.ts';
import type { Endpoints, FindableCustomer } from './plan.ts';
import { bestOf, customersWith, type FoundCustomer, findCustomer } from './record/find-customer.ts';
import { type CustomerKeys, isMadeForAnOrder, type KnownCustomer, ownerOf } from './record/links.ts';
import type { CustomersSettings } from './settings.ts';

type Context = FlowContext<CustomersSettings>;

/** Who asks for an address. */
export interface Asking {
  readonly endpoints: Endpoints;
  readonly known: FindableCustomer;
  readonly keys: CustomerKeys;
  readonly identity: Identity;
}

/**
 * Another record of the source to which one of the target is linked: whether it has just this address still. It may have changed
 * to one that was not carried yet; what it has in the target is its own all the same.
 */
interface Owner {
  readonly id: string;
  /** Null where it has none. */
  readonly email: string | null;
  readonly isHere: boolean;
}

/** Returns null for a record of the target that nobody else has: none was ever linked to it, or that one is gone. */
async function otherOwner(
  { key, links, source }: Context,
  { endpoints, known, keys }: Asking,
  targetId: string,
): Promise<Owner | null> {
  const id = ownerOf(links, keys, targetId);
  if (id === null || id === key) return null;
  const record = await endpoints.source.get(source.api, id);
  if (record === null) return null;
  const { email = null } = record;
  return { id, email, isHere: email !== null && emailKey(email) === emailKey(known.email) };
}

/**
 * Two records of the source that are one customer would overwrite each other without end: the first one linked has it. Throws
 * `email_shared` where it has this address; returns whether it has another one by now.
 */
export async function isOthers(context: Context, asking: Asking, targetId: string): Promise<boolean> {
  const owner = await otherOwner(context, asking, targetId);
  if (owner?.isHere) {
    throw rejected('email_shared', { system: context.source.connector.name, other: owner.id });
  }
  return owner !== null;
}

/** Finds the customer among those that no other record of the source has, whose address this was before. */
export async function findUnowned(
  context: Context,
  asking: Asking,
  wanted: KnownCustomer | null,
  others: readonly string[],
): Promise<FoundCustomer> {
  const { endpoints, known, identity } = asking;
  const found = await findCustomer(context, endpoints.target, {
    email: known.email,
    identity,
    known: wanted,
    isOthers: ({ id }) => others.includes(id),
  });
  if (found.fit === null || !(await isOthers(context, asking, found.fit.id))) return found;
  return findUnowned(context, asking, null, [...others, found.fit.id]);
}

/**
 * Returns those of them that keep the address; all, where a new one may have it too. Where the target allows no second one, and all
 * that have it are about to let it go, the new one waits for them: throws `email_taken`.
 */
export async function stayingAmong(
  context: Context,
  asking: Asking,
  others: readonly ExistingCustomer[],
): Promise<readonly ExistingCustomer[]> {
  const { create } = context.settings;
  if (create && asking.endpoints.target.sharesEmails) return others;
  const { staying } = await whoStays(context, asking, others);
  if (create && others.length > 0 && staying.length === 0) throw leaving(context);
  return staying;
}

/**
 * The address that a linked customer changes to may be taken there, by somebody else or by the same one a second time. Who is
 * about to let it go is waited for, unless that one waits for the address which this one has. What was made for an order keeps nobody
 * from an address that the target allows twice.
 */
export async function checkNewAddress(
  context: Context,
  asking: Asking,
  existing: ExistingCustomer,
): Promise<void> {
  const { api, connector } = context.target;
  const { endpoints, known, identity } = asking;
  const isForAnOrder = ({ id }: ExistingCustomer) =>
    endpoints.target.sharesEmails && isMadeForAnOrder(context.links, id);
  const others = (await customersWith(endpoints.target, api, known.email)).filter(
    (other) => !other.archived && other.id !== existing.id && !isForAnOrder(other),
  );
  const { staying, moves } = await whoStays(context, asking, others);
  if (isTaken(endpoints.target, staying, identity)) {
    throw rejected('email_taken', { system: connector.name });
  }
  if (moves.length === 0 || endpoints.target.sharesEmails) return;
  const mine = emailKey(existing.record?.email ?? '');
  const isSwap = moves.some(({ email }) => email !== null && emailKey(email) === mine);
  throw isSwap ? rejected('email_taken', { system: connector.name }) : leaving(context);
}

function isTaken(target: CustomerTarget, others: readonly ExistingCustomer[], identity: Identity): boolean {
  if (!target.sharesEmails) return others.length > 0;
  return (
    bestOf(others, identity).length > 0 || others.some((other) => areStrangers(other.identity, identity))
  );
}

async function whoStays(context: Context, asking: Asking, others: readonly ExistingCustomer[]) {
  const staying: ExistingCustomer[] = [];
  const moves: Owner[] = [];
  for (const other of others) {
    const owner = await otherOwner(context, asking, other.id);
    if (owner === null || owner.isHere) staying.push(other);
    else moves.push(owner);
  }
  return { staying, moves };
}

function leaving({ target: { connector } }: Context): Problem {
  return problem('retry', 'email_taken', { system: connector.name, leaving: true });
}
