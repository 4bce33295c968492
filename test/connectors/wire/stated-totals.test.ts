import { expect, test } from 'vitest';
import { statedTotals } from '../../../src/connectors/wire/stated-totals.ts';
import { line, shopOrder } from '../ecwid/documents.ts';

test('the gross follows from the lines, the VAT from what the source states', () => {
  const lines = [line(), line({ quantity: '1', unitPrice: '10.90', vatRate: '9' })];
  const vatByRate = [
    { rate: '9', vat: '0.91' },
    { rate: '21.0', vat: '4.20' },
  ];
  expect(statedTotals(shopOrder({ lines, vatByRate }))).toEqual({
    gross: '35.10',
    vat: '5.11',
    byRate: [
      { rate: '9', vat: '0.91' },
      { rate: '21', vat: '4.20' },
    ],
  });
  expect(statedTotals(shopOrder({ lines, vatByRate, pricesIncludeVat: false })).gross).toBe('40.21');
});

test('a line is rounded by itself, in its currency', () => {
  const lines = [line({ quantity: '3', unitPrice: '0.335' }), line({ quantity: '0.5', unitPrice: '0.33' })];
  expect(statedTotals(shopOrder({ lines })).gross).toBe('1.18');
  expect(statedTotals(shopOrder({ lines, currency: 'JPY' })).gross).toBe('1');
});

test('VAT at a rate that no line has is not held', () => {
  const vatByRate = [
    { rate: '21', vat: '4.20' },
    { rate: '9', vat: '1.00' },
  ];
  expect(statedTotals(shopOrder({ vatByRate }))).toMatchObject({
    vat: '4.20',
    byRate: [{ rate: '21', vat: '4.20' }],
  });
});
