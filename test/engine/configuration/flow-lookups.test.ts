import { beforeEach, describe, expect, test } from 'vitest';
import { PlayedSystems } from '../../support/played-systems.ts';
import { minuteMs, Simulation } from '../../support/simulation.ts';
import { credentials, hosts } from '../../support/systems.ts';
import { noEntry } from '../reporting/alerted.ts';

let played: PlayedSystems;
let calls: string[];

async function linked(): Promise<void> {
  await played.clock.settle(
    played.integration.configure({
      name: 'Lists',
      connections: {
        shop: { connector: 'ecwid', credentials: credentials.ecwid },
        books: { connector: 'jortt', credentials: credentials.jortt },
      },
      flows: [{ flow: 'orders', from: 'shop', to: 'books' }],
    }),
  );
  calls.length = 0;
}

function lookups() {
  return played.clock.settle(played.integration.lookups('orders'));
}

beforeEach(async () => {
  played = new PlayedSystems(hosts);
  calls = [];
  played.interfere = (call) => void calls.push(call);
  await played.open();
});

describe('what the settings of a flow can be picked from', () => {
  test('is what its two systems list, by end, and no list that they do not have', async () => {
    await linked();
    const { lists, seen } = await lookups();
    expect(lists.map(({ end, lookup }) => `${end} ${lookup}`)).toEqual([
      'from orderStatuses',
      'from paymentStatuses',
      'to classifications',
      'to vatCodes',
      'to ledgerAccounts',
      'to paymentMethods',
    ]);
    const of = (name: string) => lists.find(({ lookup }) => lookup === name);
    expect(of('ledgerAccounts')).toMatchObject({ isClosed: true, why: null });
    expect(of('ledgerAccounts')?.options.length).toBeGreaterThan(0);
    // Any percentage is a VAT code in Jortt, whether or not it is among those that are offered.
    expect(of('vatCodes')).toMatchObject({ isClosed: false });
    expect(of('orderStatuses')?.options).toContainEqual({ value: 'SHIPPED', label: 'Shipped' });
    expect(seen).toEqual([]);
  });

  test('is asked for once in a while, not with every page', async () => {
    await linked();
    await lookups();
    const first = calls.filter((call) => call.includes('ledger_accounts'));
    await lookups();
    expect(first).toHaveLength(1);
    expect(calls.filter((call) => call.includes('ledger_accounts'))).toHaveLength(1);
    await played.clock.advance(6 * minuteMs);
    await lookups();
    expect(calls.filter((call) => call.includes('ledger_accounts'))).toHaveLength(2);
  });

  test('tells why where a system cannot be asked, and keeps what is known without it', async () => {
    await linked();
    played.interfere = (call) => {
      if (call.includes(' jortt ')) throw new TypeError('connection refused');
    };
    const { lists } = await lookups();
    const of = (name: string) => lists.find(({ lookup }) => lookup === name);
    expect(of('ledgerAccounts')).toMatchObject({
      options: [],
      why: 'The token service of Jortt did not answer as it should.',
    });
    expect(of('vatCodes')).toMatchObject({ why: null });
    expect(of('paymentMethods')?.options.length).toBeGreaterThan(0);
  });

  test('does not keep whoever reads the page waiting', async () => {
    await linked();
    const before = played.clock.now();
    played.interfere = (call) => (call.includes(' jortt ') ? new Promise(() => undefined) : undefined);
    const { lists } = await lookups();
    expect(lists.find(({ lookup }) => lookup === 'ledgerAccounts')).toMatchObject({
      options: [],
      why: 'Jortt did not answer in time.',
    });
    expect(played.clock.now() - before).toBe(5_000);
  });

  test('names the values that records wait for, and how many do', async () => {
    const simulation = await new Simulation().configured(noEntry);
    await simulation.live(minuteMs);
    for (const id of ['SO-1', 'SO-2']) {
      simulation.outside.sell(id);
      await simulation.hook(id);
    }
    await simulation.live(minuteMs);
    const { clock, integration } = simulation;
    const value = simulation.tasks()[0]?.problem?.params.value;
    expect(value).toEqual(expect.any(String));
    const { seen } = await clock.settle(integration.lookups('orders'));
    expect(seen).toEqual([{ setting: 'paymentMethods', value, count: 2 }]);
  });
});
