import { describe, expect, test } from 'vitest';
import { account } from '../fake-api.ts';
import { item, mugs, person, tax, translate } from '../order-payload.ts';

describe('who, when, how', () => {
  test('an order of the shop is a record of its own figures', () => {
    expect(
      translate(mugs({ orderComments: 'Ring twice', shippingOption: { shippingMethodName: 'PostNL' } })),
    ).toEqual({
      id: 'SO-AB12C',
      number: 'SO-AB12C',
      placedAt: '2026-02-28T23:30:00.000Z',
      updatedAt: '2026-03-01T08:00:00.000Z',
      date: '2026-03-01',
      currency: 'EUR',
      pricesIncludeVat: true,
      status: 'AWAITING_PROCESSING',
      paymentStatus: 'PAID',
      paid: true,
      cancelled: false,
      shipped: false,
      paymentMethod: 'iDEAL',
      shippingMethod: 'PostNL',
      customer: {
        id: '4411',
        kind: 'person',
        email: 'noor@example.com',
        name: 'Noor de Wit',
        firstName: 'Noor',
        lastName: 'de Wit',
        phone: '+31 38 000000',
        language: 'nl',
        reverseCharge: false,
        address: { street: 'Kade 12', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' },
      },
      delivery: { street: 'Kade 12', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' },
      lines: [
        {
          id: '5500000001',
          productId: '77',
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
      note: 'Ring twice',
    });
  });

  test('the dates stand in where the timestamps are missing', () => {
    const record = translate(mugs({ createTimestamp: null, updateTimestamp: '' }));
    expect([record.placedAt, record.updatedAt]).toEqual([
      '2026-02-28T23:30:00.000Z',
      '2026-03-01T08:00:00.000Z',
    ]);
  });

  test('currency and day come from the account', () => {
    const record = translate(mugs(), { ...account, currency: 'USD', timeZone: 'America/New_York' });
    expect([record.currency, record.date]).toEqual(['USD', '2026-02-28']);
  });

  test.each([
    ['AWAITING_PAYMENT', false, false],
    ['PAID', true, false],
    ['PARTIALLY_REFUNDED', true, false],
    ['REFUNDED', true, false],
    ['CANCELLED', false, true],
    ['CUSTOM_PAYMENT_STATUS_1', false, false],
  ])('%s: paid %s, cancelled %s', (paymentStatus, paid, cancelled) => {
    expect(translate(mugs({ paymentStatus }))).toMatchObject({ paid, cancelled });
  });

  test.each([
    ['AWAITING_PROCESSING', false],
    ['READY_FOR_PICKUP', false],
    ['WILL_NOT_DELIVER', false],
    ['CUSTOM_FULFILLMENT_STATUS_1', false],
    ['SHIPPED', true],
    ['OUT_FOR_DELIVERY', true],
    ['DELIVERED', true],
    ['RETURNED', true],
  ])('%s: shipped %s', (fulfillmentStatus, shipped) => {
    expect(translate(mugs({ fulfillmentStatus }))).toMatchObject({ shipped });
  });

  test('a delivery to somebody else has their name, firm and telephone, and one to the buyer none', () => {
    const shippingPerson = { ...person, name: 'Jan Bos', companyName: 'Bos BV', phone: '+31 6 1' };
    const { firstName: _, lastName: _last, ...whole } = shippingPerson;
    const address = { street: 'Kade 12', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' };
    expect(translate(mugs({ shippingPerson: whole })).delivery).toEqual({
      ...{ ...address, name: 'Jan Bos', company: 'Bos BV', phone: '+31 6 1' },
    });
    const another = { ...person, name: ' noor  de wit', phone: '+31 6 1' };
    expect(translate(mugs({ shippingPerson: another })).delivery).toEqual({ ...address, phone: '+31 6 1' });
    const nameless = { ...person, name: '', firstName: '', lastName: '', phone: '' };
    expect(translate(mugs({ shippingPerson: nameless })).delivery).toEqual(address);
    expect(translate(mugs({ shippingPerson: { name: 'Jan Bos' } })).delivery).toBeUndefined();
  });

  test.each([
    ['PARTIALLY_REFUNDED', { refundedAmount: 3.5 }, '3.5'],
    ['PARTIALLY_REFUNDED', { refunds: [{ amount: 1 }, { amount: 2.5 }] }, '3.5'],
    ['PARTIALLY_REFUNDED', { refundedAmount: 0 }, '0'],
    ['REFUNDED', { refundedAmount: 24.2 }, '24.2'],
    ['REFUNDED', { refundedAmount: 0, refunds: [] }, '24.2'],
  ])('%s with %j has given %s back', (paymentStatus, fields, refunded) => {
    expect(translate(mugs({ paymentStatus, ...fields })).refunded).toBe(refunded);
  });

  test('each refund has its day in the shop, oldest first', () => {
    const refunds = [
      { amount: 2.5, date: '2026-07-01 09:00:00 +0000', source: 'CP' },
      { amount: 1, date: '2026-06-30 22:30:00 +0000', source: 'API' },
      { amount: 0, date: '2026-06-30 22:30:00 +0000' },
    ];
    const given = { paymentStatus: 'PARTIALLY_REFUNDED', refundedAmount: 3.5, refunds };
    const stated = [
      { date: '2026-07-01', gross: '1' },
      { date: '2026-07-01', gross: '2.5' },
    ];
    expect(translate(mugs(given)).refunds).toEqual(stated);
    // What no refund tells stands beside them; a date that is none is left out.
    const odd = { ...given, refundedAmount: 5, refunds: [{ amount: 1, date: 'soon' }] };
    expect(translate(mugs(odd)).refunds).toEqual([{ gross: '1' }, { gross: '4' }]);
    expect(translate(mugs({ ...given, refundedAmount: 3 })).refunds).toBeUndefined();
  });

  test('a status that says all and amounts that say less need a person', () => {
    const less = { paymentStatus: 'REFUNDED', refundedAmount: 10 };
    expect(translate(mugs(less))).toMatchObject({ refunded: '10', refundUnstated: true });
    // What was paid with a gift card is given back on it, if at all.
    const card = { giftCardRedemption: 14.2, total: 10 };
    expect(translate(mugs({ ...less, ...card })).refundUnstated).toBeUndefined();
    expect(translate(mugs({ ...less, refundedAmount: 24.2 })).refundUnstated).toBeUndefined();
  });

  test('a part that was given back by hand says that it does not say how much', () => {
    const byHand = { refundedAmount: 0, refunds: [] };
    expect(translate(mugs({ ...byHand, paymentStatus: 'PARTIALLY_REFUNDED' }))).toMatchObject({
      refunded: '0',
      refundUnstated: true,
    });
    expect(translate(mugs({ ...byHand, paymentStatus: 'REFUNDED' })).refundUnstated).toBeUndefined();
    const stated = { paymentStatus: 'PARTIALLY_REFUNDED', refundedAmount: 1 };
    expect(translate(mugs(stated)).refundUnstated).toBeUndefined();
  });

  test('the payment module stands in for a nameless method', () => {
    expect(translate(mugs({ paymentMethod: '' })).paymentMethod).toBe('MOLLIE');
  });

  test('a company has a contact, a second address line and a VAT number', () => {
    const billingPerson = {
      ...person,
      companyName: 'Nordwind GmbH',
      street: 'Hafenstr. 5\r\n2. OG\n',
      countryCode: 'de',
    };
    const { customer, delivery } = translate(
      mugs({ billingPerson, customerTaxId: 'DE136695976', lang: 'de_DE' }),
    );
    expect(customer).toMatchObject({
      kind: 'company',
      name: 'Noor de Wit',
      company: 'Nordwind GmbH',
      vatNumber: 'DE136695976',
      language: 'de',
      address: { street: 'Hafenstr. 5', extra: '2. OG', country: 'DE' },
    });
    expect(delivery?.country).toBe('NL');
  });

  test('a guest without address or e-mail is still a customer', () => {
    const fields = {
      billingPerson: null,
      shippingPerson: undefined,
      email: '',
      customerId: 0,
      customerTaxId: '',
    };
    const { customer, delivery } = translate(mugs(fields));
    expect(customer).toEqual({ kind: 'person', name: '', language: 'nl', reverseCharge: false, address: {} });
    expect(delivery).toBeUndefined();
  });

  test('the shipping person stands in for the billing person', () => {
    expect(translate(mugs({ billingPerson: null })).customer.name).toBe('Noor de Wit');
  });
});

describe('lines', () => {
  test('chosen options are part of the name', () => {
    const selectedOptions = [
      { name: 'Colour', value: 'Blue', valuesArray: ['Blue'] },
      { name: 'Extras', value: null, valuesArray: ['Lid', 'Spoon'] },
      { name: 'Size', selections: [{ selectionTitle: 'L' }] },
      { name: 'Engraving', value: '' },
    ];
    expect(translate(mugs({ items: [item({ selectedOptions })] })).lines[0]?.name).toBe(
      'Mug (Colour: Blue, Extras: Lid, Spoon, Size: L)',
    );
  });

  test('amounts may be text', () => {
    const order = mugs({ total: '24.20', tax: '4.20', items: [item({ price: '12.10', quantity: '2' })] });
    expect(translate(order)).toMatchObject({
      gross: '24.2',
      vat: '4.2',
      lines: [{ unitPrice: '12.1', quantity: '2' }],
    });
  });

  test('coupon and promotions are the discount of the line', () => {
    const items = [
      item({
        couponAmount: 2.42,
        discounts: [{ total: 1 }, { total: 0.21 }],
        tax: 3.57,
        taxes: [tax(21, 3.57)],
      }),
    ];
    const record = translate(mugs({ items, couponDiscount: 2.42, discount: 1.21, total: 20.57, tax: 3.57 }));
    expect(record.lines[0]?.discount).toBe('3.63');
    expect(record.discounts).toEqual([]);
  });

  test('several taxes on one line are one rate', () => {
    const items = [item({ tax: 4.4, taxes: [tax(12, 2.4), tax(10, 2)], price: 10 })];
    const record = translate(mugs({ items, pricesIncludeTax: false, total: 24.4, tax: 4.4 }));
    expect(record.lines[0]?.vatRate).toBe('22');
    expect(record.vatByRate).toEqual([{ rate: '22', vat: '4.4' }]);
  });

  test('a tax that comes to nothing does not apply, unless nothing is what it comes to', () => {
    const exempt = translate(mugs({ items: [item({ tax: 0, taxes: [tax(21, 0)] })], tax: 0 }));
    expect(exempt.lines[0]?.vatRate).toBe('0');
    const free = translate(mugs({ items: [item(), item({ price: 0, tax: 0, taxes: [tax(9, 0)] })] }));
    expect(free.lines[1]?.vatRate).toBe('9');
  });
});

describe('discounts on the whole order', () => {
  const items = [item({ tax: 4.2 }), item({ sku: 'BOOK', price: 10.9, tax: 1.8, taxes: [tax(9, 1.8)] })];

  test('what the lines do not carry is spread over their rates', () => {
    const record = translate(
      mugs({ items, couponDiscount: 4.6, discountCoupon: { code: 'SPRING' }, total: 41.4, tax: 5.4 }),
    );
    expect(record.discounts).toEqual([
      { description: 'SPRING', amount: '2.42', vatRate: '21' },
      { description: 'SPRING', amount: '2.18', vatRate: '9' },
    ]);
  });

  test('a coupon for free shipping is taken off the shipping', () => {
    const record = translate(
      mugs({
        couponDiscount: 6.05,
        discountCoupon: { code: 'FREE', discountType: 'SHIPPING' },
        items: [item(), item({ price: 10.9, tax: 1.8, taxes: [tax(9, 1.8)] })],
        shippingOption: { shippingRate: 6.05 },
        taxesOnShipping: [{ value: 21, total: 1.05 }],
        total: 46,
        tax: 6,
      }),
    );
    expect(record.discounts).toEqual([{ description: 'FREE', amount: '6.05', vatRate: '21' }]);
  });

  test('shares of lines that an edit left behind are cut to what the order took off', () => {
    const stale = [item({ couponAmount: 3 }), item({ couponAmount: 1 })];
    const record = translate(mugs({ items: stale, couponDiscount: 2, total: 46.4, tax: 8.05 }));
    expect(record.lines.map(({ discount }) => discount)).toEqual(['1.5', '0.5']);
  });

  test('an order that does not say what it took off trusts its lines', () => {
    const record = translate(
      mugs({
        items: [item({ couponAmount: 3 })],
        couponDiscount: null,
        discount: '',
        total: 21.2,
        tax: 3.68,
      }),
    );
    expect(record.lines[0]?.discount).toBe('3');
  });
});

test('amounts of apps and checkout fields are told by their path', () => {
  const fields = {
    extraFields: { donation: '5.00', 'Tip amount': 2, remark: 'ring twice', phone: '0612345678' },
    orderExtraFields: [{ id: 'insurance', value: '1.50', title: 'Insurance' }],
    externalOrderData: null,
  };
  expect(translate(mugs(fields)).extras).toEqual({
    'extraFields.donation': '5',
    'extraFields.Tip amount': '2',
    'orderExtraFields.insurance.value': '1.5',
  });
  expect(translate(mugs()).extras).toBeUndefined();
});

describe('means of payment', () => {
  test('a gift card is no discount', () => {
    expect(
      translate(mugs({ total: 4.2, giftCardRedemption: 20, totalBeforeGiftCardRedemption: 24.2 })).gross,
    ).toBe('24.2');
    expect(translate(mugs({ total: 4.2, giftCardRedemption: 20 })).gross).toBe('24.2');
  });

  test('store credit counts when the figures say that the total is without it', () => {
    const storeCredit = { redemption: { id: 'x', amount: 5, cancelled: false } };
    expect(translate(mugs({ total: 19.2, storeCredit })).gross).toBe('24.2');
    expect(translate(mugs({ total: 24.2, storeCredit })).gross).toBe('24.2');
    expect(
      translate(mugs({ total: 19.2, storeCredit: { redemption: { amount: 5, cancelled: true } } })).gross,
    ).toBe('19.2');
  });
});

describe('with or without VAT', () => {
  test('an old order that does not say it is read as it adds up', () => {
    const net = mugs({ pricesIncludeTax: null, items: [item({ price: 10 })] });
    expect(translate(net)).toMatchObject({ pricesIncludeVat: false, lines: [{ unitPrice: '10' }] });
    expect(translate(mugs({ pricesIncludeTax: undefined })).pricesIncludeVat).toBe(true);
  });

  test('one that says it but adds up as the other is read as it adds up', () => {
    expect(translate(mugs({ pricesIncludeTax: false })).pricesIncludeVat).toBe(true);
  });

  test('where nothing adds up what is said counts', () => {
    expect(translate(mugs({ total: 99 })).pricesIncludeVat).toBe(true);
    expect(translate(mugs({ total: 99, pricesIncludeTax: false })).pricesIncludeVat).toBe(false);
  });
});

describe('reverse charge', () => {
  const abroad = { ...person, countryCode: 'DE', postalCode: '20457' };
  const shifted = {
    reversedTaxApplied: true,
    tax: 0,
    customerTaxId: 'DE136695976',
    customerTaxIdValid: true,
    shippingPerson: abroad,
  };
  const items = [item({ tax: 0, taxes: [tax(21, 0)], couponAmount: 0 })];

  test('prices without VAT are right as they are', () => {
    const record = translate(
      mugs({
        ...shifted,
        items: [item({ price: 10, tax: 0, taxes: [] })],
        total: 20,
        pricesIncludeTax: false,
      }),
    );
    expect(record).toMatchObject({
      pricesIncludeVat: false,
      vat: '0',
      vatByRate: [{ rate: '0', vat: '0' }],
      customer: { reverseCharge: true, vatNumber: 'DE136695976' },
      lines: [{ unitPrice: '10', vatRate: '0' }],
    });
  });

  test.each([
    ['another member state', { customerTaxId: 'BE0428759497' }, true],
    ['the shop’s own number', { customerTaxId: 'NL123456782B12' }, false],
    ['no number', { customerTaxId: '', customerTaxIdValid: false }, false],
    ['a number that the shop found invalid', { customerTaxIdValid: false }, false],
    ['a delivery at home', { shippingPerson: person }, false],
    ['a delivery outside of the VAT area', { shippingPerson: { ...abroad, postalCode: '27498' } }, false],
    ['an exemption by another name', { reversedTaxApplied: false, customerTaxExempt: true }, true],
    ['VAT', { tax: 4.2, items: [item()] }, false],
  ])('with %s: as far as number and delivery allow it', (_, fields, reverseCharge) => {
    const record = translate(mugs({ ...shifted, ...fields }));
    expect(record.customer.reverseCharge).toBe(reverseCharge);
    expect(record.shiftsVat ?? false).toBe(!('reversedTaxApplied' in fields));
  });

  test('a number that the shop found invalid does not stay to explain the sale', () => {
    const refused = { ...shifted, customerTaxIdValid: false };
    expect(translate(mugs(refused)).customer.vatNumber).toBeUndefined();
    const taxed = translate(mugs({ ...refused, reversedTaxApplied: false, tax: 4.2, items: [item()] }));
    expect(taxed.customer.vatNumber).toBe('DE136695976');
  });

  test('a shop with gross prices that adds up is right as it is', () => {
    const record = translate(mugs({ ...shifted, items, total: 24.2 }));
    expect(record).toMatchObject({ pricesIncludeVat: true, lines: [{ unitPrice: '12.1', vatRate: '0' }] });
  });

  test('prices that still contain VAT give way to the net ones', () => {
    const shippingOption = { shippingMethodName: 'DHL', shippingRate: 6.05, shippingRateWithoutTax: 5 };
    const record = translate(
      mugs({ ...shifted, items, shippingOption, taxesOnShipping: [{ value: 21, total: 0 }], total: 25 }),
    );
    expect(record).toMatchObject({
      pricesIncludeVat: false,
      lines: [{ unitPrice: '10', vatRate: '0' }],
      shipping: [{ description: 'DHL', amount: '5', vatRate: '0' }],
    });
  });

  test('an exempt customer pays net prices too, but shifts nothing', () => {
    const record = translate(mugs({ customerTaxExempt: true, tax: 0, items, total: 20 }));
    expect(record).toMatchObject({
      pricesIncludeVat: false,
      customer: { reverseCharge: false },
      lines: [{ unitPrice: '10' }],
    });
  });
});
