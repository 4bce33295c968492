import { z } from 'zod';
import type { Customer } from '../../../records/customer.ts';
import { flag, list, needed, part, text } from '../../wire/fields.ts';
import { customerOf, personWire } from '../party.ts';

/** A customer as it is read (sheet 7.3). */
export const customerWire = z.object({
  id: needed(text),
  name: text,
  email: text,
  taxId: text,
  taxIdValid: flag,
  lang: text,
  billingPerson: part(personWire),
  shippingAddresses: list(personWire.extend({ defaultAddress: flag })),
  contacts: list(z.object({ contact: text, type: text, default: flag })),
});

export type CustomerWire = z.infer<typeof customerWire>;

/** `reverseCharge` stays open: only an order says whether VAT was shifted; `taxExempt` is something else. */
export function customerFromWire(wire: CustomerWire): Customer {
  const saved = wire.shippingAddresses.find((address) => address.defaultAddress) ?? wire.shippingAddresses[0];
  const phones = wire.contacts.filter(({ type }) => type === 'PHONE');
  const stated = {
    id: wire.id,
    name: wire.name,
    email: wire.email,
    phone: (phones.find((phone) => phone.default) ?? phones[0])?.contact,
    taxId: wire.taxId,
    taxIdValid: wire.taxIdValid,
    language: wire.lang,
  };
  return customerOf(stated, wire.billingPerson ?? saved, saved);
}
