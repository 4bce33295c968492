import { beforeEach, describe, expect, it } from 'vitest';
import { faultRule } from '../../../../sandbox/kit/faults/faults.ts';
import { sandboxRoutes } from '../../../../sandbox/routes.ts';
import { Sandbox } from '../../../../sandbox/sandbox.ts';
import { FakeWorld } from '../../fake-world.ts';
import { App, addresses } from './app.ts';

let world: FakeWorld;
let sandbox: Sandbox;
let app: App;

beforeEach(async () => {
  world = new FakeWorld();
  sandbox = new Sandbox(world, (request) => app.callback(request));
  sandbox.reset(false);
  app = new App({ handle: (request) => sandbox.handle('magento', request), now: () => world.now() });
  await activate();
});

async function activate(): Promise<void> {
  const answer = await sandboxRoutes(sandbox).request('/control/magento/integrations', {
    method: 'POST',
    body: JSON.stringify(addresses),
  });
  expect(await answer.json()).toMatchObject({ answer: 200 });
}

function breaks(step: 'request' | 'access', kind: string, more: object = {}): void {
  sandbox.faults.add(
    faultRule.parse({ system: 'magento', method: 'POST', path: `^/oauth/token/${step}$`, kind, ...more }),
  );
}

/** What comes back, once so much time has passed. */
async function hears<Answer>(ms: number, asked: Promise<Answer>): Promise<Answer> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  asked.then(over, over);
  // Until it hangs, or is answered.
  for (let turn = 0; turn < 20 || !(isOver || world.sleeping > 0); turn += 1)
    await new Promise((resolve) => setImmediate(resolve));
  world.pass(ms);
  return asked;
}

describe('a step that is not done', () => {
  it.each([
    ['status', { status: 503 }, 503],
    ['html', {}, 502],
    ['drop', { ms: 1000 }, 504],
  ])('%s: is asked for again, as if nothing had been', async (kind, more, status) => {
    breaks('request', kind, more);
    expect((await hears(1000, app.request())).status).toBe(status);
    const short = await app.request();
    breaks('access', kind, more);
    expect((await hears(1000, app.access(short))).status).toBe(status);
    expect(await app.opens(await app.access(short))).toEqual([200, undefined]);
  });
});

describe('a step that is done and not told so', () => {
  it.each([
    ['unanswered', { ms: 1000 }, 504],
    ['html-after', {}, 502],
  ])('%s: has to be begun anew by the admin, whichever step it is', async (kind, more, status) => {
    breaks('request', kind, more);
    expect((await hears(1000, app.request())).status).toBe(status);
    expect((await app.request()).fields.oauth_problem).toMatch('consumer token is not a verifier token');

    await activate();
    const short = await app.request();
    breaks('access', kind, more);
    expect((await hears(1000, app.access(short))).status).toBe(status);
    expect((await app.access(short)).fields.oauth_problem).toBe('Specified token does not exist');
    // The shop holds it for active.
    expect(sandbox.systems.magento.showcase().integrations?.list().at(-1)).toMatchObject({ isActive: true });

    await activate();
    expect(await app.opens(await app.exchanged())).toEqual([200, undefined]);
  });

  it('late: is done minutes after its caller has given up', async () => {
    breaks('request', 'late', { answer: 'unavailable', afterMs: 120_000 });
    expect((await app.request()).status).toBe(503);
    await hears(120_000, Promise.resolve());
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect((await app.request()).fields.oauth_problem).toMatch('consumer token is not a verifier token');
  });
});

it('a slow shop answers all the same, and counts the age of the consumer from when it comes to it', async () => {
  breaks('request', 'slow', { ms: 200_000 });
  const short = await hears(200_000, app.request());
  expect(short.status).toBe(200);
  breaks('access', 'slow', { ms: 200_000 });
  expect((await hears(200_000, app.access(short))).status).toBe(200);
  await activate();
  breaks('request', 'slow', { ms: 300_000 });
  expect((await hears(300_000, app.request())).fields.oauth_problem).toBe('Consumer key has expired');
});

it('its calls stand in the log by their own paths, without a word of what they carried', async () => {
  await app.exchanged();
  expect(sandbox.calls.counts('magento').magento?.byRoute).toEqual({
    'POST /oauth/token/request': 1,
    'POST /oauth/token/access': 1,
  });
  expect(JSON.stringify(sandbox.calls.list('magento'))).not.toContain(app.handed[0]?.oauth_consumer_key);
});
