import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { big, normalise } from '../../src/records/money.ts';
import {
  compactVatNumber,
  fractionToPercent,
  isVatNumber,
  percentToFraction,
  vatUpon,
  vatWithin,
} from '../../src/records/vat.ts';

test('VAT within and VAT upon are two views of one amount', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.constantFrom('0', '5.5', '9', '21'),
      (cents, rate) => {
        const net = big(String(cents)).div(100);
        const vat = vatUpon(net, rate);
        expect(vatWithin(net.plus(vat), rate).minus(vat).abs().lt('1e-20')).toBe(true);
      },
    ),
  );
});

test('the VAT is not rounded', () => {
  expect(normalise(vatUpon(big('0.05'), '21'))).toBe('0.0105');
  expect(normalise(vatWithin(big('1.21'), '21'))).toBe('0.21');
});

test.each([
  ['21', '0.21'],
  ['5.5', '0.055'],
  ['0', '0'],
])('%s %% is the fraction %s and back', (percent, fraction) => {
  expect(percentToFraction(percent)).toBe(fraction);
  expect(fractionToPercent(fraction)).toBe(percent);
});

describe('VAT numbers', () => {
  test.each(['NL123456782B12', 'nl 1234.56.782-b12', 'BE0428759497', 'DE136695976'])(
    '%s has the right form',
    (number) => {
      expect(isVatNumber(number)).toBe(true);
    },
  );

  test.each(['', 'NL123456783B1', 'BE0428759498', 'XX123', 'not a number'])('"%s" has not', (number) => {
    expect(isVatNumber(number)).toBe(false);
  });

  test('they are compared without blanks, dots, dashes and case', () => {
    expect(compactVatNumber(' nl 1234.56.782-b12 ')).toBe('NL123456782B12');
  });
});
