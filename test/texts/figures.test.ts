import { describe, expect, test } from 'vitest';
import { type Language, languages, textsIn } from '../../src/texts/languages.ts';

const at = '2026-03-09T13:05:00Z';

const written: Readonly<Record<Language, readonly string[]>> = {
  en: ['9 Mar 2026, 14:05', '1,234', '1,234.50'],
  nl: ['9 mrt 2026, 14:05', '1.234', '1.234,50'],
  de: ['9. März 2026, 14:05', '1.234', '1.234,50'],
  tr: ['9 Mar 2026 14:05', '1.234', '1.234,50'],
};

describe.each(languages)('figures in %s', (language) => {
  const { amount, counted, day, moment, number, plural } = textsIn(language).figures;

  test('are written as there', () => {
    expect([moment(at, 'Europe/Amsterdam'), number(1234), amount('1234.50')]).toEqual(written[language]);
  });

  test('money is written to the last digit, with the decimals of its currency', () => {
    const digits = (value: string, currency: string) =>
      textsIn(language)
        .figures.money(value, currency)
        .replace(/[^\d.,]/g, '');
    const [hundreds, decimals] = language === 'en' ? [',', '.'] : ['.', ','];
    expect(digits('1234.5', 'EUR')).toBe(`1${hundreds}234${decimals}50`);
    expect(digits('0.005', 'EUR')).toBe(`0${decimals}005`);
    expect(digits('12.3400', 'EUR')).toBe(`12${decimals}34`);
    expect(digits('1200', 'JPY')).toBe(`1${hundreds}200`);
  });

  test('a day is written as in a moment', () => {
    expect(moment(at, 'Europe/Amsterdam').startsWith(day('2026-03-09'))).toBe(true);
  });

  test('a time is that of the zone', () => {
    expect(moment(at, 'Europe/Istanbul')).toContain('16:05');
    expect(moment('2026-12-31T23:30:00Z', 'Europe/Amsterdam')).toMatch(/^1\D.*2027/);
  });

  test('a line begins with a capital of the language', () => {
    const { capitalised } = textsIn(language).figures;
    expect(['iadeler', 'Orders', ''].map(capitalised)).toEqual([
      ...[language === 'tr' ? 'İadeler' : 'Iadeler', 'Orders', ''],
    ]);
  });

  test('one is told from none and from several', () => {
    expect([0, 1, 2, 1234].map((count) => counted(count, 'one', 'many'))).toEqual([
      ...['0 many', '1 one', '2 many', `${number(1234)} many`],
    ]);
    expect([plural(1, 'is', 'are'), plural(21, 'is', 'are')]).toEqual(['is', 'are']);
  });
});
