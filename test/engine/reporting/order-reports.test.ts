import { describe, expect, test } from 'vitest';
import { amountOf } from '../../../src/engine/reporting/order-reports.ts';
import { readCursor, writeCursor } from '../../../src/engine/reporting/order-views.ts';

describe('what people type as an amount', () => {
  test.each([
    ['61.24', '61.24'],
    ['61,24', '61.24'],
    ['€ 61,24', '61.24'],
    ['61,24 €', '61.24'],
    ['EUR 1.061,24', '1061.24'],
    ['1,061.24', '1061.24'],
    ['1 061,24', '1061.24'],
    ["1'061.20", '1061.2'],
    ['1.061', '1061'],
    ['60', '60'],
    ['60,0', '60'],
    ['-12.50', '-12.5'],
    ['12 eur', '12'],
    ['0,00', '0'],
  ])('%s is %s', (text, amount) => {
    expect(amountOf(text)).toBe(amount);
  });

  test.each([
    '',
    ' ',
    'SO-K7',
    '#',
    '12-34',
    '2026-03-02',
    '1,2,3x4',
    '€',
    'A12',
    'ORD123',
    '123x',
    '12 kg of tea',
  ])('"%s" is none', (text) => {
    expect(amountOf(text)).toBeNull();
  });
});

describe('where a list of orders goes on', () => {
  test('is read as it was written, whatever the key', () => {
    const cursor = ['2026-03-02', 5, 'orders:shop:books', 'gid://shopify/Order/1?ü€"'] as const;
    const text = writeCursor(cursor);
    expect(text).toMatch(/^[\w-]+$/);
    expect(readCursor(text)).toEqual(cursor);
  });

  test.each(['', 'x', '!!', btoa('[]'), btoa('["a",1,"b"]'), btoa('["a","1","b","c"]'), btoa('{"a":1}')])(
    'is refused where no list gave it: %s',
    (text) => {
      expect(readCursor(text)).toBeNull();
    },
  );
});
