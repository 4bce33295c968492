import type { CustomerElsewhere } from '../../flows/contract.ts';
import { recordKey } from '../../flows/customers/record/links.ts';
import type { KnownAccount } from '../siblings.ts';
import type { Stores } from '../storage/stores.ts';
import { placesOf } from './own-work.ts';

/** What this integration knows of a customer's record in an account that another integration asks about. */
export function customerIn(stores: Stores, account: KnownAccount, id: string): CustomerElsewhere {
  const { links, accounts } = stores;
  const places = placesOf(stores, account);
  const known = places.flatMap((place) => links.customersAt(place, id));
  const isCarried = accounts
    .all()
    .some(({ place: to }) => places.some((from) => links.get('customer', from, to, recordKey(id)) !== null));
  if (isCarried || known.some(({ source }) => source !== undefined)) return 'kept';
  return known.some(({ by }) => by === 'orders') ? 'made for an order' : 'unknown';
}
