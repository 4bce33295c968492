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

describe('goods that come back (S6)', () => {
  /** RN-100 with M and L, both sold out in both shops. */
  async function raincoats(parentWakesUp: boolean): Promise<{ pair: StockPair; key: string }> {
    const pair = new StockPair();
    pair.sandbox.standIn('magento')?.change({ parentWakesUp });
    const keys: string[] = [];
    for (const shop of ['ecwid', 'magento'] as const) {
      const product = { name: 'Regenjas', sku: 'RN-100', price: '60.00' };
      const { id } = await pair.control<{ id: string }>(shop, 'POST', '/products', product);
      for (const size of ['M', 'L']) {
        const variant = { sku: `RN-100-${size}`, options: { Maat: size }, pieces: 0 };
        await pair.control(shop, 'POST', `/products/${id}/variants`, variant);
      }
      keys.push(id);
    }
    await pair.configured(pair.document());
    await pair.live(22 * minuteMs);
    pair.forget();
    return { pair, key: keys[0] ?? '' };
  }

  test('have their status with the number', async () => {
    const { pair } = await raincoats(true);
    await pair.change('RN-100-L', 5);
    await pair.live(2 * minuteMs);
    expect(shelfOf(pair, 'RN-100-L')).toEqual({ source: 5, status: 1, salable: 5 });
    expect(shelfOf(pair, 'RN-100-M')).toEqual({ source: 0, status: 0, salable: 0 });
    expect(pair.integration.reports.view().problems).toEqual([]);
  });

  test('whose parent does not wake up name it', async () => {
    const { pair } = await raincoats(false);
    await pair.change('RN-100-L', 5);
    await pair.live(2 * minuteMs);
    expect(shelfOf(pair, 'RN-100-L')).toEqual({ source: 5, status: 1, salable: 5 });
    const problems = pair.integration.reports.view().problems;
    expect(problems.length === 0 || problems.some(({ code }) => code === 'parent_asleep')).toBe(true);
  });

  test('are sold out again a day later where the master says so', async () => {
    const { pair } = await raincoats(true);
    await pair.change('RN-100-L', 5);
    await pair.live(2 * minuteMs);
    await pair.change('RN-100-L', 0);
    await pair.live(dayMs);
    expect(shelfOf(pair, 'RN-100-L')).toEqual({ source: 0, status: 0, salable: 0 });
  });
});
