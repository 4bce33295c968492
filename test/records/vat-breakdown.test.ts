import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { big, sum } from '../../src/records/money.ts';
import {
  byRate,
  chargesOver,
  lowestFirst,
  spread,
  vatAt,
  vatBreakdown,
  wholeAt,
} from '../../src/records/vat-breakdown.ts';

const at = (rate: string, amount: string) => ({ rate, amount: big(amount) });
const plain = (amounts: readonly { readonly rate: string; readonly amount: { toFixed(): string } }[]) =>
  amounts.map(({ rate, amount }) => [rate, amount.toFixed()]);

const rates = fc.constantFrom('21', '21.0', '9', '5.5', '0');
const cents = fc.integer({ min: -5000, max: 50_000 }).map((value) => big(String(value)).div(100));
const amounts = fc.array(fc.record({ rate: rates, amount: cents }), { maxLength: 6 });

describe('amounts at VAT rates', () => {
  test('are added up per rate, however the rate is written, in the order in which the rates come', () => {
    expect(plain(byRate([at('9', '1'), at('21', '2'), at('21.0', '3'), { rate: '9', amount: '4' }]))).toEqual(
      [
        ['9', '5'],
        ['21', '5'],
      ],
    );
    expect(plain(lowestFirst([at('21', '1'), at('5.5', '2'), at('9', '3')]))).toEqual([
      ['5.5', '2'],
      ['9', '3'],
      ['21', '1'],
    ]);
  });

  test('are told at one rate, and are nothing at a rate that is not stated', () => {
    const breakdown = [
      { rate: '21', vat: '4.20' },
      { rate: '21.00', vat: '0.05' },
      { rate: '9', vat: '1' },
    ];
    expect(['21', '9', '0'].map((rate) => vatAt(breakdown, rate))).toEqual(['4.25', '1', '0']);
  });
});

describe('a breakdown', () => {
  test('has the highest rate first, and what the parts miss goes to the rate with the most VAT', () => {
    expect(vatBreakdown([at('9', '5'), at('21', '4.2'), at('9', '0.01')], big('9.20'), ['0', '9'])).toEqual([
      { rate: '21', vat: '4.2' },
      { rate: '9', vat: '5' },
      { rate: '0', vat: '0' },
    ]);
  });

  test('counts what is below zero by its size', () => {
    expect(vatBreakdown([at('21', '-5'), at('9', '3')], big('-2.01'))).toEqual([
      { rate: '21', vat: '-5.01' },
      { rate: '9', vat: '3' },
    ]);
  });

  test('of no parts is empty, or all of it at 0 %', () => {
    expect(vatBreakdown([], big('0'))).toEqual([]);
    expect(vatBreakdown([], big('0.30'))).toEqual([{ rate: '0', vat: '0.3' }]);
  });

  test('always adds up to the total', () => {
    fc.assert(
      fc.property(amounts, cents, (parts, total) => {
        const vats = vatBreakdown(parts, total, ['21']).map(({ vat }) => vat);
        expect(sum(vats).eq(total)).toBe(true);
      }),
    );
  });
});

describe('an amount over rates', () => {
  test('is split by weight to the cent, without what comes to nothing', () => {
    expect(plain(spread('0.05', [at('21', '2'), at('9', '1'), at('0', '0')], 'EUR'))).toEqual([
      ['21', '0.03'],
      ['9', '0.02'],
    ]);
    expect(plain(spread('7', wholeAt('9'), 'EUR'))).toEqual([['9', '7']]);
  });

  test('becomes one charge per rate', () => {
    expect(chargesOver({ description: 'Post' }, '10', [at('21', '1'), at('9', '1')], 'EUR')).toEqual([
      { description: 'Post', amount: '5', vatRate: '21' },
      { description: 'Post', amount: '5', vatRate: '9' },
    ]);
    expect(chargesOver({ description: 'Post' }, '0', wholeAt('21'), 'EUR')).toEqual([]);
  });

  test('loses nothing', () => {
    fc.assert(
      fc.property(cents, amounts, (amount, weights) => {
        const parts = spread(amount, weights, 'EUR').map((share) => share.amount);
        expect(sum(parts).eq(weights.length === 0 ? 0 : amount)).toBe(true);
      }),
    );
  });
});
