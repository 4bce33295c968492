/** Products that a consumer began to create, and died over: one of each, in the end. */
import { describe, expect, test } from 'vitest';
import { faultRule } from '../../../sandbox/kit/faults/faults.ts';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

type Shop = 'ecwid' | 'magento';

const skus = ['MOK', 'BORD', 'KOM', 'THEE'];

async function between(from: Shop, lagMs: number, more: object = {}): Promise<PlayedSystems> {
  const to = other(from);
  const played = new PlayedSystems(hosts);
  played.sandbox.standIn('ecwid')?.change({ fetchesPictures: false });
  played.sandbox.standIn(to)?.change({ searchLagMs: lagMs });
  for (const sku of skus) {
    await played.control(from, 'POST', '/products', {
      name: `Product ${sku}`,
      sku,
      price: '12.10',
      pieces: 3,
    });
  }
  await played.configured({
    name: 'Products',
    connections: {
      shop: { connector: from, credentials: credentials[from] },
      other: { connector: to, credentials: credentials[to] },
    },
    flows: [flowOf(from, more)],
  });
  return played;
}

/** Magento tells nobody whether its prices include VAT. */
function flowOf(from: Shop, more: object = {}) {
  const magento = from === 'magento' ? 'source' : 'target';
  const settings = { price: { pricesIncludeVat: { [magento]: true } }, ...more };
  return { flow: 'products', from: 'shop', to: 'other', every: '5m', settings };
}

function other(shop: Shop): Shop {
  return shop === 'ecwid' ? 'magento' : 'ecwid';
}

async function idsIn(played: PlayedSystems, shop: Shop, sku: string): Promise<readonly string[]> {
  return (await played.control<{ ids: string[] }>(shop, 'GET', `/products?sku=${sku}`)).ids;
}

const created = { magento: /^POST .*\/V1\/products$/, ecwid: /^POST .*\/products$/ };

describe.each(['ecwid', 'magento'] as const)('products from %s: a consumer that dies', (from) => {
  const create = created[other(from)];

  test.each([
    ['before it creates', create, 'before'],
    ['as it has created', create, 'after'],
    ['before its report', /^report$/, 'before'],
    ['as its report is taken', /^report$/, 'after'],
    ['as it has told what it is about to do', /^intend$/, 'after'],
  ] as const)('%s makes no second product', async (_, step, moment) => {
    const played = await between(from, 2_000);
    played.consumer.dieAt(step, moment);
    await played.live(hourMs);
    expect(played.consumer.deaths).toBe(1);
    for (const sku of skus) expect(await idsIn(played, other(from), sku), sku).toHaveLength(1);
    expect(played.tasks().filter(({ state }) => state !== 'done' && state !== 'skipped')).toEqual([]);
    expect(played.stores.batches.all()).toEqual([]);
  });

  test('again and again makes no second product', async () => {
    const played = await between(from, 2_000);
    for (let deaths = 1; deaths <= 3; deaths++) {
      played.consumer.dieAt(create, 'after');
      await played.live(20 * minuteMs);
    }
    await played.live(2 * hourMs);
    for (const sku of skus) expect(await idsIn(played, other(from), sku), sku).toHaveLength(1);
  });

  test('or the object, or both: no second product', async () => {
    const played = await between(from, 2_000);
    for (let request = 6; request < 30; request += 6) {
      void played.dieAt(request, 'after');
      await played.live(10 * minuteMs);
      if (played.isDead) await played.open();
    }
    await played.live(2 * hourMs);
    if (played.isDead) await played.open();
    await played.live(2 * hourMs);
    for (const sku of skus) expect(await idsIn(played, other(from), sku), sku).toHaveLength(1);
  });

  test('nothing of it is made twice by switching the flow off and on over a create', async () => {
    const played = await between(from, 2_000);
    const document = (enabled: boolean) => ({
      name: 'Products',
      connections: {
        shop: { connector: from, credentials: credentials[from] },
        other: { connector: other(from), credentials: credentials[other(from)] },
      },
      flows: [{ ...flowOf(from), enabled }],
    });
    played.consumer.keeps = true;
    await played.live(10_000);
    const [id = 0] = played.consumer.messages;
    played.consumer.messages = [];
    played.consumer.keeps = false;
    // It stands still between what it told and what it does.
    played.consumer.sleepAt(/^intend$/, 'after', 5_000);
    const consumer = played.consumer.consume(id);
    await played.clock.advance(2_000);
    await played.integration.configure(document(false));
    await played.live(1_000);
    await played.integration.configure(document(true));
    await played.live(2_000);
    await played.clock.settle(consumer);
    await played.live(hourMs);
    for (const sku of skus) expect(await idsIn(played, other(from), sku), sku).toHaveLength(1);
  });
});

// Magento takes a second create of a SKU for an update of the first.
test('products from magento: a create at the end of a lease that its consumer died over is waited for from there', async () => {
  const played = await between('magento', 2_000);
  const late = { kind: 'late', afterMs: 9 * minuteMs, times: 1 };
  const where = { system: 'ecwid', method: 'POST', path: '/products$' };
  played.sandbox.faults.add(faultRule.parse({ ...late, ...where }));
  played.consumer.sleepAt(/^intend$/, 'after', 3.5 * minuteMs);
  played.consumer.dieAt(created.ecwid, 'during');
  await played.live(hourMs);
  expect(played.consumer.deaths).toBe(1);
  for (const sku of skus) expect(await idsIn(played, 'ecwid', sku), sku).toHaveLength(1);
});

test.each(['ecwid', 'magento'] as const)(
  'products from %s: one that is tried anew as nothing came of it is waited for as long, if that is done late',
  async (from) => {
    const played = await between(from, 0);
    const place = { system: other(from), method: 'POST', times: null };
    played.sandbox.faults.add(
      faultRule.parse({ ...place, kind: 'status', status: 502, forMs: 5 * minuteMs }),
    );
    await played.live(5 * minuteMs);
    played.sandbox.faults.add(
      faultRule.parse({ ...place, kind: 'late', afterMs: 3 * minuteMs, forMs: 10 * minuteMs }),
    );
    await played.live(3 * hourMs);
    for (const sku of skus) expect(await idsIn(played, other(from), sku), sku).toHaveLength(1);
  },
);

test.each(['ecwid', 'magento'] as const)(
  'products from %s that the calls of a run do not suffice for go in the next: what was not sent is not waited for',
  async (from) => {
    // A brand that is new there is made before its product: that is a write too.
    const played = await between(from, 0, { fields: { brand: 'never' } });
    await played.control(from, 'POST', '/catalogue', { kind: 'seed' });
    await played.live(minuteMs);
    played.integration.sync('products', { since: '2000-01-01' });
    await played.live(hourMs);
    const { items } = played.integration.reports.activity({}, 1_000);
    expect(items.filter(({ outcome }) => outcome === 'waiting')).toEqual([]);
    expect(items.filter(({ outcome }) => outcome === 'done').length).toBeGreaterThan(100);
  },
);
