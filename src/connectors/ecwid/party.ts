import { z } from 'zod';
import type { Address } from '../../records/address.ts';
import type { Customer } from '../../records/customer.ts';
import { countryCode, text } from '../wire/fields.ts';

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

/** A buyer as an order or a customer of the shop states it. */
interface Party {
  readonly id: string | undefined;
  readonly person: PersonWire | undefined;
  /** Lends its address where the person has none. */
  readonly elsewhere?: PersonWire | undefined;
  /** Where the person carries no name of its own. */
  readonly name?: string | undefined;
  readonly email: string | undefined;
  readonly phone?: string | undefined;
  readonly vatNumber: string | undefined;
  readonly language: string | undefined;
  readonly reverseCharge: boolean | undefined;
}

export function customerOf(party: Party): Customer {
  const { person, email } = party;
  const company = person?.companyName;
  const name =
    person?.name ?? ([person?.firstName, person?.lastName].filter(Boolean).join(' ') || party.name);
  return {
    id: party.id,
    kind: company === undefined ? 'person' : 'company',
    email,
    // Orders made in the admin may have no person at all; a document needs some name.
    name: name ?? (company === undefined ? email : undefined) ?? '',
    firstName: person?.firstName,
    lastName: person?.lastName,
    company,
    phone: person?.phone ?? party.phone,
    vatNumber: party.vatNumber,
    language: languageOf(party.language),
    reverseCharge: party.reverseCharge,
    address: addressOf(person) ?? addressOf(party.elsewhere) ?? {},
  };
}

/** Undefined where not one field of an address is filled in. */
export function addressOf(person: PersonWire | undefined): Address | undefined {
  if (person === undefined) return undefined;
  // Both lines of the street come in one field (sheet 3.9).
  const [street, ...more] = (person.street ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const address: Address = {
    street,
    extra: more.length === 0 ? undefined : more.join(', '),
    postalCode: person.postalCode,
    city: person.city,
    region: person.stateOrProvinceName ?? person.stateOrProvinceCode,
    country: person.countryCode,
  };
  return Object.values(address).some((value) => value !== undefined) ? address : undefined;
}

/** ISO 639-1, of whatever locale. */
export function languageOf(code: string | undefined): string | undefined {
  return /^([a-z]{2})(?:[-_]|$)/.exec(code?.toLowerCase() ?? '')?.[1];
}
