import { z } from 'zod';
import type { Address } from '../../records/address.ts';
import { buyerKind, vatNumberIn } from '../../records/business.ts';
import type { Customer } from '../../records/customer.ts';
import { countryCode, text } from '../wire/fields.ts';
import { addressOrNone, companyIn, fullName, languageOf, nameOr, streetOf } from '../wire/party.ts';

/** `billingPerson`, `shippingPerson` and a saved address have the same fields (sheet 3.9, 7.3). */
export const personWire = z.object({
  name: text,
  firstName: text,
  lastName: text,
  companyName: text,
  street: text,
  city: text,
  countryCode,
  postalCode: text,
  stateOrProvinceCode: text,
  stateOrProvinceName: text,
  phone: text,
});

type PersonWire = z.infer<typeof personWire>;

/** What an order or a customer of the shop states beside the person. */
type Stated = Pick<Customer, 'id' | 'email' | 'language' | 'reverseCharge'> & {
  /** Whatever was typed there, and what the shop found of it (sheet 7.3). */
  readonly taxId: string | undefined;
  readonly taxIdValid: boolean | undefined;
  /** Where the person has none of its own. */
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
};

/** Orders made in the admin may have no person at all. `elsewhere` lends its address where the person has none. */
export function customerOf(stated: Stated, person?: PersonWire, elsewhere?: PersonWire): Customer {
  const { firstName, lastName } = person ?? {};
  const company = companyIn(person?.companyName);
  const { taxId, taxIdValid, ...account } = stated;
  const name = person?.name ?? fullName(firstName, lastName) ?? stated.name;
  const vatNumber = vatNumberIn(taxId, taxIdValid);
  return {
    ...account,
    kind: buyerKind({ company, vatNumber }, taxIdValid),
    name: nameOr(name, { company, email: stated.email }),
    firstName,
    lastName,
    company,
    phone: person?.phone ?? stated.phone,
    vatNumber,
    language: languageOf(stated.language),
    address: addressOf(person) ?? addressOf(elsewhere) ?? {},
  };
}

export function addressOf(person: PersonWire | undefined): Address | undefined {
  // Both lines of the street come in one field (sheet 3.9).
  const lines = (person?.street ?? '').split('\n').map((line) => line.trim());
  return addressOrNone({
    ...streetOf(lines.filter((line) => line !== '')),
    postalCode: person?.postalCode,
    city: person?.city,
    region: person?.stateOrProvinceName ?? person?.stateOrProvinceCode,
    country: person?.countryCode,
  });
}
