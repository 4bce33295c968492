import type { Customer } from '../../../src/records/customer.ts';
import type { Document, DocumentLine } from '../../../src/records/document.ts';

export const invoiceId = 'b61f4d0a-93c7-4e2b-a5d8-1c7f0e9b3a64';
export const customerId = '3f0c2a7e-5b1d-4c86-9a40-7e2d91b8c5f1';
export const ledgerAccount = '8d5e9c10-2f47-4b3a-8c61-0a9b7d4e6f23';

export function line(fields: Partial<DocumentLine> = {}): DocumentLine {
  const vatRate = fields.vatRate ?? '21';
  const base = { kind: 'item', description: 'Blue mug', quantity: '3', unitPrice: '25.00' } as const;
  return { ...base, vatRate, vatCode: vatRate, ...fields };
}

export function invoice(fields: Partial<Document> = {}): Document {
  return {
    kind: 'invoice',
    state: 'draft',
    reference: 'ORDER-10042',
    date: '2026-03-02',
    currency: 'EUR',
    pricesIncludeVat: false,
    customerId,
    customer: person(),
    placedAt: '2026-03-02T09:15:00.000Z',
    vatByRate: [],
    lines: [line()],
    paid: false,
    fields: {},
    ...fields,
  };
}

export function person(fields: Partial<Customer> = {}): Customer {
  return {
    kind: 'person',
    name: 'Ann Berg',
    email: 'ann@x.example',
    reverseCharge: false,
    address: {},
    ...fields,
  };
}

export const bakery: Customer = {
  id: '881',
  kind: 'company',
  name: 'Bo Korver',
  company: 'Bakkerij De Korenaar B.V.',
  email: ' inkoop@korenaar.example ',
  phone: '+31301234567',
  vatNumber: 'nl 8123.45.678 b01',
  cocNumber: '30123456',
  language: 'nl-NL',
  reverseCharge: false,
  address: { street: 'Molenweg 12', extra: 'unit 3', postalCode: '3511 AB', city: 'Utrecht', country: 'NL' },
};

/** Sheet 4.10. */
export const invoiceWire = {
  id: invoiceId,
  invoice_status: 'sent',
  customer_id: customerId,
  invoice_date: '2026-03-02',
  invoice_total: { amount: '85.00', currency: 'EUR' },
  invoice_total_incl_vat: { amount: '101.65', currency: 'EUR' },
  credited_invoice_id: null,
  reference: 'ORDER-10042',
  created_at: '2026-03-02T10:15:00+01:00',
  credit_invoice_ids: [],
  peppol_status: null,
};

/** Sheet 6.3. */
export const customerWire = {
  id: customerId,
  is_private: false,
  customer_name: 'Bakkerij De Korenaar B.V.',
  address_street: 'Molenweg 12',
  address_postal_code: '3511 AB',
  address_city: 'Utrecht',
  address_country_code: 'NL',
  address_country_name: 'Nederland',
  shift_vat: false,
  vat_number: null,
  email: 'inkoop@korenaar.example',
  cc_emails: ['boek@korenaar.example'],
  payment_term: 14,
  website: 'korenaar.example',
  mollie_direct_debit_status: null,
  archived: false,
};
