import { describe, expect, it } from 'vitest';
import { masked, readFieldMask } from '../../../../sandbox/kit/http/field-mask.ts';

const strict = { brackets: ['(', ')'], isLenient: false } as const;
const lenient = { brackets: ['[', ']'], isLenient: true } as const;
const order = { id: 1, total: 2, items: [{ id: 3, sku: 'A', options: { size: 'M' } }] };

describe('a field mask', () => {
  it('keeps what it names, at any depth and in lists', () => {
    expect(masked(order, readFieldMask('total, items(sku,options(size))', strict))).toEqual({
      total: 2,
      items: [{ sku: 'A', options: { size: 'M' } }],
    });
    expect(masked([order, order], readFieldMask('items[id]', lenient))).toEqual([
      { items: [{ id: 3 }] },
      { items: [{ id: 3 }] },
    ]);
  });

  it('keeps the whole of a field that it names without brackets, and everything when there is none', () => {
    expect(masked(order, readFieldMask('items', strict))).toEqual({ items: order.items });
    expect(masked(order, null)).toEqual(order);
  });

  it.each(['', 'a,', ',a', 'a,,b', '(a)', 'a(b', 'a)', 'a()', 'a(b)c', 'a((b))'])(
    'is refused: %s',
    (text) => {
      expect(readFieldMask(text, strict)).toBeNull();
    },
  );

  it.each(['a[b]c', 'a,,b', 'a,', 'a[]'])('is read leniently: %s', (text) => {
    expect(readFieldMask(text, lenient)).not.toBeNull();
  });

  it.each(['[a]', 'a[b', 'a]', 'a]b'])('is refused also leniently: %s', (text) => {
    expect(readFieldMask(text, lenient)).toBeNull();
  });

  it('has a bound on its depth', () => {
    const nested = (levels: number) => `${'a('.repeat(levels)}a${')'.repeat(levels)}`;
    expect(readFieldMask(nested(20), strict)).not.toBeNull();
    expect(readFieldMask(nested(21), strict)).toBeNull();
  });
});
