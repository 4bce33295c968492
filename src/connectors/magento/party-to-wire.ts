import type { Address } from '../../records/address.ts';
import type { Customer } from '../../records/customer.ts';
import { rejected } from '../../records/problem.ts';
import { compactVatNumber } from '../../records/vat.ts';
import { present } from '../wire/fields.ts';
import { placeholder } from './fields.ts';

interface Names {
  readonly firstname: string | undefined;
  readonly lastname: string | undefined;
}

/** Of a name in one piece the first word is the first name. */
export function namesOf({ firstName, lastName, name }: Customer): Names {
  const first = firstName?.trim();
  const last = lastName?.trim();
  if (first || last) return { firstname: first || undefined, lastname: last || undefined };
  const [word, ...rest] = name.trim().split(/\s+/).filter(Boolean);
  // An e-mail address is no name.
  if (word === undefined || name.includes('@')) return { firstname: undefined, lastname: undefined };
  return { firstname: word, lastname: rest.join(' ') || undefined };
}

/** The parts that orders and customers share; what the record does not say is left out. */
export function addressToWire(customer: Customer, address: Address): Record<string, unknown> {
  return present({
    ...namesOf(customer),
    company: customer.company?.trim(),
    ...streetField(address),
    city: address.city?.trim(),
    postcode: address.postalCode?.trim(),
    country_id: address.country,
    telephone: customer.phone?.trim(),
    vat_id: customer.vatNumber && compactVatNumber(customer.vatNumber),
  });
}

function streetField({ street, extra }: Address): { street?: string[] } {
  const lines = [street?.trim(), extra?.trim()].filter((line) => line !== undefined && line !== '');
  return lines.length === 0 ? {} : { street: lines as string[] };
}

/** Magento takes no address without names and a telephone number (sheet 7.5, 9.2). */
export function completed<Fields extends Record<string, unknown>>(fields: Fields) {
  return { firstname: placeholder, lastname: placeholder, telephone: placeholder, ...fields };
}

const addressParts: Readonly<Record<string, string>> = {
  street: 'street',
  city: 'city',
  postcode: 'postalCode',
  country_id: 'country',
};

export function missingOf(address: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(addressParts).filter((name) => address[name] === undefined);
}

export function requireAddress(address: Readonly<Record<string, unknown>>): void {
  const missing = missingOf(address).map((name) => addressParts[name] ?? name);
  if (missing.length === 0) return;
  throw rejected('address_incomplete', { system: 'Magento', missing, fields: [] });
}
