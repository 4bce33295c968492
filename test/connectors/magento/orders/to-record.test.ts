import { describe, expect, test } from 'vitest';
import { extended, mugs, row, translate } from '../order-payload.ts';

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
    shipped: false,
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
