import { describe, expect, it } from 'vitest';
import { connectors } from '../../src/connectors/registry.ts';
import { credentialFields } from '../../src/engine/configuration/credential-fields.ts';
import type { ConnectionDetailView } from '../../src/engine/reporting/connection-report.ts';
import { en } from '../../src/texts/en.ts';
import { languages } from '../../src/texts/languages.ts';
import { koppel, newId, Subject, startIntegration } from '../durable-objects/support/harness.ts';
import { newShopToken, sell } from '../durable-objects/support/shop.ts';
import { clock, hourMs, minuteMs } from '../durable-objects/support/virtual-clock.ts';
import { credentials, integrationDocument } from '../support/integration-document.ts';
import { credentials as systems } from '../support/systems.ts';
import { Browser, loggedIn, readable } from './browser.ts';
import { fieldsIn, filledIn } from './form-fields.ts';
import { faultsOf } from './page-outline.ts';

/** When a webhook last came, in epoch milliseconds. */
async function receivedBy(subject: Subject): Promise<number> {
  return Date.parse((await connectionOf(subject, 'shop')).hooks?.receivedAt ?? '');
}

async function opened(parts = {}) {
  const subject = await startIntegration(parts);
  const base = `/integrations/${subject.id}/connections`;
  return { subject, browser: await loggedIn(), base };
}

async function connectionOf(subject: Subject, name: string): Promise<ConnectionDetailView> {
  const { status, body, text } = await subject.api('GET', '/connections');
  expect(status, text).toBe(200);
  const found = (body.items as ConnectionDetailView[]).find(({ connection }) => connection === name);
  if (found === undefined) throw new Error(`There is no connection ${name}.`);
  return found;
}

describe('the page of connections', () => {
  it('shows whose account each opens, when it was in contact, and where webhooks go, and is led to', async () => {
    const { subject, browser, base } = await opened();
    expect((await browser.get(`/integrations/${subject.id}`)).html).toContain(`href="${base}"`);
    const before = await connectionOf(subject, 'shop');
    expect(before.hooks?.receivedAt).toBeNull();
    expect(before.lastCalledAt).not.toBeNull();
    await subject.hook((await sell()).id);
    const { status, html } = await browser.get(base);
    expect([status, await faultsOf(html)]).toEqual([200, []]);
    const text = readable(html);
    for (const told of ['Account', 'EUR', 'Country NL', 'Europe/Amsterdam', 'Last called', 'in order'])
      expect(text).toContain(told);
    expect(text).not.toMatch(/Last webhook never/);
    expect(text).toContain(`/hooks/${subject.id}/shop`);
    // Nothing begins there.
    expect(text).not.toContain('Jortt sends no webhooks');
    expect(html).toContain(`href="${base}/shop"`);
    const after = await connectionOf(subject, 'shop');
    expect(after).toMatchObject({
      account: { currency: 'EUR', country: 'NL' },
      problem: null,
      health: { state: 'in_order', since: null, nextProbeAt: null },
      hooks: { receivedAt: expect.any(String) },
      secrets: ['token', 'clientSecret'],
    });
  });

  it('is exact while the object lives, and after that as old as it was last written down', async () => {
    const { subject } = await opened();
    await subject.hook((await sell()).id);
    await subject.settle();
    const first = await receivedBy(subject);
    clock.pass(20_000);
    await subject.hook((await sell()).id);
    const second = await receivedBy(subject);
    expect(second - first).toBeGreaterThanOrEqual(20_000);
    await subject.evict();
    const third = await receivedBy(subject);
    expect(second - third).toBeLessThan(minuteMs);
    const called = await subject.sql("SELECT value FROM meta WHERE name = 'called:books'");
    expect(called).toHaveLength(1);
    // What nobody could verify is no news of the system.
    clock.pass(hourMs);
    await subject.rawHook('{}', `/hooks/${subject.id}/shop`, { 'x-ecwid-webhook-signature': 'x' });
    expect(await receivedBy(subject)).toBeLessThan(clock.now() - minuteMs);
  });

  it('tells trouble since when, and when it is tried next', async () => {
    const { subject, browser, base } = await opened();
    await newShopToken('another');
    const { html, status } = await browser.post(base);
    expect([status, await faultsOf(html)]).toEqual([200, []]);
    const text = readable(html);
    expect(text).toContain('Ecwid by Lightspeed does not work.');
    expect(text).toContain('Jortt works.');
    expect(text).toContain('In trouble since');
    expect(text).toContain('Next try');
    expect(await connectionOf(subject, 'shop')).toMatchObject({
      problem: { code: 'credentials_refused' },
      health: { state: 'unauthorised', since: expect.any(String), nextProbeAt: expect.any(String) },
    });
  });

  it('tells scopes that are needed by the flows of now, each with what it is for', async () => {
    const { subject, browser, base } = await opened();
    const shop = await connectionOf(subject, 'shop');
    const names = shop.scopes.map(({ scope }) => scope);
    expect(names).toEqual(expect.arrayContaining(['read_store_profile', 'read_orders']));
    expect(names).not.toContain('create_catalog');
    expect(shop.scopes.every(({ held }) => held === null)).toBe(true);
    expect(readable((await browser.get(base)).html)).toContain(
      'Ecwid by Lightspeed does not say which rights it gave',
    );
    const before = (await connectionOf(subject, 'books')).scopes.map(({ scope }) => scope);
    expect(before).not.toContain('estimates:write');
    await subject.configure({ settings: { document: 'order' } });
    expect((await connectionOf(subject, 'books')).scopes).toContainEqual({
      ...{ scope: 'estimates:write', uses: ['to orders'], held: null },
    });
    expect(readable((await browser.get(base)).html)).toContain('estimates:write : orders to here');
  });

  it('names what is missing one by one where the system tells', async () => {
    const subject = new Subject(newId());
    const { status, text } = await koppel('PUT', `/api/integrations/${subject.id}`, {
      name: 'Boutique',
      connections: {
        shop: { connector: 'shopify', credentials: systems.shopify },
        books: { connector: 'jortt', credentials: credentials.books },
      },
      flows: [{ flow: 'orders', from: 'shop', to: 'books' }],
    });
    expect(status, text).toBe(200);
    await subject.settle();
    const told = await connectionOf(subject, 'shop');
    expect(told.scopes.map(({ held }) => held)).not.toContain(null);
    await subject.sql(
      "UPDATE connections SET account = json_set(account, '$.traits.scopes', 'read_orders,read_customers') WHERE name = 'shop'",
    );
    await subject.evict();
    const { scopes } = await connectionOf(subject, 'shop');
    const missing = scopes.filter(({ held }) => held === false).map(({ scope }) => scope);
    expect(missing).toEqual(expect.arrayContaining(['read_all_orders', 'read_returns', 'read_companies']));
    expect(missing).not.toContain('read_orders');
    const browser = await loggedIn();
    const page = readable((await browser.get(`/integrations/${subject.id}/connections`)).html);
    expect(page).toContain(`${missing.length} rights are missing:`);
    expect(page).toContain('read_all_orders : orders from here');
  });

  it('lets a reader look, and no more', async () => {
    const { subject, base } = await opened();
    const { body } = await koppel('POST', '/api/tokens', {
      ...{ name: crypto.randomUUID(), role: 'read-only', integrations: [subject.id] },
    });
    const reader = new Browser();
    await reader.logIn(String(body.token));
    const { status, html } = await reader.get(base);
    expect(status).toBe(200);
    expect(html.match(/<form method="post" action="([^"]*)"/g)).toEqual([
      '<form method="post" action="/logout"',
    ]);
    expect(html).not.toContain(`href="${base}/shop"`);
    expect((await reader.get(`${base}/shop`)).status).toBe(403);
    expect((await reader.post(base)).status).toBe(403);
  });
});

describe('the form of credentials', () => {
  it('shows no secret, says which are kept, and what stands open', async () => {
    const { browser, base } = await opened();
    const { status, html } = await browser.get(`${base}/shop`);
    expect([status, await faultsOf(html)]).toEqual([200, []]);
    expect(html).toContain('value="1003"');
    for (const secret of [credentials.shop.token, credentials.shop.clientSecret])
      expect(html).not.toContain(secret);
    expect(readable(html)).toContain('It is stored. Left empty, it stays as it is.');
    expect(html.match(/type="password"[^>]*value="[^"]+"/g)).toBeNull();
  });

  it('left as it is keeps everything; a secret that is typed takes the place of the old one and is tried', async () => {
    const { subject, browser, base } = await opened();
    const fields = await fieldsIn((await browser.get(`${base}/shop`)).html);
    const same = await browser.post(`${base}/shop`, filledIn(fields, {}));
    expect([same.status, same.headers.get('location')]).toEqual([303, `${base}?saved=shop`]);
    const works = readable((await browser.get(`${base}?saved=shop`)).html);
    expect(works).toMatch(/Saved, and it works: .+, EUR\./);
    await newShopToken('secret_fresh');
    const again = await fieldsIn((await browser.get(`${base}/shop`)).html);
    await browser.post(`${base}/shop`, filledIn(again, { 'credentials.token': 'wrong' }));
    const fails = await browser.get(`${base}?saved=shop`);
    expect(readable(fails.html)).toContain('Saved, but shop does not work yet');
    expect(await faultsOf(fails.html)).toEqual([]);
    const mended = await fieldsIn((await browser.get(`${base}/shop`)).html);
    await browser.post(`${base}/shop`, filledIn(mended, { 'credentials.token': 'secret_fresh' }));
    expect(readable((await browser.get(`${base}?saved=shop`)).html)).toContain('Saved, and it works');
    expect(await connectionOf(subject, 'shop')).toMatchObject({ secrets: ['token', 'clientSecret'] });
    const { items } = (await subject.api('GET', '/audit')).body as { items: { code: string }[] };
    expect(items.filter(({ code }) => code === 'credentials_entered')).toHaveLength(4);
  });

  it('takes an optional secret away where that is said', async () => {
    const { subject, browser, base } = await opened();
    const { html } = await browser.get(`${base}/shop`);
    expect(readable(html)).toContain('Remove: ');
    const fields = await fieldsIn(html);
    await browser.post(`${base}/shop`, filledIn(fields, { 'remove.clientSecret': 'yes' }));
    const shop = await connectionOf(subject, 'shop');
    expect([shop.secrets, shop.hooks]).toEqual([['token'], null]);
    expect(readable((await browser.get(base)).html)).toContain('Webhooks of Ecwid by Lightspeed are refused');
  });

  it('says what is wrong by the field, keeps what was typed, and stores nothing', async () => {
    const { subject, browser, base } = await opened();
    const fields = await fieldsIn((await browser.get(`${base}/shop`)).html);
    const sent = filledIn(fields, { 'credentials.storeId': 'shop 7', 'credentials.token': 'secret_typed' });
    const { status, html } = await browser.post(`${base}/shop`, sent);
    expect([status, await faultsOf(html)]).toEqual([400, []]);
    expect(html).toContain('<title>Error: Change Ecwid by Lightspeed');
    expect(html).toContain('href="#credentials.storeId"');
    expect(html).toContain('value="shop 7"');
    expect(html).toMatch(/id="credentials\.storeId"[^>]*aria-invalid="true"/);
    expect(html).not.toContain('secret_typed');
    expect((await subject.view()).connections.shop?.credentials).toEqual({ storeId: '1003' });
  });

  it('is not saved over what somebody else saved meanwhile', async () => {
    const { subject, browser, base } = await opened();
    const fields = await fieldsIn((await browser.get(`${base}/shop`)).html);
    await subject.configure({ name: 'Renamed meanwhile' });
    const { status, html } = await browser.post(
      `${base}/shop`,
      filledIn(fields, { 'credentials.storeId': '77' }),
    );
    expect([status, await faultsOf(html)]).toEqual([409, []]);
    expect(readable(html)).toContain('Somebody else saved meanwhile');
    expect(html).toContain('value="77"');
    expect((await subject.view()).connections.shop?.credentials).toEqual({ storeId: '1003' });
    expect((await subject.view()).name).toBe('Renamed meanwhile');
  });

  it('asks which account it is where another one is opened, and comes back to the page', async () => {
    const { subject, browser, base } = await opened();
    const other = { storeId: '2002', token: 'secret_other', clientSecret: 'other' };
    await subject.configure({ credentials: { shop: other } });
    const { html } = await browser.get(base);
    expect(readable(html)).toContain('It is another account');
    expect(html).toContain(`name="back" value="${base}"`);
    const { headers } = await browser.post(`${base}/shop/accept-account`, { account: 'same', back: base });
    expect(headers.get('location')).toBe(`${base}?said=accepted`);
  });

  it('gives the connection another name, or says why not', async () => {
    const { subject, browser, base } = await opened();
    const taken = await browser.post(`${base}/shop/rename`, { name: 'books' });
    expect([taken.status, await faultsOf(taken.html)]).toEqual([409, []]);
    expect(readable(taken.html)).toContain('There is a connection "books" already.');
    const wrong = await browser.post(`${base}/shop/rename`, { name: 'No name' });
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('value="No name"');
    const { headers } = await browser.post(`${base}/shop/rename`, { name: 'webshop' });
    expect(headers.get('location')).toBe(`${base}?said=renamed`);
    expect(Object.keys((await subject.view()).connections)).toEqual(['webshop', 'books']);
    expect((await browser.get(`${base}/shop`)).status).toBe(404);
  });

  it.each(connectors.map((connector) => [connector.id, connector] as const))(
    'of %s has every field of its credentials, in every language',
    async (id, connector) => {
      const fields = credentialFields(connector, en);
      expect(fields.map(({ name }) => name)).toEqual(Object.keys(connector.credentials.shape));
      expect(fields.some(({ secret }) => secret)).toBe(true);
      const browser = await loggedIn();
      const subject = new Subject(newId());
      const other = id === 'jortt' ? 'ecwid' : 'jortt';
      const { status, text } = await subject.api('PUT', '', {
        ...{ name: 'Any', state: 'draft' },
        connections: {
          one: { connector: id, credentials: systems[id as keyof typeof systems] },
          other: { connector: other, credentials: systems[other] },
        },
        flows: [],
      });
      expect(status, text).toBe(200);
      for (const language of languages) {
        const { html } = await browser.get(`/integrations/${subject.id}/connections/one`, {
          'accept-language': language,
        });
        expect(await faultsOf(html), language).toEqual([]);
        for (const { name } of fields) expect(html).toContain(`name="credentials.${name}"`);
      }
    },
  );
});

it('a document that was put has the connections as the page shows them', async () => {
  const subject = new Subject(newId());
  expect((await koppel('PUT', `/api/integrations/${subject.id}`, integrationDocument())).status).toBe(200);
  const shop = await connectionOf(subject, 'shop');
  expect(shop).toMatchObject({ connector: 'ecwid', connected: true, isOtherAccount: false });
});
