/** What the merchant sets by hand in the target. */
import { expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../support/durations.ts';
import { many, StockPair } from './stock-pair.ts';

test.each(['ecwid', 'magento'] as const)(
  'a level that the merchant changed in the target is mended by the next comparison, and shown as drift: from %s',
  async (from) => {
    const pair = await StockPair.settled({ from });
    await pair.set('P002', 77, pair.to);
    await pair.live(hourMs);
    expect(await pair.pieces('P002')).toBe(77);
    await pair.live(dayMs);
    expect(await pair.pieces('P002')).toBe(2);
    expect(pair.level('P002')).toMatchObject({ quantity: '2', drift: { quantity: '77' } });
    expect(pair.written).toHaveLength(1);
    expect(pair.level('P001')?.drift).toBeNull();
  },
);

test('comparisons go through all levels, every time, and write nothing where all is well', async () => {
  const pair = await StockPair.settled({ pieces: many(250), settings: { verify: '2h' }, every: '24h' });
  for (let round = 0; round < 3; round++) {
    for (const sku of ['P001', 'P123', 'P250']) await pair.set(sku, 700, pair.to);
    pair.forget();
    await pair.live(2 * hourMs + 2 * minuteMs);
    expect(pair.written.toSorted()).toEqual(['P001 1', 'P123 123', 'P250 250']);
  }
});

test('without comparisons a level set by hand stays until it changes at the source', async () => {
  const pair = await StockPair.settled({ settings: { verify: 'off' } });
  await pair.set('P002', 77, pair.to);
  await pair.live(2 * dayMs);
  expect(await pair.pieces('P002')).toBe(77);
  await pair.change('P002', 3);
  await pair.live(2 * minuteMs);
  expect(await pair.pieces('P002')).toBe(3);
});
