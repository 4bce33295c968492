import { expect, test } from 'vitest';
import { Between } from './between.ts';

function shirt(given: ConstructorParameters<typeof Between>[0] = {}): Between {
  const between = new Between(given);
  between.master.rows.set('shirt', [
    { sku: 'TS-M', productId: 'shirt', variantId: 'm', available: '2' },
    { sku: 'TS-L', productId: 'shirt', variantId: 'l', available: '4' },
  ]);
  between.shop.has('TS-M', 2);
  between.shop.has('TS-L', 9);
  return between;
}

test('shows the levels, what would be written, and the numbers side by side, and writes nothing', async () => {
  const between = shirt();
  expect(await between.preview('shirt')).toEqual({
    source: between.master.rows.get('shirt'),
    skips: null,
    writes: [
      { what: 'level', does: 'use', body: null },
      { what: 'level', does: 'update', body: { id: 't-TS-L', sku: 'TS-L', quantity: '4' } },
    ],
    checks: [
      { name: 'TS-M', expected: '2', actual: '2' },
      { name: 'TS-L', expected: '4', actual: '9' },
    ],
    notes: [],
    problem: null,
  });
  expect(between.shop.lists).toEqual([]);
});

test('says why nothing would be written', async () => {
  const between = shirt();
  between.shop.article('t-TS-L').number = 4;
  expect((await between.preview('shirt')).skips).toEqual({ code: 'written', params: {} });
  for (const article of between.shop.articles.values()) article.managed = false;
  expect(await between.preview('shirt')).toMatchObject({ skips: { code: 'uncounted' }, checks: [] });
  between.shop.articles.clear();
  expect((await between.preview('shirt')).skips).toEqual({ code: 'unknown', params: {} });
  expect((await between.preview('hat')).skips).toEqual({ code: 'gone', params: {} });
});

test('shows that counting would be switched on', async () => {
  const between = shirt({ settings: { manage: 'on' } });
  between.shop.article('t-TS-M').managed = false;
  const [first] = (await between.preview('shirt')).writes;
  expect(first).toMatchObject({ does: 'update', body: { quantity: '2', managed: true } });
});

test('knows no number to compare with where the target does not count a level yet', async () => {
  const between = shirt({ settings: { manage: 'on' }, tellsNumber: false });
  between.shop.article('t-TS-M').managed = false;
  const { checks, writes } = await between.preview('shirt');
  expect(checks[0]).toEqual({ name: 'TS-M', expected: '2', actual: null });
  expect(writes[0]).toMatchObject({ does: 'update', body: { sku: 'TS-M', managed: true } });
});

test('shows that a level of what is gone would become 0', async () => {
  const between = shirt();
  between.know('TS-L', '9', {}, 'shirt');
  between.master.rows.delete('shirt');
  const { writes, source } = await between.preview('shirt');
  expect(source).toBeNull();
  expect(writes).toMatchObject([{ does: 'update', body: { sku: 'TS-L', quantity: '0' } }]);
});

test('shows the problem that a person would have to see, and levels without a SKU as a number', async () => {
  const between = shirt({ settings: { unknown: 'park' } });
  between.shop.articles.delete('t-TS-L');
  between.master.rows.get('shirt')?.push({ productId: 'shirt', variantId: 's', available: '1' });
  const preview = await between.preview('shirt');
  expect(preview).toMatchObject({ skips: null, problem: { code: 'sku_unknown' } });
  expect(preview.notes).toEqual([{ code: 'without_sku', params: { count: 1 } }]);
});
