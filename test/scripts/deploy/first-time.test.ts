import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mugs, PlayedCloudflare, personWho, tea } from './played-cloudflare.ts';

let played: PlayedCloudflare;
beforeEach(() => {
  played = new PlayedCloudflare();
});
afterEach(() => played.end());

const allOfIt = [
  'queues create koppel-wake',
  'queues create koppel-batches',
  'kv namespace create koppel-skus',
  'deploy',
  'deploy',
];

describe('the first deployment', () => {
  test('asks, makes all that is needed, tells Koppel its address, and says what to do next', async () => {
    const person = personWho('koppel', 'Paid', '', true);
    const { ok, text } = await played.deploy('', { person });
    expect(text).toContain('Koppel runs at https://koppel.mugs.workers.dev');
    expect(ok).toBe(true);
    expect(person.questions.map((question) => question.split(/[ ,(]/)[0])).toEqual([
      'Its',
      'Your',
      'A',
      'Go',
    ]);
    expect(played.changes()).toEqual(allOfIt);
    expect(played.vars()).toEqual({
      JURISDICTION: 'eu',
      RUN_CALLS: '500',
      PUBLIC_URL: 'https://koppel.mugs.workers.dev',
    });
    expect(played.asked).toEqual(['https://koppel.mugs.workers.dev/health']);
    expect(played.leftBehind).toEqual([]);
  });

  test('shows the secrets that it makes once, with what each is for, before Koppel has them', async () => {
    const { text } = await played.deploy('--new');
    const values = played.worker()?.values ?? {};
    expect(Object.keys(values)).toEqual(['ADMIN_TOKEN', 'ENCRYPTION_KEY']);
    for (const [name, value] of Object.entries(values)) {
      expect(text.split(value)).toHaveLength(2);
      expect(text.indexOf(`${name}=${value}`)).toBeLessThan(text.indexOf('Koppel uploaded'));
    }
    expect(Buffer.from(values.ENCRYPTION_KEY ?? '', 'base64')).toHaveLength(32);
    expect(values.ADMIN_TOKEN).toMatch(/^[0-9a-f]{48}$/);
    expect(text).toContain('if it is lost, what is stored of them can never be read again');
    expect(text).toContain('the ADMIN_TOKEN above');
    // Neither on a command line nor in the environment of another program, nor in the configuration.
    expect(JSON.stringify(played.cloud.calls)).not.toContain(values.ENCRYPTION_KEY);
    expect(JSON.stringify(played.worker()?.config)).not.toContain(values.ADMIN_TOKEN);
  });

  test('needs no terminal: all of it can be said by flags, or by the environment', async () => {
    const byFlags = await played.deploy(
      `--new --account mugs --name mugs-koppel --plan paid --domain koppel.mugs.example`,
    );
    expect(byFlags.ok).toBe(true);
    const env = {
      CLOUDFLARE_ACCOUNT_ID: mugs,
      KOPPEL_NAME: 'tea-koppel',
      KOPPEL_PLAN: 'paid',
      KOPPEL_DOMAIN: 'koppel.tea.example',
      KOPPEL_NEW: '1',
    };
    const byEnvironment = await played.deploy('', { env });
    expect(byEnvironment.ok).toBe(true);
    for (const [name, domain] of [
      ['mugs-koppel', 'koppel.mugs.example'],
      ['tea-koppel', 'koppel.tea.example'],
    ] as const) {
      expect(played.vars(name)).toEqual({
        JURISDICTION: 'eu',
        RUN_CALLS: '500',
        PUBLIC_URL: `https://${domain}`,
      });
      expect(played.worker(name)?.config?.routes).toEqual([{ pattern: domain, custom_domain: true }]);
      expect(played.asked).toContain(`https://${domain}/health`);
    }
    // Two Koppels of one account share nothing.
    expect(played.account.queues).toEqual({
      'mugs-koppel-wake': 'mugs-koppel',
      'mugs-koppel-batches': 'mugs-koppel',
      'tea-koppel-wake': 'tea-koppel',
      'tea-koppel-batches': 'tea-koppel',
    });
    const limits = ['mugs-koppel', 'tea-koppel'].map((name) =>
      JSON.stringify(played.worker(name)?.config?.ratelimits),
    );
    expect(new Set(limits).size).toBe(2);
  });

  test('is made of several at once, each with a configuration of its own', async () => {
    const names = ['mugs', 'tea', 'cups'];
    const made = await Promise.all(
      names.map((name) => played.deploy(`--new --name ${name} --domain ${name}.example`)),
    );
    expect(made.map(({ ok }) => ok)).toEqual([true, true, true]);
    for (const name of names)
      expect(played.vars(name)).toMatchObject({ PUBLIC_URL: `https://${name}.example` });
    expect(played.leftBehind).toEqual([]);
  });

  test('without a terminal makes nothing unless it is told to', async () => {
    const { ok, text } = await played.deploy('--yes');
    expect(ok).toBe(false);
    expect(text).toContain(
      'There is no Koppel "koppel" in the account "Mugs". To make one there, with nothing in it yet: --new.',
    );
    expect(text).toContain('Nothing was changed.');
    expect(played.changes()).toEqual([]);
  });

  test('does nothing when whoever was asked says no', async () => {
    const { ok, text } = await played.deploy('', { person: personWho('koppel', 'Free', '', false) });
    expect(ok).toBe(false);
    expect(text).toContain('Nothing was done.');
    expect(played.changes()).toEqual([]);
  });

  test('takes the account that a person chooses, and offers to log in', async () => {
    played.cloud.loggedIn = false;
    played.cloud.accounts[tea] = { name: 'Tea', workers: {}, queues: {}, namespaces: [] };
    const { ok } = await played.deploy('', { person: personWho(true, 'Tea', 'koppel', 'Free', '', true) });
    expect(ok).toBe(true);
    expect(played.worker('koppel', mugs)).toBeUndefined();
    expect(played.worker('koppel', tea)?.versions).toHaveLength(2);
  });
});

describe('secrets of somebody’s own', () => {
  const own = {
    ADMIN_TOKEN: 'a-token-of-the-agency',
    ENCRYPTION_KEY: Buffer.alloc(32, 'k9').toString('base64'),
  };

  test('are taken from the environment, and not shown', async () => {
    const { text } = await played.deploy('--new', { env: { ...own, CI: 'true' } });
    expect(played.worker()?.values).toEqual(own);
    expect(text).not.toContain(own.ADMIN_TOKEN);
    expect(text).not.toContain(own.ENCRYPTION_KEY);
  });

  test.each([
    [{ ADMIN_TOKEN: 'short' }, 'ADMIN_TOKEN must have 16 characters'],
    [{ ENCRYPTION_KEY: 'c2hvcnQ=' }, 'ENCRYPTION_KEY must be 32 bytes in base64'],
  ])('that the Worker would refuse are refused before anything is done: %j', async (env, sentence) => {
    await expect(played.deploy('--new', { env })).rejects.toThrow(sentence);
    expect(played.cloud.calls).toEqual([]);
  });

  test('are written to a file that only their owner reads, where one is named', async () => {
    const file = join(played.folder, 'koppel.secrets');
    const { text } = await played.deploy(`--new --secrets-file ${file}`, { env: { CI: 'true' } });
    const { ADMIN_TOKEN = '', ENCRYPTION_KEY = '' } = played.worker()?.values ?? {};
    expect(readFileSync(file, 'utf8')).toContain(`ADMIN_TOKEN="${ADMIN_TOKEN}"`);
    expect(readFileSync(file, 'utf8')).toContain(`ENCRYPTION_KEY="${ENCRYPTION_KEY}"`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(text).not.toContain(ADMIN_TOKEN);
    expect(text).toContain(`the ADMIN_TOKEN in ${file}`);
  });

  test('come from that file where it is there, which is never written over', async () => {
    const file = join(played.folder, 'koppel.secrets');
    writeFileSync(file, `ADMIN_TOKEN=${own.ADMIN_TOKEN}\nENCRYPTION_KEY="${own.ENCRYPTION_KEY}"\n`);
    expect((await played.deploy(`--new --secrets-file ${file}`)).ok).toBe(true);
    expect(played.worker()?.values).toEqual(own);
    const half = join(played.folder, 'half');
    writeFileSync(half, `ADMIN_TOKEN=${own.ADMIN_TOKEN}\n`);
    const { ok, text } = await played.deploy(`--new --name other --secrets-file ${half}`);
    expect(ok).toBe(false);
    expect(text).toContain('does not hold ENCRYPTION_KEY');
    expect(readFileSync(half, 'utf8')).toBe(`ADMIN_TOKEN=${own.ADMIN_TOKEN}\n`);
  });

  test('are not made where everybody who sees the log would read them', async () => {
    const { ok, text } = await played.deploy('--new', { env: { CI: 'true' } });
    expect(ok).toBe(false);
    expect(text).toContain('ADMIN_TOKEN and ENCRYPTION_KEY');
    expect(text).toContain('--secrets-file');
    expect(played.changes()).toEqual([]);
  });

  test('that were set before the first upload are kept, and only what is missing is made', async () => {
    played.account.workers.koppel = { versions: [], secrets: ['ENCRYPTION_KEY'] };
    const { ok, text } = await played.deploy('--new');
    expect(ok).toBe(true);
    expect(Object.keys(played.worker()?.values ?? {})).toEqual(['ADMIN_TOKEN']);
    expect(text).not.toContain('ENCRYPTION_KEY=');
  });
});

describe('a dry run', () => {
  test('tells the whole plan, without an account and without a call', async () => {
    played.cloud.loggedIn = false;
    const { ok, text } = await played.deploy('--dry-run --name mugs --plan paid --secrets-file mine.txt');
    expect(ok).toBe(true);
    for (const part of [
      'Koppel as "mugs"',
      'jurisdiction "eu"',
      '500 calls',
      'queue mugs-wake',
      'queue mugs-batches',
      'KV namespace mugs-skus',
      'secret ADMIN_TOKEN',
      'secret ENCRYPTION_KEY',
      'written to mine.txt',
      'IntegrationObject, DirectoryObject, HouseObject',
      'PUBLIC_URL',
      '/health',
      'Nothing was done',
    ]) {
      expect(text).toContain(part);
    }
    expect(played.cloud.calls).toEqual([]);
    expect(played.asked).toEqual([]);
    expect(existsSync('mine.txt')).toBe(false);
  });

  test('names every queue, class and variable of wrangler.toml', async () => {
    const toml = readFileSync('wrangler.toml', 'utf8');
    const { text } = await played.deploy('--dry-run');
    const named = [...toml.matchAll(/^(?:queue|class_name) = "([^"]+)"$/gm)].map(([, name = '']) => name);
    const vars = /\[vars\]\n(.*?)\n\n/s.exec(toml)?.[1] ?? '';
    const variables = [...vars.matchAll(/^([A-Z_]+) =/gm)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(3);
    expect(variables.length).toBeGreaterThan(1);
    for (const name of [...named, ...variables]) expect(text).toContain(name);
  });
});

test.each([
  ['--plan gold', '--plan must be "free" or "paid"; it is "gold".'],
  ['--name Mugs', 'A name has small letters'],
  ['--domain https://koppel.example', 'A domain looks like koppel.example.com'],
  ['--jurisdiction mars', '--jurisdiction must be one of eu, us'],
  ['--var RUN_CALLS', '--var must be NAME=VALUE'],
  ['--var JURISDICTION=none', '--jurisdiction'],
  ['--var ENCRYPTION_KEY=x', 'is a secret'],
  ['--frce', "Unknown option '--frce'"],
  ['koppel', 'Unexpected argument'],
])('%s is refused in words, before anything is done', async (args, sentence) => {
  await expect(played.deploy(args)).rejects.toThrow(sentence);
  expect(played.cloud.calls).toEqual([]);
});
