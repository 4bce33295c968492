/** Levels and sales of both shops, from the field (S1, S2). */
import { describe, expect, test } from 'vitest';
import { faultRule } from '../../../sandbox/kit/faults/faults.ts';
import { hourMs, minuteMs, secondMs } from '../../support/durations.ts';
import { StockPair } from '../bulk/stock-pair.ts';
import { inMaster, ordersBack, sell, shelfOf, ship } from './shelves.ts';

async function mugs(pieces: number, magento: object = {}): Promise<StockPair> {
  const pair = new StockPair({ flows: [ordersBack] });
  pair.sandbox.standIn('magento')?.change(magento);
  await pair.has('MOK', pieces);
  await pair.configured(pair.document());
  await pair.live(22 * minuteMs);
  pair.forget();
  return pair;
}

describe('a target that takes its open orders off itself (S1)', () => {
  test('has them taken off once: salable stays what the master can sell', async () => {
    const pair = await mugs(10);
    expect(shelfOf(pair, 'MOK')).toEqual({ source: 10, status: 1, salable: 10 });
    const order = await sell(pair, 'MOK', 3);
    await pair.live(hourMs);
    expect(await inMaster(pair, 'MOK')).toBe(7);
    expect(shelfOf(pair, 'MOK')).toEqual({ source: 10, status: 1, salable: 7 });
    await ship(pair, order);
    await pair.live(26 * hourMs);
    expect(shelfOf(pair, 'MOK')).toEqual({ source: 7, status: 1, salable: 7 });
    expect(pair.written).toEqual([]);
    expect(pair.level('MOK')?.drift ?? null).toBeNull();
  });

  test('does not get the pieces of a further order that has not come over', async () => {
    const pair = await mugs(10);
    await sell(pair, 'MOK', 3);
    await pair.live(hourMs);
    // Read by nobody until the next poll.
    await sell(pair, 'MOK', 2);
    await pair.change('MOK', 6);
    await pair.live(10 * secondMs);
    expect(shelfOf(pair, 'MOK').salable).toBeLessThanOrEqual(4);
    await pair.live(hourMs);
    expect(await inMaster(pair, 'MOK')).toBe(4);
    expect(shelfOf(pair, 'MOK').salable).toBe(4);
  });

  test('keeps its last piece until that is shipped, and is sold out then', async () => {
    const pair = await mugs(1);
    const order = await sell(pair, 'MOK', 1);
    await pair.live(hourMs);
    expect(await inMaster(pair, 'MOK')).toBe(0);
    expect(shelfOf(pair, 'MOK')).toEqual({ source: 1, status: 1, salable: 0 });
    await ship(pair, order);
    await pair.live(26 * hourMs);
    expect(shelfOf(pair, 'MOK')).toEqual({ source: 0, status: 0, salable: 0 });
  });

  test('whose reservations a module switched off gets the plain number', async () => {
    const pair = await mugs(10, { reservations: false });
    await sell(pair, 'MOK', 3);
    await pair.live(hourMs);
    expect(await inMaster(pair, 'MOK')).toBe(7);
    expect(shelfOf(pair, 'MOK').source).toBe(7);
    await pair.change('MOK', 5);
    await pair.live(hourMs);
    expect(shelfOf(pair, 'MOK').source).toBe(5);
  });
});

describe('a level never forgets the sale of a second ago (S2)', () => {
  test('a sale in the target just before the master’s number changes', async () => {
    const pair = await mugs(6);
    await sell(pair, 'MOK', 4);
    await pair.change('MOK', 5);
    for (let looks = 0; looks < 60; looks++) {
      await pair.live(10 * secondMs);
      expect(shelfOf(pair, 'MOK').salable).toBeLessThanOrEqual(2);
    }
    expect(await inMaster(pair, 'MOK')).toBe(1);
    await pair.live(26 * hourMs);
    expect(shelfOf(pair, 'MOK').salable).toBe(1);
  });

  test('a sale that came over a moment ago, and that the master’s lists do not tell yet', async () => {
    const pair = await mugs(10);
    pair.sandbox.standIn('ecwid')?.change({ searchLagMs: 15 * secondMs });
    await sell(pair, 'MOK', 3);
    for (let looks = 0; looks < 80; looks++) {
      await pair.live(5 * secondMs);
      expect(shelfOf(pair, 'MOK').salable).toBeLessThanOrEqual(7);
    }
    expect(await inMaster(pair, 'MOK')).toBe(7);
    expect(shelfOf(pair, 'MOK').salable).toBe(7);
    expect(pair.written).toEqual([]);
  });

  test('with Ecwid as the target, which knows no comparison before it writes', async () => {
    const pair = new StockPair({ from: 'magento', flows: [ordersBack] });
    const key = await pair.has('MOK', 6);
    await pair.configured(pair.document());
    await pair.live(22 * minuteMs);
    expect(await pair.pieces('MOK')).toBe(6);
    const buyer = {
      name: 'Ada Berg',
      email: 'ada@example.com',
      street: 'Kade 1',
      postalCode: '8011 AB',
      city: 'Zwolle',
      country: 'NL',
    };
    const productId = Number(await pair.key('MOK', 'ecwid'));
    const line = { productId, sku: 'MOK', name: 'Mok MOK', price: '12.10', quantity: '4', rate: '21' };
    await pair.control('ecwid', 'POST', '/sales', { buyer, basket: { lines: [line] } });
    // It cannot come over yet, and the master sells one of its own.
    const fault = { system: 'magento', method: 'POST', path: '/V1/orders$', kind: 'status', status: 400 };
    pair.sandbox.faults.add(faultRule.parse({ ...fault, times: null }));
    await pair.set('MOK', 5);
    pair.integration.sync('stock', { keys: [key] });
    for (let looks = 0; looks < 60; looks++) {
      await pair.live(10 * secondMs);
      expect(Number(await pair.pieces('MOK'))).toBeLessThanOrEqual(2);
    }
    await pair.live(hourMs);
    expect(await pair.pieces('MOK')).toBe(1);
  });
});
