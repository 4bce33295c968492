/** Answers as MijnWebwinkel writes them (sheet 7), with invented ids, names and amounts. */

export const storeAnswer = {
  id: '3f0f3c58-0000-4000-8000-00000000aa01',
  name: 'Molenwinkel',
  primary_domain: 'https://molen.example',
  open: true,
  currency: 'EUR',
  prices_include_tax: true,
  default_language: 'nl_NL',
  available_business_models: 'ALL',
  region_code: 'NL',
};

export const statusesAnswer = [
  { status: 1, description: 'Bestelling in behandeling', credit_order: false },
  { status: 2, description: 'Verzonden', credit_order: false },
  { status: 3, description: 'Betaald', credit_order: false },
  { status: 8, description: 'Vervallen', credit_order: false },
  { status: 10, description: 'Gecrediteerd', credit_order: true },
];

/** As a list shows it, when the status last changed on the evening before. */
export function listed(number: number | string, more: Record<string, unknown> = {}) {
  return {
    number: String(number),
    date: '2026-03-01',
    time: '20:15:00',
    status: 3,
    status_changed_date: '2026-03-01',
    status_changed_time: '20:16:00',
    payment_status: 'pending',
    credited_order_number: null,
    ...more,
  };
}

export const invoiceAddress = {
  gender: 'V',
  name: 'Wilma Smit',
  company: '',
  street: 'Dijk',
  number: '5b',
  zipcode: '1621AA',
  city: 'Hoorn',
  country: 'Nederland',
  country_code: 'NL',
  phone: '0229000001',
};

/** Three cards for 10.00 together, a book at 9 %, sent for 4.95, 1.00 for the payment at two rates, 2.00 off. */
export const orderAnswer = {
  ...listed(2_301),
  uuid: '3f0f3c58-0000-4000-8000-00000000cc01',
  payment_status: 'captured',
  locale: 'nl_NL',
  currency: 'EUR',
  credit_order_numbers: [2_310],
  comments: { customer: 'Graag inpakken', internal: '' },
  tax_strategy: '',
  tax_region: 'NL',
  payment: { gateway_name: 'mollie', method_name: 'ideal', status: { id: 1, text: 'Successful' } },
  debtor: {
    id: '3f0f3c58-0000-4000-8000-00000000bb01',
    email: 'wilma@example.nl',
    address: { invoice: invoiceAddress, delivery: [] },
  },
  price: {
    total: '24.85',
    tax: [
      { rate: '9.00', amount: '0.91' },
      { rate: '21.00', amount: 2.39 },
    ],
  },
  orderlines: [
    {
      id: 'l1',
      type: 'article',
      quantity: 3,
      description: 'Kaart (Kleur: Rood)',
      price: { rate: '21.00', amount: '8.264463', amount_including_tax: '10.00' },
      articles: [
        {
          id: 41,
          sku: 'KAART',
          options: [
            { list_option_id: 7, description: 'Rood', price: { amount: '0.10', rate: 21 } },
            { description: 'Action price', price: '-0.40' },
          ],
        },
      ],
    },
    {
      id: 'l2',
      type: 'article',
      quantity: 1,
      description: 'Boek',
      price: { rate: 9, amount: 9.999083, amount_including_tax: 10.9 },
      articles: [{ id: 42, sku: 'BOEK' }],
    },
    {
      id: 'l3',
      type: 'payment',
      quantity: 1,
      description: 'Verzendkosten',
      price: { rate: '21.00', amount: '4.09', amount_including_tax: '4.95' },
    },
    {
      id: 'l4',
      type: 'payment',
      quantity: 1,
      price: [
        { rate: '9.00', amount: '0.192571', amount_including_tax: '0.21' },
        { rate: '21.00', amount: '0.652972', amount_including_tax: '0.79' },
      ],
    },
    {
      id: 'l5',
      type: 'discount',
      quantity: 1,
      description: 'LENTE',
      price: { rate: '21.00', amount: '-1.65', amount_including_tax: '-2.00' },
    },
  ],
  shipping: [{ country: [] }],
};

/** The credit order of the book. */
export const creditAnswer = {
  ...orderAnswer,
  number: '2310',
  date: '2026-03-02',
  credited_order_number: 2_301,
  credit_order_numbers: [],
  price: { total: '-10.90', tax: { rate: '9.00', amount: '-0.90' } },
  orderlines: [
    {
      id: 'c1',
      type: 'article',
      quantity: -1,
      description: 'Boek',
      price: { rate: 9, amount: -10, amount_including_tax: '-10.90' },
      articles: [{ id: 42, sku: 'BOEK' }],
    },
  ],
};

/** Captured as a whole; the payment knows the line of 4.95 for what it is. */
export const paymentsAnswer = {
  payments: [
    {
      id: '3f0f3c58-0000-4000-8000-00000000dd01',
      gateway: 'mollie',
      method: 'ideal:ideal_INGBNL2A',
      price: 2_485,
      currency: 'EUR',
      isTest: false,
      createdAt: '2026-03-01T20:15:50+01:00',
      mutations: [
        { id: 1, type: 'authorize', price: 2_485, createdAt: '2026-03-01T20:16:00+01:00' },
        { id: 2, type: 'capture', price: 2_485, createdAt: '2026-03-01T20:16:00+01:00' },
      ],
      order: {
        reference: 2_301,
        lines: [
          { type: 'physical', price: 1_000, quantity: 3 },
          { type: 'shipping_fee', price: 495, quantity: 1 },
        ],
      },
    },
  ],
};
