/** Where a customer of the source stands in the target, by all that links, steps and the target itself say. */
import type { ExistingCustomer } from '../../connectors/contract/target.ts';
import { areStrangers, type Identity, isOfKind, likenessOf } from '../../records/identity.ts';
import { rejected } from '../../records/problem.ts';
import type { FlowContext } from '../contract.ts';
import type { CustomerLink } from '../links.ts';
import { basesWith } from './meet.ts';
import type { FoundCustomer } from './record/find-customer.ts';
import { type CustomerKeys, type KnownCustomer, orderedFor, ownerOf, recordKey } from './record/links.ts';
import type { CustomersSettings } from './settings.ts';
import { type Asking, findUnowned } from './shared-address.ts';

type Context = FlowContext<CustomersSettings>;

/** What links say of where a customer stands. `isTheirs`: who had the address before has that record still. */
interface Standing {
  readonly own: CustomerLink | null;
  readonly linked: KnownCustomer | null;
  readonly isTheirs: boolean;
}

/** Null where another record of the source has taken over what this one was linked to, while this one was gone or put away. */
export function ownLink({ key, links }: Context, keys: CustomerKeys): CustomerLink | null {
  const link = links.get('customer', recordKey(key));
  return link !== null && isLinkedToAnother({ key, links }, keys, link.targetId) ? null : link;
}

export function isLinkedToAnother(
  { key, links }: Pick<Context, 'key' | 'links'>,
  keys: CustomerKeys,
  targetId: string,
): boolean {
  const owner = ownerOf(links, keys, targetId);
  return owner !== null && owner !== key;
}

/**
 * The record that an order has made of this customer, under whatever name it had then; it may not have linked it yet. `begun`: steps
 * of calls that make this one.
 */
export function orderedBy(
  { steps, links, key }: Context,
  keys: CustomerKeys,
  begun: readonly string[],
): KnownCustomer | null {
  const [first] = begun;
  const targetId = first === undefined ? null : (steps.get(first)?.result ?? null);
  if (targetId === null) return orderedFor(links, keys, key);
  return { targetId, fingerprint: '', facts: {}, isSure: true };
}

/**
 * Finds the customer in the target: the record that this one is linked to, whatever its name and address are by now, unless it
 * was put away. Then another may be in use, under who it is. Throws `customer_kind_differs` where nobody knows which of the two
 * has changed.
 */
export async function standingIn(
  context: Context,
  asking: Asking,
  { own, linked, isTheirs }: Standing,
): Promise<FoundCustomer> {
  const { endpoints, known, identity } = asking;
  const { api, connector } = context.target;
  const record = own === null || own.targetId === '' ? null : await endpoints.target.get(api, own.targetId);
  if (record !== null && !record.archived) {
    const isKindKnown = basesWith(own, record.id).kind !== undefined;
    if (isKindKnown || isOfKind(record.identity, identity)) {
      return { fit: record, tied: [], others: [], archived: null };
    }
    const kind = identity.kind ?? known.customer.kind;
    throw rejected('customer_kind_differs', { system: connector.name, id: record.id, kind });
  }
  const other = isTheirs || linked?.targetId === own?.targetId ? null : linked;
  const made = other === null ? null : await madeForItsOrder(context, asking, other);
  if (made !== null) return { fit: made, tied: [], others: [], archived: null };
  const theirs = isTheirs && linked !== null ? [linked.targetId] : [];
  const found = await findUnowned(context, asking, other, theirs);
  return { ...found, archived: found.archived ?? record };
}

/**
 * What an order has made of this record, where orders of the source are placed by records and say just what those say: it is this
 * record still when that has become a company, or is none any more. Elsewhere an account may have ordered for a company.
 */
async function madeForItsOrder(
  { source, target, links, key }: Context,
  { endpoints, keys }: Asking,
  { targetId }: KnownCustomer,
): Promise<ExistingCustomer | null> {
  if (source.connector.orders?.target?.guests !== false) return null;
  if (orderedFor(links, keys, key)?.targetId !== targetId) return null;
  const record = await endpoints.target.get(target.api, targetId);
  return record?.archived ? null : record;
}

/**
 * What an order has made of this record, and is of another kind by now or has another name, may be this record still: a new address is no answer to
 * that. Where the target allows an address once nobody is made beside it unasked, as under the address of before. Throws
 * `customer_ambiguous`, unless a person asked for just this record, or what was made is there no more.
 */
export async function checkOrdered(context: Context, { endpoints, keys, identity }: Asking): Promise<void> {
  const { key, links, named, target } = context;
  if (named || endpoints.target.sharesEmails) return;
  const ordered = orderedFor(links, keys, key);
  if (ordered === null || isLinkedToAnother(context, keys, ordered.targetId)) return;
  const record = await endpoints.target.get(target.api, ordered.targetId);
  if (record === null || record.archived || isLike(record.identity, identity)) return;
  const system = target.connector.name;
  throw rejected('customer_ambiguous', { of: 'ordered', system, ids: [record.id], key });
}

function isLike(known: Identity, meant: Identity): boolean {
  return likenessOf(known, meant) !== 'none' && !areStrangers(known, meant);
}
