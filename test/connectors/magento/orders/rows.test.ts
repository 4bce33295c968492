import { describe, expect, test } from 'vitest';
import { account } from '../fake-api.ts';
import { mugs, row, translate } from '../order-payload.ts';

function withShop(traits: Record<string, string>) {
  return { ...account, traits: { ...account.traits, ...traits } };
}

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
      discounts: [{ description: 'LENTE', amount: '1.21', vatRate: '21' }],
      vatByRate: [{ rate: '21', vat: '5.04' }],
    });
  });
});
