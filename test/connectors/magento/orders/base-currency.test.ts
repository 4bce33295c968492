import { describe, expect, test } from 'vitest';
import { memoWire } from '../../../../src/connectors/magento/orders/given-back/credit-memos.ts';
import { orderFromWire } from '../../../../src/connectors/magento/orders/to-record.ts';
import { orderAnswer } from '../../../../src/connectors/magento/orders/wire.ts';
import { account } from '../fake-api.ts';
import { extended, type Fields, mugs, row, translate } from '../order-payload.ts';

/** Two mugs and their delivery, paid in pounds at 0.80: 30.25 EUR with 5.25 VAT in the books, 24.20 GBP. */
function inPounds(fields: Fields = {}, ofRow: Fields = {}): Fields {
  return mugs({
    order_currency_code: 'GBP',
    grand_total: 24.2,
    base_grand_total: 30.25,
    tax_amount: 4.2,
    base_tax_amount: 5.25,
    shipping_amount: 4,
    base_shipping_amount: 5,
    shipping_incl_tax: 4.84,
    base_shipping_incl_tax: 6.05,
    shipping_tax_amount: 0.84,
    base_shipping_tax_amount: 1.05,
    total_paid: 24.2,
    base_total_paid: 30.25,
    items: [
      row({
        price: 8,
        base_price: 10,
        price_incl_tax: 9.68,
        base_price_incl_tax: 12.1,
        original_price: 9.68,
        base_original_price: 12.1,
        tax_amount: 3.36,
        base_tax_amount: 4.2,
        ...ofRow,
      }),
    ],
    ...fields,
  });
}

describe('an order in another currency than the books', () => {
  test('states both: what was paid, and what the shop books', () => {
    const order = translate(inPounds());
    expect(order).toMatchObject({ currency: 'GBP', gross: '24.2', vat: '4.2', paid: true });
    expect(order.base).toMatchObject({
      currency: 'EUR',
      pricesIncludeVat: true,
      gross: '30.25',
      vat: '5.25',
      vatByRate: [{ rate: '21', vat: '5.25' }],
      lines: [{ quantity: '2', unitPrice: '12.1', vatRate: '21' }],
      shipping: [{ amount: '6.05', vatRate: '21' }],
    });
  });

  test('with a discount, a fixed tax and what was given back', () => {
    const fixed = JSON.stringify([
      {
        title: 'Levy',
        row_amount: 1.6,
        base_row_amount: 2,
        row_amount_incl_tax: 1.6,
        base_row_amount_incl_tax: 2,
      },
    ]);
    const payload = inPounds(
      {
        grand_total: 23.86,
        base_grand_total: 29.83,
        tax_amount: 3.86,
        base_tax_amount: 4.83,
        discount_amount: -1.94,
        base_discount_amount: -2.42,
        total_refunded: 1.6,
        base_total_refunded: 2,
        adjustment_positive: 1.6,
        base_adjustment_positive: 2,
      },
      {
        tax_amount: 3.02,
        base_tax_amount: 3.78,
        discount_amount: 1.94,
        base_discount_amount: 2.42,
        discount_tax_compensation_amount: 0.34,
        base_discount_tax_compensation_amount: 0.42,
        weee_tax_applied: fixed,
        weee_tax_applied_row_amount: 1.6,
        base_weee_tax_applied_row_amnt: 2,
      },
    );
    expect(translate(payload).base).toMatchObject({
      gross: '29.83',
      vat: '4.83',
      lines: [{ unitPrice: '12.1', discount: '2.42' }],
      fees: [{ description: 'Levy', amount: '2', vatRate: '0' }],
      refunded: '2',
      refunds: [{ gross: '2' }],
    });
  });

  test('with the amounts of modules, and of credit memos', () => {
    const payload = extended(inPounds({ total_refunded: 9.68, base_total_refunded: 12.1 }), {
      card_fee: 0.8,
      base_card_fee: 1,
    });
    const memo = {
      entity_id: 5,
      base_currency_code: 'EUR',
      order_currency_code: 'GBP',
      grand_total: 9.68,
      base_grand_total: 12.1,
      tax_amount: 1.68,
      base_tax_amount: 2.1,
      items: [
        {
          order_item_id: 501,
          qty: 1,
          row_total: 8,
          base_row_total: 10,
          tax_amount: 1.68,
          base_tax_amount: 2.1,
        },
      ],
    };
    const order = orderFromWire(orderAnswer.parse(payload), account, [memoWire.parse(memo)]);
    expect(order.extras).toEqual({ 'extension_attributes.card_fee': '0.8' });
    expect(order.refunds).toMatchObject([{ gross: '9.68', byRate: [{ rate: '21', vat: '1.68' }] }]);
    expect(order.base?.extras).toEqual({ 'extension_attributes.card_fee': '1' });
    expect(order.base?.refunds).toMatchObject([{ gross: '12.1', byRate: [{ rate: '21', vat: '2.1' }] }]);
  });

  test('that does not state what the shop books has one currency', () => {
    expect(translate(inPounds({ base_grand_total: null })).base).toBeUndefined();
    expect(translate(mugs()).base).toBeUndefined();
  });
});

describe('amounts that modules add', () => {
  test('are told by their path, and nothing that the order has itself', () => {
    const payload = extended(
      mugs({ donation_amount: '5.0000', base_donation_amount: 5, customer_group_id: 3 }),
      {
        mollie_fee: 1.64,
        mollie_fee_tax: 0.35,
        zero_fee: 0,
        phone: '0612345678',
        gift_cards_amount: 3,
        custom_fees: [{ code: 'insurance', label: 'Insurance', value: 2.5 }, { value: 1 }],
        payment_additional_info: [{ key: 'surcharge', value: '0.75' }],
      },
    );
    expect(translate(payload).extras).toEqual({
      donation_amount: '5',
      'extension_attributes.mollie_fee': '1.64',
      'extension_attributes.mollie_fee_tax': '0.35',
      'extension_attributes.custom_fees.insurance.value': '2.5',
      'extension_attributes.custom_fees.1.value': '1',
      'extension_attributes.payment_additional_info.surcharge.value': '0.75',
    });
    expect(translate(mugs()).extras).toBeUndefined();
  });

  test('leave the rows to tell whether prices include VAT', () => {
    const payload = extended(mugs({ grand_total: 26.19, tax_amount: 4.55 }), { fee: 1.64, fee_tax: 0.35 });
    expect(translate(payload)).toMatchObject({ pricesIncludeVat: true, gross: '26.19' });
  });
});
