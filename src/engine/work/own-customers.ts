import type { BegunCall, CustomerElsewhere } from '../../flows/contract.ts';
import { newcomerOf } from '../../flows/customers/record/call-step.ts';
import { recordKey } from '../../flows/customers/record/links.ts';
import { addressMarks } from '../privacy/address-marks.ts';
import type { Seal } from '../privacy/sealing.ts';
import { stepSeal } from '../privacy/step-seal.ts';
import type { AskedCustomer, KnownAccount } from '../siblings.ts';
import type { CustomerCall } from '../storage/steps.ts';
import type { Stores } from '../storage/stores.ts';
import { dayMs } from '../utc-day.ts';
import { placesOf } from './own-work.ts';

interface Parts {
  readonly integration: string;
  readonly stores: Stores;
  readonly seal: Seal;
}

/** By so much the clocks of two objects may differ: a call that looks later than the record may have made it. */
const clocksApartMs = 5_000;

/** Whoever asks waits for no call that is older. */
const longestWaitMs = 2 * dayMs;

/**
 * What this integration knows of a customer's record in an account that another integration asks about. While a customer is being made there whose
 * call was not answered, a record that nothing is known of may be that one, unless it was there before, or has another address.
 * Whoever asks knows how long that may last.
 */
export async function customerIn(
  parts: Parts,
  account: KnownAccount,
  { id, seenAt, marks }: AskedCustomer,
): Promise<CustomerElsewhere> {
  const { links, accounts, steps } = parts.stores;
  const places = placesOf(parts.stores, account);
  const known = places.flatMap((place) => links.customersAt(place, id));
  const isCarried = accounts
    .all()
    .some(({ place: to }) => places.some((from) => links.get('customer', from, to, recordKey(id)) !== null));
  if (isCarried || known.some(({ source }) => source !== undefined)) return 'kept';
  if (known.some(({ by }) => by === 'orders')) return 'made for an order';
  const time = { since: seenAt - longestWaitMs, until: seenAt + clocksApartMs };
  const begun = places.flatMap((place) => steps.customersBegunAt(place, id, time));
  const told = await Promise.all(begun.map((call) => mayHaveMade(parts, call, marks)));
  const perhaps = told.filter((call) => call !== null);
  return perhaps.length > 0 ? { perhaps } : 'unknown';
}

/**
 * Null where the call makes somebody with another address. A person may have what is parked done again, and who has just this address waits for
 * that; but not all the others, where nobody knows whom a call makes.
 */
async function mayHaveMade(
  parts: Parts,
  { intendedAt, isIt, task, ...step }: CustomerCall,
  marks: AskedCustomer['marks'],
): Promise<BegunCall | null> {
  const made = isIt || marks === undefined ? null : await newcomerOf(stepSeal(parts), step);
  if (made !== null) {
    const own = await (await addressMarks(parts.seal))(made.email);
    if (!own.some((mark) => marks?.includes(mark))) return null;
  }
  const isTold = isIt || made !== null;
  const isAtWork = task === 'at work' || (task === 'parked' && isTold);
  return isAtWork ? { intendedAt } : { intendedAt, isLeft: true };
}
