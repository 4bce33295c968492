/** Whether the target counts a product, and its parents (S5, S6). */
import { describe, expect, test } from 'vitest';
import { dayMs, minuteMs } from '../../support/durations.ts';
import { StockPair } from '../bulk/stock-pair.ts';
import { shelfOf } from './shelves.ts';

describe('what the target does not count (S5)', () => {
  async function madeToOrder(settings: object): Promise<StockPair> {
    const pair = new StockPair({ from: 'magento', settings: { ...settings } });
    await pair.add('ecwid', 'MAAT', 'unlimited');
    await pair.add('magento', 'MAAT', 0);
    await pair.has('MOK', 3);
    await pair.configured(pair.document());
    await pair.live(22 * minuteMs);
    return pair;
  }

  test('stays uncounted, and is shown as that', async () => {
    const pair = await madeToOrder({});
    expect(await pair.pieces('MAAT')).toBe('unlimited');
    expect(pair.level('MAAT')).toMatchObject({ state: 'uncounted' });
    expect(await pair.pieces('MOK')).toBe(3);
    expect(pair.written.filter((each) => each.endsWith(' 0'))).toEqual([]);
  });

  test('is counted with manage: on', async () => {
    const pair = await madeToOrder({ manage: 'on' });
    expect(await pair.pieces('MAAT')).toBe(0);
    expect(pair.level('MAAT')).toMatchObject({ state: 'written', quantity: '0' });
  });
});

const sizes = ['S', 'M', 'L', 'XL'];

describe('goods that come back (S6)', () => {
  /** A jumper of which all sizes are sold out, in both shops. */
  async function jumpers(): Promise<StockPair> {
    const pair = new StockPair();
    for (const shop of ['ecwid', 'magento']) await pair.control(shop, 'POST', '/catalogue', { kind: 'seed' });
    for (const size of sizes) await pair.set(`TB-${size}`, 0);
    await pair.configured(pair.document());
    await pair.live(22 * minuteMs);
    for (const size of sizes)
      expect(shelfOf(pair, `TB-${size}`)).toEqual({ source: 0, status: 0, salable: 0 });
    pair.forget();
    return pair;
  }

  test('have their status with the number', async () => {
    const pair = await jumpers();
    await pair.change('TB-L', 5);
    await pair.live(2 * minuteMs);
    expect(shelfOf(pair, 'TB-L')).toEqual({ source: 5, status: 1, salable: 5 });
    expect(shelfOf(pair, 'TB-M')).toEqual({ source: 0, status: 0, salable: 0 });
    expect(pair.level('TB-L')).toMatchObject({ state: 'written', problem: null });
  });

  test('name the parent that stays sold out, until it is for sale again', async () => {
    const pair = await jumpers();
    pair.sandbox.standIn('magento')?.change({ parentWakesUp: false });
    await pair.change('TB-L', 5);
    await pair.live(2 * minuteMs);
    expect(shelfOf(pair, 'TB-L')).toEqual({ source: 5, status: 1, salable: 5 });
    expect(pair.level('TB-L')).toMatchObject({
      problem: { code: 'parent_asleep', params: { parent: 'TB' } },
    });
    await pair.change('TB-L', 6);
    await pair.live(2 * minuteMs);
    expect(pair.level('TB-L')).toMatchObject({ problem: { code: 'parent_asleep' } });
    pair.sandbox.standIn('magento')?.change({ parentWakesUp: true });
    // The merchant takes a size out and puts it back: the parent follows.
    await pair.set('TB-M', 1, 'magento');
    await pair.live(dayMs + 10 * minuteMs);
    expect(pair.level('TB-L')).toMatchObject({ state: 'written', problem: null });
  });

  test('are sold out again a day later where the master says so', async () => {
    const pair = await jumpers();
    await pair.change('TB-L', 5);
    await pair.live(2 * minuteMs);
    await pair.change('TB-L', 0);
    await pair.live(dayMs);
    expect(shelfOf(pair, 'TB-L')).toEqual({ source: 0, status: 0, salable: 0 });
  });
});
