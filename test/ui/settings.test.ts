import { describe, expect, it } from 'vitest';
import { koppel, newId, type Subject, startIntegration } from '../durable-objects/support/harness.ts';
import { outside } from '../durable-objects/support/outside.ts';
import { sell } from '../durable-objects/support/shop.ts';
import { credentials, integrationDocument } from '../support/integration-document.ts';
import { type Browser, loggedIn, readable } from './browser.ts';
import { fieldsIn, filledIn } from './form-fields.ts';
import { faultsOf } from './page-outline.ts';

const flow = 'orders:shop:books';

interface Opened {
  readonly subject: Subject;
  readonly browser: Browser;
  readonly base: string;
  readonly form: string;
}

async function opened(settings: Record<string, unknown> = {}): Promise<Opened> {
  const subject = await startIntegration({ settings, name: 'Teapots' });
  const base = `/integrations/${subject.id}/settings`;
  return { subject, browser: await loggedIn(), base, form: `${base}/${flow}` };
}

async function settingsOf(subject: Subject): Promise<Record<string, unknown> | undefined> {
  return (await subject.view()).flows[0]?.settings;
}

/** The form as it is shown, with some of it filled in otherwise. */
async function typed({ browser, form }: Opened, values: Record<string, string>) {
  return filledIn(await fieldsIn((await browser.get(form)).html), values);
}

describe('the form of a flow', () => {
  it('is led to from the settings of the link', async () => {
    const { browser, base, form } = await opened({ paymentStatuses: ['PAID'] });
    const { html } = await browser.get(base);
    expect(html).toContain(`href="${form}"`);
    expect(readable(html)).toContain('1 setting differs from the usual way.');
    expect(await faultsOf(html)).toEqual([]);
  });

  it('shows what is set, and what is done when nothing is', async () => {
    const opening = await opened({
      paymentStatuses: ['PAID'],
      vat: { byRate: { map: { 21: '21' }, default: 'exempt' } },
      day: { end: '04:00' },
      customer: { defaultDebtor: { id: 'counter' } },
    });
    const { html } = await opening.browser.get(opening.form);
    const text = readable(html);
    expect(text).toContain('Orders: Ecwid by Lightspeed → Jortt');
    expect(text).toContain('Default: Draft');
    expect(text).toContain('Default: 0.05');
    // Codes in help texts are in words, where there are any.
    expect(text).toContain('“Into the day that is open”');
    const fields = new Map(await fieldsIn(html));
    expect(fields.get('settings.state')).toBe('');
    expect(fields.get('settings.vat.byRate.table.0.key')).toBe('21');
    expect(fields.get('settings.day.isSet')).toBe('yes');
    expect(fields.get('settings.day.end')).toBe('04:00');
    expect(html).toMatch(
      /<input type="checkbox"[^>]*name="settings\.paymentStatuses"[^>]*value="PAID"[^>]*checked/,
    );
    expect(await faultsOf(html)).toEqual([]);
  });

  it('sent as it is shown changes nothing', async () => {
    const opening = await opened({
      paymentStatuses: ['PAID'],
      vat: { byCountry: { DE: { map: { 19: '19' } } } },
      fees: [{ field: 'a.b', text: 'Fee', includesVat: true }],
      fixed: { remarks: 'Thanks' },
    });
    const { html, status } = await opening.browser.post(opening.form, await typed(opening, {}));
    expect(status).toBe(200);
    expect(readable(html)).toContain('Nothing is changed.');
    expect(html).not.toContain('value="save"');
  });

  it('offers what the systems list, and says why where one cannot be asked', async () => {
    const opening = await opened();
    const { html } = await opening.browser.get(opening.form);
    expect(html).toMatch(/<select id="settings\.revenueAccount\.shipping"/);
    expect(html).toMatch(/<datalist id="list-to-vatCodes">/);
    expect(html).toMatch(/list="list-to-vatCodes"/);
    const other = await opened();
    outside.intercept = async ({ system }, answer) => (system === 'jortt' ? Response.error() : answer());
    const down = await other.browser.get(other.form);
    expect(down.status).toBe(200);
    expect(down.html).toMatch(/<input id="settings\.revenueAccount\.shipping"/);
    expect(readable(down.html)).toContain('What there is to pick cannot be shown now: Jortt');
  });

  it('is a small page, whatever it offers', async () => {
    const { browser, form } = await opened();
    const { html } = await browser.get(form);
    const zipped = new Response(html).body?.pipeThrough(new CompressionStream('gzip'));
    expect((await new Response(zipped).arrayBuffer()).byteLength).toBeLessThan(15 * 1024);
  });

  it('adds a row and keeps what was typed', async () => {
    const opening = await opened();
    const sent = await typed(opening, {
      'settings.rounding.tolerance': 'much',
      'settings.paymentMethods.default': 'pay_later',
      more: 'settings.paymentMethods',
    });
    const { html, status } = await opening.browser.post(opening.form, sent);
    expect(status).toBe(200);
    const fields = new Map(await fieldsIn(html));
    expect(fields.get('settings.rounding.tolerance')).toBe('much');
    expect(fields.get('settings.paymentMethods.default')).toBe('pay_later');
    expect(fields.get('settings.paymentMethods.table.0.key')).toBe('');
    expect(await settingsOf(opening.subject)).toMatchObject({ rounding: { tolerance: '0.05' } });
    expect(await faultsOf(html)).toEqual([]);
  });

  it('has a row for every value that records wait for', async () => {
    const opening = await opened({ paymentMethods: { map: { Nothing: 'pay_later' } } });
    const order = await sell();
    await opening.subject.sync(order.id);
    await opening.subject.settle();
    const task = await opening.subject.task(order.id);
    expect(task.problem?.code).toBe('choice_missing');
    const { html } = await opening.browser.get(opening.form);
    expect(readable(html)).toContain('1 record waits for it');
    const fields = new Map(await fieldsIn(html));
    expect(fields.get('settings.paymentMethods.table.1.offered')).toBe('yes');
    const value = fields.get('settings.paymentMethods.table.1.key') ?? '';
    const choice = { 'settings.paymentMethods.table.1.value': 'pay_later', do: 'save' };
    await opening.browser.post(opening.form, await typed(opening, choice));
    expect(await settingsOf(opening.subject)).toMatchObject({
      paymentMethods: { map: { Nothing: 'pay_later', [value]: 'pay_later' } },
    });
  });
});

describe('saving a form', () => {
  it('shows first what it changes, setting by setting in words, then stores it', async () => {
    const opening = await opened({ state: 'draft' });
    const { subject, browser, form } = opening;
    const sent = await typed(opening, {
      'settings.state': 'sent',
      'settings.paid': 'true',
      'settings.vat.byRate.table.0.key': '21',
      'settings.vat.byRate.table.0.value': '21',
      every: '10m',
    });
    const review = await browser.post(form, sent);
    expect(review.status).toBe(200);
    const text = readable(review.html);
    for (const line of [
      'Draft or final Draft Final',
      'Paid not set yes',
      'VAT › VAT codes › 21 not set 21',
      'How often to ask not set 10m',
    ])
      expect(text).toContain(line);
    expect(await faultsOf(review.html)).toEqual([]);
    expect(await settingsOf(subject)).toMatchObject({ state: 'draft' });
    const saved = await browser.post(form, [...(await fieldsIn(review.html)), ['do', 'save']]);
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${form}?said=saved`]);
    expect(await settingsOf(subject)).toMatchObject({
      state: 'sent',
      paid: true,
      vat: { byRate: { map: { 21: '21' } } },
    });
    expect((await subject.view()).flows[0]).toMatchObject({ every: '10m', enabled: true, mapping: {} });
    const revisions = (await subject.api('GET', '/revisions')).body;
    expect(revisions).toMatchObject({
      items: [
        { who: 'ADMIN_TOKEN', via: 'page' },
        { who: 'ADMIN_TOKEN', via: 'api' },
      ],
    });
  });

  it('leaves all of the link as it is that stands on another page', async () => {
    const opening = await opened({ state: 'draft' });
    const { subject, browser, base, form } = opening;
    const whole = { language: 'de', nameOnStatus: true, retentionDays: 30 };
    const saved = await subject.api('PUT', '', { ...integrationDocument({ name: 'Teapots' }), ...whole });
    expect(saved.status, saved.text).toBe(200);
    const sent = await typed(opening, { 'settings.paid': 'true', do: 'save' });
    expect((await browser.post(form, sent)).status).toBe(303);
    expect(await subject.view()).toMatchObject(whole);
    const { html: document } = await browser.get(`${base}/export`);
    expect(JSON.parse(document)).toMatchObject(whole);
    // What nothing differs from is nothing to save.
    const same = await browser.post(`${base}/transfer`, { document });
    expect(readable(same.html)).toContain('Nothing is changed.');
    const hidden = JSON.stringify({ ...JSON.parse(document), nameOnStatus: false });
    const review = await browser.post(`${base}/transfer`, { document: hidden });
    expect(readable(review.html)).toContain('Name on the status page yes no');
  });

  it('goes back to the form with what was typed', async () => {
    const opening = await opened();
    const review = await opening.browser.post(
      opening.form,
      await typed(opening, { 'settings.paid': 'false' }),
    );
    const sent: [string, string][] = [...(await fieldsIn(review.html)), ['do', 'back']];
    const { html } = await opening.browser.post(opening.form, sent);
    expect(new Map(await fieldsIn(html)).get('settings.paid')).toBe('false');
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['what the schema refuses', { 'settings.since': '2026-02-31' }, 'settings.since', 'From'],
    [
      'what the system does not have',
      { 'settings.paymentMethods.table.0.key': 'iDEAL', 'settings.paymentMethods.table.0.value': 'payd' },
      'settings.paymentMethods.table.0.value',
      'Payment methods',
    ],
    [
      'what the form misses',
      { 'settings.customer.defaultDebtor.isSet': 'yes' },
      'settings.customer.defaultDebtor.id',
      'Its id',
    ],
    [
      'a row that stands there twice',
      {
        'settings.vat.byRate.table.0.key': '21',
        'settings.vat.byRate.table.0.value': '21',
        'settings.vat.byRate.table.1.key': '21',
        'settings.vat.byRate.table.1.value': '9',
      },
      'settings.vat.byRate.table.1.key',
      'VAT codes',
    ],
  ])('says at its field %s, and stores nothing', async (_, values, control, label) => {
    const opening = await opened({ state: 'draft' });
    const sent = await typed(opening, { ...values, 'settings.state': 'sent', do: 'save' });
    const { html, status } = await opening.browser.post(opening.form, sent);
    expect(status).toBe(400);
    expect(html).toMatch(/<title>Error: /);
    expect(html).toContain(`href="#${control}"`);
    expect(html).toContain(`id="${control}"`);
    expect(html).toMatch(new RegExp(`id="${control.replaceAll('.', '\\.')}"[^>]*aria-invalid="true"`));
    expect(html).toContain(`id="${control}:error"`);
    expect(readable(html)).toContain(label);
    const fields = new Map(await fieldsIn(html));
    for (const [name, value] of Object.entries(values))
      expect([name, fields.get(name)]).toEqual([name, value]);
    expect(fields.get('settings.state')).toBe('sent');
    expect(await settingsOf(opening.subject)).toMatchObject({ state: 'draft' });
    expect(await faultsOf(html)).toEqual([]);
  });

  it('that somebody else overtook keeps what was typed, and shows both', async () => {
    const opening = await opened({ state: 'draft' });
    const { subject, browser, form } = opening;
    const mine = await typed(opening, { 'settings.paid': 'true' });
    await subject.configure({ settings: { state: 'sent' }, name: 'Teapots' });
    for (const step of [[], [['do', 'save']]] as [string, string][][]) {
      const { html, status } = await browser.post(form, [...mine, ...step]);
      expect(status).toBe(409);
      const text = readable(html);
      expect(text).toContain('Somebody else saved meanwhile');
      expect(text).toContain('Draft or final Final Draft');
      expect(text).toContain('Paid not set yes');
      expect(await settingsOf(subject)).toMatchObject({ state: 'sent' });
      expect(await faultsOf(html)).toEqual([]);
    }
    const { html } = await browser.post(form, mine);
    const saved = await browser.post(form, [...(await fieldsIn(html)), ['do', 'save']]);
    expect(saved.status).toBe(303);
    expect(await settingsOf(subject)).toMatchObject({ state: 'draft', paid: true });
  });

  it('is refused where it comes from another site', async () => {
    const { browser, form } = await opened();
    const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    expect((await browser.post(form, { do: 'save' }, headers)).status).toBe(403);
  });

  it('of a flow that is not there is not found', async () => {
    const { browser, base } = await opened();
    expect((await browser.get(`${base}/stock:shop:books`)).status).toBe(404);
    expect((await browser.post(`${base}/stock:shop:books`, {})).status).toBe(404);
  });
});

describe('the history', () => {
  it('lists every version, shows what it changed, and makes one the present one again', async () => {
    const { subject, browser, base } = await opened({ state: 'draft' });
    await subject.configure({ settings: { state: 'sent' }, name: 'Teapots' });
    const list = await browser.get(`${base}/history`);
    expect(readable(list.html)).toContain('Version 2 present');
    expect(await faultsOf(list.html)).toEqual([]);
    const second = await browser.get(`${base}/history/2`);
    expect(readable(second.html)).toContain('Draft or final Draft Final');
    const first = await browser.get(`${base}/history/1`);
    expect(readable(first.html)).toContain('Draft or final Final Draft');
    expect(first.html).not.toContain(credentials.shop.token);
    expect(await faultsOf(first.html)).toEqual([]);
    const fields = await fieldsIn(first.html);
    const restored = await browser.post(`${base}/history/1/restore`, fields);
    expect([restored.status, restored.headers.get('location')]).toEqual([303, `${base}?said=restored`]);
    expect(await settingsOf(subject)).toMatchObject({ state: 'draft' });
    const again = await browser.post(`${base}/history/2/restore`, fields);
    expect(again.status).toBe(400);
    expect(again.html).toMatch(/<title>Error: /);
    expect(readable(again.html)).toContain('Somebody saved this link meanwhile.');
    expect((await browser.get(`${base}/history/99`)).status).toBe(404);
    expect((await browser.get(`${base}/history/x`)).status).toBe(404);
  });
});

describe('export and import', () => {
  it('gives the document as a file, without secrets', async () => {
    const { browser, base, subject } = await opened({ state: 'sent' });
    const { html, headers } = await browser.get(`${base}/export`);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${subject.id}.json"`);
    expect(JSON.parse(html)).toMatchObject({ name: 'Teapots', flows: [{ settings: { state: 'sent' } }] });
    for (const secret of [credentials.shop.token, credentials.books.clientSecret])
      expect(html).not.toContain(secret);
  });

  it('takes it back, into this link or another one, once it was looked at', async () => {
    const [from, into] = [await opened({ state: 'sent' }), await opened({ state: 'draft' })];
    const { html: document } = await from.browser.get(`${from.base}/export`);
    const to = `${into.base}/transfer`;
    expect(await faultsOf((await into.browser.get(to)).html)).toEqual([]);
    const review = await into.browser.post(to, { document });
    expect(readable(review.html)).toContain('Draft or final Draft Final');
    expect(await faultsOf(review.html)).toEqual([]);
    expect(await settingsOf(into.subject)).toMatchObject({ state: 'draft' });
    const saved = await into.browser.post(to, [...(await fieldsIn(review.html)), ['do', 'save']]);
    expect(saved.status).toBe(303);
    expect(await settingsOf(into.subject)).toMatchObject({ state: 'sent' });
    expect((await koppel('POST', `/api/integrations/${into.subject.id}/check`)).body).toMatchObject({
      ok: true,
    });
  });

  it('makes a new link of the file of another one, once the credentials that lack are entered', async () => {
    const { browser, base } = await opened({ state: 'sent' });
    const file = new File([(await browser.get(`${base}/export`)).html], 'mugs.json', {
      type: 'application/json',
    });
    const form = new FormData();
    form.set('id', newId());
    form.set('document', '{}');
    form.set('file', file);
    const { html, status } = await browser.upload('/new/document', form);
    expect(status).toBe(400);
    for (const lacking of [
      'connections.shop.credentials.token',
      'connections.books.credentials.clientSecret',
    ])
      expect(readable(html)).toContain(lacking);
    expect(JSON.parse(new Map(await fieldsIn(html)).get('document') ?? '')).toMatchObject({
      name: 'Teapots',
      flows: [{ settings: { state: 'sent' } }],
    });
  });

  it('names the credentials that lack, and what else is wrong, and keeps what was pasted', async () => {
    const { browser, base, subject } = await opened({ state: 'draft' });
    const strange = {
      ...integrationDocument({ name: 'Strange' }),
      connections: {
        shop: { connector: 'magento', credentials: { address: 'https://shop.example.com' } },
        books: { connector: 'jortt' },
      },
    };
    const { html, status } = await browser.post(`${base}/transfer`, { document: JSON.stringify(strange) });
    expect(status).toBe(400);
    expect(readable(html)).toContain('shop: accessToken');
    expect(html).toMatch(/<title>Error: /);
    expect(await faultsOf(html)).toEqual([]);
    for (const document of ['', '{', '[]', '{"name": 1}']) {
      const answer = await browser.post(`${base}/transfer`, { document });
      expect([document, answer.status]).toEqual([document, 400]);
      expect(answer.html).toContain('href="#document"');
    }
    expect((await subject.view()).name).toBe('Teapots');
  });
});

describe('the expert view', () => {
  it('leads from what is wrong to the line that it stands in', async () => {
    const { browser, subject } = await opened();
    const view = await browser.get(`/integrations/${subject.id}/configuration`);
    const fields = new Map(await fieldsIn(view.html));
    const document = (fields.get('document') ?? '').replace('"draft"', '"drafty"');
    const lines = document.split('\n');
    const line = 1 + lines.findIndex((each) => each.includes('drafty'));
    const { html, status } = await browser.post(`/integrations/${subject.id}/configuration`, {
      document,
      revision: fields.get('revision') ?? '',
    });
    expect(status).toBe(400);
    expect(html).toMatch(/<title>Error: /);
    expect(html).toContain('href="#document"');
    expect(readable(html)).toMatch(new RegExp(`flows\\.0\\.settings\\.state must be .* \\(line ${line}\\)`));
  });
});
