import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../support/runs.ts';
import { TestShop } from '../shop.ts';
import { amount, cases, expectToAddUp } from './order-sums.ts';

const money = fc.integer({ min: 0, max: 99_999 }).map((cents) => Big(cents).div(100).toFixed(2));
const rate = fc.constantFrom('21', '9', '6', '19', '0');
const line = fc.record(
  {
    type: fc.constantFrom('simple', 'virtual', 'grouped'),
    productId: fc.constant(1),
    sku: fc.constant('X'),
    name: fc.constant('X'),
    price: money,
    quantity: fc.oneof(fc.integer({ min: 1, max: 300 }).map(String), fc.constantFrom('0.5', '1.25', '2.375')),
    rate,
    fixedTax: fc.constantFrom('0.15', '3.00'),
  },
  { requiredKeys: ['type', 'productId', 'sku', 'name', 'price', 'quantity', 'rate'] },
);
const part = fc.record({
  optionId: fc.constant(1),
  selectionId: fc.constant(1),
  productId: fc.constant(2),
  sku: fc.constant('P'),
  name: fc.constant('P'),
  quantity: fc.constantFrom('1', '2', '3'),
  price: money,
  rate,
});
const bundleLine = fc.record({
  type: fc.constant('bundle'),
  productId: fc.constant(3),
  sku: fc.constant('B'),
  name: fc.constant('B'),
  price: money,
  quantity: fc.constantFrom('1', '2', '7'),
  rate,
  bundle: fc.record({
    pricing: fc.constantFrom('dynamic', 'fixed'),
    // At least one with tax, else nothing on the wire tells the two kinds apart.
    parts: fc.array(part, { maxLength: 2 }).map((parts) => [
      ...parts,
      {
        optionId: 9,
        selectionId: 9,
        productId: 9,
        sku: 'S',
        name: 'S',
        quantity: '1',
        price: '1.99',
        rate: '21',
      },
    ]),
  }),
});
const basket = fc.record(
  {
    store: fc.constantFrom('default', 'deutsch', 'zakelijk', 'english'),
    lines: fc.array(fc.oneof(line, bundleLine), { minLength: 1, maxLength: 5 }),
    shipping: fc.record({
      method: fc.constant('a_b'),
      description: fc.constant('A - B'),
      price: money,
      rate,
    }),
    discount: fc.record({
      label: fc.constant('D'),
      type: fc.constantFrom('percent', 'amount'),
      value: fc.constantFrom('0', '5', '12.5', '33.33', '100'),
      onShipping: fc.boolean(),
    }),
    giftCard: money,
    storeCredit: money,
  },
  { requiredKeys: ['store', 'lines'] },
);
const buyer = {
  firstname: 'Ada',
  lastname: 'Berg',
  email: 'ada@example.com',
  street: ['Kade 1'],
  postcode: '8011 AB',
  city: 'Zwolle',
  country: 'NL',
};

describe('any basket', () => {
  it('adds up, in both currencies, and is paid and given back to the cent', async () => {
    await fc.assert(
      fc.asyncProperty(basket, async (bought) => {
        const shop = new TestShop();
        await shop.sell({ buyer, basket: bought });
        const [before] = await cases(shop);
        if (before === undefined) throw new Error('no order');
        expectToAddUp(before);
        const id = before.id;
        expect((await shop.call('POST', `/V1/order/${id}/invoice`, {})).status).toBe(200);
        const paid = await shop.order(id);
        expect(amount(paid, 'total_paid').toFixed(2)).toBe(amount(paid, 'grand_total').toFixed(2));
        expect(amount(paid, 'total_due').toFixed(2)).toBe('0.00');
        expect(amount(paid, 'tax_invoiced').toFixed(2)).toBe(before.tax);
        if (Big(before.gross).eq(0) || amount(paid, 'grand_total').eq(0)) return;
        const refund = await shop.call('POST', `/V1/order/${id}/refund`, {});
        expect(refund.status, refund.text).toBe(200);
        const [after] = await cases(shop);
        expect(after?.refunded).toBe(before.gross);
        expect(after?.state).toBe('closed');
        expect(amount(after?.wire, 'tax_refunded').toFixed(2)).toBe(before.tax);
      }),
      runs(150),
    );
  });
});
