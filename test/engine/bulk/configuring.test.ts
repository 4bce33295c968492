/** What is changed of an integration while batches are under way. */
import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs, secondMs } from '../../support/durations.ts';
import { many, StockPair } from './stock-pair.ts';

/** A consumer has claimed a batch with a new level of P002, and has not written yet. */
async function underWay(): Promise<{ pair: StockPair; end: () => Promise<void> }> {
  const pair = await StockPair.settled();
  pair.consumer.keeps = true;
  await pair.change('P002', 50);
  await pair.live(2 * secondMs);
  const [id = 0] = pair.consumer.messages;
  pair.consumer.messages = [];
  pair.consumer.keeps = false;
  pair.consumer.sleepAt(/^claim$/, 'after', 10 * secondMs);
  const consumer = pair.consumer.consume(id);
  await pair.clock.advance(secondMs);
  return { pair, end: () => pair.clock.settle(consumer) };
}

describe('while a batch is under way', () => {
  test('a flow that is switched off writes nothing more; on again, it writes the last value', async () => {
    const { pair, end } = await underWay();
    await pair.integration.configure(pair.document({ enabled: false }));
    await end();
    await pair.live(hourMs);
    expect(pair.written).toEqual([]);
    await pair.set('P002', 51);
    await pair.integration.configure(pair.document());
    await pair.live(20 * minuteMs);
    expect(pair.written).toEqual(['P002 51']);
    expect(pair.dirty).toBe(0);
  });

  test('a flow that is taken out and put back brings the last value', async () => {
    const { pair, end } = await underWay();
    await pair.integration.configure({
      ...pair.document(),
      flows: [{ flow: 'orders', from: 'shop', to: 'other' }],
    });
    await end();
    await pair.live(hourMs);
    expect(pair.written).toEqual([]);
    await pair.set('P002', 51);
    await pair.integration.configure(pair.document());
    await pair.live(20 * minuteMs);
    expect(pair.written).toEqual(['P002 51']);
    expect(pair.stores.batches.all()).toEqual([]);
  });

  test('an integration that is paused writes nothing more; active again, it writes the last value', async () => {
    const { pair, end } = await underWay();
    await pair.integration.setState('paused');
    await end();
    await pair.live(hourMs);
    expect(pair.written).toEqual([]);
    await pair.set('P002', 51);
    await pair.integration.setState('active');
    await pair.live(20 * minuteMs);
    expect(pair.written).toEqual(['P002 51']);
    expect(pair.dirty).toBe(0);
  });

  test.each(['shop', 'other'])('a connection that gets another name (%s) loses nothing', async (name) => {
    const { pair, end } = await underWay();
    await pair.integration.renameConnection(name, 'winkel');
    await end();
    await pair.live(20 * minuteMs);
    expect(await pair.pieces('P002')).toBe(50);
    expect(pair.written.every((each) => each === 'P002 50')).toBe(true);
    expect(pair.stores.batches.all()).toEqual([]);
    expect(pair.stores.dirty.flows()).toEqual([]);
  });

  test('other settings say something else of every level, those under way too', async () => {
    const { pair, end } = await underWay();
    await pair.integration.configure(pair.document({ settings: { safetyStock: '1' } }));
    await end();
    await pair.live(20 * minuteMs);
    expect(await pair.pieces('P001')).toBe(0);
    expect(await pair.pieces('P002')).toBe(49);
    expect(await pair.pieces('P003')).toBe(2);
    expect(pair.dirty).toBe(0);
  });
});

test('a flow of 300 levels that is switched off and on in the middle of its first run brings all of them', async () => {
  const pair = await StockPair.begun({ pieces: many(300) });
  await pair.live(3 * secondMs);
  await pair.integration.configure(pair.document({ enabled: false }));
  await pair.live(minuteMs);
  await pair.integration.configure(pair.document());
  await pair.live(30 * minuteMs);
  for (const [sku, pieces] of Object.entries(many(300))) expect(await pair.pieces(sku), sku).toBe(pieces);
  expect(pair.dirty).toBe(0);
});
