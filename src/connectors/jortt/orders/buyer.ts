import { vatNumberIn } from '../../../records/business.ts';
import type { Customer } from '../../../records/customer.ts';
import { addressOf, customerFromWire, languageOf } from '../customers/to-record.ts';
import type { CustomerWire } from '../customers/wire.ts';
import type { InvoiceWire } from './wire.ts';

/**
 * Who bought. A sent invoice keeps the customer as it was (sheet 4.8); what it does not keep, and all of a draft's, is
 * the customer's own.
 */
export function invoiceBuyer(invoice: InvoiceWire, customer: CustomerWire | null): Customer {
  const current = customer === null ? null : customerFromWire(customer);
  const name = invoice.customer_company_name;
  // On a draft every text is empty, even where a customer is set (sheet 8.9).
  if (name === undefined) return current ?? { kind: 'person', name: '', reverseCharge: false, address: {} };
  const isPrivate = invoice.customer_is_private ?? customer?.is_private ?? false;
  const sameName = isPrivate && current?.name === name;
  return {
    id: current?.id ?? invoice.customer_id,
    kind: isPrivate ? 'person' : 'company',
    email: current?.email ?? invoice.customer_mail_to,
    name: isPrivate ? name : (invoice.customer_attn ?? ''),
    firstName: sameName ? current.firstName : undefined,
    lastName: sameName ? current.lastName : undefined,
    company: isPrivate ? undefined : name,
    phone: current?.phone,
    vatNumber: vatNumberIn(invoice.customer_vat_number) ?? current?.vatNumber,
    cocNumber: isPrivate ? undefined : current?.cocNumber,
    language: languageOf(invoice.language),
    reverseCharge: invoice.customer_vat_shifted ?? false,
    address: addressOf({
      street: invoice.customer_address_street,
      extra: invoice.customer_address_extra_information,
      postalCode: invoice.customer_address_postal_code,
      city: invoice.customer_address_city,
      country: invoice.customer_address_country_code,
    }),
  };
}
