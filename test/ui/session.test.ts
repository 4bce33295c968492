import { afterEach, describe, expect, it, vi } from 'vitest';
import { startIntegration } from '../durable-objects/support/harness.ts';
import { adminToken } from '../support/integration-document.ts';
import '../durable-objects/support/outside.ts';
import { hourMs } from '../durable-objects/support/virtual-clock.ts';
import { Browser, loggedIn, readable } from './browser.ts';

afterEach(() => void vi.useRealTimers());

const pagesOf = (id: string) => [
  '/new',
  '/new/document',
  `/integrations/${id}`,
  `/integrations/${id}/activity/1`,
  `/integrations/${id}/preview`,
  `/integrations/${id}/configuration`,
  `/integrations/${id}/privacy`,
];

const formsOf = (id: string) => [
  '/new',
  '/new/document',
  ...['pause', 'resume', 'check', 'retry', 'sync', 'preview', 'configuration', 'privacy', 'delete'].map(
    (name) => `/integrations/${id}/${name}`,
  ),
  `/integrations/${id}/tasks/1/retry`,
  `/integrations/${id}/tasks/1/skip`,
];

describe('without a session', () => {
  it('every page is the form to log in, and tells nothing of the integration', async () => {
    const subject = await startIntegration({ name: 'Secret tea' });
    for (const path of pagesOf(subject.id)) {
      const { status, html } = await new Browser().get(path);
      expect(status, path).toBe(401);
      expect(html, path).toContain('name="token"');
      expect(html, path).not.toContain('Secret tea');
    }
    const { status, html } = await new Browser().get('/');
    expect(status).toBe(200);
    expect(html).toContain('name="token"');
    expect(html).not.toContain('Secret tea');
  });

  it('no form does anything', async () => {
    const subject = await startIntegration({ name: 'Still here' });
    for (const path of formsOf(subject.id)) {
      const { status } = await new Browser().post(path, { confirm: subject.id, document: '{}', id: 'other' });
      expect(status, path).toBe(401);
    }
    expect(await subject.view()).toMatchObject({ name: 'Still here', state: 'active' });
  });

  it('a session that somebody made up is none', async () => {
    const browser = new Browser();
    const claims = btoa(JSON.stringify({ sub: 'admin', exp: 9_999_999_999 })).replaceAll('=', '');
    browser.cookie = `koppel=${btoa('{"alg":"none"}').replaceAll('=', '')}.${claims}.`;
    expect((await browser.get('/new')).status).toBe(401);
  });
});

describe('logging in', () => {
  it('sets a cookie that no script and no other site can use, and shows the integrations', async () => {
    const browser = new Browser();
    const { status, headers } = await browser.logIn();
    expect([status, headers.get('location')]).toEqual([303, '/']);
    const cookie = headers.get('set-cookie');
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(part);
    expect(cookie).not.toContain(adminToken);
    expect(readable((await browser.get('/')).html)).toContain('New link');
  });

  it('with a wrong token shows the form again and never the token', async () => {
    const browser = new Browser();
    const { status, html, headers } = await browser.logIn('not-the-admin-token');
    expect(status).toBe(401);
    expect(readable(html)).toContain('This token is not known');
    expect(html).not.toContain('not-the-admin-token');
    expect(headers.get('set-cookie')).toBeNull();
    expect((await browser.get('/new')).status).toBe(401);
  });

  it('is stopped after ten tries from one address, even with the right token, and from there only', async () => {
    const guesser = new Browser();
    for (let tries = 1; tries <= 10; tries++)
      expect((await guesser.logIn(`guess-${tries}`)).status).toBe(401);
    const { status, headers, html } = await guesser.logIn();
    expect([status, headers.get('retry-after')]).toEqual([429, '60']);
    expect(readable(html)).toContain('too many tries');
    expect((await new Browser().logIn()).status).toBe(303);
  });

  it('counts tries of one IPv6 network together, however its addresses are written', async () => {
    const from = async (address: string) =>
      (await new Browser().logIn('guess', {}, { 'cf-connecting-ip': address })).status;
    const addresses = Array.from(
      { length: 10 },
      (_, number) => `2001:db8:7:1:${number}:${number}:ab:${number}`,
    );
    for (const address of addresses) expect(await from(address)).toBe(401);
    expect(await from('2001:db8:7:1::9')).toBe(429);
    expect(await from('2001:0DB8:0007:0001::')).toBe(429);
    expect(await from('2001:db8:7:2::9')).toBe(401);
  });

  it('leads back to the page that was asked for, but to no other site', async () => {
    const { html } = await new Browser().get('/integrations/mugs/preview');
    expect(html).toContain('name="next" value="/integrations/mugs/preview"');
    const to = async (next: string) =>
      (await new Browser().logIn(adminToken, { next })).headers.get('location');
    expect(await to('/integrations/mugs/preview')).toBe('/integrations/mugs/preview');
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', '/integrations//evil'])
      expect(await to(next), next).toBe('/');
  });

  it('leads back with what was asked of the page', async () => {
    for (const asked of ['stock?sku=A%26%C3%A9&lang=de', 'preview?flow=orders:shop:books&key=1005']) {
      const path = `/integrations/mugs/${asked}`;
      const { html } = await new Browser().get(path);
      const next = (/name="next" value="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
      expect(next).toBe(path);
      const { html: wrong } = await new Browser().logIn('wrong', { next });
      expect(wrong).toContain(`name="next" value="${path.replaceAll('&', '&amp;')}"`);
      expect((await new Browser().logIn(adminToken, { next })).headers.get('location')).toBe(path);
    }
  });

  it('leads nowhere by a query that no browser sends', async () => {
    for (const next of [
      '/new?x\r\nset-cookie: y=1',
      '/new?a b',
      '/new?é',
      '/new\n?x',
      'javascript:1?/new',
      '//evil.example?/new',
    ])
      expect((await new Browser().logIn(adminToken, { next })).headers.get('location'), next).toBe('/');
  });

  it('leads from a form that was refused to the page that it stands on: its own address shows nothing', async () => {
    const { html } = await new Browser().post('/integrations/mugs/pause');
    expect(html).toContain('name="next" value="/integrations/mugs"');
  });

  it('ends after half a day', async () => {
    const browser = await loggedIn();
    // By the session's own clock: the one of these tests runs elsewhere.
    const { iat } = JSON.parse(atob(browser.cookie.split('.')[1] ?? ''));
    const loggedInAt = iat * 1_000;
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(loggedInAt + 11 * hourMs);
    expect((await browser.get('/new')).status).toBe(200);
    vi.setSystemTime(loggedInAt + 13 * hourMs);
    expect((await browser.get('/new')).status).toBe(401);
  });
});

describe('logging out', () => {
  it('takes the cookie away', async () => {
    const browser = await loggedIn();
    const { status, headers } = await browser.post('/logout');
    expect(status).toBe(303);
    expect(headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await browser.get('/new')).status).toBe(401);
  });
});

describe('a form of another site', () => {
  it('is refused with a page, whatever it says, and does nothing', async () => {
    const subject = await startIntegration();
    const browser = await loggedIn();
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { origin: '', 'sec-fetch-site': '' },
      // One that is right does not make up for one that is not.
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ];
    // A script of another site can send these without being asked first (Fetch standard, 3.2.2).
    for (const type of [
      'application/json',
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
    ])
      foreign.push({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', 'content-type': type });
    for (const headers of foreign) {
      for (const path of [...formsOf(subject.id), '/logout', '/login']) {
        const { status, html } = await browser.post(
          path,
          { confirm: subject.id, token: adminToken },
          headers,
        );
        expect(status, path).toBe(403);
        expect(readable(html)).toContain('not sent from a page of this site');
      }
    }
    expect((await subject.view()).state).toBe('active');
    expect((await browser.get('/new')).status).toBe(200);
  });
});
