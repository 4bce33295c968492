/** What is changed of an integration while batches are under way. */
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../sandbox/kit/random.ts';
import { Sandbox } from '../../../sandbox/sandbox.ts';
import { hourMs, minuteMs, secondMs } from '../../support/durations.ts';
import { credentials } from '../../support/systems.ts';
import { many, otherHost, StockPair } from './stock-pair.ts';

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

test('a flow that lives on webhooks alone and is switched off brings what they told of when it is on again', async () => {
  const pair = await StockPair.settled({ every: null });
  await pair.integration.configure(pair.document({ enabled: false }));
  await pair.change('P002', 50);
  // No more than tidying and what was to be done anyway.
  expect(await pair.live(hourMs)).toBeLessThan(5);
  expect(pair.written).toEqual([]);
  await pair.integration.configure(pair.document());
  await pair.live(minuteMs);
  expect(pair.written).toEqual(['P002 50']);
  expect(pair.dirty).toBe(0);
});

test('a target that becomes another shop gets nothing of a batch under way, and all levels once a person says so', async () => {
  const { pair, end } = await underWay();
  const second = secondMagento(pair);
  const given = {
    method: 'POST',
    body: JSON.stringify({ name: 'Mok', sku: 'P002', price: '12.10', pieces: 700 }),
  };
  await second.standIn('magento')?.control().request('/products', given);
  const pieces = async () => {
    const response = await second.standIn('magento')?.control().request('/products/1');
    const product: { pieces?: number } | undefined = await response?.json();
    return product?.pieces;
  };
  const document = pair.document();
  const other = { ...credentials.magento, address: `https://${otherHost}` };
  const connections = { ...document.connections, other: { connector: 'magento', credentials: other } };
  await pair.integration.configure({ ...document, connections });
  await end();
  await pair.live(hourMs);
  expect(pair.consumer.refusals).toEqual(['batch_lost']);
  expect(await pieces()).toBe(700);
  expect(pair.integration.reports.view().problems).toMatchObject([{ code: 'account_changed' }]);
  await pair.integration.acceptAccount('other', 'another');
  await pair.live(hourMs);
  expect(await pieces()).toBe(50);
  // Nothing more came to the first.
  expect(await pair.pieces('P002')).toBe(2);
});

/** At the other host. */
function secondMagento({ clock, sandbox }: StockPair): Sandbox {
  const world = { now: () => clock.now(), random: seededRandom(11), sleep: (ms: number) => clock.sleep(ms) };
  const second = new Sandbox(world, () => Promise.reject(new Error('No webhooks here.')));
  second.reset(false);
  const handle = sandbox.handle.bind(sandbox);
  sandbox.handle = (system, request) =>
    new URL(request.url).hostname === otherHost ? second.handle('magento', request) : handle(system, request);
  return second;
}
