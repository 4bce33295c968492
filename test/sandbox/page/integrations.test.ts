import { beforeEach, expect, it } from 'vitest';
import { sandboxRoutes } from '../../../sandbox/routes.ts';
import { Sandbox } from '../../../sandbox/sandbox.ts';
import { FakeWorld } from '../fake-world.ts';
import { App, addresses } from '../magento/access/app.ts';

const origin = 'http://127.0.0.1:8788';

let sandbox: Sandbox;
let app: App;

beforeEach(() => {
  const world = new FakeWorld();
  sandbox = new Sandbox(world, (request) => app.callback(request));
  sandbox.reset(false);
  app = new App({ handle: (request) => sandbox.handle('magento', request), now: () => world.now() });
});

async function page(path = '/'): Promise<string> {
  const answer = await sandboxRoutes(sandbox).request(new URL(path, origin));
  expect(answer.status).toBe(200);
  return answer.text();
}

/** Presses a button; where it leads. */
async function press(what: string, typed: Record<string, string>): Promise<string> {
  const body = new URLSearchParams(typed);
  const answer = await sandboxRoutes(sandbox).request(`${origin}/page/magento/${what}`, {
    method: 'POST',
    body,
  });
  expect(answer.status).toBe(303);
  return answer.headers.get('Location') ?? '';
}

/** What the page says after the app has sent the browser back. */
async function back(identityLink: string): Promise<string> {
  const to = new URL(identityLink).searchParams.get('success_call_back') ?? '';
  expect(new URL(to).origin).toBe(origin);
  const answer = await sandboxRoutes(sandbox).request(to);
  expect(answer.status).toBe(303);
  return page(answer.headers.get('Location') ?? '');
}

it('the form leads to the identity link, and the way back shows that the integration is active', async () => {
  const identityLink = await press('activate', addresses);
  expect(identityLink).toMatch(/^https:\/\/app\.example\.com\/login\?consumer_id=2&success_call_back=/);
  expect(await page()).toContain('Its callback answered with status 200:');

  const early = await back(identityLink);
  expect(early).toContain('The integration 2 in Magento 2 is not active');
  expect(early).toContain('Integration 2 is <strong>not active</strong>');
  expect(early).toContain('class="bad"');

  expect((await app.exchanged()).status).toBe(200);
  const html = await back(identityLink);
  expect(html).toContain('The integration 2 in Magento 2 is active: it has fetched its access token.');
  expect(html).toContain('Integration 2 is <strong>active</strong>');
  expect(html).not.toContain(app.handed[0]?.oauth_consumer_secret);
  expect(html).not.toContain('<script');
});

it('a callback that does not take the credentials leads back, with what it answered', async () => {
  app.takes = async () => new Response(null, { status: 422 });
  const html = await page(await press('activate', addresses));
  expect(html).toContain('The integration 2 in Magento 2 is not activated');
  expect(html).toContain('Its callback answered with status 422:');
  expect(html).toContain('aria-label="Activate again: the integration 2 (Magento 2)"');
  app.takes = () => Promise.reject(new Error('gone'));
  expect(await page(await press('activate', addresses))).toContain('Its callback could not be reached:');
});

it('what is no address of the web activates nothing', async () => {
  for (const wrong of [{}, { ...addresses, callbackUrl: 'app' }, { ...addresses, identityLinkUrl: '' }]) {
    const html = await page(await press('activate', wrong));
    expect(html).toContain('Magento 2 has activated nothing');
    expect(html).not.toContain('Integration 2 is');
  }
  expect(app.calls).toEqual([]);
});

it('one is reauthorised, deactivated and deleted by its own buttons', async () => {
  await press('activate', addresses);
  const old = await app.exchanged();
  expect(await page()).toContain('aria-label="Reauthorise: the integration 2 (Magento 2)"');
  expect(await press('activate', addresses)).toMatch(/consumer_id=2&/);
  expect(await app.opens(old)).toEqual([401, 'Specified token does not exist']);
  const lasting = await app.exchanged();

  const deactivated = await page(await press('deactivate', { id: '2' }));
  expect(deactivated).toContain('The integration 2 in Magento 2 is deactivated');
  expect(deactivated).not.toContain('aria-label="Deactivate');
  expect((await app.opens(lasting))[0]).toBe(401);

  const deleted = await page(await press('delete', { id: '2' }));
  expect(deleted).toContain('The integration 2 in Magento 2 is deleted');
  expect(deleted).not.toContain('aria-label="Delete');
});

it('an address is shown as text, whatever stands in it', async () => {
  await press('activate', { ...addresses, callbackUrl: 'https://app.example.com/"><script>x' });
  expect(await page()).not.toContain('<script');
});
