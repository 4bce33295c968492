import { expect, test } from 'vitest';
import { byTime } from '../../../src/connectors/contract/source.ts';
import { type DryRun, dryRun } from '../../../src/engine/work/dry-run.ts';
import { dayMs, hourMs, minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { document, Simulation } from '../../support/simulation.ts';
import { credentials, hosts } from '../../support/systems.ts';

function told(runs: readonly DryRun[]): string[] {
  return runs.map((run) => {
    if (!('preview' in run)) return `${run.key} ${run.problem.code}`;
    const { skips, problem, writes } = run.preview;
    const what = writes.map(({ what, does }) => `${does} ${what}`).join(', ');
    return `${run.key} ${problem?.code ?? skips?.code ?? what}`;
  });
}

async function draft(orders: number): Promise<Simulation> {
  const simulation = await new Simulation().open();
  for (let number = 1; number <= orders; number++) {
    simulation.outside.sell(`SO-${number}`, number === 2 ? { email: '' } : {});
    await simulation.clock.advance(minuteMs);
  }
  await simulation.clock.advance(3 * hourMs);
  await simulation.integration.configure({
    ...document({ settings: { statuses: ['PROCESSING', 'AWAITING_PROCESSING'] } }),
    state: 'draft',
  });
  return simulation;
}

test('a draft shows what would become of the last orders, and writes nothing', async () => {
  const simulation = await draft(3);
  const { clock, integration, outside } = simulation;
  const { items } = await clock.settle(integration.dryRun('orders', { last: 5 }));
  expect(told(items)).toEqual([
    'SO-3 create customer, create document',
    'SO-2 email_missing',
    'SO-1 create customer, create document',
  ]);
  expect(outside.calls.filter((call) => /^(POST|PUT)/.test(call) && !call.includes('token'))).toEqual([]);
  expect(simulation.tasks()).toEqual([]);
  expect(told((await clock.settle(integration.dryRun('orders', { last: 2 }))).items)).toHaveLength(2);
});

test('makes no more calls than one invocation may', async () => {
  const simulation = await draft(20);
  const { clock, integration, outside } = simulation;
  const { items, cursor } = await clock.settle(integration.dryRun('orders', { last: 20 }));
  expect(items.length).toBeGreaterThan(5);
  expect(items.length).toBeLessThan(20);
  expect(cursor).not.toBeNull();
  expect(outside.calls.length).toBeLessThanOrEqual(50);
});

/** Twenty-five orders, some minutes, hours and days apart. */
async function spread(): Promise<Simulation> {
  const simulation = await new Simulation().open();
  for (let number = 1; number <= 25; number++) {
    simulation.outside.sell(`SO-${String(number).padStart(2, '0')}`);
    await simulation.clock.advance(number < 8 ? 2 * dayMs : number < 16 ? 3 * hourMs : 4 * minuteMs);
  }
  await simulation.integration.configure({ ...document({ settings: {} }), state: 'draft' });
  return simulation;
}

test('goes on where the part before ended: each of the last twenty once, though somebody buys meanwhile', async () => {
  const simulation = await spread();
  const { clock, integration, outside } = simulation;
  const keys: string[] = [];
  let cursor: string | undefined;
  for (const last of [8, 8, 4]) {
    const part = await clock.settle(integration.dryRun('orders', { last, cursor }));
    keys.push(...part.items.map(({ key }) => key));
    expect(part.cursor).not.toBeNull();
    cursor = part.cursor ?? undefined;
    await clock.advance(minuteMs);
    outside.sell(`NEW-${keys.length}`);
  }
  const wanted = Array.from({ length: 20 }, (_, index) => `SO-${String(25 - index).padStart(2, '0')}`);
  expect(keys).toEqual(wanted);
});

test('goes on to the end in small parts: each order once, the newest first', async () => {
  const { clock, integration } = await spread();
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const part = await clock.settle(integration.dryRun('orders', { last: 2, cursor }));
    keys.push(...part.items.map(({ key }) => key));
    cursor = part.cursor ?? undefined;
  } while (cursor !== undefined && keys.length <= 25);
  const all = Array.from({ length: 25 }, (_, index) => `SO-${String(25 - index).padStart(2, '0')}`);
  expect(keys).toEqual(all);
});

test('shows each record once where the source lists the oldest first, in parts of any size', async () => {
  const now = Date.UTC(2026, 2, 2, 12);
  const times = Array.from({ length: 40 }, (_, ago) => now - ago * 7 * minuteMs).reverse();
  const changes = byTime(async (_, { since, until }) => {
    const found = times.filter((at) => at >= since.getTime() && at <= until.getTime());
    return { changes: found.map((at) => ({ flow: 'orders' as const, key: String(at) })), next: null };
  });
  const parts = {
    clock: { now: () => now },
    from: { account: {}, api: async () => ({}), connector: {} },
    definition: { source: () => ({ changes }) },
  } as unknown as Parameters<typeof dryRun>[0];
  const preview = { source: null, skips: null, writes: [], checks: [], problem: null };
  for (const last of [8, 3]) {
    const keys: string[] = [];
    let cursor: string | undefined;
    do {
      const part = await dryRun(parts, { last, cursor }, async () => preview);
      keys.push(...part.items.map(({ key }) => key));
      cursor = part.cursor ?? undefined;
    } while (cursor !== undefined && keys.length <= times.length);
    expect(keys.toSorted()).toEqual(times.map(String));
  }
});

test('ends where there is nothing more', async () => {
  const { clock, integration } = await draft(3);
  const first = await clock.settle(integration.dryRun('orders', { last: 2 }));
  const second = await clock.settle(
    integration.dryRun('orders', { last: 2, cursor: first.cursor ?? undefined }),
  );
  expect([first.items, second.items].map(({ length }) => length)).toEqual([2, 1]);
  expect(second).toMatchObject({ cursor: null, found: 3, isWhole: true });
});

test('of a day looks at all since then, as if the flow began with it', async () => {
  const simulation = await new Simulation().open();
  const { clock, integration, outside } = simulation;
  const seconds = (ms: number) => Math.floor(ms / 1_000);
  const placed = clock.now();
  outside.sell('OLD');
  await clock.advance(10 * dayMs);
  const day = new Date(clock.now()).toISOString().slice(0, 10);
  await clock.advance(dayMs);
  outside.sell('SO-1');
  // Placed long ago, and changed since.
  outside.sell('OLD', { createTimestamp: seconds(placed) });
  await clock.advance(dayMs);
  outside.sell('SO-2');
  await integration.configure({ ...document({ settings: {} }), state: 'draft' });
  const part = await clock.settle(integration.dryRun('orders', { last: 8, since: day }));
  expect(told(part.items)).toEqual([
    'SO-2 create customer, create document',
    'SO-1 create customer, create document',
    'OLD placed_before',
  ]);
  expect(part).toMatchObject({ found: 3, isWhole: true, cursor: null });
  expect(simulation.integration.reports.view().flows[0]?.settings.since).toBeUndefined();
});

test('what only a list tells of is shown as well, and the next window takes none of it for known', async () => {
  const played = new PlayedSystems(hosts);
  const flows = [{ flow: 'customers', from: 'books', to: 'shop', every: '5m' }];
  await played.configured({
    name: 'Tea',
    state: 'draft',
    connections: {
      shop: { connector: 'magento', credentials: credentials.magento },
      books: { connector: 'jortt', credentials: credentials.jortt },
    },
    flows,
  });
  for (const [customer_name, email] of [
    ['Ria Kok', 'ria@mail.example'],
    ['Jan Vis', ''],
  ]) {
    const person = { is_private: true, customer_name, ...(email ? { email } : {}) };
    await played.control('jortt', 'POST', '/customers', person);
  }
  const { items } = await played.clock.settle(played.integration.dryRun('customers', { last: 3 }));
  expect(items).toHaveLength(2);
  expect(
    told(items)
      .map((each) => each.replace(/^\S+ /, ''))
      .sort(),
  ).toEqual(['create customer', 'email_missing']);
  expect(played.sql.exec('SELECT * FROM snapshots')).toEqual([]);
});

test('what was taken away in the source meanwhile is left, as a run leaves it', async () => {
  const played = new PlayedSystems(hosts);
  await played.configured({
    name: 'Tea',
    state: 'draft',
    connections: {
      crm: { connector: 'salesforce', credentials: credentials.salesforce },
      books: { connector: 'jortt', credentials: credentials.jortt },
    },
    flows: [{ flow: 'orders', from: 'crm', to: 'books', every: '5m' }],
  });
  const person = { name: 'Ria Kok', email: 'ria@mail.example' };
  const { id } = await played.control<{ id: string }>('salesforce', 'POST', '/purchases', person);
  await played.control('salesforce', 'POST', `/sales/${id}/cancel`);
  await played.clock.advance(10 * minuteMs);
  const { items } = await played.clock.settle(played.integration.dryRun('orders', { last: 3 }));
  expect(told(items)).toEqual([`${id} gone`]);
});
