/** What is away, and what answers only in part. */
import { describe, expect, test } from 'vitest';
import { faultRule } from '../../../sandbox/kit/faults/faults.ts';
import { dayMs, hourMs, minuteMs } from '../../support/durations.ts';
import { many, StockPair } from './stock-pair.ts';

type Rule = Parameters<typeof faultRule.parse>[0] & object;

function fault(pair: StockPair, rule: Rule): void {
  pair.sandbox.faults.add(faultRule.parse(rule));
}

test('a target that is down for a day gets the last values, once each, and no pile of those before', async () => {
  const pair = await StockPair.settled({ pieces: many(20) });
  fault(pair, { system: 'magento', kind: 'status', status: 503, times: null, forMs: dayMs });
  for (let hour = 0; hour < 23; hour++) {
    for (let index = 1; index <= 5; index++) await pair.change(`P00${index}`, 100 * index + hour);
    await pair.live(hourMs);
  }
  expect(pair.dirty).toBeLessThanOrEqual(20);
  expect(pair.stores.batches.all().length).toBeLessThanOrEqual(1);
  pair.forget();
  await pair.live(3 * hourMs);
  expect(pair.written.toSorted()).toEqual(['P001 122', 'P002 222', 'P003 322', 'P004 422', 'P005 522']);
  expect(pair.dirty).toBe(0);
  expect(pair.integration.reports.view().problems).toEqual([]);
});

test('a target that is down is not called for every batch', async () => {
  const pair = await StockPair.settled({ pieces: many(20) });
  fault(pair, { system: 'magento', kind: 'status', status: 503, times: null });
  let calls = 0;
  pair.interfere = (call) => {
    if (call.includes(' magento ')) calls++;
  };
  for (let hour = 0; hour < 12; hour++) {
    for (let index = 1; index <= 9; index++) await pair.change(`P00${index}`, 100 * index + hour);
    await pair.live(hourMs);
  }
  expect(calls).toBeLessThan(12 * 40);
  expect(calls).toBeGreaterThan(12);
});

describe('a source of which a part cannot be read', () => {
  /** More than one reading takes. */
  const count = 150;

  test('leaves the levels of that part as they are, and writes the rest', async () => {
    const pair = await StockPair.settled({ pieces: many(count) });
    let readings = 0;
    pair.answer = (call) => {
      if (!/^GET ecwid .*\/products$/.test(call)) return null;
      return ++readings === 2 ? new Response('', { status: 500 }) : null;
    };
    for (const sku of Object.keys(many(count))) await pair.set(sku, 500);
    pair.integration.sync('stock', { since: '2000-01-01' });
    await pair.live(20 * minuteMs);
    expect(readings).toBeGreaterThan(2);
    expect(pair.written.filter((each) => !each.endsWith(' 500'))).toEqual([]);
    for (const sku of Object.keys(many(count))) expect(await pair.pieces(sku), sku).toBe(500);
    expect(pair.dirty).toBe(0);
  });

  test('writes no level while nothing of it can be read, and no zero', async () => {
    const pair = await StockPair.settled();
    fault(pair, { system: 'ecwid', kind: 'status', status: 500, times: null, forMs: 2 * hourMs });
    await pair.change('P002', 50);
    await pair.live(hourMs);
    expect(pair.written).toEqual([]);
    expect(pair.dirty).toBe(1);
    await pair.live(3 * hourMs);
    expect(pair.written).toEqual(['P002 50']);
  });
});
