import type { CustomerElsewhere } from '../../flows/contract.ts';
import { recordKey } from '../../flows/customers/record/links.ts';
import type { KnownAccount } from '../siblings.ts';
import type { Stores } from '../storage/stores.ts';
import { placesOf } from './own-work.ts';

/** Whoever has begun to make a customer finds out within so long what became of it, or is not at work. */
const beingMadeMs = 3_600_000;

/**
 * What this integration knows of a customer's record in an account that another integration asks about. Who that is travels nowhere: while any
 * customer is being made there whose call was not answered, a record that nothing is known of may be that one, unless it was there before (`seenAt`, epoch ms).
 */
export function customerIn(
  stores: Stores,
  account: KnownAccount,
  { id, seenAt }: { readonly id: string; readonly seenAt: number },
  now: number,
): CustomerElsewhere {
  const { links, accounts, steps } = stores;
  const places = placesOf(stores, account);
  const known = places.flatMap((place) => links.customersAt(place, id));
  const isCarried = accounts
    .all()
    .some(({ place: to }) => places.some((from) => links.get('customer', from, to, recordKey(id)) !== null));
  if (isCarried || known.some(({ source }) => source !== undefined)) return 'kept';
  if (known.some(({ by }) => by === 'orders')) return 'made for an order';
  const begun = { from: now - beingMadeMs, until: seenAt };
  return places.some((place) => steps.makesCustomerAt(place, id, begun)) ? 'perhaps' : 'unknown';
}
