import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { documentTarget } from '../../../src/connectors/jortt/orders/target.ts';
import { buildLines } from '../../../src/flows/orders/document/lines.ts';
import { ordersSettings } from '../../../src/flows/orders/settings.ts';
import { big, normalise, sum } from '../../../src/records/money.ts';
import type { Order } from '../../../src/records/order.ts';
import { Problem } from '../../../src/records/problem.ts';
import { charge, line, order } from './samples.ts';

type Settings = z.input<typeof ordersSettings>;

function lines(of: Order, settings: Settings = {}) {
  const names = of.lines.map(({ name }) => name);
  return buildLines(of, ordersSettings.parse(settings), documentTarget, names);
}

/** The entry that a choice misses. */
function missing(attempt: () => unknown): unknown {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Problem && error.code === 'choice_missing') return error.params;
    throw error;
  }
  throw new Error('was found');
}

/** `kind quantity×price @rate`, as one reads it. */
function told(of: Order, settings: Settings = {}): string[] {
  return lines(of, settings).map(
    ({ kind, quantity, unitPrice, vatRate }) => `${kind} ${quantity}×${unitPrice} @${vatRate}`,
  );
}

function perRate(of: Order, settings: Settings): Record<string, string> {
  const found = lines(of, settings);
  const rates = [...new Set(found.map(({ vatRate }) => normalise(big(vatRate))))].sort();
  return Object.fromEntries(
    rates.map((rate) => [
      rate,
      normalise(
        sum(
          found
            .filter(({ vatRate }) => big(vatRate).eq(rate))
            .map(({ quantity, unitPrice }) => big(quantity).times(unitPrice)),
        ),
      ),
    ]),
  );
}

const rich = order({
  lines: [
    line({ discount: '1.00' }),
    line({ name: 'Book', sku: 'BOOK', quantity: '3', unitPrice: '10.00', vatRate: '9' }),
  ],
  shipping: [charge()],
  fees: [charge({ description: 'Gift wrap', amount: '2.50' })],
  discounts: [charge({ description: 'Coupon', amount: '2.00' }), charge({ amount: '3.00', vatRate: '9' })],
});

describe('items', () => {
  test('a line per item, then discounts per rate, shipping and fees', () => {
    expect(told(rich)).toEqual([
      'item 2×12.10 @21',
      'item 3×10.00 @9',
      'discount 1×-3 @21',
      'discount 1×-3 @9',
      'shipping 1×6.05 @21',
      'fee 1×2.50 @21',
    ]);
  });

  test('fractional quantities stay what they are', () => {
    expect(told(order({ lines: [line({ quantity: '0.375', unitPrice: '8.00' })], shipping: [] }))).toEqual([
      'item 0.375×8.00 @21',
    ]);
  });

  test('an order of zero keeps its lines', () => {
    expect(told(order({ lines: [line({ unitPrice: '0' })], shipping: [] }))).toEqual(['item 2×0 @21']);
  });

  test('a fee keeps its own description, shipping has the name of its method', () => {
    const found = lines(rich);
    expect(found.map(({ description }) => description).slice(-2)).toEqual(['Parcel', 'Gift wrap']);
    expect(lines(rich, { shipping: { description: 'Verzending' } }).at(-2)?.description).toBe('Verzending');
    expect(lines(order({ shippingMethod: undefined })).at(-1)?.description).toBe('Delivery');
  });
});

describe('discounts spread', () => {
  test('over the lines of their own rate, each its share', () => {
    expect(told(rich, { discounts: 'spread' })).toEqual([
      'item 2×10.6 @21',
      'item 3×9 @9',
      'shipping 1×6.05 @21',
      'fee 1×2.50 @21',
    ]);
  });

  test('what cannot be written per unit becomes one piece that tells its quantity', () => {
    const odd = order({
      lines: [line({ quantity: '3', unitPrice: '10.00', discount: '1.00' })],
      shipping: [],
    });
    expect(lines(odd, { discounts: 'spread' })).toMatchObject([
      { quantity: '1', unitPrice: '29', description: '3 × Mug' },
    ]);
  });

  test('one at a rate that no line has stays a line of its own: its VAT must not change', () => {
    const freeShipping = order({
      lines: [line()],
      shipping: [charge({ vatRate: '9' })],
      discounts: [charge({ amount: '6.05', vatRate: '9' })],
    });
    expect(told(freeShipping, { discounts: 'spread' })).toEqual([
      'item 2×12.10 @21',
      'discount 1×-6.05 @9',
      'shipping 1×6.05 @9',
    ]);
  });

  test('one on lines that are worth nothing any more stays a line of its own', () => {
    const free = order({
      lines: [line({ vatRate: '9' }), line({ discount: '24.20' })],
      shipping: [],
      discounts: [charge({ amount: '1.00' })],
    });
    expect(perRate(free, { discounts: 'spread' })).toEqual({ 21: '-1', 9: '24.2' });
  });
});

describe('summary and split', () => {
  test('summary: one revenue line per rate', () => {
    expect(told(rich, { lines: 'summary' })).toEqual(['item 1×29.75 @21', 'item 1×27 @9']);
  });

  test('split: revenue, shipping, discount and fees per rate', () => {
    expect(told(rich, { lines: 'split' })).toEqual([
      'item 1×24.2 @21',
      'item 1×30 @9',
      'shipping 1×6.05 @21',
      'discount 1×-3 @21',
      'discount 1×-3 @9',
      'fee 1×2.5 @21',
    ]);
  });

  test.each(['summary', 'split'] as const)('%s: an order of zero has a line still', (shape) => {
    expect(told(order({ lines: [line({ unitPrice: '0' })], shipping: [] }), { lines: shape })).toEqual([
      'item 1×0 @21',
    ]);
  });

  test('the description tells order and rate', () => {
    expect(lines(rich, { lines: 'split' })[0]?.description).toBe('Omzet order 1001, 21% btw');
  });
});

test('whatever the shape, every rate comes to the same amount', () => {
  const rate = fc.constantFrom('0', '9', '21');
  const cents = (most: number) =>
    fc.integer({ min: 0, max: most }).map((value) => big(String(value)).div(100).toFixed(2));
  const basket = fc.record({
    lines: fc.array(
      fc.record({
        unitPrice: cents(99_999),
        quantity: fc.integer({ min: 1, max: 9 }).map(String),
        discount: cents(500),
        vatRate: rate,
      }),
      { minLength: 1, maxLength: 6 },
    ),
    shipping: fc.array(fc.record({ amount: cents(2_000), vatRate: rate }), { maxLength: 2 }),
    fees: fc.array(fc.record({ amount: cents(500), vatRate: rate }), { maxLength: 2 }),
    discounts: fc.array(fc.record({ amount: cents(5_000), vatRate: rate }), { maxLength: 3 }),
  });
  const nonZero = (amounts: Record<string, string>) =>
    Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== '0'));
  fc.assert(
    fc.property(basket, ({ lines: items, shipping, fees, discounts }) => {
      const of = order({
        lines: items.map(line),
        shipping: shipping.map(charge),
        fees: fees.map(charge),
        discounts: discounts.map(charge),
      });
      const expected = nonZero(perRate(of, {}));
      for (const shape of ['items', 'summary', 'split'] as const) {
        for (const spread of ['lines', 'spread'] as const) {
          expect(nonZero(perRate(of, { lines: shape, discounts: spread }))).toEqual(expected);
        }
      }
    }),
  );
});

describe('VAT codes', () => {
  const abroad = order({ delivery: { country: 'DE' } });

  test("without settings the target's own code for the rate", () => {
    expect(lines(order())[0]?.vatCode).toBe('21');
  });

  test('by rate, and by the country of delivery above it', () => {
    const vat = {
      byRate: { map: { 21: 'high' }, default: 'other' },
      byCountry: { DE: { map: { 21: 'oss-de' } } },
    };
    expect(lines(order(), { vat })[0]?.vatCode).toBe('high');
    expect(lines(abroad, { vat })[0]?.vatCode).toBe('oss-de');
    expect(lines(order({ lines: [line({ vatRate: '9' })] }), { vat })[0]?.vatCode).toBe('other');
  });

  test('without a delivery the country of the customer counts', () => {
    const vat = { byCountry: { NL: { force: 'home' } } };
    expect(lines(order(), { vat })[0]?.vatCode).toBe('home');
  });

  test('a missing entry parks and names table, rate and country', () => {
    const vat = { byCountry: { DE: { map: { 19: 'x' } } } };
    expect(missing(() => lines(abroad, { vat }))).toEqual({ setting: 'vat.byCountry.DE', value: '21' });
  });
});

describe('revenue accounts', () => {
  const revenueAccount = {
    byCountry: { map: { DE: 'de' } },
    byRate: { map: { 21: 'high', 9: 'low' } },
    shipping: 'shipping',
    discount: 'discount',
  };
  const accounts = (of: Order, settings: Settings = { revenueAccount }) =>
    lines(of, settings).map(({ kind, account }) => `${kind} ${account}`);

  test('own accounts for shipping and discount, the rest by rate', () => {
    expect(accounts(rich)).toEqual([
      'item high',
      'item low',
      'discount discount',
      'discount discount',
      'shipping shipping',
      'fee high',
    ]);
  });

  test('the country stands above the rate, and the own account above both', () => {
    expect(accounts(order({ delivery: { country: 'DE' } }))).toEqual(['item de', 'shipping shipping']);
  });

  test('what is found nowhere parks and is named', () => {
    const atFive = order({ lines: [line({ vatRate: '5' })] });
    const belgian = { revenueAccount: { byCountry: { map: { BE: 'be' } } } };
    expect(missing(() => lines(atFive, { revenueAccount }))).toEqual({
      setting: 'revenueAccount.byRate',
      value: '5',
    });
    expect(missing(() => lines(order(), belgian))).toEqual({
      setting: 'revenueAccount.byCountry',
      value: 'NL',
    });
  });

  test('without settings there is none: the target decides', () => {
    expect(lines(order())[0]?.account).toBeUndefined();
  });
});
