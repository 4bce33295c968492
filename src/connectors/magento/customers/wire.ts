/** A customer as Magento sends it (sheet 9.2). */
import { z } from 'zod';
import type { Customer } from '../../../records/customer.ts';
import { flag, list, needed, text } from '../../wire/fields.ts';
import { personal } from '../fields.ts';
import { addressWire, customerOf } from '../party.ts';

/** Said in odd words it says nothing: which address is the default one is no reason to refuse the customer. */
const isDefault = flag.catch(undefined);

export const customerAddressWire = addressWire.extend({
  id: text,
  default_billing: isDefault,
  default_shipping: isDefault,
});

export const customerWire = z.object({
  id: needed(text),
  email: text,
  firstname: personal,
  middlename: personal,
  lastname: personal,
  taxvat: text,
  addresses: list(customerAddressWire),
});

/** Whether VAT is shifted to it only its orders show. */
export function customerFromWire(wire: z.infer<typeof customerWire>): Customer {
  const { addresses, firstname, middlename, lastname } = wire;
  const billing = addresses.find((address) => address.default_billing);
  const shipping = addresses.find((address) => address.default_shipping) ?? addresses[0];
  const names = { firstname, middlename, lastname };
  const address = billing ?? shipping;
  // The account's own name: an address may be somebody else's.
  const person =
    firstname === undefined && lastname === undefined ? address : address && { ...address, ...names };
  return customerOf({ id: wire.id, names, email: wire.email, taxvat: wire.taxvat }, person);
}
