/** What is known of a record that stands in the target, seen from an order: who keeps it, whose it is, and how new it is. */
import type { CustomerTarget, ExistingCustomer } from '../../../connectors/contract/target.ts';
import type { Address } from '../../../records/address.ts';
import { areStrangers, bearsNameOf } from '../../../records/identity.ts';
import {
  type CustomerKeys,
  isMadeForAnOrder,
  ownerOf,
  recordKey,
  writtenTo,
} from '../../customers/record/links.ts';
import type { OrderWork } from '../work.ts';
import type { MeantBuyer } from './meant.ts';

/**
 * Whether somebody else than the orders keeps the record: a record of the source owns it, or a customers flow works with the
 * target's customers. What was made for an order is the orders' own until a customers flow links it, of whichever direction or
 * integration.
 */
export async function hasKeeper({ context }: OrderWork, keys: CustomerKeys, id: string): Promise<boolean> {
  const { links, linksBack, customersKept } = context;
  if (ownerOf(links, keys, id) !== null || linksBack.get('customer', recordKey(id)) !== null) return true;
  if (!customersKept) return false;
  return !isMadeForAnOrder(links, id) || (await context.customerElsewhere('target', id)) === 'kept';
}

/**
 * Whether the record is known to be another private person's: a stranger's that was booked on or kept before, or says where its
 * person lives, or one that was made for another of the family. What somebody has typed in by hand, with a name and an
 * e-mail address alone, is whoever orders under that address.
 */
export function isSomebodyElses(
  { context: { links }, endpoints }: OrderWork,
  { identity, keys }: MeantBuyer,
  existing: ExistingCustomer,
): boolean {
  const { kind } = existing.identity;
  if (kind !== 'person' || identity.kind !== 'person' || bearsNameOf(existing.identity, identity))
    return false;
  const owners = links.recordsOf('customer', existing.id);
  if (!areStrangers(existing.identity, identity)) {
    return isMadeForAnOrder(links, existing.id) && !owners.some(({ key }) => key === keys.who);
  }
  return owners.length > 0 || saysWhere(endpoints.customers, existing);
}

/** Whether it says in which street of which town its person lives. */
function saysWhere(target: CustomerTarget, existing: ExistingCustomer): boolean {
  const { address } = target.partsIn(existing);
  const { street, city, postalCode } = (address ?? {}) as Address;
  return Boolean(street && (city || postalCode));
}

/** An order that comes late must not put old data over newer ones. */
export function isOlder({ context, order }: OrderWork, keys: CustomerKeys, id: string): boolean {
  const asOf = writtenTo(context.links, keys, id)?.facts.asOf;
  return asOf !== undefined && order.placedAt < asOf;
}

/** Whether just this was said of it last, and nobody has written to it since who would tell. */
export function isAsSaid(
  { context }: OrderWork,
  { fingerprint }: MeantBuyer,
  keys: CustomerKeys,
  id: string,
) {
  return writtenTo(context.links, keys, id)?.fingerprint === fingerprint;
}
