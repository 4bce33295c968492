import { describe, expect, test } from 'vitest';
import { extended, type Fields, mugs, row, translate } from '../order-payload.ts';

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
    expect(order.fees).toEqual([
      { description: 'Verwijderingsbijdrage', kind: 'levy', amount: '0.4', vatRate: '0' },
    ]);
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
      expect(order.fees).toEqual([{ kind: 'levy', amount: '0.4', vatRate: '0' }]);
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
      { kind: 'gift_wrap', amount: '2.42', vatRate: '21' },
      { kind: 'greeting_card', amount: '1.21', vatRate: '21' },
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
