/** However often a level changes, and whatever the queue does with its messages: the last value is written, and once. */
import { describe, expect, test } from 'vitest';
import { lingerMs } from '../../../src/engine/bulk/linger.ts';
import { hourMs, minuteMs, secondMs } from '../../support/durations.ts';
import { type HookParts, signedHook } from '../../support/signed-hook.ts';
import { StockPair } from './stock-pair.ts';

/** Ten numbers of one SKU within a second, each told by the shop. */
async function tenChanges(pair: StockPair, sku: string): Promise<void> {
  const key = await pair.key(sku);
  for (let pieces = 20; pieces < 30; pieces++) {
    await pair.set(sku, pieces);
    await pair.notify(key);
    await pair.live(100);
  }
}

describe('ten changes of one SKU in a second are one write, with the last value', () => {
  test('in an object that is in memory', async () => {
    const pair = await StockPair.settled();
    await tenChanges(pair, 'P002');
    await pair.live(2 * minuteMs);
    expect(pair.written).toEqual(['P002 29']);
    expect(pair.dirty).toBe(0);
  });

  test('in one that begins with the first', async () => {
    const pair = await StockPair.settled();
    pair.die();
    await pair.open();
    await tenChanges(pair, 'P002');
    await pair.live(2 * minuteMs);
    expect(pair.written).toEqual(['P002 29']);
  });
});

describe('a message', () => {
  /** Settled, with a change whose message the queue keeps. */
  async function kept(): Promise<StockPair> {
    const pair = await StockPair.settled();
    pair.consumer.keeps = true;
    await pair.change('P002', 50);
    await pair.live(5 * secondMs);
    expect(pair.consumer.messages).toHaveLength(1);
    return pair;
  }

  test('that comes twice is one write', async () => {
    const pair = await kept();
    const [id = 0] = pair.consumer.messages;
    pair.consumer.messages.push(id);
    pair.consumer.keeps = false;
    await pair.live(minuteMs);
    await pair.clock.settle(pair.consumer.consume(id));
    expect(pair.written).toEqual(['P002 50']);
  });

  test('that comes twice at once is one write', async () => {
    const pair = await kept();
    const [id = 0] = pair.consumer.messages;
    pair.consumer.messages = [];
    await pair.clock.settle(Promise.all([pair.consumer.consume(id), pair.consumer.consume(id)]));
    expect(pair.written).toEqual(['P002 50']);
    expect(pair.dirty).toBe(0);
  });

  test('that comes late finds the last value, and nothing more when it comes again', async () => {
    const pair = await kept();
    const [id = 0] = pair.consumer.messages;
    await pair.change('P002', 51);
    await pair.live(20 * minuteMs);
    // It was sent again and again meanwhile.
    expect(pair.consumer.messages.filter((each) => each === id).length).toBeGreaterThan(10);
    pair.consumer.keeps = false;
    await pair.live(10 * minuteMs);
    expect(pair.written).toEqual(['P002 51']);
  });

  test('that is overtaken by a later one leaves the last value', async () => {
    const pair = await kept();
    await pair.change('P003', 60);
    await pair.live(5 * secondMs);
    await pair.change('P003', 61);
    const [first = 0, second = 0] = pair.consumer.messages;
    expect(second).toBeGreaterThan(first);
    for (const id of [second, first]) await pair.clock.settle(pair.consumer.consume(id));
    pair.consumer.messages = [];
    pair.consumer.keeps = false;
    await pair.live(10 * minuteMs);
    expect(pair.written.filter((each) => each.startsWith('P003')).at(-1)).toBe('P003 61');
    expect(await pair.pieces('P002')).toBe(50);
    expect(await pair.pieces('P003')).toBe(61);
    expect(pair.dirty).toBe(0);
  });

  test('that never comes is sent again after a minute', async () => {
    const pair = await kept();
    pair.consumer.messages = [];
    pair.consumer.keeps = false;
    await pair.live(50 * secondMs);
    expect(pair.written).toEqual([]);
    await pair.live(20 * secondMs);
    expect(pair.written).toEqual(['P002 50']);
  });

  test('that the queue does not take goes when it takes some again', async () => {
    const pair = await StockPair.settled();
    pair.consumer.refuses = true;
    await pair.change('P002', 50);
    await pair.live(hourMs);
    expect(pair.written).toEqual([]);
    expect(pair.logged.some((line) => line.includes('queue_failed'))).toBe(true);
    pair.consumer.refuses = false;
    await pair.live(2 * minuteMs);
    expect(pair.written).toEqual(['P002 50']);
  });
});

test('a change while a batch works on its SKU is written by the next one, however the clock of a new object stands', async () => {
  const pair = await StockPair.settled();
  pair.consumer.keeps = true;
  await pair.change('P002', 50);
  // As after thousands of notices in one moment: revisions are ahead of the clock.
  pair.sql.exec('UPDATE dirty SET revision = revision + 5000');
  await pair.live(2 * secondMs);
  const [id = 0] = pair.consumer.messages;
  pair.consumer.messages = [];
  pair.consumer.keeps = false;
  pair.consumer.sleepAt(/^POST /, 'after', 2 * secondMs);
  const consumer = pair.consumer.consume(id);
  await pair.clock.advance(secondMs);
  expect(pair.written).toEqual(['P002 50']);
  pair.die();
  await pair.open();
  await pair.change('P002', 51);
  await pair.clock.settle(consumer);
  await pair.live(2 * minuteMs);
  expect(pair.written).toEqual(['P002 50', 'P002 51']);
});

test('a key that is compared and noticed in the same moment is looked at again', async () => {
  const pair = await StockPair.settled({ settings: { verify: '1h' }, every: '24h' });
  pair.consumer.keeps = true;
  await pair.live(hourMs);
  const [id = 0] = pair.consumer.messages;
  const claim = await pair.integration.batch(id, { do: 'claim' });
  if (claim === null || !('lease' in claim)) throw new Error('Nothing is compared.');
  const [{ key, revision } = { key: '', revision: 0 }] = claim.keys;
  // To the millisecond: when the batch was made.
  pair.stores.dirty.mark(pair.flow, key, pair.stores.batches.get(id)?.madeAt ?? 0, true);
  pair.stores.dirty.done(pair.flow, [{ key, revision, looksAgainAt: null }], pair.clock.now());
  expect(pair.dirty).toBe(1);
});

test('a notice wakes the object when its level may go, one that is told twice or concerns nobody not at all', async () => {
  const pair = await StockPair.settled();
  const tell = async (event: HookParts, at = pair.clock.now()) => {
    const outcome = await pair.integration.accept('shop', await signedHook('', at, event));
    if (outcome.kind !== 'stored') throw new Error(outcome.kind);
    return outcome.dueAt;
  };
  const entityId = Number(await pair.key('P002'));
  const changed = { eventType: 'product.updated', entityId };
  const first = pair.clock.now();
  expect(await tell({ ...changed, eventId: 'a' })).toBe(first + lingerMs);
  await pair.clock.advance(secondMs);
  expect(await tell({ ...changed, eventId: 'b' })).toBe(first + lingerMs);
  expect(await tell({ ...changed, eventId: 'b' })).toBeNull();
  expect(await tell({ eventType: 'customer.updated', eventId: 'c' })).toBeNull();
});

test('a level that changes, is brought across and changes back between two lists of a shop without dates is brought back', async () => {
  const pair = await StockPair.settled({ from: 'magento' });
  await pair.set('P002', 50);
  pair.integration.sync('stock', { keys: ['P002'] });
  await pair.live(minuteMs);
  await pair.set('P002', 2);
  await pair.live(10 * minuteMs);
  expect(pair.written).toEqual(['501001 50', '501001 2']);
});
