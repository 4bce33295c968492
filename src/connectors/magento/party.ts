import { z } from 'zod';
import type { Address } from '../../records/address.ts';
import { buyerKind, vatNumberIn } from '../../records/business.ts';
import type { Customer } from '../../records/customer.ts';
import { countryCode, list, text } from '../wire/fields.ts';
import { addressOrNone, companyIn, fullName, nameOr } from '../wire/party.ts';
import { personal } from '../wire/placeholder.ts';
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

type Names = Partial<Pick<AddressWire, 'firstname' | 'middlename' | 'lastname'>>;

/** What an order or a customer of the shop states beside its address. */
type Stated = Pick<Customer, 'id' | 'email' | 'reverseCharge'> & {
  /** Of the account; of a guest it stands with the address only (sheet 7.2). */
  readonly names: Names;
  /** Of the account. */
  readonly taxvat: string | undefined;
};

/**
 * What makes a company stands in `records/business.ts`. `elsewhere` lends its address where there is no other; whose firm it
 * is delivered at says nothing.
 */
export function customerOf(stated: Stated, address?: AddressWire, elsewhere?: AddressWire): Customer {
  const { names: own, taxvat, ...account } = stated;
  const names = [address, own, elsewhere].find((each) => wholeName(each ?? {}) !== undefined) ?? {};
  const company = companyIn(address?.company);
  const vatNumber = vatNumberOf(address, taxvat);
  return {
    ...account,
    kind: buyerKind({ company, vatNumber }),
    name: nameOr(wholeName(names), { company, email: stated.email }),
    firstName: names.firstname,
    lastName: fullName(names.middlename, names.lastname),
    company,
    phone: address?.telephone ?? elsewhere?.telephone,
    vatNumber,
    address: addressOf(address) ?? addressOf(elsewhere) ?? {},
  };
}

/** That of the address goes before that of the account (sheet 7.2), unless it is none. */
export function vatNumberOf(
  address: AddressWire | undefined,
  taxvat: string | undefined,
): string | undefined {
  return vatNumberIn(address?.vat_id) ?? vatNumberIn(taxvat);
}

function wholeName({ firstname, middlename, lastname }: Names): string | undefined {
  return fullName(firstname, middlename, lastname);
}

export function addressOf(wire: AddressWire | undefined): Address | undefined {
  return addressOrNone({
    ...streetOfLines(wire?.street ?? []),
    postalCode: wire?.postcode,
    city: wire?.city,
    region: wire?.region,
    country: wire?.country_id,
  });
}
