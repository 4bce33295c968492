import type { FieldReader } from '../../kit/fields/field-reader.ts';
import { countryName } from '../../kit/places/country-names.ts';

const languages = ['nl', 'de', 'en', 'fr', 'es'] as const;
/** Days. No limit is documented (sheet 1); without one a due date could leave the calendar. */
export const maxTermDays = 3650;
export const paymentMethods = ['pay_later', 'direct_debit', 'already_paid'] as const;

/** What a client can write (sheet 6.2). The names are the wire's. */
export interface CustomerInput {
  is_private: boolean;
  customer_name: string;
  address_street: string | null;
  address_postal_code: string | null;
  address_city: string | null;
  address_country_code: string | null;
  address_extra_information: string | null;
  shift_vat: boolean;
  vat_number: string | null;
  coc_number: string | null;
  salutation: string | null;
  initials: string | null;
  first_name: string | null;
  last_name: string | null;
  date_of_birth: string | null;
  citizen_service_number: string | null;
  attn: string | null;
  phonenumber: string | null;
  website: string | null;
  email: string | null;
  cc_emails: string[];
  email_salutation: string;
  additional_information: string | null;
  payment_term: number;
  invoice_language: (typeof languages)[number];
  payment_method_invoice: (typeof paymentMethods)[number];
  reference: string | null;
  default_ledger_account_id: string | null;
  default_label_id: string | null;
  default_discount_description: string | null;
  default_discount_percentage: number | null;
  peppol_scheme_code: string | null;
  peppol_identifier: string | null;
}

export interface Customer extends CustomerInput {
  id: string;
  archived: boolean;
  /** Never on the wire (sheet 6.1). */
  deleted: boolean;
}

/**
 * The whole record: what a client leaves out becomes empty, on update too. Whether the real one keeps it is not known
 * (sheet 6.2, 10.10); this reading finds the client that sends half a record.
 */
export function readCustomer(fields: FieldReader): CustomerInput {
  fields.require('is_private', 'customer_name');
  const isPrivate = fields.boolean('is_private');
  if (isPrivate === false) {
    fields.require('address_street', 'address_postal_code', 'address_city', 'address_country_code');
  }
  const shiftVat = fields.boolean('shift_vat') ?? false;
  // For companies only (sheet 5); that it is enforced is our reading.
  if (isPrivate === true && shiftVat) fields.invalid('shift_vat');
  const input: CustomerInput = {
    is_private: isPrivate ?? false,
    customer_name: fields.text('customer_name') ?? '',
    address_street: fields.text('address_street'),
    address_postal_code: fields.text('address_postal_code'),
    address_city: fields.text('address_city'),
    address_country_code: fields.country('address_country_code') ?? 'NL',
    address_extra_information: fields.text('address_extra_information'),
    shift_vat: shiftVat,
    vat_number: fields.text('vat_number'),
    coc_number: fields.text('coc_number'),
    salutation: fields.oneOf('salutation', ['sir', 'madam', 'family']),
    initials: fields.text('initials'),
    first_name: fields.text('first_name'),
    last_name: fields.text('last_name'),
    date_of_birth: fields.date('date_of_birth'),
    citizen_service_number: fields.text('citizen_service_number'),
    attn: fields.text('attn'),
    phonenumber: fields.text('phonenumber'),
    website: fields.text('website'),
    email: fields.text('email'),
    cc_emails: fields.texts('cc_emails') ?? [],
    email_salutation: fields.text('email_salutation') ?? 'Geachte heer, mevrouw,',
    additional_information: fields.text('additional_information'),
    payment_term: fields.integer('payment_term', 0, maxTermDays) ?? 30,
    invoice_language: fields.oneOf('invoice_language', languages) ?? 'nl',
    payment_method_invoice: fields.oneOf('payment_method_invoice', paymentMethods) ?? 'pay_later',
    reference: fields.text('reference'),
    default_ledger_account_id: fields.uuid('default_ledger_account_id'),
    default_label_id: fields.uuid('default_label_id'),
    default_discount_description: fields.text('default_discount_description'),
    default_discount_percentage: fields.integer('default_discount_percentage', 0, 100),
    peppol_scheme_code: fields.text('peppol_scheme_code'),
    peppol_identifier: fields.text('peppol_identifier'),
  };
  fields.refuse();
  return input;
}

const ofFirms = { coc_number: null, shift_vat: false } as const;
const ofPeople = {
  ...{ salutation: null, initials: null, first_name: null, last_name: null },
  ...{ date_of_birth: null, citizen_service_number: null },
} as const;

/** What of it stays in books that keep only what the sheet names for such a customer (6.2). */
export function fitting(input: CustomerInput): CustomerInput {
  const shifted = input.shift_vat ? {} : { vat_number: null };
  return { ...input, ...shifted, ...(input.is_private ? ofFirms : ofPeople) };
}

/** As returned: the salutation is write only, the Mollie fields are there and empty. */
export function customerOnWire(customer: Customer): Record<string, unknown> {
  const { salutation: _, deleted: __, ...shown } = customer;
  return {
    ...shown,
    address_country_name: countryName(customer.address_country_code, 'nl'),
    mollie_direct_debit_status: null,
    mollie_customer_id: null,
    mollie_mandate_id: null,
  };
}
