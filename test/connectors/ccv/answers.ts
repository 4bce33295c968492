/** Answers as CCV writes them, with invented ids, names and amounts. */

const root = 'https://molen.example/api/rest/v1';

export const webshopsAnswer = (isTill: boolean) => ({
  href: `${root}/webshops/`,
  items: [{ id: 31, name: 'Molenwinkel', is_salespos: isTill, api_root: 'https://molen.example' }],
});

export const settingsAnswer = { currency: 'EUR', prices_include_vat: true, stock: true };

export const zonesAnswer = {
  items: [
    {
      country: 'Nederland',
      code: 'NL',
      geozone_id: 1,
      geozone_name: 'Nederland',
      tariffs: [
        { type: 'normal', percentage: 21 },
        { type: 'low a', percentage: 9 },
        { type: 'zero', percentage: 0 },
      ],
    },
  ],
};

/** A page that begins there, with a link to the next where there is one. */
export function page(path: string, start: number, items: readonly unknown[], next: number | null = null) {
  const link = (at: number) => `${root}${path}?start=${at}&size=100`;
  return {
    start,
    size: 100,
    href: link(start),
    previous: null,
    next: next === null ? null : link(next),
    items,
  };
}

/** Two lamps of 24.20 and a book of 10.90, sent for 6.05, 1.21 for the payment, 3.63 off; VAT within. */
export const orderAnswer = {
  href: `${root}/orders/5501/`,
  id: 5501,
  ordernumber_prefix: 'M',
  ordernumber: 77,
  ordernumber_full: 'M-77',
  create_date: '2026-03-01T23:10:00Z',
  deliver_method: 'shipping',
  orderedinlng: 'nl',
  status: 1,
  is_completed: true,
  paid: true,
  paymethod_label: 'iDEAL',
  order_row_taxes_included: true,
  shipping_taxes_included: false,
  shipping_tax_percentage: 21,
  is_intra_community_order: false,
  total_orderrow_price: 62.93,
  total_shipping: 5,
  total_discounts: 3.63,
  total_price: 62.93,
  total_tax: 9.93,
  currency: 'EUR',
  extra_payment_option_price: 0,
  paymethod_costs: 1.21,
  credit_point_discount: 0,
  extra_costs: 0,
  extra_costs_description: '',
  user: { id: '901', discount_percentage: 0 },
  customer: {
    email: 'wilma@example.nl',
    btw: '',
    kvk: '12345678',
    billingaddress: {
      first_name: 'Wilma',
      last_name: 'Smit',
      full_name: 'Wilma Smit',
      company: 'Smit Licht',
      address_line_1: 'Dijk 5b',
      address_line_2: '',
      zipcode: '1621AA',
      city: 'Hoorn',
      province: '',
      country_code: 'NL',
      telephone: '',
    },
    deliveryaddress: {
      full_name: '',
      company: '',
      address_line_1: '',
      zipcode: '',
      city: '',
      country_code: null,
    },
  },
};

export const rowAnswers = [
  {
    id: 1,
    product_id: 61,
    product_name: 'Lamp',
    product_number: 'LAMP',
    sub_sku_number: 'LAMP-W',
    count: 2,
    price_with_attributes: 24.2,
    tax: 21,
  },
  {
    id: 2,
    product_id: 62,
    product_name: 'Boek',
    product_number: 'BOEK',
    sub_sku_number: '',
    count: 1,
    price_with_attributes: 10.9,
    tax: 9,
  },
];

export function refusedWith(code: string | null, status = Number(code?.slice(0, 3) ?? 500)) {
  const body = { status, developermessage: 'It cannot be done', ...(code === null ? {} : { code }) };
  return Response.json(body, { status });
}
