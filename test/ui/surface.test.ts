import { describe, expect, it } from 'vitest';
import { lineOf } from '../../sandbox/ecwid/sales/lines.ts';
import { mug } from '../../sandbox/kit/shop/articles.ts';
import { koppel, newId, startIntegration } from '../durable-objects/support/harness.ts';
import { outside } from '../durable-objects/support/outside.ts';
import { sahin, sell } from '../durable-objects/support/shop.ts';
import { credentials } from '../support/integration-document.ts';
import { refusedByJortt } from '../support/refused-by-jortt.ts';
import { Browser, loggedIn, readable } from './browser.ts';

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** An integration that has booked an order and parked one, and every page about it. */
async function busyIntegration() {
  const subject = await startIntegration({ settings: {} });
  const done = await sell();
  await subject.sync(done.id);
  await subject.settle();
  outside.fault({
    system: 'jortt',
    method: 'POST',
    path: '/invoices',
    kind: 'status',
    status: 422,
    body: refusedByJortt,
  });
  const parked = await sell();
  await subject.sync(parked.id);
  await subject.settle();
  const [transfer] = await subject.activity('&outcome=done');
  const base = `/integrations/${subject.id}`;
  const paths = [
    '/',
    '/new',
    '/new/document',
    base,
    `${base}/activity/${transfer?.id}`,
    `${base}/orders`,
    `${base}/orders/orders:shop:books/${done.id}`,
    `${base}/orders/orders:shop:books/${parked.id}`,
    `${base}/preview`,
    `${base}/configuration`,
    `${base}/privacy`,
    '/status',
  ];
  return { subject, paths, done, parked };
}

describe('the page of one try', () => {
  it('is called by the number that customers see, and its link says when it was as people read it', async () => {
    const { subject, done } = await busyIntegration();
    const [task, [entry]] = [await subject.task(done.id), await subject.activity('&outcome=done')];
    await subject.sql("UPDATE numbers SET number = 'N-77' WHERE key = ?", done.id);
    const browser = await loggedIn();
    const { html } = await browser.get(`/integrations/${subject.id}/activity/${entry?.id}`);
    expect(html).toContain('<title>Order N-77 · Koppel</title>');
    const { html: ofTask } = await browser.get(`/integrations/${subject.id}/tasks/${task.id}`);
    const [, when = ''] = /class="unseen"> what happened at ([^<]+)</.exec(ofTask) ?? [];
    expect(when).toMatch(/^\d{1,2} \w+ \d{4}, \d{2}:\d{2}$/);
  });
});

describe('every page', () => {
  it('has the strict policy, is kept by no cache, and holds no script, style or secret', async () => {
    const { subject, paths, done } = await busyIntegration();
    const browser = await loggedIn();
    const visits = await Promise.all(paths.map(async (path) => ({ path, ...(await browser.get(path)) })));
    visits.push({
      path: 'preview',
      ...(await browser.post(`/integrations/${subject.id}/preview`, {
        flow: 'orders:shop:books',
        key: done.id,
      })),
    });
    visits.push({ path: 'check', ...(await browser.post(`/integrations/${subject.id}/check`)) });
    for (const { path, status, headers, html } of visits) {
      expect(status, path).toBe(200);
      expect(headers.get('content-security-policy'), path).toBe(policy);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toBe('same-origin');
      expect(headers.get('x-frame-options'), path).toBe('DENY');
      expect(headers.get('cache-control'), path).toBe('no-store');
      expect(html, path).toMatch(/^<!doctype html><html lang="en">/);
      expect(html, path).not.toMatch(/<script|<style| style=| on[a-z]+=/);
      const secrets = [credentials.shop.token, credentials.shop.clientSecret, credentials.books.clientSecret];
      for (const secret of secrets) expect(html, path).not.toContain(secret);
    }
  });

  it('has one heading of the first level, a title of its own, and ids that are there once', async () => {
    const { paths } = await busyIntegration();
    const browser = await loggedIn();
    const titles = new Set<string>();
    for (const path of paths) {
      const { html } = await browser.get(path);
      expect(html.match(/<h1/g), path).toHaveLength(1);
      titles.add(/<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '');
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, path).toBe(ids.length);
      for (const [, target] of html.matchAll(/ (?:for|aria-labelledby|aria-describedby)="([^"]+)"/g))
        expect(ids, path).toContain(target);
    }
    expect(titles.size).toBe(paths.length);
  });

  it('shows what is in names, records and titles of products as text', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const subject = await startIntegration({ name: `Tea ${markup}`, settings: {} });
    const { id } = await sell({
      buyer: { ...sahin, name: `Şahin ${markup}` },
      basket: { lines: [{ ...lineOf(mug), name: `Mug ${markup}` }] },
    });
    await subject.sync(id);
    await subject.settle();
    const [transfer] = await subject.activity('&outcome=done');
    const browser = await loggedIn();
    const base = `/integrations/${subject.id}`;
    for (const path of ['/', '/status', base, `${base}/activity/${transfer?.id}`, `${base}/configuration`]) {
      const { html } = await browser.get(path);
      expect(html, path).not.toContain('<img');
      expect(readable(html), path).toContain(`Tea ${markup}`);
    }
    const { html } = await browser.get(`${base}/activity/${transfer?.id}`);
    for (const name of ['Şahin', 'Mug']) expect(readable(html)).toContain(`${name} ${markup}`);
    const search = await browser.get(`${base}?key=${encodeURIComponent(`"${markup}`)}&said=${markup}`);
    expect(search.html).not.toContain('<img');
  });
});

describe('the stylesheet', () => {
  it.each([
    ['/login', 'koppel'],
    ['/status', 'status'],
  ])('of %s is kept for ever under the address that the page names', async (page, name) => {
    const { html } = await new Browser().get(page);
    const path = /href="(\/assets\/(\w+)\.css\?v=[0-9a-f]+)"/.exec(html)?.[1] ?? '';
    expect(path).toContain(`/${name}.css`);
    const { status, headers, html: css } = await new Browser().get(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/css');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(css).toContain('prefers-color-scheme: dark');
    const { headers: old } = await new Browser().get(`/assets/${name}.css?v=0`);
    expect(old.get('cache-control')).toBe('public, max-age=300');
  });
});

describe('an address with nothing behind it', () => {
  it('is a page for a browser and a problem document for the API and all else', async () => {
    const page = await new Browser().get('/nonsense');
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([404, policy]);
    expect(readable(page.html)).toContain('There is nothing at this address.');
    const data = await new Browser().get('/nonsense', { accept: '*/*' });
    expect(data.headers.get('content-type')).toBe('application/problem+json');
    const api = await koppel('GET', '/api/nonsense', undefined, { accept: 'text/html' });
    expect([api.status, api.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });

  it('says so of an integration, a transfer and a task that there are not', async () => {
    const subject = await startIntegration();
    const browser = await loggedIn();
    const absent = [
      `/integrations/${newId()}`,
      '/integrations/Not-An-Id',
      `/integrations/${subject.id}/activity/999`,
      `/integrations/${subject.id}/activity/x`,
    ];
    for (const path of absent) {
      const { status, html } = await browser.get(path);
      expect(status, path).toBe(404);
      expect(readable(html), path).toContain('There is no such');
    }
    expect((await browser.post(`/integrations/${subject.id}/tasks/999/retry`)).status).toBe(404);
  });
});

describe('the status page', () => {
  it('is there for everybody and shows codes and counts, nobody’s data and no keys', async () => {
    const { subject, parked } = await busyIntegration();
    await subject.stub.wake();
    const { status, html } = await new Browser().get('/status');
    expect(status).toBe(200);
    const text = readable(html);
    expect(text).toContain('Something needs attention.');
    expect(text).toContain(subject.id);
    expect(text).toContain('refused × 1');
    for (const private_ of [parked.id, sahin.name, sahin.email]) expect(text).not.toContain(private_);
    expect(html).not.toContain('/integrations/');
  });
});
