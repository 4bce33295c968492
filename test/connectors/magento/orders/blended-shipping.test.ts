import { describe, expect, test } from 'vitest';
import { type Fields, mugs, row, translate } from '../order-payload.ts';

const mug = row({ qty_ordered: 1, price: 60, price_incl_tax: 72.6, original_price: 72.6, tax_amount: 12.6 });
const tea = row({
  item_id: 502,
  qty_ordered: 1,
  price: 40,
  price_incl_tax: 43.6,
  original_price: 43.6,
  tax_percent: 9,
  tax_amount: 3.6,
});

/** Goods of 60.00 at 21 % and 40.00 at 9 %; shipping with some VAT, and no list of taxes. */
function shipped(net: number, vat: number, items: readonly Fields[] = [mug, tea], goods = 116.2): Fields {
  const tax = items.reduce((sum, item) => sum + Number(item.tax_amount), vat);
  return mugs({
    items,
    shipping_amount: net,
    shipping_incl_tax: net + vat,
    shipping_tax_amount: vat,
    tax_amount: tax,
    grand_total: goods + net + vat,
  });
}

const charges = (payload: Fields) =>
  translate(payload).shipping.map(({ amount, vatRate, rateWorkedOut }) => [
    amount,
    vatRate,
    rateWorkedOut ?? false,
  ]);

describe('shipping whose VAT no list tells', () => {
  test('is shared over the goods where that comes to it', () => {
    // 6.00 at 21 % and 4.00 at 9 %.
    expect(charges(shipped(10, 1.62))).toEqual([
      ['7.26', '21', false],
      ['4.36', '9', false],
    ]);
    expect(translate(shipped(10, 1.62)).vatByRate).toEqual([
      { rate: '21', vat: '13.86' },
      { rate: '9', vat: '3.96' },
    ]);
  });

  test('is shared over the two rates in another proportion where only that comes to it', () => {
    // 1.50 of 10.00: half and half.
    expect(charges(shipped(10, 1.5))).toEqual([
      ['6.05', '21', false],
      ['5.45', '9', false],
    ]);
  });

  test('has a rate of the goods, or another that exists', () => {
    expect(charges(shipped(10, 0.9))).toEqual([['10.9', '9', false]]);
    expect(charges(shipped(10, 0.9, [mug], 72.6))).toEqual([['10.9', '9', true]]);
  });

  test('says that its rate was worked out where nothing comes to it', () => {
    expect(charges(shipped(10, 1.5, [mug], 72.6))).toEqual([['11.5', '15', true]]);
  });

  test('without VAT in the prices is shared by what it is without VAT', () => {
    const net = (item: Fields) => ({ ...item, original_price: item.price });
    const payload = shipped(10, 1.5, [net(mug), net(tea)]);
    expect(translate(payload).pricesIncludeVat).toBe(false);
    expect(charges(payload)).toEqual([
      ['5', '21', false],
      ['5', '9', false],
    ]);
  });
});
