import type { JsonObject } from '../../kit/json.ts';
import type { Person } from '../../kit/people/person.ts';
import { addressFields } from '../customers/address.ts';
import { infoFrom } from '../customers/personal-info.ts';
import type { Party, PartyInput, Sale, SaleInput } from './sale.ts';

/** A person in the shop's words. */
export function buyerOf(person: Person): NonNullable<SaleInput['buyer']> {
  const { email, vatNumber, hasAccount } = person;
  // An account needs a name to log in with.
  return {
    ...partyOf(person),
    email,
    account: hasAccount && email !== '',
    ...(vatNumber === undefined ? {} : { vatNumber }),
  };
}

export function partyOf({
  name,
  addressLines,
  postalCode,
  city,
  country,
  company,
  phone,
}: Person): PartyInput {
  const [street = '', ...others] = addressLines;
  const isNumber = /^\d/.test(others[0] ?? '');
  const [extra, typed] = isNumber
    ? [others.slice(1).join(' '), `${street} ${others[0]}`]
    : [others.join(' '), street];
  return {
    name,
    street: typed,
    ...(extra === '' ? {} : { extra }),
    zipcode: postalCode,
    city,
    country,
    ...(company === undefined ? {} : { company }),
    ...(phone === undefined ? {} : { phone }),
  };
}

/** The buyer as the order keeps them (sheet 6.4). Null where nobody was named. */
export function customerOf({ buyer, deliverTo }: Pick<Sale, 'buyer' | 'deliverTo'>): JsonObject | null {
  if (buyer === null) return null;
  const { email, vatNumber, coc, reference, company } = buyer;
  return infoFrom({
    email,
    customertype: company === '' ? 'b2c' : 'b2b',
    btw: vatNumber,
    kvk: coc,
    reference,
    billingaddress: addressFields(placeOf(buyer), true),
    ...(deliverTo === undefined ? {} : { deliveryaddress: addressFields(placeOf(deliverTo), false) }),
  });
}

function placeOf({ name, company, street, extra, zipcode, city, country, phone, comment }: Party) {
  return { name, company, street, extra, zipcode, city, country, phone, comment };
}
