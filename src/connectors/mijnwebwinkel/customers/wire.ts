import { z } from 'zod';
import type { Address } from '../../../records/address.ts';
import { buyerKind, vatNumberIn } from '../../../records/business.ts';
import type { Customer } from '../../../records/customer.ts';
import { countryCode, flag, needed, text } from '../../wire/fields.ts';
import { addressOrNone, companyIn, fullName, nameOr } from '../../wire/party.ts';
import { personal } from '../../wire/placeholder.ts';
import { streetFromWire } from '../street.ts';
import { many, unwrapped } from '../wrapped.ts';

export const customerAddressWire = z.object({
  id: text,
  firstName: personal,
  lastName: personal,
  street: personal,
  streetNumber: personal,
  zipCode: personal,
  city: personal,
  countryCode,
  company: text,
  phone: text,
  taxNumber: text,
  isDefaultForInvoice: flag,
});

type CustomerAddressWire = z.infer<typeof customerAddressWire>;

/** A customer as it is read (sheet 7.10), with its addresses where they came along. */
export const customerWire = z.object({
  id: needed(text),
  email: text,
  firstName: personal,
  lastName: personal,
  addresses: many(customerAddressWire, 'id'),
});
export type CustomerWire = z.infer<typeof customerWire>;

/** As it came: what is not known here stays as it is. Live answers have the envelope, and the addresses only where asked. */
export const rawCustomer = z.looseObject({ id: needed(text), email: z.string().nullish() });
export const oneCustomer = unwrapped('customer', rawCustomer);
export const someAddresses = unwrapped('addresses', many(z.looseObject({ id: needed(text) }), 'id'));

/** The address that invoices go to; else the first. */
export function mainAddress<A extends { readonly isDefaultForInvoice?: unknown }>(
  all: readonly A[],
): A | undefined {
  return all.find(({ isDefaultForInvoice }) => isDefaultForInvoice === true) ?? all[0];
}

/** Company, telephone and VAT number stand with the address. `reverseCharge` stays open: only an order says it. */
export function customerFromWire(wire: CustomerWire): Customer {
  const address = mainAddress(wire.addresses);
  const company = companyIn(address?.company);
  const vatNumber = vatNumberIn(address?.taxNumber);
  const name = fullName(wire.firstName, wire.lastName) ?? fullName(address?.firstName, address?.lastName);
  return {
    id: wire.id,
    kind: buyerKind({ company, vatNumber }),
    email: wire.email,
    name: nameOr(name, { company, email: wire.email }),
    firstName: wire.firstName,
    lastName: wire.lastName,
    company,
    phone: address?.phone,
    vatNumber,
    address: address === undefined ? {} : placeOf(address),
  };
}

/** No address is kept without a country: beside a place that nobody knows it says nothing. */
function placeOf({
  street,
  streetNumber,
  zipCode,
  city,
  countryCode: country,
}: CustomerAddressWire): Address {
  const place = addressOrNone({ ...streetFromWire(street, streetNumber), postalCode: zipCode, city });
  return place === undefined ? {} : { ...place, country };
}
