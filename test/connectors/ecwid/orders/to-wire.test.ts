import { describe, expect, test } from 'vitest';
import { orderToWire } from '../../../../src/connectors/ecwid/orders/to-wire.ts';
import { line, shopOrder } from '../documents.ts';

const mixed = shopOrder({
  lines: [
    line(),
    line({
      description: 'Tea',
      sku: 'TEA',
      quantity: '1',
      unitPrice: '10.90',
      vatRate: '9',
      vatCode: 'Laag',
    }),
    line({ kind: 'discount', description: 'Coupon', quantity: '1', unitPrice: '-2.42', sku: undefined }),
    line({ kind: 'shipping', description: 'Post', quantity: '1', unitPrice: '6.05', sku: undefined }),
    line({ kind: 'fee', description: 'Gift wrap', quantity: '1', unitPrice: '1.21', sku: undefined }),
    line({ kind: 'rounding', description: 'Afronding', quantity: '1', unitPrice: '0.01', vatRate: '0' }),
  ],
  vatByRate: [
    { rate: '21', vat: '5.04' },
    { rate: '9', vat: '0.90' },
  ],
});

describe('figures', () => {
  test('are all given and add up', () => {
    const wire = orderToWire(mixed);
    expect(wire).toMatchObject({
      pricesIncludeTax: true,
      subtotal: 35.1,
      couponDiscount: 0,
      discount: 2.42,
      tax: 5.94,
      total: 39.95,
      shippingOption: { shippingMethodName: 'Post', shippingRate: 6.05, fulfillmentType: 'SHIPPING' },
      taxesOnShipping: [{ name: 'BTW 21%', value: 21, total: 1.05 }],
    });
    expect(wire.reversedTaxApplied).toBeUndefined();
  });

  test('of prices without VAT have it on top', () => {
    const lines = [line({ unitPrice: '10.00' })];
    expect(orderToWire(shopOrder({ lines, pricesIncludeVat: false }))).toMatchObject({
      pricesIncludeTax: false,
      subtotal: 20,
      tax: 4.2,
      total: 24.2,
    });
  });

  test('of an item carry its discount, its VAT and that on its share of the shipping', () => {
    expect(orderToWire(mixed).items).toEqual([
      {
        sku: 'MUG',
        name: 'Mug',
        price: 12.1,
        productPrice: 12.1,
        quantity: 2,
        tax: 4.83,
        taxes: [
          {
            ...{ name: 'BTW 21%', value: 21, total: 4.83, includeInPrice: true },
            ...{ taxOnDiscountedSubtotal: 3.78, taxOnShipping: 1.05 },
          },
        ],
        taxable: true,
        shipping: 6.05,
        discounts: [
          {
            discountInfo: { value: 2.42, type: 'ABS', base: 'CUSTOM', description: 'Coupon' },
            total: 2.42,
          },
        ],
      },
      expect.objectContaining({
        name: 'Tea',
        tax: 0.9,
        shipping: 0,
        taxes: [expect.objectContaining({ name: 'Laag' })],
      }),
    ]);
  });

  test('of fees and of rounding are surcharges at their own rate', () => {
    expect(orderToWire(mixed).customSurcharges).toEqual([
      {
        ...{ id: 'fee-1', value: 1.21, type: 'ABSOLUTE', total: 1.21, description: 'Gift wrap' },
        ...{ taxable: true, taxes: [{ name: 'BTW 21%', value: 21, total: 0.21 }] },
      },
      {
        ...{ id: 'fee-2', value: 0.01, type: 'ABSOLUTE', total: 0.01, description: 'Afronding' },
        ...{ taxable: false, taxes: [] },
      },
    ]);
  });

  test('of shipping at a rate that no item has stand with an item as a tax of their own', () => {
    const lines = [
      line({ quantity: '1', unitPrice: '10.90', vatRate: '9' }),
      line({ kind: 'shipping', quantity: '1', unitPrice: '6.05' }),
    ];
    const vatByRate = [
      { rate: '21', vat: '1.05' },
      { rate: '9', vat: '0.90' },
    ];
    expect(orderToWire(shopOrder({ lines, vatByRate })).items).toEqual([
      expect.objectContaining({
        tax: 1.95,
        taxes: [
          expect.objectContaining({ value: 9, taxOnDiscountedSubtotal: 0.9, taxOnShipping: 0 }),
          expect.objectContaining({ value: 21, taxOnDiscountedSubtotal: 0, taxOnShipping: 1.05 }),
        ],
      }),
    ]);
  });

  test('of VAT that nothing is left to carry stand with an item of no price', () => {
    const discount = line({ kind: 'discount', description: 'Coupon', quantity: '1', unitPrice: '-1.21' });
    const lines = [line({ quantity: '1', unitPrice: '10.90', vatRate: '9' }), discount];
    const vatByRate = [
      { rate: '21', vat: '-0.21' },
      { rate: '9', vat: '0.90' },
    ];
    expect(orderToWire(shopOrder({ lines, vatByRate }))).toMatchObject({
      ...{ discount: 1.21, tax: 0.69, total: 9.69 },
      items: [{ tax: 0.9 }, { name: 'Coupon', price: 0, quantity: 1, tax: -0.21 }],
    });
  });
});

describe('an item', () => {
  const item = (fields: Parameters<typeof line>[0]) =>
    (orderToWire(shopOrder({ lines: [line(fields)] })).items as Record<string, unknown>[])[0];

  test('is its article, or the variation of one', () => {
    expect(item({ articleId: '500100' })).toMatchObject({ productId: 500100, quantity: 2 });
    expect(item({ articleId: '500100:900201' })).toMatchObject({ productId: 500100, combinationId: 900201 });
  });

  test('that is no whole number of cents and pieces is one piece, and no article', () => {
    const one = item({ articleId: '500100', quantity: '0.5', unitPrice: '3.33' });
    expect(one).toMatchObject({ name: '0.5 × Mug', price: 1.67, quantity: 1 });
    expect(one).not.toHaveProperty('productId');
    expect(item({ quantity: '3', unitPrice: '0.335' })).toMatchObject({ name: '3 × Mug', price: 1.01 });
    expect(item({ quantity: '1', unitPrice: '0.335' })).toMatchObject({ name: 'Mug', price: 0.34 });
    expect(item({ quantity: '-2', unitPrice: '-5.00' })).toMatchObject({ quantity: 2, price: 5 });
  });

  test('below zero is a discount', () => {
    const lines = [line(), line({ description: 'Return', quantity: '-1' })];
    expect(orderToWire(shopOrder({ lines }))).toMatchObject({
      ...{ discount: 12.1, total: 12.1 },
      discountInfo: [{ description: 'Return', value: 12.1 }],
    });
  });

  test('has some name', () => {
    expect(item({ description: ' ' })).toMatchObject({ name: 'MUG' });
    expect(item({ description: '', sku: undefined })).toMatchObject({ name: '-' });
  });
});

describe('the order', () => {
  test('tells no buyer of itself, and is placed when it was', () => {
    expect(orderToWire(shopOrder({ note: 'Ring twice', paymentMethod: 'iDEAL' }))).toMatchObject({
      disableAllCustomerNotifications: true,
      createDate: '2026-03-01 09:15:00 +0000',
      paymentStatus: 'PAID',
      fulfillmentStatus: 'AWAITING_PROCESSING',
      paymentMethod: 'iDEAL',
      orderComments: 'Ring twice',
      email: 'noor@example.com',
      b2b_b2c: 'b2c',
    });
    expect(orderToWire(shopOrder({ paid: false })).paymentStatus).toBe('AWAITING_PAYMENT');
  });

  test('names its customer, or none', () => {
    expect(orderToWire(shopOrder({ customerId: '330077' })).customerId).toBe(330077);
    expect(orderToWire(shopOrder({ customerId: '' }))).not.toHaveProperty('customerId');
  });

  test('has both lines of the street in one field, for the buyer and for the delivery', () => {
    const { customer } = shopOrder();
    const address = { ...customer.address, extra: '2. OG', region: 'HH' };
    const company = {
      ...customer,
      kind: 'company' as const,
      company: 'Nordwind GmbH',
      vatNumber: 'DE123456789',
    };
    const delivery = { street: 'Werf 1', city: 'Kiel', country: 'DE', region: 'Schleswig-Holstein' };
    expect(orderToWire(shopOrder({ customer: { ...company, address }, delivery }))).toMatchObject({
      b2b_b2c: 'b2b',
      customerTaxId: 'DE123456789',
      billingPerson: {
        ...{ name: 'Noor de Wit', companyName: 'Nordwind GmbH', street: 'Kade 12\n2. OG' },
        ...{ postalCode: '8011 AB', city: 'Zwolle', countryCode: 'NL', stateOrProvinceCode: 'HH' },
      },
      shippingPerson: { name: 'Noor de Wit', street: 'Werf 1', city: 'Kiel', countryCode: 'DE' },
    });
    expect(orderToWire(shopOrder()).shippingPerson).toEqual(orderToWire(shopOrder()).billingPerson);
  });

  test('goes to whom the delivery names, with their own firm and telephone', () => {
    const { customer } = shopOrder();
    const buyer = {
      ...{ ...customer, kind: 'company' as const, company: 'Nordwind GmbH' },
      ...{ vatNumber: 'DE123456789', phone: '+49 40 1' },
    };
    const place = { street: 'Werf 1', postalCode: '24103', city: 'Kiel', country: 'DE' };
    const to = (person: object) =>
      orderToWire(shopOrder({ customer: buyer, delivery: { ...place, ...person } })).shippingPerson;
    const address = { street: 'Werf 1', postalCode: '24103', city: 'Kiel', countryCode: 'DE' };
    expect(to({ name: 'Ada Berg', phone: '+49 431 2' })).toEqual({
      ...{ ...address, name: 'Ada Berg', phone: '+49 431 2' },
    });
    expect(to({ firstName: 'Ada', lastName: 'Berg' })).toEqual({ ...address, name: 'Ada Berg' });
    expect(to({ company: 'Werft AG' })).toEqual({ ...address, name: 'Werft AG', companyName: 'Werft AG' });
    expect(to({ phone: '+49 431 2' })).toEqual({
      ...{ ...address, name: 'Noor de Wit', companyName: 'Nordwind GmbH', phone: '+49 431 2' },
    });
  });

  test('is to be packed, unless it was sent before it came here', () => {
    expect(orderToWire(shopOrder({ shipped: false })).fulfillmentStatus).toBe('AWAITING_PROCESSING');
    expect(orderToWire(shopOrder({ shipped: true })).fulfillmentStatus).toBe('SHIPPED');
    const fields = { fulfillmentStatus: 'CUSTOM_FULFILLMENT_STATUS_1' };
    expect(orderToWire(shopOrder({ shipped: true, fields }))).toMatchObject(fields);
  });

  test('shifts VAT where the customer does and there is none', () => {
    const customer = { ...shopOrder().customer, reverseCharge: true };
    const vatByRate = [{ rate: '21', vat: '0' }];
    expect(orderToWire(shopOrder({ customer, vatByRate }))).toMatchObject({
      reversedTaxApplied: true,
      tax: 0,
    });
    expect(orderToWire(shopOrder({ customer }))).not.toHaveProperty('reversedTaxApplied');
  });

  test('takes mapped fields above its own, and keeps the reference in its notes', () => {
    const fields = { paymentStatus: 'CUSTOM_PAYMENT_STATUS_1', privateAdminNotes: 'From the fair', lang: '' };
    expect(orderToWire(shopOrder({ reference: ' 10 042\n', fields }))).toMatchObject({
      paymentStatus: 'CUSTOM_PAYMENT_STATUS_1',
      privateAdminNotes: 'Referentie: 10 042\nGemaakt door Koppel\nFrom the fair',
    });
  });

  test('is never a credit', () => {
    expect(() => orderToWire(shopOrder({ kind: 'credit' }))).toThrow(
      expect.objectContaining({ code: 'credit_unsupported' }),
    );
  });

  test('may have no e-mail address and no items', () => {
    const { email: _, ...customer } = shopOrder().customer;
    const lines = [line({ kind: 'shipping', quantity: '1', unitPrice: '6.05' })];
    const vatByRate = [{ rate: '21', vat: '1.05' }];
    expect(orderToWire(shopOrder({ customer, lines, vatByRate }))).toMatchObject({
      ...{ email: '', subtotal: 0, tax: 1.05, total: 6.05 },
      items: [{ price: 0, tax: 1.05 }],
    });
  });
});
