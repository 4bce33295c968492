import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { landed, mugs, PlayedCloudflare } from './played-cloudflare.ts';

let played: PlayedCloudflare;
beforeEach(() => {
  played = new PlayedCloudflare();
});
afterEach(() => played.end());

describe('what Cloudflare refuses is told in words, with what to do', () => {
  test.each([
    ['deployments status', 'Authentication error', 10000, 'The login may not do this.'],
    ['queues info', 'Unauthorized to access requested resource', 9109, 'Queues: Edit'],
    ['queues create', 'Queues are unavailable on the free plan.', 100129, 'plan has no Queues'],
    [
      'queues create',
      'In order to use Queues, you must enable your account',
      11002,
      'Queues are switched off in this account',
    ],
    ['kv namespace list', 'Authentication error', 10000, 'Workers KV Storage: Edit'],
    [
      'deploy',
      'In order to use Durable Objects with a free plan, you must …',
      10097,
      'plan has no Durable Objects',
    ],
    ['deploy', 'You have exceeded the limit of 5 cron triggers.', 10072, 'used up its cron triggers'],
    [
      'deploy',
      'You need a workers.dev subdomain',
      10063,
      `https://dash.cloudflare.com/${mugs}/workers/onboarding`,
    ],
    [
      'deploy',
      'You need to verify your email address',
      10034,
      'wants the e-mail address of this account verified',
    ],
    [
      'deploy',
      'workers.api.error.something_new',
      99999,
      'Uploading Koppel failed, for a reason that Koppel does not know.',
    ],
  ])('%s: %s', async (of, words, code, sentence) => {
    played.cloud.failures = [{ of: of === 'deploy' ? 'deploy .' : of, times: 1, words, code }];
    const { ok, text } = await played.deploy('--new');
    expect(ok).toBe(false);
    expect(text).toContain(sentence);
    expect(text).toContain(`| ${words} [code: ${code}]`);
    expect(text).toContain('Run `npm run deploy` again');
    expect(text).not.toContain('Logs were written');
    // What stood in the way is gone: the second run makes what is left.
    expect((await played.deploy('--new')).ok).toBe(true);
    expect(played.leftBehind).toEqual([]);
  });

  test('not logged in', async () => {
    played.cloud.loggedIn = false;
    const { ok, text } = await played.deploy('--new');
    expect(ok).toBe(false);
    expect(text).toContain(
      'You are not logged in to Cloudflare. Run `npx wrangler login`, or set CLOUDFLARE_API_TOKEN',
    );
    expect(text).toContain('Nothing was changed.');
  });

  test('no network', async () => {
    played.cloud.failures = [{ of: 'whoami', times: 1 }];
    expect((await played.deploy('--new')).text).toContain('Cloudflare cannot be reached from here.');
  });

  test('an account that the login does not see', async () => {
    const { text } = await played.deploy('--new --account tea');
    expect(text).toContain('This login sees no account "tea".');
    expect(text).toContain(`| Mugs (${mugs})`);
  });
});

/** Which calls a whole first deployment makes. */
async function callsOfAll(): Promise<number> {
  const whole = new PlayedCloudflare();
  try {
    await whole.deploy('--new');
    return whole.cloud.calls.length;
  } finally {
    whole.end();
  }
}

describe('whatever call fails, a second run mends it', () => {
  test.each([
    ['is refused', false],
    ['is done and not answered', true],
  ])('one that %s: the same is there as if nothing had failed, once', async (_, after) => {
    const undisturbed = new PlayedCloudflare();
    await undisturbed.deploy('--new');
    const count = await callsOfAll();
    expect(count).toBeGreaterThan(9);
    for (let call = 1; call <= count; call++) {
      const each = new PlayedCloudflare();
      each.cloud.failures = [{ of: call, times: 1, after }];
      const first = await each.deploy('--new');
      expect([call, first.ok]).toEqual([call, false]);
      const { ok, text } = await each.deploy('--new');
      expect([call, ok, ok ? '' : text]).toEqual([call, true, '']);
      expect([call, each.whole]).toEqual([call, undisturbed.whole]);
      // The secrets that count are those that were shown last, once.
      const shown = each.printed.filter((line) => line.includes('ENCRYPTION_KEY=')).at(-1);
      expect(shown).toContain(each.worker()?.values?.ENCRYPTION_KEY);
      each.end();
    }
    expect(undisturbed.leftBehind).toEqual([]);
    undisturbed.end();
  });

  test('the same of an upgrade of the landed version', async () => {
    const undisturbed = new PlayedCloudflare();
    Object.assign(undisturbed.account, landed());
    await undisturbed.deploy('');
    const count = undisturbed.cloud.calls.length;
    for (const after of [false, true]) {
      for (let call = 1; call <= count; call++) {
        const each = new PlayedCloudflare();
        Object.assign(each.account, landed());
        each.cloud.failures = [{ of: call, times: 1, after }];
        await each.deploy('');
        expect([call, after, (await each.deploy('')).ok]).toEqual([call, after, true]);
        expect([call, after, each.whole]).toEqual([call, after, undisturbed.whole]);
        expect(each.printed.join('\n')).not.toContain('ENCRYPTION_KEY=');
        each.end();
      }
    }
    undisturbed.end();
  });

  test('what was done, what is left and whether the shown secrets count is told', async () => {
    played.cloud.failures = [{ of: 'deploy .', times: 1, words: 'Durable Objects …', code: 10097 }];
    const refused = await played.deploy('--new');
    expect(refused.text).toContain(
      'Done: queue koppel-wake made; queue koppel-batches made; KV namespace koppel-skus made; secrets made.',
    );
    expect(refused.text).toContain(
      'Left: Koppel uploaded, with its secrets; Koppel told its address; Koppel answers that it is well.',
    );
    expect(refused.text).toContain(
      'The new secrets were not stored: forget them, the next run makes others.',
    );
    played.cloud.failures = [{ of: 'deploy .', times: 1, after: true }];
    const unheard = await played.deploy('--new');
    expect(unheard.text).toContain('The new secrets were stored: keep them.');
    played.cloud.failures = [];
    const last = await played.deploy('');
    expect(last.ok).toBe(true);
    expect(last.text).not.toContain('New secrets');
  });

  test('a file of secrets that were not stored goes, so that the next run writes its own', async () => {
    const file = join(played.folder, 'koppel.secrets');
    played.cloud.failures = [{ of: 'deploy .', times: 1, words: 'Durable Objects …', code: 10097 }];
    await played.deploy(`--new --secrets-file ${file}`);
    expect(existsSync(file)).toBe(false);
    expect((await played.deploy(`--new --secrets-file ${file}`)).ok).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain(played.worker()?.values?.ENCRYPTION_KEY);
  });
});

describe('the health of what was deployed', () => {
  test('is that of this version: while the one of before answers, it waits', async () => {
    let asked = 0;
    played.health = (version) => Response.json({ ok: true, version: ++asked < 4 ? 'of before' : version });
    expect((await played.deploy('--new')).ok).toBe(true);
    expect([asked, played.slept]).toEqual([4, 3]);
  });

  test('that is refused by the Worker itself is told in its words', async () => {
    const detail = 'RUN_CALLS must be a whole number from 14 up.';
    played.health = (version) => Response.json({ ok: false, detail, version }, { status: 503 });
    const { ok, text } = await played.deploy('--new');
    expect(ok).toBe(false);
    expect(text).toContain(`Koppel is there, and says that it is not ready: ${detail}`);
    expect(text).toContain('Left: Koppel answers that it is well.');
    expect(played.slept).toBe(0);
  });

  test.each([
    ['nothing answers there (ENOTFOUND)', () => null],
    ['it answers 404', () => new Response('There is nothing here yet', { status: 404 })],
    ['it answers 200', () => new Response('<h1>Somebody else</h1>')],
    ['the version of before still answers there', () => Response.json({ ok: true, version: 'of before' })],
    ['the version of before still answers there', () => Response.json({ ok: true })],
  ])('that never comes: %s', async (seen, health) => {
    played.health = health;
    const { ok, text } = await played.deploy('--new');
    expect(ok).toBe(false);
    expect(text).toContain(`https://koppel.mugs.workers.dev/health does not say that it is well: ${seen}.`);
    played.health = (version) => Response.json({ ok: true, version });
    expect((await played.deploy('')).ok).toBe(true);
  });
});
