import { describe, expect, test } from 'vitest';
import { item, mugs, tax, translate } from '../order-payload.ts';

const post = { shippingMethodName: 'PostNL', shippingRate: 6.05, shippingRateWithoutTax: 5 };
const book = (fields = {}) =>
  item({ sku: 'BOOK', price: 10.9, quantity: 1, tax: 0.9, taxes: [tax(9, 0.9)], ...fields });

describe('VAT of the shipping', () => {
  test('one tax takes the whole', () => {
    const record = translate(
      mugs({
        items: [item({ tax: 5.25, taxes: [tax(21, 4.2, 1.05)], shipping: 6.05 })],
        shippingOption: post,
        taxesOnShipping: [{ value: 21, total: 1.05 }],
        total: 30.25,
        tax: 5.25,
      }),
    );
    expect(record.shipping).toEqual([{ description: 'PostNL', amount: '6.05', vatRate: '21' }]);
    expect(record.vatByRate).toEqual([{ rate: '21', vat: '5.25' }]);
  });

  test('several go by the shares of the lines where these are the whole rate', () => {
    const record = translate(
      mugs({
        items: [
          item({ tax: 4.89, taxes: [tax(21, 4.2, 0.69)], shipping: 3.98 }),
          book({ tax: 1.07, taxes: [tax(9, 0.9, 0.17)], shipping: 2.07 }),
        ],
        shippingOption: post,
        taxesOnShipping: [
          { value: 21, total: 0.69 },
          { value: 9, total: 0.17 },
        ],
        total: 41.15,
        tax: 5.96,
      }),
    );
    expect(record.shipping).toEqual([
      { description: 'PostNL', amount: '3.98', vatRate: '21' },
      { description: 'PostNL', amount: '2.07', vatRate: '9' },
    ]);
    expect(record.vatByRate).toEqual([
      { rate: '21', vat: '4.89' },
      { rate: '9', vat: '1.07' },
    ]);
  });

  test('else by what the taxes were charged on', () => {
    const record = translate(
      mugs({
        items: [item({ price: 10, quantity: 1, tax: 2.1, taxes: [tax(21, 2.1)] }), book({ price: 10 })],
        pricesIncludeTax: false,
        shippingOption: { shippingRate: 10 },
        taxesOnShipping: [
          { value: 21, total: 1.26 },
          { value: 9, total: 0.36 },
        ],
        total: 34.62,
        tax: 4.62,
      }),
    );
    expect(record.shipping.map(({ amount, vatRate }) => [amount, vatRate])).toEqual([
      ['6', '21'],
      ['4', '9'],
    ]);
    expect(record.vatByRate).toEqual([
      { rate: '21', vat: '3.36' },
      { rate: '9', vat: '1.26' },
    ]);
  });

  test('each upon the whole is stacked: one rate', () => {
    const record = translate(
      mugs({
        items: [item({ price: 10, tax: 6.6, taxes: [tax(12, 2.4, 1.2), tax(10, 2, 1)], shipping: 10 })],
        pricesIncludeTax: false,
        shippingOption: { shippingRate: 10 },
        taxesOnShipping: [
          { value: 12, total: 1.2 },
          { value: 10, total: 1 },
        ],
        total: 36.6,
        tax: 6.6,
      }),
    );
    expect(record.shipping).toMatchObject([{ amount: '10', vatRate: '22' }]);
    expect(record.vatByRate).toEqual([{ rate: '22', vat: '6.6' }]);
  });

  test('a lone tax that covers a part leaves the rest untaxed where goods are untaxed too', () => {
    const record = translate(
      mugs({
        items: [
          item({ price: 10, quantity: 1, tax: 3.15, taxes: [tax(21, 2.1, 1.05)], shipping: 5 }),
          item({ price: 10, quantity: 1, tax: 0, taxes: [], shipping: 5 }),
        ],
        pricesIncludeTax: false,
        shippingOption: { shippingRate: 10 },
        taxesOnShipping: [{ value: 21, total: 1.05 }],
        total: 33.15,
        tax: 3.15,
      }),
    );
    expect(record.shipping.map(({ amount, vatRate }) => [amount, vatRate])).toEqual([
      ['5', '21'],
      ['5', '0'],
    ]);
  });

  test('a rate of its own does not colour the goods', () => {
    const record = translate(
      mugs({
        items: [book({ tax: 1.95, taxes: [tax(9, 0.9), tax(21, 0, 1.05)], shipping: 6.05 })],
        shippingOption: post,
        taxesOnShipping: [{ value: 21, total: 1.05 }],
        total: 16.95,
        tax: 1.95,
      }),
    );
    expect(record.lines[0]?.vatRate).toBe('9');
    expect(record.shipping[0]?.vatRate).toBe('21');
    expect(record.vatByRate).toEqual([
      { rate: '21', vat: '1.05' },
      { rate: '9', vat: '0.9' },
    ]);
  });

  test('old orders without a breakdown go by their lines', () => {
    const record = translate(
      mugs({
        items: [item({ tax: 5.25, taxes: [tax(21, 4.2, 1.05)] })],
        shippingOption: post,
        taxesOnShipping: null,
        total: 30.25,
        tax: 5.25,
      }),
    );
    expect(record.shipping).toMatchObject([{ amount: '6.05', vatRate: '21' }]);
  });

  test('a tax on it that has no rate is at 0 %: the totals guard stops what that makes of it', () => {
    const nameless = { total: 1.05, taxOnDiscountedSubtotal: 0, taxOnShipping: 1.05 };
    const record = translate(
      mugs({
        items: [item({ tax: 1.05, taxes: [nameless] })],
        shippingOption: post,
        total: 30.25,
        tax: 1.05,
      }),
    );
    expect(record.shipping).toEqual([{ description: 'PostNL', amount: '6.05', vatRate: '0' }]);
    expect(record.vatByRate).toEqual([{ rate: '0', vat: '1.05' }]);
  });

  test('no tax at all is a rate of 0, and free shipping is left out', () => {
    const untaxed = translate(
      mugs({ shippingOption: { shippingRate: 5 }, taxesOnShipping: [], total: 29.2 }),
    );
    expect(untaxed.shipping).toEqual([{ amount: '5', vatRate: '0' }]);
    expect(translate(mugs({ shippingOption: { shippingRate: 0 } })).shipping).toEqual([]);
  });

  test('a promotion on shipping counts when the total says so', () => {
    const shippingOption = { ...post, discountedShippingRate: 0 };
    expect(translate(mugs({ shippingOption, total: 24.2 })).shipping).toEqual([]);
    expect(translate(mugs({ shippingOption, total: 30.25 })).shipping).toMatchObject([{ amount: '6.05' }]);
  });
});

describe('fees', () => {
  test('have their own VAT, else that of the shipping, and none of nothing', () => {
    const record = translate(
      mugs({
        items: [item({ tax: 5.6, taxes: [tax(21, 4.2, 1.4)], shipping: 6.05 })],
        shippingOption: post,
        taxesOnShipping: [{ value: 21, total: 1.4 }],
        handlingFee: { name: 'Gift wrap', value: 2.02 },
        customSurcharges: [
          { id: 'cod', description: 'Cash on delivery', total: 1.09, taxes: [{ value: 9, total: 0.09 }] },
          { id: 'tips', total: 3, taxable: false, taxes: [] },
          { id: 'none', total: 0 },
        ],
        total: 36.36,
        tax: 5.69,
      }),
    );
    expect(record.fees).toEqual([
      { description: 'Gift wrap', kind: 'handling', amount: '2.02', vatRate: '21' },
      { description: 'Cash on delivery', kind: 'surcharge', amount: '1.09', vatRate: '9' },
      { description: 'tips', kind: 'surcharge', amount: '3', vatRate: '0' },
    ]);
    expect(record.vatByRate).toEqual([
      { rate: '21', vat: '5.6' },
      { rate: '9', vat: '0.09' },
      { rate: '0', vat: '0' },
    ]);
  });

  test('taxes that the lines hold already are not counted twice', () => {
    const record = translate(
      mugs({
        items: [item({ tax: 4.62, taxes: [{ ...tax(21, 4.2), total: 4.62, taxOnHandlingFee: 0.42 }] })],
        handlingFee: { value: 2.42, valueWithoutTax: 2, taxes: [{ value: 21, total: 0.42 }] },
        total: 26.62,
        tax: 4.62,
      }),
    );
    expect(record.fees).toEqual([{ kind: 'handling', amount: '2.42', vatRate: '21' }]);
    expect(record.vatByRate).toEqual([{ rate: '21', vat: '4.62' }]);
  });
});

test('a fee beside free shipping is split over the rates as its tax was', () => {
  const record = translate(
    mugs({
      items: [
        item({
          price: 1,
          quantity: 1,
          tax: 0.24,
          taxes: [{ ...tax(21, 0.21), total: 0.24, taxOnHandlingFee: 0.03 }],
        }),
        item({ price: 12, quantity: 1, tax: 0, taxes: [] }),
      ],
      pricesIncludeTax: false,
      shippingOption: { shippingRate: 0 },
      handlingFee: { name: 'Gift wrap', value: 2 },
      taxesOnShipping: [{ value: 21, total: 0.03 }],
      total: 15.24,
      tax: 0.24,
    }),
  );
  expect(record.fees.map(({ amount, vatRate }) => [amount, vatRate])).toEqual([
    ['0.14', '21'],
    ['1.86', '0'],
  ]);
});

describe('VAT per rate', () => {
  test('an order made by hand whose VAT stands at the shipping alone', () => {
    const record = translate(
      mugs({
        items: [item({ price: 500, quantity: 1, tax: 0, taxes: [] })],
        shippingOption: { shippingRate: 110 },
        taxesOnShipping: [{ value: 10, total: 11 }],
        pricesIncludeTax: false,
        total: 621,
        tax: 11,
      }),
    );
    expect(record.vatByRate).toEqual([
      { rate: '10', vat: '11' },
      { rate: '0', vat: '0' },
    ]);
    expect(record.shipping).toMatchObject([{ amount: '110', vatRate: '10' }]);
  });

  test('cents that nothing explains go to the rate with the most VAT', () => {
    const record = translate(mugs({ items: [item(), book()], total: 35.1, tax: 5.12 }));
    expect(record.vatByRate).toEqual([
      { rate: '21', vat: '4.22' },
      { rate: '9', vat: '0.9' },
    ]);
  });

  test('VAT without any rate is shown, so that the totals guard stops it', () => {
    const record = translate(
      mugs({ items: [item({ price: 20, tax: 4.2, taxes: null })], pricesIncludeTax: false, total: 44.2 }),
    );
    expect(record.vatByRate).toEqual([{ rate: '0', vat: '4.2' }]);
  });
});
