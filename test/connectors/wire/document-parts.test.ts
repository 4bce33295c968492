import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsOf, shareVat, takeOff } from '../../../src/connectors/wire/document-parts.ts';
import { big, sum } from '../../../src/records/money.ts';
import { anyDocument, line, shopOrder } from '../ecwid/documents.ts';

/** Parts of one rate with these prices. */
const parts = (...prices: string[]) =>
  partsOf(shopOrder({ lines: prices.map((unitPrice) => line({ quantity: '1', unitPrice })) }));

describe('a discount', () => {
  test('is taken off parts by what is left of each, and each share is told', () => {
    const [mug, card] = parts('30', '10');
    const told: string[] = [];
    const all = [mug, card].filter((part) => part !== undefined);
    expect(takeOff(big('4'), all, 'EUR', (_, share) => told.push(share.toFixed())).toFixed()).toBe('0');
    expect(all.map(({ left }) => left.toFixed())).toEqual(['27', '9']);
    expect(told).toEqual(['3', '1']);
  });

  test('that parts cannot bear leaves a rest, and nothing of them', () => {
    const all = parts('3', '1');
    expect(takeOff(big('5'), all, 'EUR').toFixed()).toBe('1');
    expect(all.map(({ left }) => left.toFixed())).toEqual(['0', '0']);
    expect(takeOff(big('1'), all, 'EUR').toFixed()).toBe('1');
    expect(takeOff(big('1'), [], 'EUR').toFixed()).toBe('1');
  });
});

describe('VAT', () => {
  test('is shared by what discounts leave', () => {
    const all = parts('30', '10');
    takeOff(big('20'), all.slice(0, 1), 'EUR');
    shareVat(big('1.05'), all, 'EUR');
    expect(all.map(({ vat }) => vat.toFixed())).toEqual(['0.53', '0.52']);
  });

  test('of parts of which nothing is left stands with the first', () => {
    const all = parts('0', '0');
    shareVat(big('-0.01'), all, 'EUR');
    expect(all.map(({ vat }) => vat.toFixed())).toEqual(['-0.01', '0']);
  });

  test('and discounts lose no cent, whatever the document', () => {
    fc.assert(
      fc.property(anyDocument, fc.integer({ min: 1, max: 5000 }), (document, cents) => {
        const all = partsOf(document).filter(({ amount }) => amount.gt(0));
        const off = big(String(cents)).div(100);
        const before = sum(all.map(({ left }) => left));
        const rest = takeOff(off, all, document.currency);
        expect(
          before
            .minus(sum(all.map(({ left }) => left)))
            .plus(rest)
            .eq(off),
        ).toBe(true);
        expect(all.every(({ left }) => left.gte(0))).toBe(true);
        shareVat(off, all, document.currency);
        expect(sum(all.map(({ vat }) => vat)).eq(all.length === 0 ? 0 : off)).toBe(true);
      }),
    );
  });
});
