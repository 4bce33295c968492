import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asNumber, shareOut, sumOf } from '../../../../sandbox/kit/money/cents.ts';
import { taxOf, withoutTax } from '../../../../sandbox/kit/money/tax.ts';
import { ratesOf, roundingOff } from '../../../../sandbox/kit/money/tax-by-rate.ts';

const cents = fc.integer({ min: 0, max: 1_000_000 }).map((number) => Big(number).div(100));

describe('sharing out', () => {
  it('loses nothing, gives whole cents, and is never a cent away from the exact share', () => {
    fc.assert(
      fc.property(cents, fc.array(cents, { minLength: 1, maxLength: 12 }), (amount, weights) => {
        const shares = shareOut(amount, weights);
        expect(sumOf(shares).eq(amount)).toBe(true);
        const total = sumOf(weights);
        shares.forEach((share, index) => {
          expect(share.round(2).eq(share)).toBe(true);
          if (total.eq(0)) return;
          const exact = amount.times(weights[index] ?? 0).div(total);
          expect(share.minus(exact).abs().lt('0.01')).toBe(true);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('gives the first all where nothing weighs anything', () => {
    expect(shareOut(Big('1.01'), [Big(0), Big(0)]).map(String)).toEqual(['1.01', '0']);
  });
});

describe('tax', () => {
  it('is taken out of an amount, or put upon it, and rounded half up', () => {
    expect(taxOf(Big('12.10'), '21', true).toFixed(2)).toBe('2.10');
    expect(taxOf(Big('10'), '21', false).toFixed(2)).toBe('2.10');
    expect(taxOf(Big('0.50'), '9', false).toFixed(3)).toBe('0.050');
    expect(withoutTax(Big('12.10'), '21', true).toFixed(2)).toBe('10.00');
    expect(withoutTax(Big('12.10'), '21', false).toFixed(2)).toBe('12.10');
  });

  it('is added up by rate, the highest first, without what comes to nothing', () => {
    const at = (rate: string, amount: string, tax: string) => ({ rate, amount: Big(amount), tax: Big(tax) });
    const added = ratesOf([
      at('9', '1', '0.09'),
      at('21.0', '2', '0.42'),
      at('21', '3', '0.63'),
      at('0', '0', '0'),
    ]);
    expect(added.map(({ rate, amount, tax }) => [rate, amount.toFixed(), tax.toFixed()])).toEqual([
      ['21', '5', '1.05'],
      ['9', '1', '0.09'],
    ]);
    expect(roundingOff([at('21', '0.95', '0.19')], false).toFixed(2)).toBe('0.01');
  });

  it('is a number on the wire with as many decimals as the system has', () => {
    expect(asNumber(Big('1.005'))).toBe(1.01);
    expect(asNumber(Big('1.00456'), 4)).toBe(1.0046);
  });
});
