import { describe, expect, it } from 'vitest';
import { outside } from '../../durable-objects/support/outside.ts';
import { readable } from '../browser.ts';
import { fieldsIn, filledIn } from '../form-fields.ts';
import { faultsOf } from '../page-outline.ts';
import { type Draft, drafted, visitor } from './drafts.ts';

async function settingsOf({ subject }: Draft): Promise<Record<string, unknown> | undefined> {
  return (await subject.view()).flows[0]?.settings;
}

async function typed({ browser, base }: Draft, values: Record<string, string>) {
  return filledIn(await fieldsIn((await browser.get(`${base}/questions`)).html), values);
}

describe('the questions', () => {
  it('are those that matter, each with the recommended answer and what comes of it', async () => {
    const draft = await drafted();
    const { html, status } = await draft.browser.get(`${draft.base}/questions`);
    expect(status).toBe(200);
    const text = readable(html);
    for (const line of [
      'Orders: Ecwid by Lightspeed → Jortt',
      'Which orders are carried over?',
      'An order that nobody pays for is never booked',
      'Recommended: Draft',
      'What if an order is refunded later?',
    ])
      expect(text).toContain(line);
    const fields = new Map(await fieldsIn(html));
    expect(fields.get('f0.paid')).toBe('true');
    expect(fields.get('f0.state')).toBe('');
    expect(html).toContain(`href="/integrations/${draft.subject.id}/settings/orders:shop:books"`);
    expect(await faultsOf(html)).toEqual([]);
    const { body } = await draft.subject.api('GET', '/questions');
    expect(body).toMatchObject({
      items: expect.arrayContaining([
        { flow: 'orders:shop:books', setting: 'paid', recommended: true, isAnswered: false },
        { flow: 'orders:shop:books', setting: 'state', recommended: null, isAnswered: false },
      ]),
    });
  });

  it('are picked from what the systems list themselves', async () => {
    const { browser, base } = await drafted();
    const { html } = await browser.get(`${base}/questions`);
    expect(html).toMatch(/<input type="checkbox" id="f0\.statuses\.\d+" name="f0\.statuses" value="SHIPPED"/);
    expect(html).toMatch(
      /<select id="f0\.revenueAccount\.shipping"[^>]*>.*?<option class="text" value="[^"]+"/s,
    );
    expect(html).toMatch(
      /<select id="f0\.paymentMethods\.default"[^>]*>.*?<option class="text" value="pay_later"/s,
    );
  });

  it.each([
    ['magento', 'jortt', ['orders'], 'f0.paymentStatuses'],
    ['ecwid', 'magento', ['orders', 'products'], 'f1.vat.default'],
    ['ecwid', 'shopify', ['stock'], 'f0.targetLocation'],
    ['shopify', 'ecwid', ['stock', 'orders'], 'f0.sourceLocations'],
  ] as const)('between %s and %s are others', async (from, to, flows, control) => {
    const { browser, base } = await drafted({ from, to, flows });
    const { html, status } = await browser.get(`${base}/questions`);
    expect(status).toBe(200);
    expect(html).toContain(`name="${control}"`);
    expect(await faultsOf(html)).toEqual([]);
    const zipped = new Response(html).body?.pipeThrough(new CompressionStream('gzip'));
    expect((await new Response(zipped).arrayBuffer()).byteLength).toBeLessThan(15 * 1024);
  });

  it('are texts where a system cannot be asked now, and say why', async () => {
    const { browser, base } = await drafted();
    outside.intercept = async ({ system }, answer) => (system === 'jortt' ? Response.error() : answer());
    const { html, status } = await browser.get(`${base}/questions`);
    expect(status).toBe(200);
    expect(html).toMatch(/<input id="f0\.revenueAccount\.shipping"/);
    expect(readable(html)).toContain('What there is to pick cannot be shown now: The token service of Jortt');
  });
});

describe('answers', () => {
  it('are saved with what was recommended, and lead to the dry run', async () => {
    const draft = await drafted();
    const sent = await typed(draft, { 'f0.state': 'sent', 'f0.since': '2026-01-01' });
    const { status, headers } = await draft.browser.post(`${draft.base}/questions`, sent);
    expect([status, headers.get('location')]).toEqual([303, `${draft.base}/dry-run`]);
    expect(await settingsOf(draft)).toMatchObject({ paid: true, state: 'sent', since: '2026-01-01' });
    expect((await draft.subject.view()).state).toBe('draft');
  });

  it('stand as they were given, and not as they are recommended, when somebody comes back', async () => {
    const draft = await drafted({ settings: { lines: 'split' } });
    await draft.browser.post(`${draft.base}/questions`, await typed(draft, { 'f0.paid': '' }));
    expect(await settingsOf(draft)).toMatchObject({ lines: 'split' });
    expect(await settingsOf(draft)).not.toHaveProperty('paid');
    const { html } = await draft.browser.get(`${draft.base}/questions`);
    expect(new Map(await fieldsIn(html)).get('f0.paid')).toBe('');
  });

  it('get a row more, with all that was typed', async () => {
    const draft = await drafted();
    const sent = await typed(draft, { 'f0.paid': 'false', more: 'f0.paymentMethods' });
    const { html, status } = await draft.browser.post(`${draft.base}/questions`, sent);
    expect(status).toBe(200);
    const fields = new Map(await fieldsIn(html));
    expect(fields.get('f0.paid')).toBe('false');
    expect(fields.get('f0.paymentMethods.table.0.key')).toBe('');
    expect(await settingsOf(draft)).not.toHaveProperty('paid');
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['is no day', { 'f0.since': '2026-02-31' }, 'f0.since', 'From which day on?'],
    [
      'the system does not have',
      { 'f0.paymentMethods.default': 'payd' },
      'f0.paymentMethods.default',
      'Which payment method',
    ],
    [
      'has no name',
      { 'f0.paymentMethods.table.0.value': 'pay_later' },
      'f0.paymentMethods.table.0.key',
      'Which payment method',
    ],
  ])('of which one %s are kept, and nothing is stored', async (_, values, control, label) => {
    const draft = await drafted();
    const sent = await typed(draft, { ...values, 'f0.state': 'sent' });
    const { html, status } = await draft.browser.post(`${draft.base}/questions`, sent);
    expect(status).toBe(400);
    expect(html).toMatch(/<title>Error: /);
    expect(html).toContain(`href="#${control}"`);
    expect(html).toMatch(new RegExp(`id="${control.replaceAll('.', '\\.')}"[^>]*aria-invalid="true"`));
    expect(readable(html)).toContain(label);
    const fields = new Map(await fieldsIn(html));
    for (const [name, value] of Object.entries({ ...values, 'f0.state': 'sent' }))
      expect([name, fields.get(name)]).toEqual([name, value]);
    expect(await settingsOf(draft)).toMatchObject({ state: 'draft' });
    expect(await faultsOf(html)).toEqual([]);
  });

  it('that somebody else overtook keep what was typed, and show both', async () => {
    const draft = await drafted();
    const sent = await typed(draft, { 'f0.state': 'sent' });
    const other = await typed(draft, { 'f0.refunds': 'ignore' });
    await draft.browser.post(`${draft.base}/questions`, other);
    const { html, status } = await draft.browser.post(`${draft.base}/questions`, sent);
    expect(status).toBe(409);
    expect(readable(html)).toContain('Somebody else saved meanwhile');
    expect(readable(html)).toContain('Draft or final Draft Final');
    expect(await settingsOf(draft)).toMatchObject({ state: 'draft', refunds: 'ignore' });
    expect(await faultsOf(html)).toEqual([]);
    const again = await draft.browser.post(`${draft.base}/questions`, await fieldsIn(html));
    expect(again.status).toBe(303);
    expect(await settingsOf(draft)).toMatchObject({ state: 'sent', refunds: 'flag' });
  });

  it('are read, and not given, by whoever may not change the link', async () => {
    const draft = await drafted();
    const browser = await visitor('bookkeeper', draft);
    const { html, status } = await browser.get(`${draft.base}/questions`);
    expect(status).toBe(200);
    expect(html).toContain('<fieldset disabled');
    expect(html).not.toMatch(/<form[^>]*setup\/questions/);
    expect((await browser.post(`${draft.base}/questions`, { 'f0.paid': 'true' })).status).toBe(403);
  });

  it('are for drafts: a link that is live has its settings', async () => {
    const draft = await drafted();
    await draft.subject.api('POST', '/resume');
    for (const step of ['questions', 'live']) {
      const { status, headers } = await draft.browser.get(`${draft.base}/${step}`);
      expect([status, headers.get('location')]).toEqual([303, `/integrations/${draft.subject.id}`]);
    }
  });
});
