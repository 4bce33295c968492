import { expect, test } from 'vitest';
import { digest } from '../../../src/connectors/wire/digest.ts';

test('equal records have one digest, in whatever order their fields come', async () => {
  expect(await digest({ a: 1, b: { c: [1, 2], d: null } })).toBe(
    await digest({ b: { d: null, c: [1, 2] }, a: 1 }),
  );
});

test('another value, order of a list or field is another digest', async () => {
  const records = [{ a: [1, 2] }, { a: [2, 1] }, { a: [1, '2'] }, { a: [1, 2], b: null }, { b: [1, 2] }];
  const digests = await Promise.all(records.map(digest));
  expect(new Set(digests).size).toBe(records.length);
});

test('shows nothing of the record', async () => {
  expect(await digest({ email: 'noor@example.com' })).toMatch(/^[0-9a-f]{16}$/);
});
