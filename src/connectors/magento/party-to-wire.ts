import type { Address } from '../../records/address.ts';
import type { Customer } from '../../records/customer.ts';
import { compactVatNumber } from '../../records/vat.ts';
import { present } from '../wire/fields.ts';
import { splitName, streetLines } from '../wire/party.ts';
import { placeholder } from '../wire/placeholder.ts';

export function namesOf(customer: Customer): Readonly<Record<'firstname' | 'lastname', string | undefined>> {
  const [firstname, lastname] = splitName(customer);
  return { firstname, lastname };
}

/** The parts that orders and customers share; what the record does not say is left out. */
export function addressToWire(customer: Customer, address: Address): Record<string, unknown> {
  const lines = streetLines(address);
  return present({
    ...namesOf(customer),
    company: customer.company?.trim(),
    street: lines.length === 0 ? undefined : lines,
    city: address.city?.trim(),
    postcode: address.postalCode?.trim(),
    country_id: address.country,
    telephone: customer.phone?.trim(),
    vat_id: customer.vatNumber && compactVatNumber(customer.vatNumber),
  });
}

/** Magento takes no address without names and a telephone number (sheet 7.5, 9.2). */
export function completed<Fields extends Record<string, unknown>>(fields: Fields) {
  return { firstname: placeholder, lastname: placeholder, telephone: placeholder, ...fields };
}

/** And none without these. */
export const addressParts = {
  street: 'street',
  city: 'city',
  postcode: 'postalCode',
  country_id: 'country',
} as const;
