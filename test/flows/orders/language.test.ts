import { describe, expect, test } from 'vitest';
import { documentLanguages, documentTexts } from '../../../src/texts/documents/languages.ts';
import { type Given, World } from './harness.ts';
import { charge, line, order } from './samples.ts';

async function descriptions(settings: Given['settings'], of = order()): Promise<string[]> {
  const world = new World({ settings: { state: 'sent', ...settings } });
  await world.run(of);
  return world.books.sent.flatMap(({ line_items }) =>
    (line_items as { description: string }[]).map(({ description }) => description),
  );
}

/** Nothing in it has a name of the shop's own. */
const nameless = order({
  shippingMethod: undefined,
  shipping: [charge({ description: undefined })],
  fees: [
    charge({ description: undefined, kind: 'handling', amount: '1.00' }),
    charge({ description: undefined, amount: '0.50' }),
  ],
  discounts: [charge({ description: 'SPRING', amount: '1.00' })],
});

describe('what Koppel itself writes on a document', () => {
  test('is Dutch by default', async () => {
    expect(await descriptions({}, nameless)).toEqual([
      'Mug',
      'Korting',
      'Verzendkosten',
      'Behandelingskosten',
      'Toeslag',
    ]);
  });

  test('is in the language of the books', async () => {
    expect(await descriptions({ language: 'de' }, nameless)).toEqual([
      'Mug',
      'Rabatt',
      'Versandkosten',
      'Bearbeitungsgebühr',
      'Zuschlag',
    ]);
    expect(await descriptions({ language: 'en', lines: 'split' }, nameless)).toEqual([
      'Revenue order 1001, 21% VAT',
      'Shipping order 1001, 21% VAT',
      'Discount order 1001, 21% VAT',
      'Fees order 1001, 21% VAT',
    ]);
    expect(await descriptions({ language: 'fr', lines: 'summary' })).toEqual([
      "Chiffre d'affaires commande 1001, TVA 21 %",
    ]);
  });

  test("is put aside by the shop's own words and by settings", async () => {
    const own = await descriptions(
      { language: 'tr' },
      order({ fees: [charge({ description: 'Gift', kind: 'gift_wrap' })] }),
    );
    expect(own).toEqual(['Mug', 'Parcel', 'Gift']);
    expect((await descriptions({ language: 'tr', shipping: { description: 'Post' } })).at(-1)).toBe('Post');
    const off = order({ gross: '30.26' });
    expect((await descriptions({ language: 'tr' }, off)).at(-1)).toBe('Yuvarlama');
    const rounding = { description: 'Cents' };
    expect((await descriptions({ language: 'tr', rounding }, off)).at(-1)).toBe('Cents');
  });

  test('names what is given back', async () => {
    const of = order({ lines: [line()], refunded: '10.00' });
    expect(await descriptions({ language: 'en', refunds: 'credit' }, of)).toContain(
      'Refund Revenue order 1001, 21% VAT',
    );
  });

  test.each(documentLanguages)('in %s every text says something, and says what it is given', (language) => {
    const { charges, perRate, ofDay, receipts, refund, ...words } = documentTexts[language];
    const all = [...Object.values(words), ...Object.values(charges)];
    expect(all.every((text) => text.trim() === text && text.length > 2)).toBe(true);
    const line = perRate(words.revenue, '1001', '21');
    expect([words.revenue, '1001', '21'].every((part) => line.includes(part))).toBe(true);
    const day = ofDay(words.revenue, 'Till 2', '2026-03-02', '21');
    expect([words.revenue, 'Till 2', '2026-03-02', '21'].every((part) => day.includes(part))).toBe(true);
    expect([receipts(1), receipts(400)]).toEqual([
      expect.stringMatching(/^1 \S/),
      expect.stringMatching(/^400 \S/),
    ]);
    expect(refund('Mug')).toMatch(/\S Mug$/);
  });
});
