import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { roles } from '../../src/house/roles.ts';
import { isOffered } from '../../src/routes/needs.ts';
import { koppel, type Subject, startIntegration } from '../durable-objects/support/harness.ts';
import { outside } from '../durable-objects/support/outside.ts';
import { sell } from '../durable-objects/support/shop.ts';
import { clock, dayMs, hourMs } from '../durable-objects/support/virtual-clock.ts';
import { refusedByJortt } from '../support/refused-by-jortt.ts';
import { Browser, loggedIn, readable } from './browser.ts';
import { faultsOf } from './page-outline.ts';

const secretForm = /koppel_\d+_[A-Za-z0-9_-]{43}/;

async function make(form: Record<string, string>, browser?: Browser) {
  const visitor = browser ?? (await loggedIn());
  const name = `T ${crypto.randomUUID().slice(0, 8)}`;
  const visit = await visitor.post('/access', { name, role: 'bookkeeper', scope: 'all', until: '', ...form });
  return { ...visit, name: form.name ?? name, token: secretForm.exec(visit.html)?.[0] ?? '' };
}

async function idOf(name: string): Promise<string> {
  const { body } = await koppel('GET', '/api/tokens');
  return String((body.items as { id: string; name: string }[]).find((each) => each.name === name)?.id);
}

async function visiting(token: string): Promise<Browser> {
  const browser = new Browser();
  expect((await browser.logIn(token)).status).toBe(303);
  return browser;
}

describe('the page Access', () => {
  it('makes a token, shows it once, and keeps its hash only', async () => {
    const browser = await loggedIn();
    const { status, html, headers, token, name } = await make({}, browser);
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(token).toMatch(secretForm);
    expect(await faultsOf(html)).toEqual([]);
    const again = (await browser.get('/access')).html;
    expect(again).toContain(name);
    expect(again).not.toContain(token);
    expect((await koppel('GET', '/api/tokens')).text).not.toContain(token.slice(-43));
    const stored = await runInDurableObject(env.HOUSE.getByName('house'), (_, state) =>
      JSON.stringify(state.storage.sql.exec('SELECT * FROM tokens').toArray()),
    );
    expect(stored).toContain(name);
    expect(stored).not.toContain(token.slice(-43));
    // Neither the address nor the log has it.
    const { text } = await koppel('GET', '/api/integrations', undefined, {
      authorization: `Bearer ${token}`,
    });
    expect(text).not.toContain(token);
  });

  it('says what is wrong, keeps what was typed, and makes nothing', async () => {
    const browser = await loggedIn();
    const { name } = await make({}, browser);
    for (const [form, said, status] of [
      [{ name: '' }, 'Give the token a name', 400],
      [{ name: 'x'.repeat(61) }, 'Give the token a name', 400],
      [{ role: 'owner' }, 'Choose a role', 400],
      [{ scope: 'some' }, 'Choose at least one link', 400],
      [{ scope: 'some', link: 'No Id' }, 'Choose at least one link', 400],
      [{ until: '2020-01-01' }, 'must be today or later', 400],
      [{ until: 'tomorrow' }, 'must be today or later', 400],
      [{ name }, `There is a token "${name}" already`, 409],
      [{ name: 'Admin_Token' }, 'There is a token', 409],
    ] as const) {
      const before = (await koppel('GET', '/api/tokens')).text;
      const visit = await make({ ...form }, browser);
      expect([visit.status, readable(visit.html).includes(said)], said).toEqual([status, true]);
      expect(visit.html).toContain('<title>Error: ');
      const [, control = ''] = /<a href="#(name|role|scope|until)">/.exec(visit.html) ?? [];
      expect(visit.html, said).toContain(`id="${control}"`);
      expect(visit.html, said).toContain(`aria-describedby="${control}-error`);
      expect(readable(visit.html).split(said).length, said).toBeGreaterThan(2);
      expect(visit.html).not.toMatch(secretForm);
      expect((await koppel('GET', '/api/tokens')).text).toBe(before);
    }
  });

  it('is listed in every language, with what each token is for', async () => {
    const subject = await startIntegration({ name: 'Mugs' });
    const browser = await loggedIn();
    const { name } = await make({ scope: 'some', link: subject.id, role: 'read-only' }, browser);
    for (const lang of ['en', 'nl', 'de', 'tr']) {
      const { html } = await browser.get('/access', { 'accept-language': lang });
      expect(await faultsOf(html), lang).toEqual([]);
      expect(html, lang).toContain(name);
      expect(html, lang).toContain(subject.id);
    }
  });
});

describe('a session that a token opened', () => {
  it('ends at once when the token is revoked, in the middle of whatever it does', async () => {
    const subject = await startIntegration();
    const { token, name } = await make({ role: 'admin' });
    const browser = await visiting(token);
    expect((await browser.get(`/integrations/${subject.id}`)).status).toBe(200);
    const admin = await loggedIn();
    const revoked = await admin.post(`/access/${await idOf(name)}/revoke`);
    expect([revoked.status, revoked.headers.get('location')]).toEqual([303, '/access?said=revoked']);
    for (const path of ['/new', '/access', `/integrations/${subject.id}`])
      expect((await browser.get(path)).status, path).toBe(401);
    const { status, html } = await browser.post(`/integrations/${subject.id}/pause`);
    expect([status, readable(html).includes('your session has ended')]).toEqual([401, true]);
    expect((await subject.view()).state).toBe('active');
    expect((await browser.get('/')).html).toContain('name="token"');
    expect((await new Browser().logIn(token)).status).toBe(401);
    const bearer = { authorization: `Bearer ${token}` };
    expect((await koppel('GET', '/api/integrations', undefined, bearer)).status).toBe(401);
    // The sessions of others go on.
    expect((await admin.get('/access')).status).toBe(200);
  });

  it('ends with the last day of the token', async () => {
    const day = new Date(clock.now() + 2 * dayMs).toISOString().slice(0, 10);
    const { token, name } = await make({ until: day });
    const browser = await visiting(token);
    expect((await browser.get('/')).html).not.toContain('name="token"');
    const { body } = await koppel('GET', '/api/tokens');
    const tokens = body.items as { name: string; expiresAt: string | null }[];
    const { expiresAt } = tokens.find((each) => each.name === name) ?? {};
    // The midnight after it, in Amsterdam, in winter or in summer.
    expect(expiresAt).toMatch(new RegExp(`^${day}T2[23]:00:00.000Z$`));
    clock.pass(Date.parse(String(expiresAt)) - clock.now() + hourMs);
    expect((await new Browser().logIn(token)).status).toBe(401);
  });

  it('is none when its claims are made up, or those of another token', async () => {
    const { token } = await make({ role: 'read-only' });
    const browser = await visiting(token);
    const [head = '', body = '', signature = ''] = browser.cookie.split('=')[1]?.split('.') ?? [];
    const claims = JSON.parse(atob(body.replaceAll('-', '+').replaceAll('_', '/')));
    // What it may do the house is asked, and whoever finds the cookie reads nobody's name in it.
    expect(Object.keys(claims).toSorted()).toEqual(['exp', 'iat', 'sub', 'token']);
    const written = (value: object) => btoa(JSON.stringify(value)).replaceAll('=', '');
    for (const forged of [
      { ...claims, token: claims.token - 1 },
      { ...claims, role: 'admin' },
      { ...claims, sub: 'admin' },
    ]) {
      browser.keepOnly(`koppel=${head}.${written(forged)}.${signature}`);
      expect((await browser.get('/new')).status).toBe(401);
    }
  });
});

describe('pages', () => {
  async function busy(): Promise<Subject> {
    const subject = await startIntegration({ settings: {} });
    outside.fault({
      ...{ system: 'jortt', method: 'POST', path: '/invoices', kind: 'status', status: 422 },
      body: refusedByJortt,
    });
    const parked = await sell();
    await subject.sync(parked.id);
    await subject.settle();
    return subject;
  }

  it.each(roles)('offer %s no link and no form that would be refused', async (role) => {
    const subject = await busy();
    const [task] = await subject.tasks();
    const [entry] = await subject.activity();
    const { token } = await make({ role, scope: 'some', link: subject.id });
    const browser = await visiting(token);
    const caller = { token: 1, name: '', role, integrations: [subject.id] };
    const base = `/integrations/${subject.id}`;
    const paths = [
      '/',
      base,
      `${base}/configuration`,
      `${base}/tasks/${task?.id}`,
      `${base}/activity/${entry?.id}`,
      `${base}/stock`,
      `${base}/orders`,
      `${base}/orders/orders:shop:books/${encodeURIComponent(task?.key ?? '')}`,
      `${base}/settings`,
      `${base}/settings/orders:shop:books`,
      `${base}/settings/history/1`,
      `${base}/settings/transfer`,
      `${base}/audit`,
      '/status',
    ];
    if (role !== 'read-only') paths.push(`${base}/preview`);
    if (role === 'admin') paths.push(`${base}/privacy`);
    const seen = { links: 0, forms: 0 };
    for (const path of paths) {
      const { status, html } = await browser.get(path);
      expect(status, path).toBe(200);
      expect(await faultsOf(html), path).toEqual([]);
      for (const [, href = ''] of html.matchAll(/<a [^>]*?href="(\/[^"]*)"/g)) {
        seen.links++;
        expect(isOffered(caller, 'GET', href.replace(/\?.*$/, '')), `${path} → ${href}`).toBe(true);
        // A language is kept in a cookie, and this browser has one.
        if (href.startsWith(base) && !href.includes('lang='))
          expect((await browser.get(href.replaceAll('&amp;', '&'))).status, href).not.toBe(403);
      }
      for (const [, action = ''] of html.matchAll(/<form method="post" action="([^"]*)"/g)) {
        seen.forms++;
        expect(isOffered(caller, 'POST', action), `${path} → ${action}`).toBe(true);
      }
    }
    expect(seen.links).toBeGreaterThan(10);
    expect(seen.forms).toBeGreaterThan(0);
    const { html } = await browser.get(base);
    expect(html.includes(`${base}/pause`)).toBe(role === 'admin');
    expect(html.includes(`/retry"`)).toBe(role !== 'read-only');
    expect(html.includes('href="/access"')).toBe(false);
  });

  it('show the settings to whoever may not change them, without a way to save them', async () => {
    const subject = await startIntegration();
    const { token } = await make({ role: 'bookkeeper' });
    const browser = await visiting(token);
    const { html } = await browser.get(`/integrations/${subject.id}/configuration`);
    expect(html).toContain('readonly');
    expect(html).not.toContain('type="submit" class="button primary"');
    const { status, html: said } = await browser.post(`/integrations/${subject.id}/configuration`, {
      document: '{}',
    });
    expect(status).toBe(403);
    expect(readable(said)).toContain('changes nothing else');
  });
});
