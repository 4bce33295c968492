import { describe, expect, it } from 'vitest';
import { koppel, newId, Subject, startIntegration } from '../durable-objects/support/harness.ts';
import { outside } from '../durable-objects/support/outside.ts';
import {
  invoices,
  invoicesOf,
  newShopToken,
  sahin,
  sell,
  sellMany,
} from '../durable-objects/support/shop.ts';
import { clock, dayMs } from '../durable-objects/support/virtual-clock.ts';
import { integrationDocument } from '../support/integration-document.ts';
import { refusedByJortt } from '../support/refused-by-jortt.ts';
import { loggedIn, readable } from './browser.ts';

const refused = { kind: 'status', status: 422, body: refusedByJortt } as const;

async function parkOrders(subject: Subject, count: number): Promise<string[]> {
  const ids = await sellMany(count);
  outside.fault(
    ...ids.map(() => ({ ...{ system: 'jortt', method: 'POST', path: '/invoices' }, ...refused }) as const),
  );
  await subject.sync(...ids);
  await subject.settle();
  return ids;
}

describe('the page of an integration', () => {
  it('pauses and resumes it', async () => {
    const subject = await startIntegration();
    const browser = await loggedIn();
    const base = `/integrations/${subject.id}`;
    const { status, headers } = await browser.post(`${base}/pause`);
    expect([status, headers.get('location')]).toEqual([303, `${base}?said=paused`]);
    expect((await subject.view()).state).toBe('paused');
    const paused = (await browser.get(`${base}?said=paused`)).html;
    expect(readable(paused)).toContain('nothing runs until you resume it');
    expect(paused).toContain(`action="${base}/resume"`);
    await browser.post(`${base}/resume`);
    expect((await subject.view()).state).toBe('active');
  });

  it('lets a draft go live', async () => {
    const subject = new Subject(newId());
    await koppel('PUT', `/api/integrations/${subject.id}`, { ...integrationDocument(), state: 'draft' });
    const browser = await loggedIn();
    const page = (await browser.get(`/integrations/${subject.id}`)).html;
    expect(readable(page)).toContain('Go live');
    await browser.post(`/integrations/${subject.id}/resume`);
    expect((await subject.view()).state).toBe('active');
    expect(readable((await browser.get(`/integrations/${subject.id}`)).html)).not.toContain('Go live');
  });

  it.each(['another', 'same'])(
    'asks which account it is that a connection opens now (%s)',
    async (account) => {
      const subject = await startIntegration();
      const other = { storeId: '2002', token: 'secret_other', clientSecret: 'other' };
      await subject.configure({ credentials: { shop: other } });
      const browser = await loggedIn();
      const { html } = await browser.get(`/integrations/${subject.id}`);
      const action = `/integrations/${subject.id}/connections/shop/accept-account`;
      expect(html).toContain(`action="${action}"`);
      expect(readable(html)).toContain('It is another account');
      expect((await browser.post(action, { account: 'neither' })).status).toBe(400);
      const { headers } = await browser.post(action, { account });
      expect(headers.get('location')).toContain('said=accepted');
      expect((await subject.view()).problems).toEqual([]);
    },
  );

  it('tries both connections and shows what it found', async () => {
    const subject = await startIntegration();
    const browser = await loggedIn();
    const works = readable((await browser.post(`/integrations/${subject.id}/check`)).html);
    expect(works).toContain('Ecwid by Lightspeed works.');
    expect(works).toContain('Jortt works.');
    await newShopToken('another');
    const broken = readable((await browser.post(`/integrations/${subject.id}/check`)).html);
    expect(broken).toContain('Ecwid by Lightspeed does not work.');
    expect(broken).toContain('credentials_refused');
    expect(broken).toContain('Connection Ecwid by Lightspeed');
  });

  it('shows a parked task with its problem and the next step, and retries it', async () => {
    const subject = await startIntegration({ settings: {} });
    const [id = ''] = await parkOrders(subject, 1);
    const task = await subject.task(id);
    const browser = await loggedIn();
    const text = readable((await browser.get(`/integrations/${subject.id}`)).html);
    expect(text).toContain(task.problem?.message);
    expect(text).toContain(task.problem?.action);
    expect(text).toContain('1 needs you');
    await browser.post(`/integrations/${subject.id}/tasks/${task.id}/retry`);
    await subject.settle();
    expect((await subject.task(id)).state).toBe('done');
    expect(invoicesOf(id)).toHaveLength(1);
    const again = await browser.post(`/integrations/${subject.id}/tasks/${task.id}/retry`);
    expect(again.status).toBe(409);
    expect(readable(again.html)).toContain('The task is done');
  });

  it('tells why a try failed in words, wherever it stands: the code is for machines', async () => {
    const subject = await startIntegration({ settings: {} });
    const [id = ''] = await parkOrders(subject, 1);
    const { problem, id: task } = await subject.task(id);
    const [entry] = await subject.activity('&outcome=parked');
    const browser = await loggedIn();
    const places = ['', `/tasks/${task}`, `/activity/${entry?.id}`];
    for (const place of places) {
      const text = readable((await browser.get(`/integrations/${subject.id}${place}`)).html);
      expect(text).toContain(problem?.message);
      expect(text).not.toContain(`${problem?.code}:`);
    }
  });

  it('skips a task', async () => {
    const subject = await startIntegration({ settings: {} });
    const [id = ''] = await parkOrders(subject, 1);
    const browser = await loggedIn();
    await browser.post(`/integrations/${subject.id}/tasks/${(await subject.task(id)).id}/skip`);
    expect((await subject.task(id)).state).toBe('skipped');
    expect(invoices()).toEqual([]);
  });

  it('retries all parked tasks, and pages through more than it shows', async () => {
    const subject = await startIntegration({ settings: {} });
    await parkOrders(subject, 22);
    const browser = await loggedIn();
    const first = (await browser.get(`/integrations/${subject.id}`)).html;
    expect(first.match(/class="task"/g)).toHaveLength(20);
    const older = /href="([^"]+parked=\d+[^"]*)#parked"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await browser.get(older)).html.match(/class="task"/g)).toHaveLength(2);
    await browser.post(`/integrations/${subject.id}/retry`);
    await subject.settle();
    expect(invoices()).toHaveLength(22);
  });

  it('looks for changes since a day, and refuses what is no day', async () => {
    const subject = await startIntegration({ settings: {} });
    const { id } = await sell();
    const browser = await loggedIn();
    const day = new Date(clock.now() - dayMs).toISOString().slice(0, 10);
    await browser.post(`/integrations/${subject.id}/sync`, { flow: 'orders:shop:books', since: day });
    await subject.settle();
    expect(invoicesOf(id)).toHaveLength(1);
    const wrong = { flow: 'orders:shop:books', since: 'yesterday' };
    expect((await browser.post(`/integrations/${subject.id}/sync`, wrong)).status).toBe(400);
  });

  it('shows activity by outcome and key, and only the settings that were chosen', async () => {
    const subject = await startIntegration({ settings: { state: 'sent' } });
    const [parked = ''] = await parkOrders(subject, 1);
    const done = await sell();
    await subject.sync(done.id);
    await subject.settle();
    const browser = await loggedIn();
    const rows = async (query: string) => {
      const { html } = await browser.get(`/integrations/${subject.id}${query}`);
      return [...html.matchAll(/activity\/\d+">([^<]+)</g)].map(([, key]) => key);
    };
    expect(new Set(await rows(''))).toEqual(new Set([done.id, parked]));
    expect(await rows('?outcome=parked')).toEqual([parked]);
    expect(await rows(`?key=${done.id}`)).toEqual([done.id]);
    expect(await rows('?flow=orders%3Ashop%3Abooks&outcome=skipped')).toEqual([]);
    const text = readable((await browser.get(`/integrations/${subject.id}`)).html);
    expect(text).toContain('differ from the defaults state sent Look');
  });
});

describe('the page of a transfer', () => {
  it('shows both sides, the totals to the cent and every call', async () => {
    const subject = await startIntegration({ settings: {} });
    const order = await sell();
    await subject.sync(order.id);
    await subject.settle();
    const [transfer] = await subject.activity('&outcome=done');
    const browser = await loggedIn();
    const { html } = await browser.get(`/integrations/${subject.id}/activity/${transfer?.id}`);
    const text = readable(html);
    expect(text).toContain('Equal to the cent.');
    expect(text).toContain(`Total incl. VAT ${order.gross} ${order.gross} 0`);
    expect(text).toContain(sahin.name);
    expect(text).toContain('line_items');
    expect(text).toContain('POST /v3/invoices 201 books');
    // What systems know a line by comes last: a narrow page cuts it at the right.
    const [, head = ''] = /<thead><tr>(.*?)<\/tr>/.exec(html.slice(html.indexOf('Lines</dt>'))) ?? [];
    const columns = [...head.matchAll(/title="(\w+)"/g)].map(([, column]) => column);
    expect(columns.indexOf('unitPrice')).toBeGreaterThanOrEqual(0);
    expect(columns.slice(-2)).toEqual(['id', 'productId']);
    expect(html.match(/<details class="card call"/g)).toHaveLength(transfer?.calls ?? 0);
    // What people compare stands open, among the orders; ids, codes and calls when they are asked for.
    const [open = '', technical = ''] = html.split('<summary>Technical details</summary>');
    expect(readable(open)).toContain('Line by line');
    expect(readable(open)).toContain('VAT at 21 %');
    expect(open).toMatch(/<a href="[^"]*\/orders" aria-current="true"/);
    for (const part of [transfer?.targetId ?? '', 'line_items', '/v3/invoices']) {
      expect(open).not.toContain(part);
      expect(technical).toContain(part);
    }
  });

  it('says so when the retention is over', async () => {
    const subject = await startIntegration({ settings: {}, retentionDays: 2 });
    const { id } = await sell();
    await subject.sync(id);
    await subject.settle();
    const [transfer] = await subject.activity('&outcome=done');
    clock.pass(3 * dayMs);
    await subject.settle();
    const browser = await loggedIn();
    const { html } = await browser.get(`/integrations/${subject.id}/activity/${transfer?.id}`);
    expect(readable(html)).toContain('the retention period of 2 days is over');
    expect(html).not.toContain('Şahin');
  });
});

describe('the preview', () => {
  it('shows what would be written, and writes nothing', async () => {
    const subject = await startIntegration({ settings: {} });
    const order = await sell();
    const browser = await loggedIn();
    const form = { flow: 'orders:shop:books', key: order.id };
    const text = readable((await browser.post(`/integrations/${subject.id}/preview`, form)).html);
    expect(text).toContain('Nothing was written.');
    expect(text).toContain('Equal to the cent.');
    expect(text).toContain('It would be created.');
    expect(text).toContain(sahin.email);
    expect(invoices()).toEqual([]);
    expect(await subject.tasks()).toEqual([]);
    expect(outside.calls.filter(({ method, path }) => method !== 'GET' && !/token/.test(path))).toEqual([]);
  });

  it('of a record that would be parked says why, and shows the totals still', async () => {
    const subject = await startIntegration({ settings: { paymentTerms: { map: { none: '1' } } } });
    const order = await sell();
    const browser = await loggedIn();
    const form = { flow: 'orders:shop:books', key: order.id };
    const { status, html } = await browser.post(`/integrations/${subject.id}/preview`, form);
    const text = readable(html);
    expect(status).toBe(200);
    expect(text).toContain('It would need you: The setting “Days to pay” has no entry');
    expect(text).toContain('Equal to the cent.');
    expect(text).toContain('It would be created.');
    expect(text).toContain('Nothing would be sent: this is the document as far as it could be planned.');
    expect(text).not.toContain('This is what would be sent.');
  });

  it('of a record that there is not says so and keeps what was typed', async () => {
    const subject = await startIntegration();
    const browser = await loggedIn();
    const form = { flow: 'orders:shop:books', key: 'NONE1' };
    const { status, html } = await browser.post(`/integrations/${subject.id}/preview`, form);
    expect(status).toBe(422);
    expect(readable(html)).toContain('The source has no order with this number or id.');
    expect(html).toContain('value="NONE1"');
    expect(outside.count('POST', /invoices|customers/)).toBe(0);
  });
});
