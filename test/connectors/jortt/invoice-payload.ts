type Fields = Readonly<Record<string, unknown>>;

export const ids = {
  invoice: 'a1b2c3d4-0000-4000-8000-000000000001',
  credit: 'a1b2c3d4-0000-4000-8000-000000000002',
  customer: 'a1b2c3d4-0000-4000-8000-00000000000c',
} as const;

export function euros(amount: string) {
  return { amount, currency: 'EUR' };
}

export function row(description: string, quantity: string, amount: string, value: string, more: Fields = {}) {
  return { description, quantity, amount: euros(amount), vat: { value, category: null }, ...more };
}

/** Two lamps at 15.00 and a guide at 10.00, VAT of 6.30 and 0.90 on top: 47.20. */
export function sentInvoice(fields: Fields = {}): Fields {
  return {
    id: ids.invoice,
    invoice_status: 'sent',
    customer_id: ids.customer,
    invoice_number: '202603-012',
    invoice_date: '2026-03-04',
    invoice_due_date: '2026-03-18',
    invoice_total: euros('40.00'),
    invoice_total_incl_vat: euros('47.20'),
    invoice_due_amount: euros('47.20'),
    net_amounts: false,
    invoice_marked_free_of_vat: false,
    credited_invoice_id: null,
    credit_invoice_ids: [],
    remarks: 'Thank you',
    payment_method: 'pay_later',
    ...mill,
    language: 'nl',
    line_items: [row('Lamp', '2', '15.00', '0.21'), row('Guide', '1', '10.00', '0.09')],
    discounts: [],
    reference: 'WEB-77',
    created_at: '2026-03-03T23:30:00+01:00',
    ...fields,
  };
}

/** The customer as a sent invoice keeps it. */
export const mill = {
  customer_is_private: false,
  customer_company_name: 'Molen De Hoop B.V.',
  customer_attn: 'Bo Korver',
  customer_address_street: 'Dijkweg 40',
  customer_address_postal_code: '1521 EF',
  customer_address_city: 'Wormerveer',
  customer_address_country_code: 'NL',
  customer_address_extra_information: null,
  customer_vat_shifted: false,
  customer_vat_number: 'NL000000000B02',
  customer_mail_to: 'facturen@dehoop.example',
};

/** A draft says nothing of its customer (sheet 4.5). */
export const draft = {
  invoice_status: 'draft',
  invoice_number: null,
  invoice_date: null,
  invoice_due_date: null,
  payment_method: null,
  ...Object.fromEntries(Object.keys(mill).map((name) => [name, null])),
};

export function creditNote(fields: Fields = {}): Fields {
  return sentInvoice({
    id: ids.credit,
    credited_invoice_id: ids.invoice,
    invoice_total: euros('-40.00'),
    invoice_total_incl_vat: euros('-47.20'),
    ...fields,
  });
}

/** The same customer as Jortt has it now. */
export const customer = {
  id: ids.customer,
  is_private: false,
  customer_name: 'Molen De Nieuwe Hoop B.V.',
  attn: 'Afdeling inkoop',
  address_street: 'Zaanweg 1',
  address_postal_code: '1520 AA',
  address_city: 'Wormerveer',
  address_country_code: 'NL',
  address_extra_information: 'poort 2',
  shift_vat: false,
  vat_number: 'NL000000000B02',
  coc_number: '00000001',
  phonenumber: '+31 75 000000',
  email: 'inkoop@dehoop.example',
  invoice_language: 'de',
  archived: false,
};
