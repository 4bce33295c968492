/** A customer as Magento sends it (sheet 9.2). */
import { z } from 'zod';
import type { Customer } from '../../../records/customer.ts';
import { flag, list, needed, text } from '../../wire/fields.ts';
import { personal, placeholder } from '../../wire/placeholder.ts';
import { type AddressWire, addressWire, customerOf } from '../party.ts';

/** Said in odd words it says nothing: which address is the default one is no reason to refuse the customer. */
const isDefault = flag.catch(undefined);

export const customerAddressWire = addressWire
  .extend({ id: text, default_billing: isDefault, default_shipping: isDefault })
  .transform((address) => (isNowhere(address) ? { ...address, ...noPlace } : address));

const noPlace = {
  street: [],
  city: undefined,
  postcode: undefined,
  region: undefined,
  country_id: undefined,
};

/** What holds a telephone number or a company, and no place: Magento has these in an address only (addresses.ts). */
export function isNowhere({ street, city }: Pick<AddressWire, 'street' | 'city'>): boolean {
  return city === placeholder && street.every((line) => line === undefined || line === placeholder);
}

export const customerWire = z.object({
  id: needed(text),
  email: text,
  firstname: personal,
  middlename: personal,
  lastname: personal,
  taxvat: text,
  addresses: list(customerAddressWire),
});

export type CustomerWire = z.infer<typeof customerWire>;

/** Whether VAT is shifted to it only its orders show. */
export function customerFromWire(wire: CustomerWire): Customer {
  const { firstname, middlename, lastname } = wire;
  const names = { firstname, middlename, lastname };
  const address = invoiceAddress(wire.addresses);
  // The account's own name: an address may be somebody else's.
  const person =
    firstname === undefined && lastname === undefined ? address : address && { ...address, ...names };
  return customerOf({ id: wire.id, names, email: wire.email, taxvat: wire.taxvat }, person);
}

/** The one that a customer is read with. */
export function invoiceAddress<
  Each extends { readonly default_billing?: unknown; readonly default_shipping?: unknown },
>(addresses: readonly Each[]): Each | undefined {
  const billing = addresses.find((address) => address.default_billing === true);
  return billing ?? addresses.find((address) => address.default_shipping === true) ?? addresses[0];
}
