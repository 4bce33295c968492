/** Of the calls that a system allows in a day the last are for orders and customers (case F5). */
import { expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const mug = { price: '12.10', pieces: 1, categories: [] };
const allowed = 5_000;
/** Of what the reserve of 1,000 leaves, four fifths are used. */
const usedByOthers = 3_300;

interface OrgState {
  readonly Order: readonly object[];
  readonly Product2: readonly { readonly IsDeleted: boolean; readonly StockKeepingUnit: string | null }[];
}

test('near the limit of a day an order is booked, a batch of products waits, and one problem tells it', async () => {
  const played = new PlayedSystems(hosts);
  const org = () => played.sandbox.standIn('salesforce')?.state() as OrgState;
  const states = (flow: string) => [
    ...new Set(played.tasks().flatMap((task) => (task.flow.startsWith(flow) ? [task.state] : []))),
  ];
  const problems = () => played.integration.reports.view().problems;
  played.sandbox.standIn('salesforce')?.change({ dailyCalls: allowed });
  await played.configured({
    name: 'Tea',
    connections: {
      shop: { connector: 'ecwid', credentials: credentials.ecwid },
      org: { connector: 'salesforce', credentials: credentials.salesforce },
    },
    flows: [
      { flow: 'orders', settings: { products: 'ignore', state: 'sent' } },
      { flow: 'products', settings: { price: { basis: 'asSource' } } },
    ].map((flow) => ({ ...flow, from: 'shop', to: 'org', every: '5m' })),
  });
  await played.live(minuteMs);
  await played.control('salesforce', 'POST', '/used-calls', { count: usedByOthers });
  const before = org();
  const sell = async () => {
    await played.control('ecwid', 'POST', '/orders', { count: 1, profile: 'simple' });
    await played.live(6 * minuteMs);
  };

  // The first answer tells how the day is.
  await sell();
  const { Product2: made } = org();
  for (const number of [1, 2, 3])
    await played.control('ecwid', 'POST', '/products', {
      ...mug,
      sku: `MOK-${number}`,
      name: `Mok ${number}`,
    });
  await sell();
  await sell();
  expect(states('orders')).toEqual(['done']);
  expect(org().Order).toHaveLength(before.Order.length + 3);
  expect(states('products')).toEqual(['queued']);
  expect(org().Product2).toEqual(made);
  expect(problems()).toMatchObject([
    { code: 'day_short', connection: 'org', message: expect.stringContaining('products') },
  ]);

  // It outlives the object, and what is booked meanwhile makes it no longer.
  played.die();
  await played.open();
  await sell();
  expect(org().Order).toHaveLength(before.Order.length + 4);
  expect(states('products')).not.toContain('done');
  expect(org().Product2).toEqual(made);
  expect(problems().map(({ code }) => code)).toEqual(['day_short']);

  // Others need less, so that the products go by themselves.
  played.sandbox.standIn('salesforce')?.change({ dailyCalls: 10 * allowed });
  await played.live(15 * minuteMs);
  expect(states('products')).toEqual(['done']);
  expect(org().Product2).toHaveLength(made.length + 3);
  expect(problems().map(({ code }) => code)).not.toContain('day_short');
});

test('while the day is used one product asks whether it is over, and the others are not touched', async () => {
  const played = new PlayedSystems(hosts);
  const org = () => played.sandbox.standIn('salesforce')?.state() as OrgState;
  const products = () => played.tasks().filter(({ flow }) => flow.startsWith('products'));
  played.sandbox.standIn('salesforce')?.change({ dailyCalls: allowed });
  await played.control('salesforce', 'POST', '/used-calls', { count: usedByOthers });
  await played.configured({
    name: 'Tea',
    connections: {
      shop: { connector: 'ecwid', credentials: credentials.ecwid },
      org: { connector: 'salesforce', credentials: credentials.salesforce },
    },
    flows: [
      { flow: 'products', from: 'shop', to: 'org', every: '5m', settings: { price: { basis: 'asSource' } } },
    ],
  });
  await played.live(minuteMs);
  const { Product2: made } = org();
  for (const number of [1, 2, 3, 4, 5])
    await played.control('ecwid', 'POST', '/products', {
      ...mug,
      sku: `MOK-${number}`,
      name: `Mok ${number}`,
    });
  // Once in ten minutes.
  await played.live(15 * minuteMs);
  expect(
    products()
      .map(({ state }) => state)
      .toSorted(),
  ).toEqual([...Array(4).fill('queued'), 'waiting']);
  expect(org().Product2).toEqual(made);

  played.sandbox.standIn('salesforce')?.change({ dailyCalls: 10 * allowed });
  await played.live(15 * minuteMs);
  expect(products().map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done', 'done']);
});

test('near the limit of a day an order of a product that is not there is booked with it, and other products wait', async () => {
  const played = new PlayedSystems(hosts);
  const org = () => played.sandbox.standIn('salesforce')?.state() as OrgState;
  const of = (flow: string) => played.tasks().filter((task) => task.flow.startsWith(flow));
  played.sandbox.standIn('salesforce')?.change({ dailyCalls: allowed });
  await played.configured({
    name: 'Tea',
    connections: {
      shop: { connector: 'ecwid', credentials: credentials.ecwid },
      org: { connector: 'salesforce', credentials: credentials.salesforce },
    },
    flows: [
      { flow: 'orders', settings: { products: 'create', state: 'sent' } },
      { flow: 'products', settings: { price: { basis: 'asSource' } } },
    ].map((flow) => ({ ...flow, from: 'shop', to: 'org', every: '5m' })),
  });
  await played.live(minuteMs);
  await played.control('salesforce', 'POST', '/used-calls', { count: usedByOthers });
  const add = async (sku: string) =>
    (await played.control<{ id: string }>('ecwid', 'POST', '/products', { ...mug, sku, name: sku })).id;
  const sell = async (sku: string) => {
    const line = { productId: Number(await add(sku)), sku, name: sku, price: '12.10', rate: '21' };
    const buyer = {
      ...{ name: 'Noor de Wit', email: 'noor@example.nl', street: 'Dijk 5', postalCode: '1621 AA' },
      ...{ city: 'Hoorn', country: 'NL' },
    };
    await played.control('ecwid', 'POST', '/sales', { buyer, basket: { lines: [line] } });
    await played.live(16 * minuteMs);
  };

  const before = org().Order.length;

  // The first answer tells how the day is.
  await sell('KOM-1');
  const others = ['MOK-1', 'MOK-2', 'MOK-3'];
  for (const sku of others) await add(sku);
  await sell('KOM-2');
  await sell('KOM-3');
  expect(of('orders').map(({ state, problem }) => problem ?? state)).toEqual(['done', 'done', 'done']);
  const made = org().Product2.map(({ StockKeepingUnit }) => StockKeepingUnit);
  expect(made.filter((sku) => sku?.startsWith('KOM-'))).toHaveLength(3);
  expect(made.filter((sku) => sku?.startsWith('MOK-'))).toEqual([]);
  expect(org().Order).toHaveLength(before + 3);
});

test('an order whose product nobody can make for hours asks nobody meanwhile, and is booked as soon as that is there', async () => {
  const played = new PlayedSystems(hosts);
  let calls = 0;
  played.interfere = (call) => {
    if (call.includes(' salesforce ')) calls++;
  };
  await played.control('ecwid', 'POST', '/catalogue', { kind: 'seed' });
  await played.configured({
    name: 'Tea',
    connections: {
      shop: { connector: 'ecwid', credentials: credentials.ecwid },
      org: { connector: 'salesforce', credentials: credentials.salesforce },
    },
    flows: [
      { flow: 'orders', settings: { products: 'create', state: 'sent' } },
      { flow: 'products', settings: { price: { basis: 'asSource' } } },
    ].map((flow) => ({ ...flow, from: 'shop', to: 'org', every: '5m' })),
  });
  await played.live(minuteMs);
  // Others hold the products: each is tried again, at growing distances.
  const held = (times: number) =>
    played.control('salesforce', 'POST', '/locks', { object: 'Product2', times });
  await held(1_000);
  await played.control('ecwid', 'POST', '/orders', { count: 1, profile: 'simple' });
  await played.live(hourMs);
  const states = () => new Set(played.tasks().map(({ flow, state }) => `${flow.split(':')[0]} ${state}`));
  expect(states()).toEqual(new Set(['orders waiting', 'products waiting']));

  calls = 0;
  await played.live(4 * hourMs);
  expect(states()).toEqual(new Set(['orders waiting', 'products waiting']));
  expect(calls).toBeLessThan(100);

  await held(1);
  await played.live(90 * minuteMs);
  expect(states()).toEqual(new Set(['orders done', 'products done']));
  const endedAt = (flow: string) =>
    Math.max(...played.tasks().flatMap((task) => (task.flow.startsWith(flow) ? [task.updatedAt] : [])));
  expect(endedAt('orders') - endedAt('products')).toBeLessThan(minuteMs);
});
