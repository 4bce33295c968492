import fc from 'fast-check';
import { expect, test } from 'vitest';
import { path } from '../../../src/connectors/contract/path.ts';

test('values are segments, whatever is in them', () => {
  expect(path`/V1/orders/${12}/comments`.text).toBe('/V1/orders/12/comments');
  expect(path`/orders/${'a/b?c#d%2e e'}`.text).toBe('/orders/a%2Fb%3Fc%23d%252e%20e');
  expect(path`/profile`.text).toBe('/profile');
});

test.each(['', '.', '..', '\ud800', 'a\udc00b'])('%j is no segment', (id) => {
  expect(path`/orders/${id}`.text).toBeNull();
  expect(path`/orders/${'1'}/lines/${id}`.text).toBeNull();
});

test('no value leads to another path', () => {
  const anyId = fc.string({ unit: 'binary' }).filter((id) => id.isWellFormed() && !/^\.{0,2}$/.test(id));
  fc.assert(
    fc.property(anyId, (id) => {
      const { text } = path`/orders/${id}/comments`;
      const { pathname, search, hash } = new URL(`https://shop.example/api${text}`);
      expect([pathname, search, hash]).toEqual([`/api/orders/${encodeURIComponent(id)}/comments`, '', '']);
    }),
  );
});
