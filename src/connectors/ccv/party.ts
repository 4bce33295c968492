/** People and companies as orders and users tell them (sheet 6.4). */
import { z } from 'zod';
import type { Address } from '../../records/address.ts';
import { buyerKind, vatNumberIn } from '../../records/business.ts';
import type { Customer } from '../../records/customer.ts';
import { countryCode, part, text } from '../wire/fields.ts';
import { addressOrNone, companyIn, fullName, nameOr } from '../wire/party.ts';

export const addressWire = z.object({
  first_name: text,
  last_name: text,
  full_name: text,
  company: text,
  address_line_1: text,
  address_line_2: text,
  street: text,
  housenumber: text,
  housenumber_suffix: text,
  zipcode: text,
  city: text,
  province: text,
  country_code: countryCode,
  telephone: text,
  mobile: text,
  comment: text,
});
export type AddressWire = z.infer<typeof addressWire>;

export const personWire = z.object({
  email: text,
  customertype: text,
  btw: text,
  kvk: text,
  reference: text,
  billingaddress: part(addressWire),
  deliveryaddress: part(addressWire),
});
export type PersonWire = z.infer<typeof personWire>;

/** One that is not used is all empty. */
export function addressOf(wire: AddressWire | undefined): Address | undefined {
  if (wire === undefined) return undefined;
  const { address_line_1, street, housenumber = '', housenumber_suffix = '' } = wire;
  const { address_line_2: extra, zipcode: postalCode, city, province: region, country_code: country } = wire;
  const written = address_line_1 ?? fullName(street, `${housenumber}${housenumber_suffix}`);
  return addressOrNone({ street: written, extra, postalCode, city, region, country });
}

export function phoneOf(wire: AddressWire | undefined): string | undefined {
  return wire?.telephone ?? wire?.mobile;
}

/** Whoever it is billed to. A company has a name or a VAT number: b2b alone makes none. */
export function customerOf(wire: PersonWire | undefined): Omit<Customer, 'reverseCharge'> {
  const billing = wire?.billingaddress;
  const { email } = wire ?? {};
  const { first_name: firstName, last_name: lastName } = billing ?? {};
  const company = companyIn(billing?.company);
  const vatNumber = vatNumberIn(wire?.btw);
  return {
    kind: buyerKind({ company, vatNumber }),
    email,
    name: nameOr(fullName(firstName, lastName) ?? billing?.full_name, { company, email }),
    firstName,
    lastName,
    company,
    phone: phoneOf(billing),
    vatNumber,
    cocNumber: wire?.kvk,
    address: addressOf(billing) ?? {},
  };
}
