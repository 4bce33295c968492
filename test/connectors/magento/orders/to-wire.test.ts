import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statedTotals } from '../../../../src/connectors/wire/stated-totals.ts';
import { big, sum } from '../../../../src/records/money.ts';
import { runs } from '../../../support/runs.ts';
import { wire } from '../described-order.ts';
import { anyDocument, discount, discounted, line, shipping, shopOrder } from '../documents.ts';

test('an order is written with every amount in both currencies', () => {
  const body = wire(discounted);
  expect(body).toMatchObject({
    ext_order_id: '10042',
    state: 'processing',
    status: 'processing',
    created_at: '2026-03-01 09:15:00',
    customer_email: 'noor@example.com',
    customer_firstname: 'Noor',
    customer_lastname: 'de Wit',
    customer_is_guest: 1,
    customer_group_id: 0,
    order_currency_code: 'EUR',
    base_currency_code: 'EUR',
    base_to_order_rate: 1,
    grand_total: 27.83,
    total_due: 27.83,
    subtotal: 20,
    subtotal_incl_tax: 24.2,
    discount_amount: -2.42,
    tax_amount: 4.83,
    discount_tax_compensation_amount: 0.42,
    shipping_amount: 5,
    shipping_incl_tax: 6.05,
    shipping_tax_amount: 1.05,
    shipping_discount_amount: 0,
    base_shipping_discount_tax_compensation_amnt: 0,
    total_item_count: 1,
    total_qty_ordered: 2,
    shipping_description: 'PostNL',
    payment: { method: 'checkmo', amount_ordered: 27.83, base_amount_ordered: 27.83, shipping_amount: 5 },
  });
  expect(body.items).toEqual([
    {
      product_type: 'simple',
      is_virtual: 0,
      sku: 'MUG',
      name: 'Mug',
      qty_ordered: 2,
      price: 10,
      base_price: 10,
      price_incl_tax: 12.1,
      base_price_incl_tax: 12.1,
      original_price: 12.1,
      base_original_price: 12.1,
      row_total: 20,
      base_row_total: 20,
      row_total_incl_tax: 24.2,
      base_row_total_incl_tax: 24.2,
      discount_amount: 2.42,
      base_discount_amount: 2.42,
      tax_amount: 3.78,
      base_tax_amount: 3.78,
      discount_tax_compensation_amount: 0.42,
      base_discount_tax_compensation_amount: 0.42,
      tax_percent: 21,
    },
  ]);
  const amounts = Object.keys(body).filter((name) =>
    /^(grand|sub|total_due|discount|shipping_.*(amount|tax)|tax)/.test(name),
  );
  for (const name of amounts) {
    const twin =
      name === 'shipping_discount_tax_compensation_amount' ? 'shipping_discount_tax_compensation_amnt' : name;
    expect(body[`base_${twin}`], name).toBe(body[name]);
  }
});

test('what is not paid is new, and nothing is stated as paid', () => {
  const body = wire({ ...discounted, paid: false });
  expect(body).toMatchObject({ state: 'new', status: 'pending' });
  expect(body).not.toHaveProperty('total_paid');
});

test('a customer of the shop is named by its id', () => {
  const body = wire({ ...discounted, customerId: '27' });
  expect(body).toMatchObject({ customer_id: 27, customer_is_guest: 0 });
  expect(body).not.toHaveProperty('customer_group_id');
});

describe('prices without VAT', () => {
  test('stay without it; nothing is hidden', () => {
    const net = shopOrder({
      pricesIncludeVat: false,
      lines: [line({ unitPrice: '10' }), { ...discount, unitPrice: '-2' }, { ...shipping, unitPrice: '5' }],
      vatByRate: [{ rate: '21', vat: '4.83' }],
    });
    expect(wire(net)).toMatchObject({
      grand_total: 27.83,
      subtotal: 20,
      discount_amount: -2,
      discount_tax_compensation_amount: 0,
      items: [{ price: 10, price_incl_tax: 12.1, discount_amount: 2, tax_amount: 3.78, original_price: 10 }],
    });
  });
});

describe('what an order of Magento has no place for', () => {
  const fee = line({
    kind: 'fee',
    description: 'Betaalkosten',
    sku: undefined,
    quantity: '1',
    unitPrice: '1.21',
  });

  test('fees, rounding and further shipping are rows of their own', () => {
    const lines = [
      line(),
      shipping,
      { ...shipping, description: 'Koeling', unitPrice: '1.09', vatRate: '9' },
      fee,
    ];
    const { items, shipping_amount } = wire(
      shopOrder({
        lines,
        vatByRate: [
          { rate: '21', vat: '5.46' },
          { rate: '9', vat: '0.09' },
        ],
      }),
    );
    expect(items.map(({ sku, name, product_type }) => [sku, name, product_type])).toEqual([
      ['MUG', 'Mug', 'simple'],
      ['shipping', 'Koeling', 'virtual'],
      ['fee', 'Betaalkosten', 'virtual'],
    ]);
    expect(shipping_amount).toBe(5);
  });

  test('a discount at the rate of the shipping alone is a discount on the shipping', () => {
    const lines = [line({ vatRate: '9' }), shipping, { ...discount, unitPrice: '-1.21' }];
    expect(
      wire(
        shopOrder({
          lines,
          vatByRate: [
            { rate: '21', vat: '0.84' },
            { rate: '9', vat: '2.00' },
          ],
        }),
      ),
    ).toMatchObject({
      shipping_discount_amount: 1.21,
      shipping_discount_tax_compensation_amount: 0.21,
      shipping_tax_amount: 0.84,
      discount_amount: -1.21,
    });
  });

  test('a discount at a rate of its own, or larger than all, is a row below zero', () => {
    const { items } = wire(shopOrder({ lines: [line(), { ...discount, vatRate: '0' }] }));
    expect(items.at(-1)).toMatchObject({ sku: 'discount', price: -2.42, qty_ordered: 1 });
    const { items: all, grand_total } = wire(
      shopOrder({
        lines: [line(), { ...discount, unitPrice: '-30' }],
        vatByRate: [{ rate: '21', vat: '-1.01' }],
      }),
    );
    expect(all).toMatchObject([{ discount_amount: 24.2 }, { price_incl_tax: -5.8 }]);
    expect(grand_total).toBe(-5.8);
  });

  test('goods that came back have a price below zero, not a quantity', () => {
    const { items } = wire(
      shopOrder({ lines: [line(), line({ quantity: '-1' })], vatByRate: [{ rate: '21', vat: '2.10' }] }),
    );
    expect(items).toMatchObject([
      { tax_amount: 4.2 },
      { qty_ordered: 1, price_incl_tax: -12.1, tax_amount: -2.1 },
    ]);
  });

  test('shipping alone is a row, as an order needs one', () => {
    const { items, shipping_amount } = wire(
      shopOrder({ lines: [shipping], vatByRate: [{ rate: '21', vat: '1.05' }] }),
    );
    expect(items).toMatchObject([{ sku: 'shipping', price_incl_tax: 6.05, tax_amount: 1.05 }]);
    expect(shipping_amount).toBe(0);
  });

  test('a row of nothing is written', () => {
    const { items } = wire(
      shopOrder({ lines: [line(), line({ quantity: '0', description: '', sku: undefined })] }),
    );
    expect(items.at(-1)).toMatchObject({ qty_ordered: 0, price: 0, sku: 'item', name: 'item' });
  });
});

test('any document adds up as Magento adds up, its VAT per rate included', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const body = wire(document);
      const of = (name: string) => big(String(body[name]));
      const rows = (name: string) => sum(body.items.map((row) => big(String(row[name]))));
      const totals = statedTotals(document);
      expect(of('grand_total').toFixed(2)).toBe(totals.gross);
      expect(of('tax_amount').toFixed(2)).toBe(totals.vat);
      const parts = ['subtotal', 'discount_amount', 'shipping_amount', 'tax_amount'];
      const hidden = ['discount_tax_compensation_amount', 'shipping_discount_tax_compensation_amount'];
      expect(sum([...parts, ...hidden].map(of)).toFixed(2)).toBe(totals.gross);
      expect(rows('row_total').eq(of('subtotal'))).toBe(true);
      expect(
        rows('discount_amount').eq(of('discount_amount').neg().minus(of('shipping_discount_amount'))),
      ).toBe(true);
      expect(rows('tax_amount').eq(of('tax_amount').minus(of('shipping_tax_amount')))).toBe(true);
      for (const row of body.items) expect(big(String(row.qty_ordered)).gte(0)).toBe(true);
    }),
    runs(500),
  );
});
