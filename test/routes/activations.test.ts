import { createExecutionContext } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { describe, expect, it, vi } from 'vitest';
import { IntegrationObject } from '../../durable-objects/integration.ts';
import worker from '../../src/index.ts';
import { type Answer, koppel, newId, readAnswer, Subject } from '../durable-objects/support/harness.ts';
import { outside } from '../durable-objects/support/outside.ts';
import { clock, hourMs } from '../durable-objects/support/virtual-clock.ts';
import { integrationDocument, credentials as pair } from '../support/integration-document.ts';
import { credentials } from '../support/systems.ts';
import { Browser, loggedIn, readable } from '../ui/browser.ts';
import { faultsOf } from '../ui/page-outline.ts';

const { address, ...keys } = credentials.magento;
const back = `${address}/admin/integration/loginSuccessCallback/`;

interface Addresses {
  readonly callback: string;
  readonly identity: string;
}

/** What the shop sends when it is activated. */
const sent = {
  store_base_url: `${address}/`,
  oauth_verifier: 'v'.repeat(32),
  oauth_consumer_key: keys.consumerKey,
  oauth_consumer_secret: keys.consumerSecret,
};

/** The shop gives its keys; what else is asked of it the sandbox answers. */
function activated(): void {
  const tokens: Readonly<Record<string, string>> = {
    '/oauth/token/request': 'oauth_token=passing&oauth_token_secret=word',
    '/oauth/token/access': `oauth_token=${keys.accessToken}&oauth_token_secret=${keys.accessTokenSecret}`,
  };
  outside.intercept = async ({ path }, answer) =>
    tokens[path] === undefined ? answer() : new Response(tokens[path]);
}

async function draft(): Promise<Subject> {
  const subject = new Subject(newId());
  const { status, text } = await koppel('PUT', `/api/integrations/${subject.id}`, {
    name: 'Mugs',
    state: 'draft',
    connections: { shop: { connector: 'magento' }, books: { connector: 'jortt' } },
  });
  expect(status, text).toBe(200);
  return subject;
}

async function opened(subject: Subject, body: object = {}, token?: string): Promise<Addresses> {
  const { status, text } = await koppel(
    'POST',
    `/api/integrations/${subject.id}/connections/shop/activation`,
    body,
    token === undefined ? {} : { authorization: `Bearer ${token}` },
  );
  expect(status, text).toBe(200);
  return JSON.parse(text);
}

/** As a server sends it: without a cookie, and nothing that a browser tells. */
async function post(to: string, form: Record<string, string> | string = sent): Promise<Answer> {
  const body = typeof form === 'string' ? form : new URLSearchParams(form);
  return readAnswer(await exports.default.fetch(new Request(to, { method: 'POST', body })));
}

/** The page that the shop sends a browser to, which has no session. */
function come(identity: string, to = back, headers = {}) {
  const query = new URLSearchParams({ consumer_id: '3', success_call_back: to });
  return new Browser().get(`${new URL(identity).pathname}?${query}`, headers);
}

const tokenCalls = () => outside.count('POST', /\/oauth\/token\//);
const state = async (subject: Subject) => (await subject.api('GET', '/connections/shop/activation')).body;

describe('an activation', () => {
  it('begins on the page of the wizard, and ends with a connection that was tried', async () => {
    activated();
    const subject = await draft();
    const browser = await loggedIn();
    const wizard = `/integrations/${subject.id}/setup/connections/shop`;
    const before = await browser.get(wizard);
    const path = `/integrations/${subject.id}/connections/shop/activation`;
    expect(before.html).toContain(`action="${path}"`);
    expect(await faultsOf(before.html)).toEqual([]);
    const shown = await browser.post(path, { address });
    expect(shown.status).toBe(200);
    expect(await faultsOf(shown.html)).toEqual([]);
    const [, callback = '', identity = ''] =
      /Callback URL<\/dt>.*?<code class="address">([^<]+)<.*Identity link URL<\/dt>.*?<code class="address">([^<]+)</s.exec(
        shown.html,
      ) ?? [];
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(await state(subject)).toMatchObject({ state: 'waiting', openedBy: 'ADMIN_TOKEN', address });

    const answer = await post(callback);
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(await state(subject)).toMatchObject({ state: 'done', problem: null });
    await vi.waitFor(async () => expect((await subject.view()).accounts[0]?.account).not.toBeNull());
    const [account] = (await subject.view()).accounts;
    expect(account).toMatchObject({ connected: true, problem: null, account: { currency: 'EUR' } });
    expect((await browser.get(wizard)).html).toContain('is connected.');
    for (const secret of [callback, identity]) expect((await browser.get(wizard)).html).not.toContain(secret);

    const seen = await come(identity);
    expect(seen.status).toBe(200);
    expect(readable(seen.html)).toContain('Magento 2 is connected to Koppel');
    expect(seen.html).toContain(`href="${back}"`);
    expect(seen.html).toContain(`href="${wizard}"`);
    expect(seen.headers.get('referrer-policy')).toBe('same-origin');
    expect(await faultsOf(seen.html)).toEqual([]);
  });

  it('stands in the trail of whoever had the addresses shown', async () => {
    activated();
    const subject = await draft();
    const name = `Agency ${crypto.randomUUID().slice(0, 8)}`;
    const { body } = await koppel('POST', '/api/tokens', { name, role: 'admin', integrations: [subject.id] });
    const { callback } = await opened(subject, {}, String(body.token));
    expect((await post(callback)).status).toBe(200);
    const { items } = (await subject.api('GET', '/audit')).body as { items: { code: string; who: string }[] };
    expect(items.map(({ code, who }) => `${code} by ${who}`)).toEqual([
      ...['access_given', 'credentials_entered', 'settings_saved', 'activation_opened'].map(
        (code) => `${code} by ${name}`,
      ),
      'created by ADMIN_TOKEN',
    ]);
  });

  it('of a link that is live is begun from its connections', async () => {
    activated();
    const subject = new Subject(newId());
    const books = { connector: 'jortt', credentials: pair.books };
    const { status, text } = await koppel('PUT', `/api/integrations/${subject.id}`, {
      ...integrationDocument(),
      connections: { shop: { connector: 'magento', credentials: { ...credentials.magento } }, books },
      flows: [],
    });
    expect(status, text).toBe(200);
    const browser = await loggedIn();
    const base = `/integrations/${subject.id}/connections`;
    expect((await browser.get(base)).html).toContain(`href="${base}/shop/activation"`);
    const page = await browser.get(`${base}/shop/activation`);
    expect([page.status, await faultsOf(page.html)]).toEqual([200, []]);
    expect(page.html).toContain(`value="${address}"`);
    const { callback, identity } = await opened(subject);
    expect((await post(callback)).status).toBe(200);
    expect((await come(identity)).html).toContain(`href="${base}"`);
  });

  it('is not there for a system that has none', async () => {
    const subject = new Subject(newId());
    await subject.configure();
    const browser = await loggedIn();
    const path = `/integrations/${subject.id}/connections/shop/activation`;
    expect((await browser.get(`/integrations/${subject.id}/connections`)).html).not.toContain(path);
    expect((await browser.get(path)).status).toBe(409);
    const { status, body } = await subject.api('POST', '/connections/shop/activation', {});
    expect([status, body.code]).toEqual([409, 'no_activation']);
    expect((await subject.api('POST', '/connections/none/activation', {})).status).toBe(404);
  });

  it('names what is wrong with the address that was typed, and keeps it', async () => {
    const subject = await draft();
    const typed = 'http://192.168.1.4';
    const browser = await loggedIn();
    const page = await browser.post(`/integrations/${subject.id}/connections/shop/activation`, {
      address: typed,
    });
    expect(page.status).toBe(400);
    expect(page.html).toMatch(/<title>Error: /);
    expect(page.html).toContain('href="#activation-address"');
    expect(page.html).toContain(`value="${typed}"`);
    expect(await faultsOf(page.html)).toEqual([]);
    const { status, body } = await subject.api('POST', '/connections/shop/activation', { address: typed });
    expect([status, body.issues]).toEqual([400, [{ field: 'address', message: 'must begin with https://' }]]);
    expect(await state(subject)).toMatchObject({ state: 'none' });
  });
});

describe('a call that connects nothing', () => {
  it('is the second with the same address', async () => {
    activated();
    const subject = await draft();
    const { callback } = await opened(subject);
    expect((await post(callback)).status).toBe(200);
    outside.clear();
    const { status, body } = await post(callback);
    expect([status, body.code]).toEqual([409, 'activation_used']);
    expect(tokenCalls()).toBe(0);
  });

  it('is one that comes after an hour', async () => {
    activated();
    const subject = await draft();
    const { callback } = await opened(subject);
    clock.pass(hourMs);
    const { status, body } = await post(callback);
    expect([status, body.code]).toEqual([409, 'activation_over']);
    expect(tokenCalls()).toBe(0);
  });

  it('is one by an address that was made by a token which is revoked since', async () => {
    activated();
    const subject = await draft();
    const { body } = await koppel('POST', '/api/tokens', {
      ...{ name: crypto.randomUUID(), role: 'admin', integrations: [subject.id] },
    });
    const { callback } = await opened(subject, {}, String(body.token));
    expect((await koppel('DELETE', `/api/tokens/${String(body.id)}`)).status).toBe(200);
    const answer = await post(callback);
    expect([answer.status, answer.body.code]).toEqual([409, 'activation_over']);
    expect(tokenCalls()).toBe(0);
    expect((await subject.view()).accounts[0]).toMatchObject({ connected: false });
  });

  it('is one by an address that was shown before ADMIN_TOKEN was changed', async () => {
    activated();
    const subject = await draft();
    const { callback, identity } = await opened(subject);
    const asked = vi.spyOn(IntegrationObject.prototype, 'activationBy');
    const changed = { ...env, ADMIN_TOKEN: 'another-admin-token-of-today' };
    const send = async (request: Request) =>
      readAnswer(await worker.fetch(request, changed, createExecutionContext()));
    const answer = await send(new Request(callback, { method: 'POST', body: new URLSearchParams(sent) }));
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    expect((await send(new Request(identity))).status).toBe(404);
    expect(asked).not.toHaveBeenCalled();
    expect(tokenCalls()).toBe(0);
    expect((await post(callback)).status).toBe(200);
  });

  it('is answered alike, whatever of its address is unknown, and makes nothing', async () => {
    const subject = await draft();
    const { callback, identity } = await opened(subject);
    const secret = callback.split('/').at(-1) ?? '';
    const [unknown, mark] = ['A'.repeat(43), secret.split('.')[1]];
    const nobody = newId();
    const paths = [
      `/activations/${subject.id}/shop/${unknown}`,
      `/activations/${subject.id}/shop/${unknown}.${mark}`,
      `/activations/${subject.id}/shop/${secret.split('.')[0]}`,
      `/activations/${subject.id}/shop/${secret}.${mark}`,
      `/activations/${subject.id}/books/${secret}`,
      `/activations/${subject.id}/none/${secret}`,
      `/activations/${nobody}/shop/${secret}`,
      `/activations/${subject.id}/shop/${identity.split('/').at(-1)}`,
    ];
    const told = await Promise.all(paths.map((path) => post(`http://koppel${path}`)));
    expect(new Set(told.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(told[0]).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await new Subject(nobody).tables()).toEqual({});
    const asked = vi.spyOn(IntegrationObject.prototype, 'activationBy');
    for (const path of [`/activations/${subject.id}/shop/short`, `/activations/UPPER/shop/${secret}`])
      expect((await post(`http://koppel${path}`)).status).toBe(404);
    expect(asked).not.toHaveBeenCalled();
  });

  it('is one that is too large', async () => {
    const { callback } = await opened(await draft());
    expect((await post(callback, 'x'.repeat(17 * 1024))).status).toBe(413);
  });

  it('is told in words to whoever set it up, and to whoever activated it', async () => {
    const subject = await draft();
    const { callback, identity } = await opened(subject);
    outside.intercept = async () => new Response('oauth_problem=token_rejected', { status: 401 });
    const { status, body } = await post(callback);
    expect([status, body.code]).toEqual([422, 'activation_refused']);
    expect(await state(subject)).toMatchObject({
      state: 'waiting',
      problem: { code: 'activation_refused', message: 'Magento 2 answered 401 (token_rejected).' },
    });
    const browser = await loggedIn();
    const wizard = await browser.get(`/integrations/${subject.id}/setup/connections/shop`);
    expect(readable(wizard.html)).toContain('Magento 2 answered 401 (token_rejected).');
    const seen = await come(identity, back, { 'accept-language': 'nl' });
    expect(readable(seen.html)).toContain('Magento 2 is nog niet verbonden met Koppel');
    expect(seen.html).not.toContain(back);
    expect(seen.html).not.toContain(keys.consumerSecret);
  });
});

describe('the browser that the shop sends', () => {
  it('is led to no other site', async () => {
    activated();
    const subject = await draft();
    const { callback, identity } = await opened(subject);
    await post(callback);
    for (const elsewhere of ['https://evil.example/x', '//evil.example/x', 'javascript:alert(1)']) {
      const { html } = await come(identity, elsewhere);
      expect(html).not.toContain(`href="${elsewhere}"`);
      expect(html).toContain('is connected to Koppel');
    }
  });

  it('is shown nothing at an address that is none', async () => {
    const subject = await draft();
    const { callback } = await opened(subject);
    for (const secret of ['A'.repeat(43), 'short', callback.split('/').at(-1)])
      expect((await come(`http://koppel/oauth/activated/${subject.id}/shop/${secret}`)).status).toBe(404);
  });
});
