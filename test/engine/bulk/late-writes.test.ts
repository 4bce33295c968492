/** A shop works on after Koppel hung up: what it does minutes later must not stand over a newer level. */
import { describe, expect, test } from 'vitest';
import { minuteMs, secondMs } from '../../support/durations.ts';
import { StockPair } from './stock-pair.ts';

const writes = {
  magento: { method: 'POST', path: '/inventory/source-items$' },
  ecwid: { method: 'PUT', path: '/products/[0-9]+$' },
} as const;

describe.each(['ecwid', 'magento'] as const)('from %s', (from) => {
  async function pairWith(answer: 'none' | 'unavailable', afterMs: number): Promise<StockPair> {
    const pair = await StockPair.settled({ from, settings: { verify: 'off' }, every: '1m' });
    pair.sandbox.faults.add({
      ...{ system: pair.to, times: 1, ...writes[pair.to] },
      ...{ kind: 'late', afterMs, answer, ms: 60_000 },
    });
    return pair;
  }

  test.each([
    ['none', 2],
    ['unavailable', 5],
    ['unavailable', 9],
  ] as const)(
    'a level that is written late (%s, after %i minutes) is mended by itself',
    async (answer, minutes) => {
      const pair = await pairWith(answer, minutes * minuteMs);
      await pair.set('P002', 50);
      await pair.live(110 * secondMs);
      await pair.set('P002', 60);
      await pair.live(20 * minuteMs);
      expect(await pair.pieces('P002')).toBe(60);
      expect(pair.dirty).toBe(0);
      // Nobody changed it by hand.
      expect(pair.level('P002')).toMatchObject({ quantity: '60', drift: null });
    },
  );

  test('of which the consumer has died likewise', async () => {
    const pair = await pairWith('none', 7 * minuteMs);
    pair.consumer.dieAt(new RegExp(`^${writes[pair.to].method} .*${writes[pair.to].path}`), 'during');
    await pair.set('P002', 50);
    await pair.live(6 * minuteMs);
    await pair.set('P002', 60);
    await pair.live(30 * minuteMs);
    expect(pair.consumer.deaths).toBe(1);
    expect(await pair.pieces('P002')).toBe(60);
    expect(pair.dirty).toBe(0);
  });
});
