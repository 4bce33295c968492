import { expect, test } from 'vitest';
import { amountOf, partsTotal, ratesOf } from '../../src/records/order-parts.ts';

const line = { name: 'Mug', quantity: '2', unitPrice: '12.10', discount: '0.20', vatRate: '21' };
const parts = {
  pricesIncludeVat: true,
  lines: [line],
  shipping: [{ description: 'Post', amount: '5', vatRate: '9' }],
  fees: [{ description: 'Fee', amount: '1', vatRate: '0' }],
  discounts: [{ description: 'Coupon', amount: '3', vatRate: '21' }],
};

test('the parts of an order add up to its gross; VAT counts only where the prices exclude it', () => {
  expect(amountOf(line).toFixed()).toBe('24');
  expect(partsTotal(parts, '4.20').toFixed()).toBe('27');
  expect(partsTotal({ ...parts, pricesIncludeVat: false }, '4.20').toFixed()).toBe('31.2');
  expect(ratesOf(parts)).toEqual(['21', '9', '0', '21']);
});
