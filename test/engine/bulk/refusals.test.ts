/** One level of a hundred that is refused, alone or with its whole list, holds up no other, and is named. */
import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { many, StockPair } from './stock-pair.ts';

const said = 'The quantity of P071 is locked by a kit.';

/** Refuses every list that has P071 in it. */
function refusing(call: string, body: string): Response | null {
  if (!call.startsWith('POST magento') || !call.endsWith('/source-items') || !body.includes('"P071"'))
    return null;
  return Response.json({ message: said }, { status: 400 });
}

async function hundredWithOneRefused(): Promise<StockPair> {
  const pair = await StockPair.begun({ pieces: many(100) });
  pair.answer = refusing;
  await pair.live(12 * minuteMs);
  return pair;
}

describe('one of 100 that Magento refuses with the whole list', () => {
  test('is named and set aside; the other 99 are written', async () => {
    const pair = await hundredWithOneRefused();
    for (const [sku, pieces] of Object.entries(many(100)))
      if (sku !== 'P071') expect(await pair.pieces(sku), sku).toBe(pieces);
    expect(pair.lists.length).toBeLessThanOrEqual(3);
    expect(pair.level('P071')).toMatchObject({
      state: 'refused',
      quantity: '71',
      problem: { code: 'level_refused', params: { said } },
    });
    expect(pair.integration.reports.view().problems).toMatchObject([
      { code: 'level_refused', count: 1, key: 'P071' },
    ]);
    expect(pair.dirty).toBe(0);
  });

  test('is found by halves where the words name no row, and the next run needs one call', async () => {
    const pair = await StockPair.begun({ pieces: many(100) });
    pair.answer = (call, body) => refusing(call, body) && Response.json({ message: 'No.' }, { status: 400 });
    await pair.live(12 * minuteMs);
    expect(pair.lists.length).toBeLessThanOrEqual(1 + 2 * Math.ceil(Math.log2(100)));
    expect(pair.level('P071')).toMatchObject({ state: 'refused', problem: { params: { said: 'No.' } } });
    pair.forget();
    await pair.change('P001', 40);
    await pair.live(2 * minuteMs);
    expect(pair.lists).toEqual([['P001 40']]);
  });

  test('is not sent again until its level changes', async () => {
    const pair = await hundredWithOneRefused();
    pair.forget();
    await pair.live(hourMs);
    await pair.notify(await pair.key('P071'));
    await pair.change('P001', 40);
    await pair.live(2 * minuteMs);
    expect(pair.lists).toEqual([['P001 40']]);
    pair.forget();
    pair.answer = () => null;
    await pair.change('P071', 72);
    await pair.live(2 * minuteMs);
    expect(pair.lists).toEqual([['P071 72']]);
    expect(pair.level('P071')).toMatchObject({ state: 'written', quantity: '72', problem: null });
  });

  test('goes when a person asks for it', async () => {
    const pair = await hundredWithOneRefused();
    pair.forget();
    pair.answer = () => null;
    pair.integration.sync('stock', { keys: [await pair.key('P071')] });
    await pair.live(2 * minuteMs);
    expect(pair.lists).toEqual([['P071 71']]);
  });
});

test('a SKU that only blanks tell from the target’s holds up no list, and needs no second call', async () => {
  const { P017, ...others } = many(100);
  const pair = await StockPair.begun({ pieces: others });
  await pair.add('magento', 'P017', 999);
  await pair.add('ecwid', 'P017 ', P017 ?? 0);
  await pair.live(12 * minuteMs);
  expect(pair.lists.map((list) => list.length)).toEqual([100]);
  expect(await pair.pieces('P017')).toBe(17);
});

test('one of a hundred that Ecwid refuses in a batch costs no further call, and is named with its code', async () => {
  const pair = new StockPair({ from: 'magento' });
  pair.sandbox.standIn('ecwid')?.change({ planAllowsVariations: true });
  for (const [sku, pieces] of Object.entries(many(99))) await pair.has(sku, pieces);
  const shirt = await pair.control<{ id: string }>('ecwid', 'POST', '/products', {
    name: 'Trui',
    price: '30.00',
  });
  const variant = { sku: 'TRUI-M', options: { Maat: 'M' }, pieces: 3 };
  await pair.control('ecwid', 'POST', `/products/${shirt.id}/variants`, variant);
  await pair.add('magento', 'TRUI-M', 5);
  pair.sandbox.standIn('ecwid')?.change({ planAllowsVariations: false });
  await pair.configured(pair.document());
  await pair.live(12 * minuteMs);
  for (const [sku, pieces] of Object.entries(many(99))) expect(await pair.pieces(sku), sku).toBe(pieces);
  expect(pair.lists.map((list) => list.length)).toEqual([100]);
  expect(pair.level('TRUI-M')).toMatchObject({
    state: 'refused',
    problem: { code: 'level_refused', params: { systemCode: 'NOT_AVAILABLE_ON_CURRENT_PLAN' } },
  });
  pair.forget();
  await pair.live(hourMs);
  expect(pair.lists).toEqual([]);
});
