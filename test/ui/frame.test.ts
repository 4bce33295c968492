import { describe, expect, test } from 'vitest';
import { startIntegration } from '../durable-objects/support/harness.ts';
import { outside } from '../durable-objects/support/outside.ts';
import { sell } from '../durable-objects/support/shop.ts';
import { clock } from '../durable-objects/support/virtual-clock.ts';
import { refusedByJortt } from '../support/refused-by-jortt.ts';
import { Browser, loggedIn, readable } from './browser.ts';

const dayMs = 24 * 3_600_000;
const dayAgo = (days: number) => new Date(clock.now() - days * dayMs).toISOString().slice(0, 10);

/** The part of a page that begins with a tag and ends with its end. */
function part(html: string, opening: string): string {
  const from = html.indexOf(opening);
  const tag = /^<(\w+)/.exec(opening)?.[1];
  return from < 0 ? '' : html.slice(from, html.indexOf(`</${tag}>`, from));
}

const tabs = (html: string) => part(html, '<nav aria-label="Link" class="tabs"');
const crumbs = (html: string) => readable(part(html, '<nav aria-label="Breadcrumb"')).trim();

describe('the menus', () => {
  test('tell which page is open, and of one below which it belongs to', async () => {
    const subject = await startIntegration({ name: 'Teapots' });
    const order = await sell();
    await subject.sync(order.id);
    await subject.settle();
    const { id: task } = await subject.task(order.id);
    const browser = await loggedIn();
    const base = `/integrations/${subject.id}`;
    const own = (await browser.get(base)).html;
    expect(tabs(own)).toContain(`<a href="${base}" aria-current="page">Overview</a>`);
    const settings = (await browser.get(`${base}/configuration`)).html;
    expect(tabs(settings)).toContain(`<a href="${base}/settings" aria-current="page">Settings</a>`);
    expect(tabs(settings).match(/aria-current/g)).toHaveLength(1);
    const ofTask = (await browser.get(`${base}/tasks/${task}`)).html;
    expect(tabs(ofTask)).toContain(`<a href="${base}/orders" aria-current="true">Orders</a>`);
    expect(ofTask).toContain('<a href="/" aria-current="true">Links</a>');
  });

  test('and the way to it stands above it', async () => {
    const subject = await startIntegration({ name: 'Teapots' });
    const order = await sell();
    await subject.sync(order.id);
    await subject.settle();
    await subject.sql("UPDATE numbers SET number = 'N-78' WHERE key = ?", order.id);
    const { id: task } = await subject.task(order.id);
    const browser = await loggedIn();
    const base = `/integrations/${subject.id}`;
    expect(crumbs((await browser.get(base)).html)).toBe('Links Teapots');
    expect(crumbs((await browser.get(`${base}/privacy`)).html)).toBe('Links Teapots Privacy');
    expect(crumbs((await browser.get(`${base}/tasks/${task}`)).html)).toBe('Links Teapots Order N-78');
    expect(crumbs((await browser.get('/new')).html)).toMatch(/^Links /);
    expect(crumbs((await browser.get('/help/jortt')).html)).toBe('Help Jortt');
    const api = (await browser.get('/api/docs/tasks')).html;
    expect(crumbs(api)).toBe('Help API Tasks');
    expect(api).toContain('<a href="/help" aria-current="true">Help</a>');
  });

  test('can be passed over', async () => {
    const { html } = await new Browser().get('/help');
    expect(html).toMatch(/<body><a class="skip-link" href="#content">/);
    expect(html).toContain('<main id="content" tabindex="-1">');
  });
});

describe('the first page', () => {
  test('says in one sentence how all of it stands, and of each link what it did last', async () => {
    const subject = await startIntegration({ settings: {}, name: 'Teapots' });
    const browser = await loggedIn();
    // Whether the shop has sold anything today is up to the tests before.
    expect(readable((await browser.get('/')).html)).toMatch(
      /Everything (is in order|of today is in the books)/,
    );
    const booked = await sell();
    await subject.sync(booked.id);
    await subject.settle();
    await subject.sql("UPDATE numbers SET number = 'N-79' WHERE key = ?", booked.id);
    const well = readable((await browser.get('/')).html);
    expect(well).toMatch(/Everything of today is in the books: \d orders?, €\d+\.\d\d\./);
    expect(well).toMatch(/30 days: \d orders?, €/);
    expect(well).toMatch(/Order N-79 booked €\d+\.\d\d \d/);
    const refused = { kind: 'status', status: 422, body: refusedByJortt } as const;
    outside.fault({ system: 'jortt', method: 'POST', path: '/invoices', times: 2, ...refused });
    await subject.sync((await sell()).id, (await sell()).id);
    await subject.settle();
    const { html } = await browser.get('/');
    expect(readable(html)).toContain('2 orders need you.');
    expect(readable(html)).toContain('Jortt answered 422');
  });
});

describe('the status page', () => {
  test('shows 90 days: bars for those who see, words and a table for all', async () => {
    const subject = await startIntegration();
    await subject.sql("INSERT INTO troubled_days VALUES (?, 'interrupted', 5400000)", dayAgo(3));
    await subject.sql("INSERT INTO troubled_days VALUES (?, 'attention', 18000000)", dayAgo(9));
    await subject.sql(
      "UPDATE meta SET value = json_set(value, '$.first', ?) WHERE name = 'health'",
      dayAgo(40),
    );
    await subject.sync((await sell()).id);
    await subject.settle();
    const { html } = await new Browser().get('/status');
    const text = readable(html);
    expect(text).toContain('In order on 39 of 41 days.');
    expect(text).toMatch(/something could not go on 90 minutes .*records waited for somebody 5 hours/);
    const bars = part(html.slice(html.indexOf(`<h2>${subject.id}</h2>`)), '<svg viewBox="0 0 90 20"');
    const count = (state: string) =>
      new RegExp(`class="${state}" d="([^"]*)"`).exec(bars)?.[1]?.match(/M/g)?.length;
    expect(['unknown', 'ok', 'attention', 'interrupted'].map(count)).toEqual([49, 39, 1, 1]);
  });

  test('names a link to whoever is logged in, and to everybody only where that is set', async () => {
    const subject = await startIntegration({ name: 'Secret teapots' });
    expect((await new Browser().get('/status')).html).not.toContain('Secret teapots');
    expect((await (await loggedIn()).get('/status')).html).toContain('Secret teapots');
    await subject.configure({ name: 'Secret teapots', nameOnStatus: true });
    await subject.settle();
    expect((await new Browser().get('/status')).html).toContain('Secret teapots');
  });
});
