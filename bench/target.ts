/** References of invoices that were made and not looked at yet, by their ids. */
const made = new Map<string, string>();

/** Ecwid and Jortt that answer at once: every order is another new customer's, nothing is ever found by a search, and an invoice is as it was made. */
export async function answerAtOnce(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const order = /^\/ecwid\/api\/v3\/1003\/orders\/(\w+)$/.exec(pathname)?.[1];
  if (order !== undefined) return Response.json(orderOf(order));
  if (request.method === 'POST') {
    const body = await request.text();
    if (pathname.endsWith('/token')) return token();
    const id = crypto.randomUUID();
    if (pathname === '/jortt/v3/invoices')
      made.set(id, (JSON.parse(body) as { reference: string }).reference);
    return Response.json({ data: { id } }, { status: 201 });
  }
  const invoice = /^\/jortt\/v3\/invoices\/(.+)$/.exec(pathname)?.[1];
  if (invoice !== undefined) return Response.json({ data: invoiceOf(invoice) });
  switch (pathname) {
    case '/ecwid/api/v3/1003/profile':
      return Response.json(profile);
    case '/ecwid/api/v3/1003/orders':
      return Response.json({ total: 0, count: 0, offset: 0, limit: 100, items: [] });
    case '/jortt/v3/organizations/me':
      return Response.json({ data: { company_name: 'Bench', one_stop_shop_enabled: true, vat_type: 'vat' } });
    default:
      return Response.json({ data: [], _links: { next: null } });
  }
}

function token(): Response {
  return Response.json({ access_token: 'bench', token_type: 'Bearer', expires_in: 7200 });
}

const profile = {
  settings: { storeName: 'Bench' },
  company: { countryCode: 'NL' },
  formatsAndUnits: { currency: 'EUR', timezone: 'Europe/Amsterdam' },
  taxSettings: { pricesIncludeTax: true },
};

function invoiceOf(id: string) {
  const reference = made.get(id);
  made.delete(id);
  return {
    ...{ id, reference, invoice_status: 'draft', created_at: '2026-11-18T12:00:00Z', invoice_date: null },
    invoice_total: { amount: '35.00', currency: 'EUR' },
    invoice_total_incl_vat: { amount: '42.35', currency: 'EUR' },
  };
}

/** Two lines and shipping, 21 % inside. */
function orderOf(id: string) {
  const person = {
    name: 'Bo Bench',
    street: 'Kade 1',
    city: 'Zwolle',
    countryCode: 'NL',
    postalCode: '8011 AB',
  };
  const tax = (total: number, taxOnShipping: number) => ({
    ...{ name: 'BTW', value: 21, total, taxOnShipping },
    taxOnDiscountedSubtotal: total - taxOnShipping,
  });
  return {
    ...{ id, paymentStatus: 'PAID', fulfillmentStatus: 'AWAITING_PROCESSING', email: `${id}@example.com` },
    ...{ createTimestamp: 1_795_000_000, updateTimestamp: 1_795_000_000, customerId: 0, lang: 'nl' },
    ...{ total: 42.35, tax: 7.35, pricesIncludeTax: true, couponDiscount: 0, discount: 0 },
    items: [
      {
        id: 1,
        productId: 1,
        sku: 'MUG',
        name: 'Mug',
        price: 12.1,
        quantity: 2,
        tax: 5.04,
        shipping: 4.84,
        taxes: [tax(5.04, 0.84)],
      },
      {
        id: 2,
        productId: 2,
        sku: 'TEA',
        name: 'Tea',
        price: 12.1,
        quantity: 1,
        tax: 2.31,
        shipping: 1.21,
        taxes: [tax(2.31, 0.21)],
      },
    ],
    shippingOption: { shippingMethodName: 'Post', shippingRate: 6.05 },
    taxesOnShipping: [{ name: 'BTW', value: 21, total: 1.05 }],
    ...{ billingPerson: person, shippingPerson: person, paymentMethod: 'iDEAL' },
  };
}
