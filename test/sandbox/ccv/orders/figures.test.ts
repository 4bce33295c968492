import { describe, expect, it } from 'vitest';
import { buyer, sold } from '../sold.ts';

const mug = {
  name: 'Mok',
  sku: 'MOK',
  price: '11.10',
  quantity: '2',
  options: [{ name: 'Kleur', value: 'Blauw', price: '1.00' }],
};
const tea = { name: 'Thee 100 g', sku: 'THEE100', price: '5.45', vat: 'reduced' };

describe('how an order adds up', () => {
  it('as in the example of the sheet: 34.60 with 5.51 of VAT', async () => {
    const { shop, order, path } = await sold({ lines: [mug, tea], shipping: '4.95' });
    expect(order).toMatchObject({ total_price: 34.6, total_tax: 5.51, total_discounts: 0 });
    expect(await shop.items(`${path}/orderrows/`)).toMatchObject([
      {
        price: 11.1,
        total_price: 22.2,
        total_extra_option_price: 2,
        price_with_attributes: 12.1,
        total_price_with_attributes: 24.2,
        price_without_discount_with_attributes: 12.1,
        original_price: 11.1,
      },
      { total_price_with_attributes: 5.45, tax: 9 },
    ]);
  });

  it('total_orderrow_price is that of the whole order, or of the rows', async () => {
    const { shop, order, path } = await sold({ lines: [mug, tea], shipping: '4.95' });
    expect(order.total_orderrow_price).toBe(34.6);
    shop.standIn.change({ rowTotals: 'rows' });
    expect((await shop.get(`${path}/`)).body.total_orderrow_price).toBe(29.65);
  });

  it('discounts of rows, of a coupon, of credit points, costs of payment and handling', async () => {
    const { order } = await sold({
      lines: [
        { ...tea, quantity: '2', discount: '0.45' },
        { name: 'Mok', price: '12.10' },
      ],
      shipping: '4.95',
      paymethodCosts: '0.75',
      extraCosts: { amount: '-2.00', description: 'Korting' },
      coupon: { code: 'WELKOM', amount: '3.00' },
      creditPoints: '1.00',
    });
    expect(order).toMatchObject({
      // 10.00 + 12.10 - 3.00 - 1.00 + 4.95 + 0.75 - 2.00
      total_price: 21.8,
      total_discounts: 3,
      credit_point_discount: 1,
      paymethod_costs: 0.75,
      extra_costs: -2,
      discountcoupon: { code: 'WELKOM', discount: 3 },
    });
  });

  it('something that is chosen with the payment; VAT that is not counted', async () => {
    const extra = { name: 'Verzekering', amount: '1.21' };
    const { order } = await sold({ lines: [{ name: 'Mok', price: '12.10' }], paymentExtra: extra });
    expect(order).toMatchObject({
      extra_payment_option: 'Verzekering',
      extra_payment_option_price: 1.21,
      total_price: 13.31,
      total_tax: 2.31,
    });
    const plain = await sold({ lines: [{ name: 'Mok', price: '12.10' }], taxed: false, shipping: '6.95' });
    expect(plain.order).toMatchObject({ taxes_included: false, total_price: 19.05, total_tax: 0 });
  });

  it('VAT is rounded per row or per rate', async () => {
    const lines = Array.from({ length: 10 }, () => ({ name: 'Zakje', price: '0.95', vat: 'reduced' }));
    const { shop, order, path } = await sold({ lines });
    expect(order.total_tax).toBe(0.8);
    shop.standIn.change({ vatRounded: 'per rate' });
    expect((await shop.get(`${path}/`)).body).toMatchObject({ total_tax: 0.78, total_price: 9.5 });
  });

  it('abroad: the rates of the country, none for a company with a number, none beyond the Union', async () => {
    const mok = { name: 'Mok', price: '12.10' };
    const german = await sold({ buyer: { ...buyer, country: 'DE' }, lines: [mok], shipping: '12.10' });
    expect(german.order).toMatchObject({ total_price: 24.2, shipping_tax_percentage: 19, total_tax: 3.86 });
    const firm = { ...buyer, country: 'BE', company: 'Theehuis BV', vatNumber: 'BE0987650238' };
    const shifted = await sold({ buyer: firm, lines: [mok] });
    expect(shifted.order).toMatchObject({ is_intra_community_order: true, total_price: 10, total_tax: 0 });
    expect(shifted.order.customer).toMatchObject({ customertype: 'b2b', btw: 'BE0987650238' });
    const swiss = await sold({ buyer: { ...buyer, country: 'CH' }, lines: [mok] });
    expect(swiss.order).toMatchObject({ is_intra_community_order: false, total_price: 10, total_tax: 0 });
    const market = await sold({ lines: [mok], platform: true });
    expect(market.order).toMatchObject({ is_platform_sale: true, total_price: 12.1, total_tax: 0 });
  });
});
