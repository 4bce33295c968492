import { describe, expect, test } from 'vitest';
import { amount, amountsIn } from '../../src/texts/nl/figures.ts';
import { nl } from '../../src/texts/nl.ts';

describe('an amount in Dutch', () => {
  test.each([
    ['1234.50', '1.234,50'],
    ['-0.05', '-0,05'],
    ['0', '0'],
    ['21', '21'],
    ['12345678901234567.89', '12.345.678.901.234.567,89'],
    ['n/a', 'n/a'],
    ['', ''],
  ])('%s is written as %s, to the last digit', (given, written) => {
    expect(amount(given)).toBe(written);
  });

  test('stands so in a text with other figures', () => {
    expect(amountsIn('-5.58 · 21 %')).toBe('-5,58 · 21 %');
  });
});

test('a bookkeeper reads amounts with commas, and values of settings as they are typed', () => {
  const told = nl.problems.totals_differ({
    currency: 'EUR',
    gross: '1234.50',
    vat: '214.25',
    documentGross: '1234.55',
    documentVat: '214.26',
    needed: '0.05',
    ways: ['match'],
  });
  expect(told.message).toBe(
    'De bestelling komt op €\u00a01.234,50 met €\u00a0214,25 btw; het document zou op €\u00a01.234,55 met €\u00a0214,26 btw komen.',
  );
  expect(told.action).toContain('zet dan "rounding.tolerance" op "0.05"');
});

test('one is told as one', () => {
  const day = { till: 'K1', date: '2026-11-05', receipts: ['9'] };
  expect(nl.problems.day_lacks_receipts({ ...day, count: 1 }).message).toContain('1 verkoop die');
  expect(nl.problems.day_lacks_receipts({ ...day, count: 2 }).message).toContain('2 verkopen die');
});

test('a day is written as a Dutch reader writes it', () => {
  expect(nl.reasons.in_day({ till: 'K1', date: '2026-11-05' })).toBe('zit al in de dag 5 nov 2026 van K1');
  const skipped = nl.problems.all_skipped({ day: '2026-11-05', count: 2, why: 'not_paid', ofWhy: 2 });
  expect(skipped.message).toContain('Op 5 nov 2026 is alles overgeslagen');
});
