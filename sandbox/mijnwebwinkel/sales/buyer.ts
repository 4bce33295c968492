import type { JsonObject } from '../../kit/json.ts';
import type { Person } from '../../kit/people/person.ts';
import { countryName } from '../../kit/places/country-names.ts';
import type { Address, AddressInput, Sale, SaleInput } from './sale.ts';

/** A person in the shop's words. */
export function buyerOf(person: Person): SaleInput['buyer'] {
  const { email, vatNumber, hasAccount } = person;
  const taxnumber = vatNumber === undefined ? {} : { taxnumber: vatNumber };
  // An account needs an e-mail address.
  return { ...addressOf(person), email, account: hasAccount && email !== '', ...taxnumber };
}

export function addressOf({
  name,
  addressLines,
  postalCode,
  city,
  country,
  company,
  phone,
}: Person): AddressInput {
  return {
    name,
    ...streetAndNumber(addressLines.join(' ')),
    zipcode: postalCode,
    city,
    country,
    ...(company === undefined ? {} : { company }),
    ...(phone === undefined ? {} : { phone }),
  };
}

/** `Lindelaan 8 bis`: everything from the last number that begins a word is the number. */
export function streetAndNumber(text: string): { street: string; number: string } {
  const match = /^(.*?\D)\s+(\d.*)$/.exec(text.trim());
  return match === null
    ? { street: text.trim(), number: '' }
    : { street: match[1] ?? '', number: match[2] ?? '' };
}

/** The buyer as an order shows them (sheet 7.5). */
export function debtorOf(
  { buyer, deliverTo }: Sale,
  account: JsonObject | undefined,
  model: 'B2C' | 'B2B',
): JsonObject {
  return {
    ...(account === undefined ? {} : { id: account.id ?? null }),
    email: buyer.email,
    link_to_account: account !== undefined,
    address: {
      invoice: {
        ...addressOnWire(buyer),
        ...(model === 'B2B' && buyer.taxnumber !== '' ? { taxnumber: buyer.taxnumber } : {}),
      },
      // No delivery address: the same one.
      ...(deliverTo === undefined ? {} : { delivery: addressOnWire(deliverTo) }),
    },
  };
}

function addressOnWire({
  name,
  company,
  street,
  number,
  zipcode,
  city,
  country,
  phone,
}: Address): JsonObject {
  const place = { zipcode, city, country: countryName(country, 'nl'), country_code: country };
  return { name, company, street, number, ...place, phone };
}
