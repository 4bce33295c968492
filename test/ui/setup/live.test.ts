import { describe, expect, it } from 'vitest';
import { koppel } from '../../durable-objects/support/harness.ts';
import { invoices, merchant, sell, sellMany } from '../../durable-objects/support/shop.ts';
import { clock, dayMs, hourMs } from '../../durable-objects/support/virtual-clock.ts';
import { readable } from '../browser.ts';
import { fieldsIn } from '../form-fields.ts';
import { faultsOf } from '../page-outline.ts';
import { type Draft, drafted, visitor } from './drafts.ts';

type Sent = Readonly<Record<string, string>>;

/** The form as it is shown, with what somebody chose. */
async function sent(draft: Draft, chosen: Sent, html?: string) {
  const page = html ?? (await draft.browser.get(`${draft.base}/live`)).html;
  const fields = new Map(await fieldsIn(page));
  const carried = ['revision', 'tried', 'triedDay'].map((name) => [name, fields.get(name) ?? '']);
  return draft.browser.post(`${draft.base}/live`, { ...Object.fromEntries(carried), ...chosen });
}

/** A day in the shop's own time zone, so many before this moment. */
function dayBefore(days: number): string {
  const at = new Date(clock.now() - days * dayMs);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(at);
}

const booked = () => invoices().map(({ reference }) => reference);

describe('going live', () => {
  it('says whom the shop is to tell, whether it has, and who is told of problems', async () => {
    const draft = await drafted();
    await draft.subject.sql('UPDATE connections SET account = NULL');
    await draft.subject.evict();
    const untested = readable((await draft.browser.get(`${draft.base}/live`)).html);
    expect(untested).toContain('That is not known yet: ');
    await draft.subject.api('POST', '/check');
    const before = await draft.browser.get(`${draft.base}/live`);
    const text = readable(before.html);
    expect(text).toContain('in the time zone of the shop, Europe/Amsterdam.');
    expect(text).not.toContain('That is not known yet: ');
    expect(before.html).toContain(`http://koppel/hooks/${draft.subject.id}/shop`);
    expect(text).toContain('waiting…');
    expect(before.html).toContain('href="/alerts"');
    expect(await faultsOf(before.html)).toEqual([]);
    const { id } = await sell();
    expect((await draft.subject.hook(id)).status).toBe(200);
    const name = `Slack ${draft.subject.id}`;
    const channel = {
      kind: 'slack',
      name,
      to: 'https://hooks.slack.com/services/T0/B0/x',
      integrations: [draft.subject.id],
    };
    const made = await koppel('POST', '/api/channels', channel);
    expect(made.status, made.text).toBe(200);
    const { html } = await draft.browser.get(`${draft.base}/live`);
    expect(readable(html)).toMatch(/received \d+ \w+ 20\d\d, /);
    expect(readable(html)).toContain(name);
    const reader = await visitor('read-only', draft);
    const seen = await reader.get(`${draft.base}/live`);
    expect(readable(seen.html)).toMatch(/\d+ channels? tells? of problems of this link\./);
    expect(seen.html).not.toContain(name);
    await koppel('DELETE', `/api/channels/${(made.body as { id: string }).id}`);
  });

  it('from this moment on books nothing of before, and the next order', async () => {
    const draft = await drafted();
    const old = await sell();
    clock.pass(hourMs);
    const { status, headers } = await sent(draft, { from: 'now', do: 'start' });
    expect([status, headers.get('location')]).toEqual([
      303,
      `/integrations/${draft.subject.id}?said=started`,
    ]);
    const page = await draft.browser.get(`/integrations/${draft.subject.id}?said=started`);
    expect(readable(page.html)).toContain('The link is live.');
    expect((await draft.subject.view()).state).toBe('active');
    clock.pass(2_000);
    const next = await sell();
    await merchant(old.id, { fulfillmentStatus: 'SHIPPED' });
    for (const { id } of [old, next]) await draft.subject.hook(id);
    await draft.subject.settle();
    expect(booked()).toEqual([next.id]);
    const { body } = await draft.subject.api('GET', '/audit');
    expect(body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ code: 'went_live' })]),
    });
  });

  it('from a day on books just what was placed since, as it was reckoned before', async () => {
    const draft = await drafted();
    const old = await sell();
    clock.pass(10 * dayMs);
    await merchant(old.id, { fulfillmentStatus: 'SHIPPED' });
    const since = dayBefore(5);
    const ids = await sellMany(3);
    const looked = await sent(draft, { from: 'day', day: since, do: 'look' });
    expect(looked.status).toBe(200);
    const text = readable(looked.html);
    expect(text).toContain('4 records changed since then.');
    expect(text).toMatch(/3 would be booked: €/);
    expect(text).toContain('1 would be skipped');
    expect(text).not.toContain('This is an estimate');
    expect(await faultsOf(looked.html)).toEqual([]);
    expect(booked()).toEqual([]);
    expect((await draft.subject.view()).state).toBe('draft');
    const started = await sent(draft, { from: 'day', day: since, do: 'start' }, looked.html);
    expect(started.status).toBe(303);
    await draft.subject.hook(old.id);
    await draft.subject.settle();
    expect(booked().toSorted()).toEqual(ids.toSorted());
    expect((await draft.subject.view()).flows[0]?.settings).toMatchObject({ since });
  });

  it('from a day on starts only when what it would book was seen', async () => {
    const draft = await drafted();
    await sell();
    const day = dayBefore(1);
    const first = await sent(draft, { from: 'day', day, do: 'start' });
    expect(first.status).toBe(200);
    expect(readable(first.html)).toContain('Nothing has started yet');
    expect(readable(first.html)).toContain('1 would be booked');
    expect((await draft.subject.view()).state).toBe('draft');
    expect((await sent(draft, { from: 'day', day, do: 'start' }, first.html)).status).toBe(303);
    expect((await draft.subject.view()).state).toBe('active');
    // Of a day to come there is nothing to see.
    const other = await drafted();
    const coming = await sent(other, { from: 'now', day: dayBefore(-3), do: 'look' });
    expect(readable(coming.html)).toContain('0 records changed since then.');
    expect((await sent(other, { from: 'now', day: '', do: 'look' })).status).toBe(400);
  });

  it('says that it is an estimate of the first it looked at, and looks at more', async () => {
    const draft = await drafted();
    await sellMany(10);
    const day = dayBefore(1);
    const first = await sent(draft, { from: 'day', day, do: 'look' });
    expect(readable(first.html)).toContain('10 records changed since then.');
    expect(readable(first.html)).toContain('8 would be booked');
    expect(readable(first.html)).toContain('it comes of the first 8 that were looked at');
    const second = await sent(draft, { from: 'day', day, do: 'more' }, first.html);
    expect(readable(second.html)).toContain('10 would be booked');
    expect(readable(second.html)).not.toContain('This is an estimate');
    // Of another day nothing is known yet.
    const other = await sent(draft, { from: 'day', day: dayBefore(2), do: 'more' }, second.html);
    expect(readable(other.html)).toContain('8 would be booked');
  });

  it('begins with the day that was answered before, and not with it where somebody chooses otherwise', async () => {
    const draft = await drafted({ settings: { since: '2045-01-01' } });
    const { html } = await draft.browser.get(`${draft.base}/live`);
    expect(html).toMatch(/value="day" checked/);
    expect(html).toContain('value="2045-01-01"');
    await sent(draft, { from: 'now', day: '2045-01-01', do: 'start' });
    expect((await draft.subject.view()).flows[0]?.settings).not.toHaveProperty('since');
  });

  it('asks for the day where none is entered, and keeps what was chosen', async () => {
    const draft = await drafted();
    const { html, status } = await sent(draft, { from: 'day', day: '', do: 'start' });
    expect(status).toBe(400);
    expect(html).toMatch(/<title>Error: /);
    expect(html).toContain('href="#day"');
    expect(html).toMatch(/id="day"[^>]*aria-invalid="true"/);
    expect(html).toMatch(/value="day" checked/);
    expect((await draft.subject.view()).state).toBe('draft');
    expect(await faultsOf(html)).toEqual([]);
  });

  it('leads to the link where the button was pressed twice', async () => {
    const draft = await drafted();
    const { html } = await draft.browser.get(`${draft.base}/live`);
    const presses = await Promise.all([1, 2].map(() => sent(draft, { from: 'now', do: 'start' }, html)));
    const link = `/integrations/${draft.subject.id}`;
    expect(presses.map(({ status }) => status)).toEqual([303, 303]);
    expect(presses.map(({ headers }) => headers.get('location')).toSorted()).toEqual([
      `${link}?said=live-already`,
      `${link}?said=started`,
    ]);
  });

  it('says that it was live already where somebody starts it in another tab, and keeps what was chosen', async () => {
    const draft = await drafted();
    const { html } = await draft.browser.get(`${draft.base}/live`);
    const day = dayBefore(1);
    const looked = await sent(draft, { from: 'day', day, do: 'look' }, html);
    await sent(draft, { from: 'now', do: 'start' }, html);
    const late = await sent(draft, { from: 'day', day, do: 'start' }, looked.html);
    const link = `/integrations/${draft.subject.id}`;
    expect([late.status, late.headers.get('location')]).toEqual([303, `${link}?said=live-already`]);
    const page = await draft.browser.get(`${link}?said=live-already`);
    expect(readable(page.html)).toContain('What counts is what was chosen when it was started.');
    expect((await draft.subject.view()).flows[0]?.settings).not.toHaveProperty('since');
    expect((await draft.browser.get(`${draft.base}/live`)).headers.get('location')).toBe(link);
  });

  it('is refused where somebody else saved meanwhile, until it was looked at again', async () => {
    const draft = await drafted();
    const { html } = await draft.browser.get(`${draft.base}/live`);
    const { revision: _, ...document } = await draft.subject.view();
    await koppel('PUT', `/api/integrations/${draft.subject.id}`, { ...document, name: 'Other' });
    const answer = await sent(draft, { from: 'now', do: 'start' }, html);
    expect(answer.status).toBe(409);
    expect(readable(answer.html)).toContain('Somebody else saved this link meanwhile.');
    expect((await draft.subject.view()).state).toBe('draft');
    expect((await sent(draft, { from: 'now', do: 'start' }, answer.html)).status).toBe(303);
    expect(await draft.subject.view()).toMatchObject({ state: 'active', name: 'Other' });
  });

  it('carries all products that there are where somebody wants that', async () => {
    const draft = await drafted({ from: 'ecwid', to: 'magento', flows: ['products'] });
    const { html } = await draft.browser.get(`${draft.base}/live`);
    expect(html).not.toContain('name="from"');
    expect(html).toContain('name="all" value="products:shop:books"');
    await sent(draft, { all: 'products:shop:books', do: 'start' });
    const [progress] = (await draft.subject.view()).progress;
    expect(progress).toMatchObject({ reading: false });
    const rows = await draft.subject.sql('SELECT since, asked FROM cursors');
    expect(rows).toMatchObject([{ asked: 1 }]);
    expect(Number(rows[0]?.since)).toBeLessThan(Date.parse('2001-01-01'));
  });

  it('carries what is named as a whole, and refuses what cannot be carried so', async () => {
    const flows = ['products', 'categories'];
    const { subject } = await drafted({ from: 'ecwid', to: 'magento', flows });
    const { revision: _, ...document } = await subject.view();
    const off = { flow: 'customers', from: 'shop', to: 'books', enabled: false };
    await koppel('PUT', `/api/integrations/${subject.id}`, { ...document, flows: [...document.flows, off] });
    const refused = await subject.api('POST', '/go-live', {
      all: ['products', 'productz', 'customers:shop:books', 'categories:books:shop'],
    });
    const { issues } = refused.body as { issues: { field: string; message: string }[] };
    expect([refused.status, issues.map(({ field }) => field)]).toEqual([400, ['all.1', 'all.2', 'all.3']]);
    expect(issues[0]?.message).toMatch(/; these can: .*products:shop:books/);
    expect((await subject.view()).state).toBe('draft');
    const answer = await subject.api('POST', '/go-live', { all: ['products', 'categories:shop:books'] });
    expect(answer.status, answer.text).toBe(200);
    const rows = await subject.sql('SELECT flow, since, asked FROM cursors ORDER BY flow');
    expect(rows).toMatchObject([
      { flow: 'categories:shop:books', asked: 1 },
      { flow: 'products:shop:books', asked: 1 },
    ]);
  });

  it('is for whoever may change the link', async () => {
    const draft = await drafted();
    const bookkeeper = await visitor('bookkeeper', draft);
    const { html, status } = await bookkeeper.get(`${draft.base}/live`);
    expect(status).toBe(200);
    expect(html).not.toContain('value="start"');
    expect((await bookkeeper.post(`${draft.base}/live`, { from: 'now', do: 'start' })).status).toBe(403);
    expect((await draft.subject.view()).state).toBe('draft');
  });

  it('is done over the API as well', async () => {
    const { subject } = await drafted();
    const stale = await koppel('POST', `/api/integrations/${subject.id}/go-live`, {}, { 'if-match': '"0"' });
    expect(stale.body).toMatchObject({ code: 'saved_meanwhile' });
    expect((await subject.api('POST', '/go-live', { since: 'soon' })).status).toBe(400);
    const unknown = await subject.api('POST', '/go-live', { all: ['orders'] });
    expect([unknown.status, unknown.body]).toMatchObject([
      400,
      { issues: [{ field: 'all.0', message: '"orders" is no flow that can carry all that there is' }] },
    ]);
    const answer = await subject.api('POST', '/go-live', { since: dayBefore(1) });
    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'active', flows: [{ settings: { since: dayBefore(1) } }] },
    });
    expect(await subject.api('POST', '/go-live', {})).toMatchObject({
      status: 409,
      body: { code: 'not_a_draft' },
    });
  });
});
