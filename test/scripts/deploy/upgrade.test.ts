import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { landed, mugs, PlayedCloudflare, personWho, tea } from './played-cloudflare.ts';

let played: PlayedCloudflare;
beforeEach(() => {
  played = new PlayedCloudflare();
});
afterEach(() => played.end());

function put(account: string, name: string, what: ReturnType<typeof landed>): void {
  played.cloud.accounts[account] = { name, ...what };
}

describe('run again', () => {
  test('it uploads, and makes nothing a second time: queues, namespace, secrets and variables stay', async () => {
    await played.deploy('--new --plan paid');
    const { values } = played.worker() ?? {};
    const [before, calls] = [structuredClone(played.whole), played.cloud.calls.length];
    const { ok, text } = await played.deploy('');
    expect(text).toContain('Koppel was upgraded and runs at https://koppel.mugs.workers.dev');
    expect(ok).toBe(true);
    expect(played.changes(calls)).toEqual(['deploy']);
    expect(played.whole).toEqual(before);
    expect(played.worker()?.values).toEqual(values);
    for (const value of Object.values(values ?? {})) expect(text).not.toContain(value);
    expect(text).toContain('the ADMIN_TOKEN that you have');
  });

  test('asks a person once, whether to upgrade', async () => {
    await played.deploy('--new');
    const person = personWho(true);
    expect((await played.deploy('', { person })).ok).toBe(true);
    expect(person.questions).toEqual(['Upgrade it?']);
  });

  test('changes the variables that are named, and no others', async () => {
    await played.deploy('--new --plan paid');
    const { ok, text } = await played.deploy('--var ALERT_EMAIL=anna@mugs.example');
    expect(ok).toBe(true);
    const address = 'https://koppel.mugs.workers.dev';
    const stay = { JURISDICTION: 'eu', RUN_CALLS: '500', PUBLIC_URL: address };
    expect(played.vars()).toEqual({ ...stay, ALERT_EMAIL: 'anna@mugs.example' });
    expect(text).toContain('RUN_CALLS, though wrangler.toml says otherwise');
    await played.deploy('--plan free');
    expect(played.vars()).toMatchObject({ RUN_CALLS: '45', ALERT_EMAIL: 'anna@mugs.example' });
  });
});

describe('the landed version of November 2026', () => {
  test.each(['BASE_URLS', 'RATE_LIMITS', 'COMMIT_DELAYS'])(
    'that runs with %s goes on: nothing is uploaded that would not start',
    async (name) => {
      put(mugs, 'Mugs', landed({ RUN_CALLS: '500', [name]: '{"x":1}' }));
      const { ok, text } = await played.deploy('');
      expect(ok).toBe(false);
      expect(text).toContain(`${name} is for development and tests only`);
      expect(played.changes()).toEqual([]);
    },
  );

  test('is upgraded in place: the queue that it lacks is made, and what it has is kept', async () => {
    put(
      mugs,
      'Mugs',
      landed({ RUN_CALLS: '500', PUBLIC_URL: 'https://koppel.mugs.example', ALERT_SENDER: 'k@mugs.example' }),
    );
    const { ok, text } = await played.deploy('');
    expect(ok).toBe(true);
    expect(played.changes()).toEqual(['queues create koppel-batches', 'deploy']);
    // At its own domain, and with no second address beside it.
    expect(text).toContain('runs at https://koppel.mugs.example');
    expect(played.worker()?.config).toMatchObject({ workers_dev: false });
    expect(played.vars()).toEqual({
      JURISDICTION: 'eu',
      RUN_CALLS: '500',
      PUBLIC_URL: 'https://koppel.mugs.example',
      ALERT_SENDER: 'k@mugs.example',
    });
    const bindings = played.worker()?.versions.at(-1)?.bindings ?? [];
    expect(bindings.find(({ type }) => type === 'kv_namespace')).toMatchObject({
      namespace_id: 'kv-of-november',
    });
    expect(bindings.filter(({ type }) => type === 'queue').map((each) => each.queue_name)).toEqual([
      'koppel-wake',
      'koppel-batches',
    ]);
    // What Cloudflare has carried out is never told otherwise: the objects' data hangs on it.
    const { migrations } = (played.worker()?.config ?? {}) as { migrations?: unknown[] };
    expect(migrations?.[0]).toEqual({
      tag: 'v1',
      new_sqlite_classes: ['IntegrationObject', 'DirectoryObject'],
    });
    expect(played.worker()?.values).toEqual({});
  });

  test('keeps a binding that only its own wrangler.toml had, and a queue with a name of its own', async () => {
    const before = landed();
    const own = [
      { type: 'send_email', name: 'ALERTS' },
      { type: 'queue', name: 'BATCHES', queue_name: 'my-batches' },
    ];
    const { versions: [version] = [], secrets = [] } = before.workers.koppel ?? {};
    before.workers.koppel = {
      versions: [{ id: 'november', bindings: [...(version?.bindings ?? []), ...own] }],
      secrets,
    };
    put(mugs, 'Mugs', { ...before, queues: { ...before.queues, 'my-batches': 'koppel' } });
    expect((await played.deploy('')).ok).toBe(true);
    const now = played.worker()?.versions.at(-1)?.bindings ?? [];
    expect(now).toContainEqual({ type: 'send_email', name: 'ALERTS' });
    expect(now).toContainEqual({ type: 'queue', name: 'BATCHES', queue_name: 'my-batches' });
    expect(played.changes()).toEqual(['deploy', 'deploy']);
  });

  test('that ran without a jurisdiction goes on without one: objects keep their ids', async () => {
    put(mugs, 'Mugs', landed({ JURISDICTION: '' }));
    expect((await played.deploy('')).ok).toBe(true);
    expect(played.vars()).toMatchObject({ JURISDICTION: 'none' });
  });
});

describe('a second, empty Koppel never comes of', () => {
  test('another account: of several the one is taken in which it runs', async () => {
    put(mugs, 'Mugs', { workers: {}, queues: {}, namespaces: [] });
    put(tea, 'Tea', landed());
    expect((await played.deploy('--new')).ok).toBe(true);
    expect(played.worker('koppel', mugs)).toBeUndefined();
    expect(played.worker('koppel', tea)?.versions.map(({ id }) => id)).toEqual([
      'november',
      'version-1',
      'version-2',
    ]);
  });

  test.each([
    ['two accounts with one each', true, 'runs in 2 of your accounts. Say which one is meant: --account.'],
    [
      'two accounts without one',
      false,
      'no Koppel called "koppel" in any. Say which one is meant: --account.',
    ],
  ])('%s, where nobody says which', async (_, both, sentence) => {
    const empty = { workers: {}, queues: {}, namespaces: [] };
    put(mugs, 'Mugs', both ? landed() : empty);
    put(tea, 'Tea', both ? landed() : empty);
    const { ok, text } = await played.deploy('--new');
    expect(ok).toBe(false);
    expect(text).toContain(sentence);
    expect(text).toContain(`Tea (${tea})`);
    expect(played.changes()).toEqual([]);
  });

  test('another name: the one that is there is told of', async () => {
    await played.deploy('--new --name mugs');
    const calls = played.cloud.calls.length;
    const { ok, text } = await played.deploy('');
    expect(ok).toBe(false);
    expect(text).toContain('"mugs" is one in this account: --name mugs upgrades it.');
    expect(played.changes(calls)).toEqual([]);
    const person = personWho('Upgrade "mugs"', true);
    expect((await played.deploy('', { person })).ok).toBe(true);
    expect(Object.keys(played.account.workers)).toEqual(['mugs']);
    expect(played.worker('mugs')?.versions).toHaveLength(3);
  });

  test.each([
    ['another jurisdiction', { JURISDICTION: 'eu' }, '--jurisdiction none', 'can never be moved'],
    ['another jurisdiction', { JURISDICTION: '' }, '--jurisdiction eu', 'can never be moved'],
  ])('%s than %j', async (_, vars, args, sentence) => {
    put(mugs, 'Mugs', landed(vars));
    const { ok, text } = await played.deploy(args);
    expect(ok).toBe(false);
    expect(text).toContain(sentence);
    expect(played.changes()).toEqual([]);
  });

  test.each(['secret_text', 'nothing'])(
    'a jurisdiction that nobody can read (%s): it must be said',
    async (type) => {
      const before = landed();
      const [version] = before.workers.koppel?.versions ?? [];
      const others = (version?.bindings ?? []).filter(({ name }) => name !== 'JURISDICTION');
      const bindings = type === 'nothing' ? others : [...others, { type, name: 'JURISDICTION' }];
      before.workers.koppel = {
        versions: [{ id: 'november', bindings }],
        secrets: ['ADMIN_TOKEN', 'ENCRYPTION_KEY'],
      };
      put(mugs, 'Mugs', before);
      const { ok, text } = await played.deploy('');
      expect(ok).toBe(false);
      expect(text).toContain('--jurisdiction eu, or none where it');
      expect(played.changes()).toEqual([]);
      if (type === 'secret_text') return;
      expect((await played.deploy('--jurisdiction none')).ok).toBe(true);
      expect(played.vars()).toMatchObject({ JURISDICTION: 'none' });
    },
  );

  test('a key that was lost: none is made in its place', async () => {
    const before = landed();
    const [version] = before.workers.koppel?.versions ?? [];
    const bindings = (version?.bindings ?? []).filter(({ name }) => name !== 'ENCRYPTION_KEY');
    before.workers.koppel = { versions: [{ id: 'november', bindings }], secrets: ['ADMIN_TOKEN'] };
    put(mugs, 'Mugs', before);
    const { ok, text } = await played.deploy('');
    expect(ok).toBe(false);
    expect(text).toContain('has lost its ENCRYPTION_KEY');
    expect(played.changes()).toEqual([]);
    const ENCRYPTION_KEY = Buffer.alloc(32, 'k9').toString('base64');
    expect((await played.deploy('', { env: { ENCRYPTION_KEY } })).ok).toBe(true);
    expect(played.worker()?.values).toEqual({ ENCRYPTION_KEY });
  });

  test('a build of Cloudflare’s own, which deploys to its own Worker only', async () => {
    const env = { CI: 'true', WORKERS_CI: '1', CLOUDFLARE_ACCOUNT_ID: mugs };
    const none = await played.deploy('', { env });
    expect(none.ok).toBe(false);
    expect(none.text).toContain('There is no Koppel "koppel"');
    // As the deploy button leaves it: a Worker that only says hello, with the secrets that were typed in.
    const secrets = ['ADMIN_TOKEN', 'ENCRYPTION_KEY'];
    const bindings = secrets.map((name) => ({ type: 'secret_text', name }));
    played.account.workers.koppel = { versions: [{ id: 'hello', bindings }], secrets };
    expect((await played.deploy('', { env })).ok).toBe(true);
    expect(played.vars()).toMatchObject({
      JURISDICTION: 'eu',
      PUBLIC_URL: 'https://koppel.mugs.workers.dev',
    });
  });

  test('a build under another name, whose queues Cloudflare has made as wrangler.toml names them', async () => {
    const secrets = ['ADMIN_TOKEN', 'ENCRYPTION_KEY'];
    const bindings = secrets.map((name) => ({ type: 'secret_text', name }));
    played.account.workers.mine = { versions: [{ id: 'hello', bindings }], secrets };
    Object.assign(played.account.queues, { 'koppel-wake': null, 'koppel-batches': null });
    const env = {
      CI: 'true',
      WORKERS_CI: '1',
      CLOUDFLARE_ACCOUNT_ID: mugs,
      WRANGLER_CI_OVERRIDE_NAME: 'mine',
    };
    expect((await played.deploy('', { env })).ok).toBe(true);
    expect(played.account.queues).toEqual({ 'koppel-wake': 'mine', 'koppel-batches': 'mine' });
    expect(Object.keys(played.account.workers)).toEqual(['mine']);
  });

  test('a name that somebody else’s Worker, or its queue, has', async () => {
    played.account.workers.koppel = {
      versions: [{ id: 'theirs', bindings: [{ type: 'd1', name: 'DB' }] }],
      secrets: [],
    };
    played.account.queues['tea-wake'] = 'their-worker';
    const taken = await played.deploy('--new');
    expect(taken.text).toContain('The name is taken: a Worker "koppel" that is not Koppel');
    const queue = await played.deploy('--new --name tea');
    expect(queue.text).toContain('The queue "tea-wake" is taken: the Worker "their-worker" reads it.');
    expect([taken.ok, queue.ok]).toEqual([false, false]);
    expect(played.changes()).toEqual([]);
  });
});
