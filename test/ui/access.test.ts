import { describe, expect, it } from 'vitest';
import { koppel, newId } from '../durable-objects/support/harness.ts';
import { outside, sandbox } from '../durable-objects/support/outside.ts';
import { credentials as jortt } from '../support/integration-document.ts';
import { credentials } from '../support/systems.ts';
import { Browser, loggedIn, readable } from './browser.ts';

const { shop, clientId, clientSecret } = credentials.shopify;

async function configured(own: object = { clientId, clientSecret, app: 'installed' }): Promise<string> {
  const id = newId();
  const answer = await koppel('PUT', `/api/integrations/${id}`, {
    name: 'Access',
    connections: {
      shop: { connector: 'shopify', credentials: { shop, ...own } },
      books: { connector: 'jortt', credentials: jortt.books },
    },
    flows: [{ flow: 'orders', from: 'shop', to: 'books' }],
  });
  expect(answer.status, answer.text).toBe(200);
  return id;
}

/** A person follows the link of the page to the shop, and says yes there. The browser keeps the cookie of the asking alone. */
async function asked(id: string, visitor?: Browser) {
  const browser = visitor ?? (await loggedIn());
  const link = `/integrations/${id}/connections/shop/access`;
  const page = await browser.get(`/integrations/${id}`);
  expect(page.html).toContain(`href="${link}"`);
  const { status, headers } = await browser.get(link);
  expect(status).toBe(302);
  const at = new URL(headers.get('location') ?? '');
  const yes = await sandbox.handle('shopify', new Request(at));
  const back = new URL(yes.headers.get('location') ?? '');
  return {
    browser,
    at,
    back,
    cookie: headers.get('set-cookie') ?? '',
    path: `${back.pathname}${back.search}`,
  };
}

const check = (id: string) => koppel('POST', `/api/integrations/${id}/check`);

describe('the button that gives access', () => {
  it('leads to the shop with a state of its own, and keeps what was asked where no script reads it', async () => {
    const id = await configured();
    const [first, second] = [await asked(id), await asked(id)];
    expect(`${first.at.origin}${first.at.pathname}`).toBe(`https://${shop}/admin/oauth/authorize`);
    expect(first.at.searchParams.get('redirect_uri')).toBe('http://koppel/oauth/callback');
    const states = [first, second].map(({ at }) => at.searchParams.get('state') ?? '');
    expect(states[0]).not.toBe(states[1]);
    expect(states[0]?.length).toBeGreaterThan(30);
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/oauth/']) expect(first.cookie).toContain(part);
    expect(first.cookie).not.toContain(states[0]);
  });

  it('ends where Koppel has the access: the check that failed before works', async () => {
    const id = await configured();
    expect((await check(id)).text).toContain('access_not_given');
    const { browser, path } = await asked(id);
    const { status, html } = await browser.get(path);
    expect(status, readable(html)).toBe(200);
    expect(html).toContain(`href="/integrations/${id}"`);
    const { body, text } = await check(id);
    expect(text).not.toContain('access_not_given');
    expect(body).toMatchObject({
      ok: true,
      connections: [
        { connection: 'books', ok: true },
        { connection: 'shop', ok: true },
      ],
    });
  });

  it('is for those alone who have logged in', async () => {
    const id = await configured();
    const { status, headers, html } = await new Browser().get(`/integrations/${id}/connections/shop/access`);
    expect(status).toBe(401);
    expect(html).toContain('name="token"');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('is not there where the credentials suffice, and its address does nothing', async () => {
    const id = await configured({ clientId, clientSecret });
    const browser = await loggedIn();
    expect((await browser.get(`/integrations/${id}`)).html).not.toContain('/shop/access"');
    expect((await browser.get(`/integrations/${id}/connections/shop/access`)).status).toBe(409);
    expect((await browser.get(`/integrations/${id}/connections/none/access`)).status).toBe(404);
  });
});

describe('an answer that is not taken', () => {
  it.each<[string, (back: URL, browser: Browser) => void, number]>([
    ['that another browser brings', (_back, browser) => browser.keepOnly(''), 400],
    ['to a browser that keeps something else', (_back, browser) => browser.keepOnly('koppel-access=x'), 400],
    ['whose code was changed', (back) => back.searchParams.set('code', 'stolen'), 503],
    ['that nobody signed', (back) => back.searchParams.delete('hmac'), 503],
    ['of another state', (back) => back.searchParams.set('state', crypto.randomUUID()), 503],
    ['from another shop', (back) => back.searchParams.set('shop', 'other.myshopify.com'), 503],
  ])('is one %s: no code is sent to the shop', async (_what, change, expected) => {
    const id = await configured();
    const { browser, back } = await asked(id);
    change(back, browser);
    outside.clear();
    const { status } = await browser.get(`${back.pathname}${back.search}`);
    expect(status).toBe(expected);
    expect(outside.calls.filter(({ path }) => path.includes('access_token'))).toEqual([]);
    expect((await check(id)).text).toContain('access_not_given');
  });

  it('is one to whoever has asked with a token that is revoked since', async () => {
    const id = await configured();
    const { body } = await koppel('POST', '/api/tokens', {
      ...{ name: crypto.randomUUID(), role: 'admin', integrations: [id] },
    });
    const visitor = new Browser();
    expect((await visitor.logIn(String(body.token))).status).toBe(303);
    const { browser, path } = await asked(id, visitor);
    expect((await koppel('DELETE', `/api/tokens/${String(body.id)}`)).status).toBe(200);
    outside.clear();
    expect((await browser.get(path)).status).toBe(400);
    expect(outside.calls.filter(({ path: called }) => called.includes('access_token'))).toEqual([]);
    expect((await check(id)).text).toContain('access_not_given');
  });

  it('is one that comes twice', async () => {
    const id = await configured();
    const { browser, path } = await asked(id);
    expect((await browser.get(path)).status).toBe(200);
    expect((await browser.get(path)).status).toBe(400);
  });
});
