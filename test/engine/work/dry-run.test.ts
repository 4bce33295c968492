import { expect, test } from 'vitest';
import type { DryRun } from '../../../src/engine/work/dry-run.ts';
import { hourMs, minuteMs } from '../../support/durations.ts';
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
  const runs = await clock.settle(integration.dryRun('orders', 5));
  expect(told(runs)).toEqual([
    'SO-3 create customer, create document',
    'SO-2 email_missing',
    'SO-1 create customer, create document',
  ]);
  expect(outside.calls.filter((call) => /^(POST|PUT)/.test(call) && !call.includes('token'))).toEqual([]);
  expect(simulation.tasks()).toEqual([]);
  expect(told(await clock.settle(integration.dryRun('orders', 2)))).toHaveLength(2);
});

test('makes no more calls than one invocation may', async () => {
  const simulation = await draft(20);
  const { clock, integration, outside } = simulation;
  const runs = await clock.settle(integration.dryRun('orders', 20));
  expect(runs.length).toBeGreaterThan(5);
  expect(outside.calls.length).toBeLessThanOrEqual(50);
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
  const runs = await played.clock.settle(played.integration.dryRun('customers', 3));
  expect(runs).toHaveLength(2);
  expect(
    told(runs)
      .map((each) => each.replace(/^\S+ /, ''))
      .sort(),
  ).toEqual(['create customer', 'email_missing']);
  expect(played.sql.exec('SELECT * FROM snapshots')).toEqual([]);
});
