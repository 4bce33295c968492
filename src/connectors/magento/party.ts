import { z } from 'zod';
import type { Address } from '../../records/address.ts';
import type { Customer } from '../../records/customer.ts';
import { countryCode, list, text } from '../wire/fields.ts';
import { personal } from './fields.ts';
import { streetOfLines } from './street-lines.ts';

const region = z
  .union([text, z.object({ region: text })])
  .catch(undefined)
  .transform((value) => (typeof value === 'object' ? value.region : value));

/** An address of an order has its region as text, one of a customer as an object (sheet 7.5, 9.2). */
export const addressWire = z.object({
  firstname: personal,
  middlename: personal,
  lastname: personal,
  company: personal,
  street: z.union([list(text), text.transform((line) => [line])]),
  city: text,
  postcode: text,
  country_id: countryCode,
  region,
  telephone: personal,
  vat_id: personal,
});

export type AddressWire = z.infer<typeof addressWire>;

/** A buyer as an order or a customer of the shop states it. */
interface Party {
  readonly id: string | undefined;
  readonly address: AddressWire | undefined;
  /** Lends its address where there is no other; whose firm it is delivered at says nothing. */
  readonly elsewhere?: AddressWire | undefined;
  /** Of the account; of a guest it stands with the address only (sheet 7.2). */
  readonly names: Partial<Pick<AddressWire, 'firstname' | 'middlename' | 'lastname'>>;
  readonly email: string | undefined;
  /** Of the account. */
  readonly taxvat: string | undefined;
}

/** A VAT number makes a company as a company's name does: no private person has one. */
export function customerOf(party: Party, reverseCharge?: boolean): Customer {
  const { address, elsewhere, email } = party;
  const names = [address, party.names, elsewhere].find((each) => fullName(each ?? {}) !== '') ?? {};
  const company = address?.company;
  const vatNumber = vatNumberOf(party);
  const isCompany = company !== undefined || vatNumber !== undefined;
  return {
    id: party.id,
    kind: isCompany ? 'company' : 'person',
    email,
    name: fullName(names) || (company === undefined ? (email ?? '') : ''),
    firstName: names.firstname,
    lastName: [names.middlename, names.lastname].filter(Boolean).join(' ') || undefined,
    company,
    phone: address?.telephone ?? elsewhere?.telephone,
    vatNumber,
    reverseCharge,
    address: addressOf(address) ?? addressOf(elsewhere) ?? {},
  };
}

/** That of the address goes before that of the account (sheet 7.2). */
export function vatNumberOf({ address, taxvat }: Pick<Party, 'address' | 'taxvat'>): string | undefined {
  return address?.vat_id ?? taxvat;
}

function fullName({ firstname, middlename, lastname }: Party['names']): string {
  return [firstname, middlename, lastname].filter(Boolean).join(' ');
}

/** Undefined where not one field of an address is filled in. */
export function addressOf(wire: AddressWire | undefined): Address | undefined {
  if (wire === undefined) return undefined;
  const address: Address = {
    ...streetOfLines(wire.street),
    postalCode: wire.postcode,
    city: wire.city,
    region: wire.region,
    country: wire.country_id,
  };
  return Object.values(address).some((value) => value !== undefined) ? address : undefined;
}
