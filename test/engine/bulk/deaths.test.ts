/** A consumer may die at any moment, and so may the object. Nothing old lands over something newer, and nothing is left dirty. */
import { describe, expect, test } from 'vitest';
import { minuteMs, secondMs } from '../../support/durations.ts';
import { before, many, StockPair } from './stock-pair.ts';

const leaseMs = 4 * minuteMs;

/** All levels are the source's, and nothing is left to do. */
async function expectInStep(pair: StockPair, skus: readonly string[]): Promise<void> {
  // What was sent before a death may be done yet: it is looked at once more when that is over, and nothing is written for it.
  const { length } = pair.written;
  await pair.live(12 * minuteMs);
  expect(pair.written).toHaveLength(length);
  for (const sku of skus) expect(await pair.pieces(sku), sku).toBe(await pair.pieces(sku, pair.from));
  expect(pair.dirty).toBe(0);
  expect(pair.stores.batches.all()).toEqual([]);
}

const moments = [
  ['as it gets the message', /^claim$/, 'before'],
  ['as it has claimed the batch', /^claim$/, 'after'],
  ['before it reads the source', /^GET .*\/products$/, 'before'],
  ['as it has looked at the target', /^GET .*source-items$/, 'after'],
  ['before the bulk call', /^POST .*source-items$/, 'before'],
  ['after the bulk call', /^POST .*source-items$/, 'after'],
  ['before its report', /^report$/, 'before'],
  ['as its report is taken', /^report$/, 'after'],
] as const;

describe('a consumer that dies', () => {
  test.each(moments)('%s: the last values are written', async (_, step, moment) => {
    const pair = await StockPair.settled({ pieces: many(5) });
    pair.consumer.dieAt(step, moment);
    await pair.change('P002', 50);
    await pair.change('P003', 60);
    await pair.live(10 * secondMs);
    expect(pair.consumer.deaths).toBe(1);
    await pair.change('P003', 61);
    await pair.live(leaseMs + 2 * minuteMs);
    await expectInStep(pair, ['P001', 'P002', 'P003', 'P004', 'P005']);
    expect(pair.written.filter((each) => each === 'P002 50')).toHaveLength(1);
    expect(pair.written.at(-1)).toBe('P003 61');
  });

  test('time and again: its keys go on to the next', async () => {
    const pair = await StockPair.settled();
    await pair.change('P002', 50);
    for (let deaths = 1; deaths <= 5; deaths++) {
      pair.consumer.dieAt(/^POST .*source-items$/, 'before');
      await pair.live(deaths === 1 ? minuteMs : leaseMs);
      expect(pair.consumer.deaths).toBe(deaths);
    }
    await pair.live(leaseMs);
    expect(pair.written).toEqual(['P002 50']);
    await expectInStep(pair, ['P001', 'P002', 'P003']);
  });

  test('over what nobody noticed, and is only compared: it is compared still', async () => {
    const pair = await StockPair.settled({ settings: { verify: '1h' }, every: '24h' });
    await pair.set('P002', 7, pair.to);
    pair.consumer.dieAt(/^POST .*source-items$/, 'before');
    await pair.live(50 * minuteMs);
    expect(pair.consumer.deaths).toBe(1);
    await pair.live(leaseMs);
    await expectInStep(pair, ['P001', 'P002', 'P003']);
  });
});

describe('a consumer that stood still', () => {
  test('is not heard after its lease: another has done it', async () => {
    const pair = await StockPair.settled();
    pair.consumer.keeps = true;
    await pair.change('P002', 50);
    await pair.live(2 * secondMs);
    const [id = 0] = pair.consumer.messages;
    pair.consumer.messages = [];
    pair.consumer.keeps = false;
    pair.consumer.sleepAt(/^report$/, 'before', leaseMs + 2 * minuteMs);
    const consumer = pair.consumer.consume(id);
    await pair.clock.advance(secondMs);
    expect(pair.written).toEqual(['P002 50']);
    await pair.change('P002', 51);
    await pair.live(leaseMs + minuteMs);
    expect(pair.level('P002')).toMatchObject({ quantity: '51' });
    await pair.clock.settle(consumer);
    expect(pair.consumer.refusals).toEqual(['batch_lost']);
    expect(pair.level('P002')).toMatchObject({ quantity: '51' });
    await expectInStep(pair, ['P001', 'P002', 'P003']);
  });

  test.each([
    ['as it has claimed the batch', /^claim$/, 1],
    ['before its first call to the target', /^lease other$/, 1],
    // After it the object is not asked any more whose the batch is.
    ['between the last look and the write', /^orders-under-way$/, 1],
  ])('%s until its lease was over writes nothing any more', async (_, step, times) => {
    const pair = await StockPair.settled();
    pair.consumer.keeps = true;
    await pair.change('P002', 50);
    await pair.live(2 * secondMs);
    const [id = 0] = pair.consumer.messages;
    pair.consumer.messages = [];
    pair.consumer.keeps = false;
    pair.consumer.sleepAt(step, 'after', leaseMs + 2 * minuteMs, times);
    const consumer = pair.consumer.consume(id);
    await pair.clock.advance(secondMs);
    expect(pair.written).toEqual([]);
    await pair.change('P002', 51);
    await pair.live(leaseMs + minuteMs);
    expect(pair.written).toEqual(['P002 51']);
    await pair.clock.settle(consumer);
    expect(pair.written).toEqual(['P002 51']);
    expect(pair.consumer.refusals).toEqual(['batch_lost']);
    await expectInStep(pair, ['P001', 'P002', 'P003']);
  });
});

describe('the object', () => {
  test.each([3, 5, 8, 11])('dies at request %i of a batch: the last values are written', async (request) => {
    const pair = await StockPair.begun({ pieces: many(4) });
    for (const moment of ['before', 'after'] as const) {
      void pair.dieAt(request, moment);
      while (!pair.isDead) await pair.live(5 * minuteMs);
      await pair.open();
    }
    await pair.change('P004', 44);
    await pair.live(2 * leaseMs);
    await expectInStep(pair, ['P001', 'P002', 'P003', 'P004']);
    expect(pair.written.filter((each) => each.endsWith(` ${before}`))).toEqual([]);
  });

  test('dies while a consumer works: the next one takes its report', async () => {
    const pair = await StockPair.settled();
    pair.consumer.keeps = true;
    await pair.change('P002', 50);
    await pair.live(2 * secondMs);
    const [id = 0] = pair.consumer.messages;
    pair.consumer.messages = [];
    pair.consumer.sleepAt(/^report$/, 'before', 5 * secondMs);
    const consumer = pair.consumer.consume(id);
    await pair.clock.advance(secondMs);
    pair.die();
    await pair.open();
    await pair.clock.settle(consumer);
    expect(pair.consumer.refusals).toEqual([]);
    pair.consumer.keeps = false;
    await expectInStep(pair, ['P002']);
    expect(pair.written).toEqual(['P002 50']);
  });
});
