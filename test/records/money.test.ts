import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allocate,
  big,
  decimal,
  decimalFromWire,
  fractionDigits,
  money,
  normalise,
  smallestUnit,
  sum,
} from '../../src/records/money.ts';

const currency = fc.constantFrom('EUR', 'JPY', 'KWD');

describe('decimalFromWire', () => {
  test.each([
    [0.1, '0.1'],
    [19.99, '19.99'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [-0, '0'],
    ['12.30', '12.3'],
    [' 7 ', '7'],
    ['0.000', '0'],
  ])('%s is read as %s', (wire, expected) => {
    expect(decimalFromWire(wire)).toBe(expected);
  });

  test('a number goes through its shortest form, never through binary digits', () => {
    expect(decimalFromWire(1.005)).toBe('1.005');
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
        expect(decimalFromWire(Number(`${cents}e-2`))).toBe(normalise(big(String(cents)).div(100)));
      }),
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, '', ' ', '1,50', 'EUR 5', 'Infinity', '0x10', '1.2.3'])(
    '%s is a RangeError',
    (wire) => {
      expect(() => decimalFromWire(wire)).toThrow(RangeError);
    },
  );

  test('whatever it reads is a decimal string without an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(decimal.safeParse(decimalFromWire(value)).success).toBe(true);
      }),
    );
  });
});

describe('money', () => {
  test.each([
    ['12.3', 'EUR', '12.30'],
    ['1230', 'JPY', '1230'],
    ['1.2345', 'KWD', '1.235'],
    ['0.005', 'EUR', '0.01'],
    ['-0.005', 'EUR', '-0.01'],
    ['-0.004', 'EUR', '0.00'],
  ])('%s %s is written %s', (value, code, expected) => {
    expect(money(value, code)).toBe(expected);
  });

  test('the smallest unit follows the digits of the currency', () => {
    expect(
      ['EUR', 'JPY', 'KWD'].map((code) => [fractionDigits(code), normalise(smallestUnit(code))]),
    ).toEqual([
      [2, '0.01'],
      [0, '1'],
      [3, '0.001'],
    ]);
  });

  test('zero has one form', () => {
    expect([normalise(big('-0')), normalise(big('0.000'))]).toEqual(['0', '0']);
  });
});

describe('allocate', () => {
  const weights = fc.array(
    fc.integer({ min: -100_000, max: 100_000 }).map((cents) => big(String(cents)).div(100)),
    { minLength: 1, maxLength: 12 },
  );
  const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });

  test('the parts of any amount add up to it exactly, whatever the weights', () => {
    fc.assert(
      fc.property(amount, weights, currency, (mills, parts, code) => {
        const whole = big(String(mills)).div(1000);
        expect(normalise(sum(allocate(whole, parts, code)))).toBe(normalise(whole));
      }),
    );
  });

  test('no part differs by a whole unit from its exact share, negative and zero weights included', () => {
    fc.assert(
      fc.property(amount, weights, currency, (mills, parts, code) => {
        const whole = big(String(mills)).div(1000);
        const total = sum(parts);
        fc.pre(!total.eq(0));
        allocate(whole, parts, code).forEach((part, index) => {
          const exact = whole.times(parts[index] ?? 0).div(total);
          expect(part.minus(exact).abs().lt(smallestUnit(code))).toBe(true);
        });
      }),
    );
  });

  test('amounts of whole units are split in whole units', () => {
    fc.assert(
      fc.property(amount, weights, currency, (units, parts, code) => {
        for (const part of allocate(big(String(units)).times(smallestUnit(code)), parts, code)) {
          expect(
            part
              .div(smallestUnit(code))
              .round(0)
              .eq(part.div(smallestUnit(code))),
          ).toBe(true);
        }
      }),
    );
  });

  test('giving back is the mirror of taking', () => {
    fc.assert(
      fc.property(amount, weights, currency, (units, parts, code) => {
        const there = allocate(String(units), parts, code).map(normalise);
        const back = allocate(String(-units), parts, code).map((part) => normalise(part.neg()));
        expect(back).toEqual(there);
      }),
    );
  });

  test('a weight of zero gets nothing where others have weight', () => {
    expect(allocate('1', ['0', '1', '2'], 'EUR').map(normalise)).toEqual(['0', '0.33', '0.67']);
  });

  test('without any weight the first part takes all, and without parts there is nothing', () => {
    expect(allocate('9.99', ['0', '0'], 'EUR').map(normalise)).toEqual(['9.99', '0']);
    expect(allocate('9.99', [], 'EUR')).toEqual([]);
  });
});
