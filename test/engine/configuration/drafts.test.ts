import { beforeEach, describe, expect, test } from 'vitest';
import { connectorById, connectors } from '../../../src/connectors/registry.ts';
import {
  ConfigurationError,
  type IntegrationState,
  readConfiguration,
} from '../../../src/engine/configuration/configuration.ts';
import { offeredFlows } from '../../../src/engine/configuration/offered-flows.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { signedHook } from '../../support/signed-hook.ts';
import { credentials, hosts } from '../../support/systems.ts';

const systems = connectors.map(({ id }) => id);
const pairs = systems.flatMap((one) => systems.map((other) => [one, other] as const));

function draftOf(one: string, other: string, more: object = {}) {
  const second = one === other ? `${other}-2` : other;
  return {
    name: 'Draft',
    state: 'draft',
    connections: { [one]: { connector: one }, [second]: { connector: other } },
    ...more,
  };
}

function issuesOf(input: unknown, before?: IntegrationState): string[] {
  try {
    readConfiguration(input, () => ({}), before);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.issues.map(({ path }) => path.join('.'));
    throw error;
  }
}

describe('a draft', () => {
  test.each(pairs)('of %s and %s may be stored before anything was entered', (one, other) => {
    const read = readConfiguration(draftOf(one, other), () => ({}));
    expect(read.credentials).toEqual({});
    expect(read.state).toBe('draft');
  });

  test.each(systems)('takes all that opens %s or nothing of it', (system) => {
    const [field = ''] = Object.keys(credentials[system as keyof typeof credentials]);
    const other = system === 'jortt' ? 'ecwid' : 'jortt';
    const half = draftOf(system, other, {
      connections: {
        [system]: { connector: system, credentials: { [field]: '' } },
        [other]: { connector: other },
      },
    });
    expect(issuesOf(half).some((path) => path.startsWith(`connections.${system}.credentials.`))).toBe(true);
  });

  test('stays one where the document does not say what it is', () => {
    const { state: _, ...unsaid } = draftOf('ecwid', 'jortt');
    expect(issuesOf(unsaid, 'draft')).toEqual([]);
  });

  test('and nothing else waits for credentials', () => {
    const { state: _, ...unsaid } = draftOf('ecwid', 'jortt');
    const missing = [
      'connections.ecwid.credentials.storeId',
      'connections.ecwid.credentials.token',
      'connections.jortt.credentials.clientId',
      'connections.jortt.credentials.clientSecret',
    ];
    expect(issuesOf(unsaid)).toEqual(missing);
    for (const state of ['active', 'paused'])
      expect(issuesOf({ ...unsaid, state }, 'draft')).toEqual(missing);
  });

  test.each(pairs)('of %s and %s takes every flow that they offer as it is usually done', (one, other) => {
    const draft = draftOf(one, other);
    for (const flow of offeredFlows(draft))
      expect(issuesOf({ ...draft, flows: [flow] }), flow.flow).toEqual([]);
    const [first] = Object.keys(draft.connections);
    const flows = offeredFlows(draft).filter(({ flow, from }) => flow !== 'stock' || from === first);
    expect(issuesOf({ ...draft, flows })).toEqual([]);
  });

  test('says of stock that goes both ways that one of them must decide', () => {
    const draft = draftOf('ecwid', 'magento');
    const flows = offeredFlows(draft).filter(({ flow }) => flow === 'stock');
    expect(flows).toHaveLength(2);
    expect(issuesOf({ ...draft, flows })).toEqual(['flows.1.from']);
  });
});

describe('a draft that is stored', () => {
  let played: PlayedSystems;
  const by = { who: 'Ann', token: 1, via: 'page' } as const;
  const settled = <Value>(work: Promise<Value>) => played.clock.settle(work);
  const accounts = () => played.integration.reports.view().accounts;

  function connected(parts: Record<string, object>) {
    const draft = draftOf('ecwid', 'jortt', {
      flows: [{ flow: 'orders', from: 'ecwid', to: 'jortt' }],
    });
    const named = Object.entries(draft.connections).map(([name, { connector }]) => [
      name,
      { connector, credentials: parts[name] ?? {} },
    ]);
    return { ...draft, connections: Object.fromEntries(named) };
  }

  beforeEach(async () => {
    played = new PlayedSystems(hosts);
    await played.open();
    await settled(played.integration.configure(draftOf('ecwid', 'jortt'), { by, isNew: true }));
  });

  test('tells of each connection that it waits, and calls nobody', async () => {
    const nothing = { connected: false, account: null, problem: null, sameAs: null, hooks: null };
    expect(accounts()).toMatchObject([
      { connection: 'ecwid', ...nothing },
      { connection: 'jortt', ...nothing },
    ]);
    const checks = await settled(played.integration.check());
    expect(checks).toMatchObject([
      { connection: 'ecwid', ok: false, account: null, problem: { code: 'not_connected' } },
      { connection: 'jortt', ok: false, account: null, problem: { code: 'not_connected' } },
    ]);
    expect(played.integration.nextWakeAt()).not.toBeNull();
  });

  test('is connected one after the other; a save of one leaves the other as it is', async () => {
    const { integration } = played;
    await settled(integration.configure(connected({ ecwid: credentials.ecwid })));
    expect(await settled(integration.check('en', 'ecwid'))).toMatchObject([
      { connection: 'ecwid', ok: true },
    ]);
    expect(accounts()).toMatchObject([
      { connected: true, account: { currency: 'EUR', country: 'NL' }, problem: null },
      { connected: false },
    ]);
    await settled(integration.configure(connected({ jortt: credentials.jortt })));
    expect(await settled(integration.check())).toMatchObject([{ ok: true }, { ok: true }]);
    expect(accounts()).toMatchObject([
      { connected: true },
      { connected: true, account: { currency: 'EUR' } },
    ]);
  });

  test('does not go live, nor is it paused, before both systems are connected', async () => {
    const { integration } = played;
    await settled(integration.configure(connected({ ecwid: credentials.ecwid })));
    for (const state of ['active', 'paused'] as const)
      await expect(settled(integration.setState(state, by))).rejects.toMatchObject({
        data: { code: 'not_connected', params: { name: 'jortt' } },
      });
    expect(integration.reports.view().state).toBe('draft');
    await settled(integration.configure(connected({ jortt: credentials.jortt })));
    await settled(integration.setState('active', by));
    expect(integration.reports.view().state).toBe('active');
  });

  test('is not replaced by one that was to be new', async () => {
    const again = played.integration.configure(draftOf('ccv', 'jortt'), { isNew: true });
    await expect(settled(again)).rejects.toMatchObject({ data: { code: 'id_taken' } });
    expect(Object.keys(played.integration.reports.view().connections)).toEqual(['ecwid', 'jortt']);
  });

  test('forgets what opened another system under the same name', async () => {
    const { integration, stores } = played;
    await settled(integration.configure(connected({ ecwid: credentials.ecwid })));
    const other = draftOf('ecwid', 'jortt', {
      connections: { ecwid: { connector: 'ccv' }, jortt: { connector: 'jortt' } },
    });
    await settled(integration.configure(other));
    expect(stores.connections.all()).toEqual([]);
    expect(accounts()).toMatchObject([{ connected: false }, { connected: false }]);
  });

  test('says which list it could not look into for want of a connection', async () => {
    const { integration } = played;
    const draft = draftOf('ecwid', 'jortt', {
      flows: [
        { flow: 'orders', from: 'ecwid', to: 'jortt', settings: { revenueAccount: { shipping: 'unknown' } } },
      ],
    });
    const { warnings } = await settled(integration.configure(draft));
    expect(warnings.map(({ code }) => code)).toContain('setting_unchecked');
    expect(warnings.find(({ code }) => code === 'setting_unchecked')?.message).toContain('not connected yet');
  });

  test('tells when a webhook came that is signed, and of none that is not', async () => {
    const { integration, clock } = played;
    await settled(integration.configure(connected({ ecwid: credentials.ecwid })));
    expect(accounts()[0]?.hooks).toEqual({ askedFor: false, receivedAt: null });
    const now = clock.now();
    const forged = await signedHook('A1', now, { secret: 'forged' });
    expect((await settled(integration.accept('ecwid', forged))).kind).toBe('unsigned');
    expect(accounts()[0]?.hooks?.receivedAt).toBeNull();
    const hook = await signedHook('A1', now);
    expect((await settled(integration.accept('ecwid', hook))).kind).toBe('seen');
    expect(accounts()[0]?.hooks?.receivedAt).toBe(new Date(now).toISOString());
    const { clientSecret: _, ...unproven } = credentials.ecwid;
    await settled(integration.configure(connected({ ecwid: { ...unproven, clientSecret: '' } })));
    expect(accounts()[0]?.hooks).toBeNull();
  });
});

test('two connections that open one account are told', async () => {
  const played = new PlayedSystems(hosts);
  await played.open();
  const draft = draftOf('ecwid', 'ecwid', {
    connections: {
      ecwid: { connector: 'ecwid', credentials: credentials.ecwid },
      'ecwid-2': { connector: 'ecwid', credentials: credentials.ecwid },
    },
  });
  await played.clock.settle(played.integration.configure(draft));
  await played.clock.settle(played.integration.check());
  expect(played.integration.reports.view().accounts).toMatchObject([{ sameAs: null }, { sameAs: 'ecwid' }]);
});

test('every system that a pair is made of is known', () => {
  for (const id of Object.keys(credentials)) expect(connectorById(id)?.id).toBe(id);
});
