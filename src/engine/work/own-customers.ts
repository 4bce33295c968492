import type { CustomerElsewhere } from '../../flows/contract.ts';
import { recordKey } from '../../flows/customers/record/links.ts';
import type { KnownAccount } from '../siblings.ts';
import type { Stores } from '../storage/stores.ts';
import { placesOf } from './own-work.ts';

/**
 * What this integration knows of a customer's record in an account that another integration asks about. Who that is travels nowhere: while any
 * customer is being made there whose call was not answered, a record that nothing is known of may be that one, unless it was there before (`seenAt`, epoch ms).
 * Whoever asks knows how long that may last.
 */
export function customerIn(
  stores: Stores,
  account: KnownAccount,
  { id, seenAt }: { readonly id: string; readonly seenAt: number },
): CustomerElsewhere {
  const { links, accounts, steps } = stores;
  const places = placesOf(stores, account);
  const known = places.flatMap((place) => links.customersAt(place, id));
  const isCarried = accounts
    .all()
    .some(({ place: to }) => places.some((from) => links.get('customer', from, to, recordKey(id)) !== null));
  if (isCarried || known.some(({ source }) => source !== undefined)) return 'kept';
  if (known.some(({ by }) => by === 'orders')) return 'made for an order';
  const perhaps = places.flatMap((place) => steps.customersBegunAt(place, id, seenAt));
  return perhaps.length > 0 ? { perhaps } : 'unknown';
}
