import { describe, expect, test } from 'vitest';
import type { LevelView, StockView } from '../../../src/engine/reporting/stock-views.ts';
import { never } from '../../../src/engine/storage/cursors.ts';
import { problem } from '../../../src/records/problem.ts';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const flow = 'stock:shop:other';

function document(flows: readonly object[]) {
  return {
    name: 'Stock',
    connections: {
      shop: { connector: 'ecwid', credentials: credentials.ecwid },
      other: { connector: 'magento', credentials: credentials.magento },
    },
    flows,
  };
}

/** Two shops with the seed's catalogue, and stock from the one to the other. */
async function twoShops(given: Record<string, unknown> = {}): Promise<PlayedSystems> {
  const played = new PlayedSystems(hosts);
  for (const system of ['ecwid', 'magento'])
    await played.control(system, 'POST', '/catalogue', { kind: 'seed' });
  return played.configured(document([{ flow: 'stock', from: 'shop', to: 'other', every: '5m', ...given }]));
}

function stockOf({ integration }: PlayedSystems): StockView {
  const [view] = integration.reports.stock(undefined);
  if (view === undefined) throw new Error('There is no stock flow.');
  return view;
}

function levelOf({ integration }: PlayedSystems, sku: string): LevelView {
  const [level, ...more] = integration.reports.levels('stock', sku);
  if (level === undefined || more.length > 0) throw new Error(`${sku}: ${more.length + 1}`);
  return level;
}

/** A SKU whose level is as it should be. */
function writtenSku({ stores }: PlayedSystems): string {
  return String(
    stores.sql.exec("SELECT sku FROM levels WHERE state = 'written' AND quantity > 5 LIMIT 1")[0]?.sku,
  );
}

describe('how stock stands', () => {
  test('a flow that is new reads all there is, and says until when', async () => {
    const played = await twoShops();
    expect(stockOf(played)).toMatchObject({
      ...{ total: 0, levels: [], stuck: [], readUntil: null },
      reading: { since: null, until: null },
      underWay: { batches: 0, keys: 0 },
    });
    await played.live(10 * minuteMs);
    const view = stockOf(played);
    expect(view).toMatchObject({ reading: null, dirty: { count: 0, more: false } });
    expect(Date.parse(view.readUntil ?? '')).toBeGreaterThan(played.clock.now() - 6 * minuteMs);
  });

  test('levels are counted by state and cause, and the counts are those of the table', async () => {
    const played = await twoShops();
    await played.live(10 * minuteMs);
    const { levels, total } = stockOf(played);
    const counted = played.stores.sql.exec('SELECT state, code, count(*) AS count FROM levels GROUP BY 1, 2');
    expect(levels.map(({ state, problem, count }) => ({ state, code: problem?.code ?? '', count }))).toEqual(
      counted,
    );
    expect(levels.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    const shared = levels.find((each) => each.problem?.code === 'sku_shared');
    expect(shared).toMatchObject({ state: 'refused', says: 'refused before, and not changed since' });
    expect(levelOf(played, shared?.sku ?? '').problem).toEqual(shared?.problem);
  });

  test('keys that wait for a person stand apart, by cause', async () => {
    const played = await twoShops();
    await played.live(10 * minuteMs);
    const unread = problem('rejected', 'level_unread', { system: 'Ecwid', quantity: 'onHand' }).toData();
    for (const key of ['1', '2'])
      played.stores.dirty.postpone(
        flow,
        { key, revision: 1 },
        { dueAt: never, problem: unread, counts: false },
        1,
      );
    const { stuck, dirty } = stockOf(played);
    expect(stuck).toMatchObject([{ problem: { code: 'level_unread' }, count: 2, key: '2' }]);
    expect(dirty).toEqual({ count: 2, more: false });
    const { sql } = played.stores;
    const counts = () =>
      sql.exec('SELECT flow, code, count FROM stuck_counts WHERE count > 0 ORDER BY flow, code');
    const moving = problem('rejected', 'level_moving', { system: 'Ecwid' }).toData();
    played.stores.dirty.postpone(
      flow,
      { key: '1', revision: 1 },
      { dueAt: never, problem: moving, counts: false },
      1,
    );
    expect(counts()).toEqual(['level_moving', 'level_unread'].map((code) => ({ flow, code, count: 1 })));
    played.stores.dirty.move(flow, 'stock:shop:third');
    expect(counts().map((row) => row.flow)).toEqual(['stock:shop:third', 'stock:shop:third']);
    const looked = { key: '1', revision: 1, looksAgainAt: null };
    played.stores.dirty.done('stock:shop:third', [looked], played.clock.now());
    expect(counts()).toEqual([{ flow: 'stock:shop:third', code: 'level_unread', count: 1 }]);
    expect(played.stores.dirty.retry('stock:shop:third')).toBe(1);
    expect(counts()).toEqual([]);
  });

  test('dirty keys are counted up to a thousand', async () => {
    const played = await twoShops();
    const mark = (count: number) => {
      for (let key = 0; key < count; key++) played.stores.dirty.mark(flow, `k${key}`, 1, false);
    };
    mark(1_000);
    expect(stockOf(played).dirty).toEqual({ count: 1_000, more: false });
    mark(1_001);
    expect(stockOf(played).dirty).toEqual({ count: 1_000, more: true });
  });

  test('tells when all levels are compared next', async () => {
    const played = await twoShops({ settings: { verify: '3h' } });
    await played.live(10 * minuteMs);
    const next = Date.parse(stockOf(played).verification.nextAt ?? '');
    expect(next).toBeGreaterThan(played.clock.now() + 2 * hourMs);
    await played.live(next - played.clock.now() + minuteMs);
    expect(stockOf(played).verification).toEqual({
      every: 180,
      nextAt: new Date(next + 3 * hourMs).toISOString(),
      running: null,
    });
  });
});

describe('one SKU explained', () => {
  test('what was written, where, when, and that nothing was told since', async () => {
    const played = await twoShops();
    await played.live(10 * minuteMs);
    const sku = writtenSku(played);
    // It stood there already.
    expect(levelOf(played, sku).writtenAt).toBeNull();
    await played.control('ecwid', 'PUT', `/stock/${sku}`, { pieces: 777 });
    // Between two polls, and after the last that looks back to it.
    await played.live(22 * minuteMs);
    const [row] = played.stores.sql.exec('SELECT * FROM levels WHERE sku = ?', sku);
    expect(row).toMatchObject({ quantity: '777', written_at: expect.any(Number) });
    expect(levelOf(played, sku)).toMatchObject({
      ...{ flow: 'stock', from: 'shop', to: 'other', sku, key: row?.key, targetId: row?.target_id },
      ...{ quantity: row?.quantity, state: 'written', now: 'settled', drift: null, problem: null },
      writtenAt: new Date(Number(row?.written_at)).toISOString(),
      why: { code: 'nothing_told', action: null },
    });
    expect(played.integration.reports.levels(undefined, 'no such')).toEqual([]);
  });

  test('is found by the id of its product too, with all of its variants', async () => {
    const played = await twoShops();
    await played.live(10 * minuteMs);
    const [most] = played.stores.sql.exec(
      'SELECT key, count(*) AS count FROM levels GROUP BY key ORDER BY 2 DESC LIMIT 1',
    );
    const found = played.integration.reports.levels(undefined, String(most?.key));
    expect(found.length).toBe(most?.count);
    expect(found.length).toBeGreaterThan(2);
  });

  test('that a person asks for is looked at: what somebody changed is mended and shown as drift', async () => {
    const played = await twoShops();
    await played.live(10 * minuteMs);
    const sku = writtenSku(played);
    const { quantity } = levelOf(played, sku);
    await played.control('magento', 'PUT', `/stock/${sku}`, { pieces: 777 });
    await played.live(10 * minuteMs);
    expect(levelOf(played, sku).drift).toBeNull();
    expect(played.integration.retryLevels('stock', sku)).toEqual({ retried: 1 });
    expect(levelOf(played, sku)).toMatchObject({ now: 'queued', why: { code: 'due' } });
    await played.live(minuteMs);
    expect(levelOf(played, sku)).toMatchObject({ quantity, drift: { quantity: '777' }, now: 'settled' });
    expect(() => played.integration.retryLevels('stock', 'no such')).toThrow('There is no such level.');
    expect(() => played.integration.retryLevels('orders', sku)).toThrow('There is no such flow.');
  });

  test('says where it is now, and why nothing is written meanwhile', async () => {
    const played = await twoShops();
    await played.live(10 * minuteMs);
    const { dirty } = played.stores;
    const sku = writtenSku(played);
    const { key } = levelOf(played, sku);
    const now = played.clock.now();
    const moving = problem('retry', 'level_moving', { system: 'Magento 2' }).toData();
    const postponed = (dueAt: number) =>
      dirty.postpone(flow, { key, revision: now }, { dueAt, problem: moving, counts: true }, now);
    postponed(now + minuteMs);
    expect(levelOf(played, sku)).toMatchObject({
      ...{ now: 'waiting', attempts: 1, why: { code: 'level_moving' } },
      dueAt: new Date(now + minuteMs).toISOString(),
    });
    postponed(never);
    expect(levelOf(played, sku)).toMatchObject({ now: 'parked', dueAt: null, why: { code: 'level_moving' } });
    const seen: object[] = [];
    played.interfere = () => void seen.push({ ...levelOf(played, sku), ...stockOf(played).underWay });
    played.integration.retryLevels('stock', sku);
    await played.live(minuteMs);
    expect(seen).toContainEqual(
      expect.objectContaining({
        now: 'running',
        batches: 1,
        keys: 1,
        why: expect.objectContaining({ code: 'under_way' }),
      }),
    );
  });

  test('says first that nothing runs at all', async () => {
    const played = await twoShops();
    await played.live(10 * minuteMs);
    const sku = writtenSku(played);
    await played.integration.setState('paused');
    expect(levelOf(played, sku).why.code).toBe('not_active');
    await played.integration.setState('active');
    await played.integration.configure(
      document([{ flow: 'stock', from: 'shop', to: 'other', every: '5m', enabled: false }]),
    );
    expect(levelOf(played, sku).why.code).toBe('flow_off');
  });

  test('a key of which no level was dealt with yet is told too', async () => {
    const played = await twoShops();
    played.stores.dirty.mark(flow, 'fresh', 1, false);
    expect(levelOf(played, 'fresh')).toMatchObject({ sku: null, key: 'fresh', state: null, quantity: null });
  });
});

describe('trying again', () => {
  test('all that wait for a person: keys that are stuck, and levels that are set aside', async () => {
    const played = await twoShops();
    await played.live(10 * minuteMs);
    const { stores, integration } = played;
    const setAside = stores.levels.keysInTrouble(flow);
    expect(setAside.length).toBeGreaterThan(0);
    const unread = problem('rejected', 'level_unread', { system: 'Ecwid', quantity: 'onHand' }).toData();
    stores.dirty.postpone(
      flow,
      { key: 'x', revision: 1 },
      { dueAt: never, problem: unread, counts: false },
      1,
    );
    expect(integration.retryLevels('stock')).toEqual({ retried: setAside.length + 1 });
    for (const key of [...setAside, 'x']) expect(stores.dirty.get(flow, key)?.dueAt).toBe(0);
    await played.live(minuteMs);
    expect(stockOf(played)).toMatchObject({ stuck: [], dirty: { count: 0 } });
  });

  test('all that is parked retries levels too', async () => {
    const played = await twoShops();
    await played.live(10 * minuteMs);
    const count = played.stores.levels.keysInTrouble(flow).length;
    expect(played.integration.retryParked()).toEqual({ retried: count });
    expect(stockOf(played).dirty.count).toBe(count);
  });
});

test('products are found, retried and left out as orders are, by their SKU too', async () => {
  const played = new PlayedSystems(hosts);
  played.sandbox.standIn('ecwid')?.change({ fetchesPictures: false });
  await played.control('ecwid', 'POST', '/catalogue', { kind: 'seed' });
  const products = { flow: 'products', from: 'shop', to: 'other', every: '5m' };
  await played.configured(document([products]));
  await played.live(minuteMs);
  const { integration } = played;
  integration.sync('products', { since: '2000-01-01' });
  await played.live(10 * minuteMs);
  const parked = () => integration.reports.tasks({ flow: 'products:shop:other', state: 'parked' }, 500).items;
  const before = parked();
  expect(before.length).toBeGreaterThan(100);
  expect(integration.reports.view().progress[0]?.open).toEqual({
    ...{ queued: 0, waiting: 0 },
    parked: before.length,
  });
  const [first, second, third] = before.filter(({ number }) => number !== null);
  expect(integration.reports.tasks({ number: first?.number?.toLowerCase() }, 1).items).toEqual([first]);
  integration.skip(Number(first?.id));
  integration.skip(Number(second?.id));
  expect(integration.reports.taskById(Number(first?.id))).toMatchObject({
    ...{ state: 'skipped', skippedBy: 'api' },
  });
  integration.unskip(Number(first?.id));
  await integration.configure(document([{ ...products, settings: { price: { basis: 'asSource' } } }]));
  expect(integration.retry(Number(third?.id)).state).toBe('queued');
  expect(integration.retryParked()).toEqual({ retried: before.length - 3 });
  expect(parked()).toEqual([]);
  await played.live(hourMs);
  const stateOf = (id: string | undefined) => integration.reports.taskById(Number(id)).state;
  expect([first, second, third].map((task) => stateOf(task?.id))).toEqual(['done', 'skipped', 'done']);
  expect(parked().length).toBeLessThan(before.length / 2);
  const { number } = third ?? {};
  expect(integration.reports.activity({ number: number ?? '', outcome: 'done' }, 5).items).toMatchObject([
    { key: third?.key, number },
  ]);
});
