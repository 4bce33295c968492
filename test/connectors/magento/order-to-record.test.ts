import { describe, expect, test } from 'vitest';
import { account } from './fake-api.ts';
import { address, extended, type Fields, mugs, row, translate } from './order-payload.ts';

function withShop(traits: Record<string, string>) {
  return { ...account, traits: { ...account.traits, ...traits } };
}

test('an order is what it says', () => {
  expect(translate(mugs())).toEqual({
    id: '71',
    number: '000000071',
    placedAt: '2026-02-28T23:30:00.000Z',
    updatedAt: '2026-03-01T08:00:00.000Z',
    // Half past midnight in Amsterdam.
    date: '2026-03-01',
    currency: 'EUR',
    pricesIncludeVat: true,
    status: 'processing',
    paymentStatus: 'paid',
    paid: true,
    cancelled: false,
    paymentMethod: 'banktransfer',
    shippingMethod: 'flatrate_flatrate',
    customer: {
      id: '44',
      kind: 'person',
      email: 'noor@example.com',
      name: 'Noor de Wit',
      firstName: 'Noor',
      lastName: 'de Wit',
      phone: '+31 38 000000',
      reverseCharge: false,
      address: { street: 'Kade 12', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' },
    },
    delivery: { street: 'Kade 12', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' },
    lines: [
      {
        id: '501',
        productId: '9',
        sku: 'MUG',
        name: 'Mug',
        quantity: '2',
        unitPrice: '12.1',
        discount: '0',
        vatRate: '21',
      },
    ],
    shipping: [],
    fees: [],
    discounts: [],
    gross: '24.2',
    vat: '4.2',
    vatByRate: [{ rate: '21', vat: '4.2' }],
    refunded: '0',
  });
});

describe('amounts', () => {
  test('show no float noise', () => {
    const order = translate(
      mugs({ grand_total: 24.200000000000003, items: [row({ price_incl_tax: 12.1000000001 })] }),
    );
    expect(order).toMatchObject({ gross: '24.2', lines: [{ unitPrice: '12.1' }] });
  });

  test('of the order’s own currency are taken, not those of the books', () => {
    const order = translate(mugs({ order_currency_code: 'GBP', base_grand_total: 28, base_tax_amount: 5 }));
    expect(order).toMatchObject({ currency: 'GBP', gross: '24.2', vat: '4.2' });
  });

  test('without VAT are read as such where the catalogue is', () => {
    const order = translate(mugs({ items: [row({ original_price: 10 })] }));
    expect(order).toMatchObject({ pricesIncludeVat: false, lines: [{ unitPrice: '10' }], gross: '24.2' });
  });

  test('that add up one way only are read that way, whatever the shop’s habit', () => {
    // Three at 3.33 without VAT: 9.99 and 2.10; with VAT a unit is 4.03.
    const items = [
      row({ qty_ordered: 30, price: 3.33, price_incl_tax: 4.03, original_price: null, tax_amount: 20.98 }),
    ];
    const order = translate(
      mugs({ items, grand_total: 120.88, tax_amount: 20.98 }),
      withShop({ pricesIncludeTax: 'true' }),
    );
    expect(order.pricesIncludeVat).toBe(false);
  });

  test('that add up no way are told as they are', () => {
    const order = translate(mugs({ grand_total: 99 }));
    expect(order).toMatchObject({ gross: '99', lines: [{ unitPrice: '12.1' }] });
  });
});

describe('rows', () => {
  const configurable = row({ product_type: 'configurable', sku: 'MUG-BLUE' });
  const variant = row({
    item_id: 502,
    parent_item_id: 501,
    sku: 'MUG-BLUE',
    price: 10,
    price_incl_tax: 12.1,
  });

  test('of a configurable product are the parent’s, even if the child shows a price', () => {
    const order = translate(mugs({ items: [configurable, { ...variant, parent_item: configurable }] }));
    expect(order.lines).toHaveLength(1);
    expect(order.lines[0]).toMatchObject({ id: '501', sku: 'MUG-BLUE' });
  });

  test('of a bundle that costs what its parts do are the parts', () => {
    const parent = row({
      product_type: 'bundle',
      sku: 'SET',
      qty_ordered: 1,
      price: 20,
      price_incl_tax: 24.2,
      tax_percent: null,
    });
    const parts = [
      row({
        item_id: 502,
        parent_item_id: 501,
        sku: 'A',
        qty_ordered: 1,
        price: 10,
        price_incl_tax: 12.1,
        tax_amount: 2.1,
      }),
      row({
        item_id: 503,
        parent_item_id: 501,
        sku: 'B',
        qty_ordered: 1,
        price: 10,
        price_incl_tax: 10.9,
        tax_amount: 0.9,
        tax_percent: 9,
      }),
    ];
    const order = translate(mugs({ items: [parent, ...parts], grand_total: 23, tax_amount: 3 }));
    expect(order.lines.map(({ sku }) => sku)).toEqual(['A', 'B']);
    expect(order.vatByRate).toEqual([
      { rate: '21', vat: '2.1' },
      { rate: '9', vat: '0.9' },
    ]);
  });

  test('of such a bundle without any VAT are known by their sum', () => {
    const untaxed = { tax_percent: 0, tax_amount: 0 };
    const parent = row({ product_type: 'bundle', qty_ordered: 1, price: 20, price_incl_tax: 20, ...untaxed });
    const part = row({
      item_id: 502,
      parent_item_id: 501,
      sku: 'A',
      qty_ordered: 4,
      price: 5,
      price_incl_tax: 5,
      ...untaxed,
    });
    const order = translate(mugs({ items: [parent, part], grand_total: 20, tax_amount: 0 }));
    expect(order.lines).toMatchObject([{ sku: 'A', quantity: '4', vatRate: '0' }]);
  });

  test('of a bundle with a price of its own are the bundle', () => {
    const parent = row({ product_type: 'bundle', sku: 'SET' });
    const part = row({
      item_id: 502,
      parent_item_id: 501,
      sku: 'A',
      price: 10,
      tax_percent: 0,
      tax_amount: 0,
    });
    expect(translate(mugs({ items: [parent, part] })).lines).toMatchObject([{ sku: 'SET' }]);
  });

  test('of grouped, virtual and downloadable products stand for themselves', () => {
    const items = ['grouped', 'virtual', 'downloadable'].map((product_type, index) =>
      row({ item_id: index, product_type, qty_ordered: 1, tax_amount: 2.1 }),
    );
    const order = translate(mugs({ items, grand_total: 36.3, tax_amount: 6.3, is_virtual: 1 }));
    expect(order.lines).toHaveLength(3);
  });

  test('whose parent is not there are not lost', () => {
    expect(translate(mugs({ items: [row({ parent_item_id: 9 })] })).lines).toHaveLength(1);
  });

  test('that list a tax which was not charged have none', () => {
    const order = translate(
      mugs({ items: [row({ tax_amount: 0, price_incl_tax: 10 })], grand_total: 20, tax_amount: 0 }),
    );
    expect(order).toMatchObject({ lines: [{ vatRate: '0' }], vatByRate: [{ rate: '0', vat: '0' }] });
  });

  test('that say no percentage have the one that their tax comes to', () => {
    expect(translate(mugs({ items: [row({ tax_percent: null })] })).lines).toMatchObject([{ vatRate: '21' }]);
  });
});

describe('discounts', () => {
  test('on prices with VAT are stated with it; the hidden tax is in there', () => {
    const items = [row({ discount_amount: 2.42, tax_amount: 3.78, discount_tax_compensation_amount: 0.42 })];
    const order = translate(mugs({ items, grand_total: 21.78, discount_amount: -2.42, tax_amount: 3.78 }));
    expect(order).toMatchObject({ pricesIncludeVat: true, lines: [{ unitPrice: '12.1', discount: '2.42' }] });
  });

  test('on prices without VAT are stated without it', () => {
    const items = [row({ original_price: 10, discount_amount: 2, tax_amount: 3.78 })];
    const order = translate(mugs({ items, grand_total: 21.78, discount_amount: -2, tax_amount: 3.78 }));
    expect(order).toMatchObject({ pricesIncludeVat: false, lines: [{ unitPrice: '10', discount: '2' }] });
  });

  test('stated without VAT in a shop of prices with it save the VAT as well', () => {
    const items = [row({ discount_amount: 2, tax_amount: 3.78 })];
    const order = translate(mugs({ items, grand_total: 21.78, discount_amount: -2, tax_amount: 3.78 }));
    expect(order).toMatchObject({ pricesIncludeVat: true, lines: [{ unitPrice: '12.1', discount: '2.42' }] });
  });

  test('on the shipping stand beside the lines', () => {
    const shipping = { shipping_amount: 5, shipping_incl_tax: 6.05, shipping_tax_amount: 0.84 };
    const taken = {
      shipping_discount_amount: 1.21,
      shipping_discount_tax_compensation_amount: 0.21,
      discount_amount: -1.21,
    };
    const order = translate(
      mugs({ ...shipping, ...taken, coupon_code: 'LENTE', grand_total: 29.04, tax_amount: 5.04 }),
    );
    expect(order).toMatchObject({
      shipping: [{ amount: '6.05', vatRate: '21' }],
      discounts: [{ description: 'Korting (LENTE)', amount: '1.21', vatRate: '21' }],
      vatByRate: [{ rate: '21', vat: '5.04' }],
    });
  });
});

describe('shipping', () => {
  const post = {
    shipping_amount: 5,
    shipping_incl_tax: 6.05,
    shipping_tax_amount: 1.05,
    shipping_description: 'PostNL - Standaard',
  };

  function shipped(fields: Fields = {}, taxes?: Fields[]) {
    const order = mugs({ ...post, grand_total: 30.25, tax_amount: 5.25, ...fields });
    const listed = taxes && [
      { type: 'shipping', applied_taxes: taxes },
      { type: 'product', applied_taxes: [{ percent: 9, amount: 1 }] },
    ];
    return translate(listed ? extended(order, { item_applied_taxes: listed }) : order);
  }

  test('has the name that the buyer saw and the rate that the order lists', () => {
    const order = shipped({}, [{ percent: 21, amount: 1.05 }]);
    expect(order.shippingMethod).toBe('PostNL - Standaard');
    expect(order.shipping).toEqual([{ description: 'PostNL - Standaard', amount: '6.05', vatRate: '21' }]);
  });

  test('without a list has the rate of the goods that comes to its VAT', () => {
    expect(shipped().shipping).toMatchObject([{ amount: '6.05', vatRate: '21' }]);
  });

  test('at a rate that no goods have has what its VAT comes to', () => {
    const order = shipped({
      shipping_amount: 10,
      shipping_incl_tax: 10.55,
      shipping_tax_amount: 0.55,
      grand_total: 34.75,
      tax_amount: 4.75,
    });
    expect(order.shipping).toMatchObject([{ amount: '10.55', vatRate: '5.5' }]);
    expect(order.vatByRate).toEqual([
      { rate: '21', vat: '4.2' },
      { rate: '5.5', vat: '0.55' },
    ]);
  });

  test('with several taxes upon the whole has their sum', () => {
    const order = shipped({}, [
      { percent: 15, amount: 0.75 },
      { percent: 6, amount: 0.3 },
    ]);
    expect(order.shipping).toMatchObject([{ amount: '6.05', vatRate: '21' }]);
  });

  test('with taxes upon parts of it is split', () => {
    // 2.50 at 21 % and 2.50 at 9 %.
    const order = shipped(
      { shipping_incl_tax: 5.76, shipping_tax_amount: 0.76, grand_total: 29.96, tax_amount: 4.96 },
      [
        { percent: 21, amount: 0.53 },
        { percent: 9, amount: 0.23 },
      ],
    );
    expect(order.shipping.map(({ vatRate }) => vatRate)).toEqual(['21', '9']);
    expect(order.vatByRate).toEqual([
      { rate: '21', vat: '4.73' },
      { rate: '9', vat: '0.23' },
    ]);
  });

  test('free of VAT, and free of charge', () => {
    const untaxed = shipped({
      shipping_incl_tax: 5,
      shipping_tax_amount: 0,
      grand_total: 29.2,
      tax_amount: 4.2,
    });
    expect(untaxed.shipping).toMatchObject([{ amount: '5', vatRate: '0' }]);
    expect(translate(mugs({ shipping_description: 'Gratis' })).shipping).toEqual([]);
  });

  test('of an order that leaves the price with VAT out', () => {
    expect(shipped({ shipping_incl_tax: null }).shipping).toMatchObject([{ amount: '6.05' }]);
  });
});

describe('fees', () => {
  const levy = (fields: Fields = {}) => ({ title: 'Verwijderingsbijdrage', row_amount: 0.4, ...fields });

  test('of a fixed product tax without VAT', () => {
    const items = [row({ weee_tax_applied: JSON.stringify([levy()]), weee_tax_applied_row_amount: 0.4 })];
    const order = translate(mugs({ items, grand_total: 24.6 }));
    expect(order.fees).toEqual([{ description: 'Verwijderingsbijdrage', amount: '0.4', vatRate: '0' }]);
  });

  test('of one that is taxed', () => {
    const weee = JSON.stringify([levy({ row_amount: 1, row_amount_incl_tax: 1.21 })]);
    const items = [row({ weee_tax_applied: weee, weee_tax_applied_row_amount: 1 })];
    const order = translate(mugs({ items, grand_total: 25.41, tax_amount: 4.41 }));
    expect(order.fees).toMatchObject([{ amount: '1.21', vatRate: '21' }]);
    expect(order.vatByRate).toEqual([{ rate: '21', vat: '4.41' }]);
  });

  test.each(['[]', '{', '"x"', null])(
    'of one whose list is %j are known by the amount',
    (weee_tax_applied) => {
      const items = [row({ weee_tax_applied, weee_tax_applied_row_amount: 0.4 })];
      const order = translate(mugs({ items, grand_total: 24.6 }));
      expect(order.fees).toEqual([{ description: 'Heffing', amount: '0.4', vatRate: '0' }]);
    },
  );

  test('of gift wrapping, which comes as text', () => {
    const order = translate(
      extended(mugs({ grand_total: 27.83, tax_amount: 4.83 }), {
        gw_price: '2.0000',
        gw_tax_amount: '0.4200',
        gw_price_incl_tax: '2.4200',
        gw_card_price: '1.0000',
        gw_card_tax_amount: '0.2100',
        gw_card_price_incl_tax: '1.2100',
        gw_items_price: '0.0000',
      }),
    );
    expect(order.fees).toEqual([
      { description: 'Cadeauverpakking', amount: '2.42', vatRate: '21' },
      { description: 'Wenskaart', amount: '1.21', vatRate: '21' },
    ]);
  });
});

describe('VAT per rate', () => {
  test('is what the order lists for the whole, as rows are rounded one by one', () => {
    const order = extended(mugs({ tax_amount: 4.21, grand_total: 24.21 }), {
      applied_taxes: [{ percent: 21, amount: 4.21 }],
    });
    expect(translate(order).vatByRate).toEqual([{ rate: '21', vat: '4.21' }]);
  });

  test('is added up where the list names other rates than the rows', () => {
    const items = [row({ tax_percent: 14.975, tax_amount: 3, price_incl_tax: 11.5 })];
    const applied_taxes = [
      { percent: 5, amount: 1 },
      { percent: 9.975, amount: 2 },
    ];
    const order = translate(extended(mugs({ items, tax_amount: 3, grand_total: 23 }), { applied_taxes }));
    expect(order.vatByRate).toEqual([{ rate: '14.975', vat: '3' }]);
  });

  test('always adds up to the order’s VAT', () => {
    const items = [row(), row({ item_id: 2, tax_percent: 9, tax_amount: 1.8, price_incl_tax: 10.9 })];
    const order = translate(mugs({ items, tax_amount: 6.02, grand_total: 46.02 }));
    expect(order).toMatchObject({ vat: '6.02' });
    expect(order.vatByRate).toEqual([
      { rate: '21', vat: '4.22' },
      { rate: '9', vat: '1.8' },
    ]);
  });

  test('of an order without rows is not lost', () => {
    expect(translate(mugs({ items: [] })).vatByRate).toEqual([{ rate: '0', vat: '4.2' }]);
    expect(translate(mugs({ items: [], tax_amount: 0 })).vatByRate).toEqual([]);
  });
});

test('gift cards, store credit and points are means of payment: the order stays whole', () => {
  const means = { gift_cards_amount: 10, customer_balance_amount: 4, reward_currency_amount: 0.2 };
  const order = translate(extended(mugs({ grand_total: 10, total_paid: 10 }), means));
  expect(order).toMatchObject({ gross: '24.2', paid: true });
  const all = translate(extended(mugs({ grand_total: 0, total_paid: null }), { gift_cards_amount: 24.2 }));
  expect(all).toMatchObject({ gross: '24.2', paid: true, paymentStatus: 'paid' });
});

describe('standing', () => {
  test.each([
    [
      { state: 'new', status: 'pending', total_paid: null },
      { status: 'pending', paymentStatus: 'unpaid', paid: false },
    ],
    [
      { state: 'processing', total_paid: 10 },
      { paymentStatus: 'partially_paid', paid: false },
    ],
    [
      { state: 'complete', status: 'verpakt' },
      { status: 'verpakt', paymentStatus: 'paid', paid: true },
    ],
    [
      { state: 'pending_payment', total_paid: null },
      { paymentStatus: 'pending_payment', paid: false },
    ],
    [
      { state: 'payment_review', total_paid: null },
      { paymentStatus: 'payment_review', paid: false },
    ],
    [
      { state: 'holded', status: 'holded' },
      { status: 'holded', paymentStatus: 'paid' },
    ],
    [
      { state: 'canceled', status: 'niet_betaald', total_paid: null, total_canceled: 24.2 },
      { cancelled: true, refunded: '0', paymentStatus: 'canceled', paid: false },
    ],
    [{ total_refunded: 5 }, { paymentStatus: 'partially_refunded', refunded: '5', paid: true }],
    [
      { state: 'closed', status: 'closed', total_refunded: 24.2 },
      { paymentStatus: 'refunded', refunded: '24.2', cancelled: false },
    ],
    [
      { state: 'complete', total_paid: 12.1, total_canceled: 12.1 },
      { refunded: '12.1', cancelled: false },
    ],
    [{ status: null }, { status: 'processing' }],
  ])('of %j', (fields, expected) => {
    expect(translate(mugs(fields))).toMatchObject(expected);
  });

  test('what goes back to a gift card or to store credit is given back too', () => {
    const order = extended(mugs({ total_refunded: 5 }), {
      gift_cards_refunded: 2,
      customer_balance_refunded: 1,
    });
    expect(translate(order).refunded).toBe('8');
  });
});

describe('the buyer', () => {
  const firm = { ...address, company: 'Bakkerij B.V.' };

  test('with a company on the address is a company', () => {
    expect(translate(mugs({ billing_address: firm })).customer).toMatchObject({
      kind: 'company',
      company: 'Bakkerij B.V.',
      name: 'Noor de Wit',
    });
  });

  test.each([
    [{ billing_address: { ...address, vat_id: 'BE0' }, customer_taxvat: 'NL1' }, 'BE0'],
    [{ customer_taxvat: 'NL1' }, 'NL1'],
  ])('with a VAT number on the address or the account is a company too', (fields, vatNumber) => {
    expect(translate(mugs(fields)).customer).toMatchObject({ kind: 'company', vatNumber });
  });

  test('without an account is a guest, named by the address', () => {
    const guest = {
      customer_id: null,
      customer_is_guest: 1,
      customer_firstname: null,
      customer_lastname: null,
    };
    const { customer } = translate(mugs(guest));
    expect(customer).toMatchObject({ name: 'Noor de Wit' });
    expect(customer.id).toBeUndefined();
    expect(translate(mugs({ customer_id: 0 })).customer.id).toBeUndefined();
  });

  test('of an order without addresses is named by the account, or not at all', () => {
    const bare = { billing_address: null, extension_attributes: [] };
    expect(translate(mugs(bare)).customer).toMatchObject({ name: 'Noor de Wit', address: {} });
    const nameless = { ...bare, customer_firstname: '-', customer_lastname: null };
    expect(translate(mugs(nameless)).customer.name).toBe('noor@example.com');
  });

  test.each([
    [['Kade 12', '2 hoog'], { street: 'Kade 12', extra: '2 hoog' }],
    [['Kade', '12'], { street: 'Kade 12' }],
    [['Kade', '12', 'a'], { street: 'Kade 12 a' }],
    [['Kade', '12', 'Gebouw Zuid', 'unit 3'], { street: 'Kade 12', extra: 'Gebouw Zuid, unit 3' }],
    [['Kade', '12-b', ' '], { street: 'Kade 12-b' }],
    [['Plein 1944', '7'], { street: 'Plein 1944', extra: '7' }],
    [['', 'Kade 12'], { street: 'Kade 12' }],
    [[], {}],
    ['Kade 12', { street: 'Kade 12' }],
  ])('lives at %j', (street, expected) => {
    const { customer } = translate(mugs({ billing_address: { ...address, street } }));
    const { street: read, extra } = customer.address;
    expect({ ...(read && { street: read }), ...(extra && { extra }) }).toEqual(expected);
  });

  test('goods go where the shipping says', () => {
    const elsewhere = { ...address, country_id: 'be', region: 'Antwerpen' };
    const order = mugs();
    const assignment = { shipping_assignments: [{ shipping: { address: elsewhere } }] };
    expect(translate(extended(order, assignment)).delivery).toMatchObject({
      country: 'BE',
      region: 'Antwerpen',
    });
  });

  test('has a country that is one', () => {
    expect(() => translate(mugs({ billing_address: { ...address, country_id: 'Nederland' } }))).toThrow(
      /country_id/,
    );
  });
});

describe('reverse charge', () => {
  function sale(fields: Fields = {}, country = 'BE', shop = account) {
    const untaxed = {
      items: [row({ tax_percent: 0, tax_amount: 0, price_incl_tax: 10 })],
      tax_amount: 0,
      grand_total: 20,
    };
    const abroad = { ...address, country_id: country, company: 'Bakker', vat_id: 'BE0123456749' };
    const order = mugs({ ...untaxed, billing_address: abroad, ...fields });
    const to = { shipping_assignments: [{ shipping: { address: abroad } }] };
    return translate(extended(order, to), shop).customer.reverseCharge;
  }

  test('is an untaxed sale to a business with a VAT number in another country of the EU', () => {
    expect(sale()).toBe(true);
  });

  test.each([
    ['at home', sale({}, 'NL')],
    ['outside the EU', sale({}, 'CH')],
    ['with VAT', sale({ tax_amount: 4.2, grand_total: 24.2, items: [row()] })],
    ['of nothing', sale({ grand_total: 0, items: [] })],
    [
      'without a VAT number',
      sale({
        billing_address: { ...address, country_id: 'BE', company: 'Bakker' },
        extension_attributes: [],
      }),
    ],
    ['from outside the EU', sale({}, 'BE', withShop({ country: 'CH' }))],
  ])('is not a sale %s', (_, shifted) => {
    expect(shifted).toBe(false);
  });
});

describe('what cannot be read', () => {
  test.each(['entity_id', 'increment_id', 'created_at', 'grand_total'])('is named: %s', (name) => {
    expect(() => translate(mugs({ [name]: null }))).toThrow(new RegExp(name));
  });

  test('is a date or amount of another form', () => {
    expect(() => translate(mugs({ created_at: 'yesterday' }))).toThrow(/created_at/);
    expect(() => translate(mugs({ tax_amount: 'veel' }))).toThrow(/tax_amount/);
  });

  test('is not what modules add', () => {
    const odd = { my_module: { a: 1 }, gift_message: [], shipping_assignments: null };
    expect(translate(extended(mugs(), odd)).gross).toBe('24.2');
    expect(
      translate(mugs({ extension_attributes: [], items: [row({ extension_attributes: [] })] })).gross,
    ).toBe('24.2');
  });
});
