import { describe, expect, it } from 'vitest';
import { controlRoutes } from '../../sandbox/control.ts';
import { type Language, languages } from '../../src/texts/languages.ts';
import { koppel, newId, Subject, startIntegration } from '../durable-objects/support/harness.ts';
import { outside, sandbox } from '../durable-objects/support/outside.ts';
import { sahin, sell } from '../durable-objects/support/shop.ts';
import { stockDocument, withLevels } from '../durable-objects/support/stock.ts';
import { integrationDocument } from '../support/integration-document.ts';
import { refusedByJortt } from '../support/refused-by-jortt.ts';
import { credentials } from '../support/systems.ts';
import { Browser, loggedIn, readable } from './browser.ts';
import { faultsOf } from './page-outline.ts';
import { wordsOf } from './page-words.ts';
import { drafted as readyDraft } from './setup/drafts.ts';
import { connect, connectionPath, drafted } from './setup/support.ts';

const others = languages.filter((language) => language !== 'en');

/** What is called the same in every language. */
const names = new Set([
  ...['Koppel', 'English', 'Nederlands', 'Deutsch', 'Türkçe', 'status.json', 'shop', 'books', 'other'],
  ...['Ecwid by Lightspeed', 'Ecwid by Lightspeed,', 'Jortt', 'Magento 2'],
  ...['MijnWebwinkel', 'Salesforce', 'Shopify', 'ADMIN_TOKEN'],
  // What systems call what opens them, and what is entered there.
  ...[
    'Client secret',
    'Client Secret',
    'Client id',
    'Consumer key',
    'Consumer Key',
    'Consumer secret',
    'Consumer Secret',
  ],
  ...['Access token', 'Access Token', 'Access token secret', 'Access Token Secret', 'Admin API access token'],
  ...[
    'Secret token',
    'Secret Token',
    'Product SKU',
    'VatRate__c',
    'VatNumber__c',
    'CocNumber__c',
    'Stock__c',
  ],
  ...['Draft', 'Activated'],
  // Credentials that are no secrets.
  ...['sandbox-client', 'sandboxconsumerkey00000000000001', 'https://shop.example.com'],
]);

/** Numbers, codes, also those of problems that are read out, and ids of systems. */
const code = /^(?:: [a-z_]+|[A-Z0-9-]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What says the same in two languages, and is right so. */
const alike: Readonly<Record<Language, readonly string[]>> = {
  en: [],
  nl: [
    ...['Status', 'Status · Koppel', 'Document', 'Basis', 'Order', 'Account', 'Webhooks'],
    ...['In Magento 2', 'Id in Magento 2', 'SKU in Magento 2', 'Record in Ecwid by Lightspeed'],
    'In Ecwid by Lightspeed',
  ],
  de: [
    ...['Status', 'Status · Koppel', 'Name', 'In Magento 2', 'SKU in Magento 2', 'In Ecwid by Lightspeed'],
    ...['System', 'Version', 'Version 1', 'Shop', 'Webhooks', '(optional)', 'Region'],
  ],
  tr: [],
};

/** March is written alike in Turkish, and the clock of these tests stands in it. */
const inMarch = /^\d{1,2} Mar \d{4}$/;

/** So many pages, each in four languages, on a machine that may be busy. */
const walkMs = 300_000;

interface Visit {
  readonly what: string;
  /** What stands on the page, so that it is the one that is meant. */
  readonly shows?: string;
  readonly open: (browser: Browser, headers: Record<string, string>) => ReturnType<Browser['get']>;
}

const page = (path: string): Visit => ({
  what: path,
  open: (browser, headers) => browser.get(path, headers),
});
const form = (path: string, fields: Record<string, string> = {}): Visit => ({
  what: `${path} ${JSON.stringify(fields)}`,
  open: (browser, headers) => browser.post(path, fields, headers),
});

/** An order that is booked, one that is parked, one that was left out, and every page about them. */
async function orderPages(): Promise<{ name: string; visits: Visit[] }> {
  const subject = await startIntegration({ settings: {}, name: 'Teapots' });
  const [booked, parked, skipped] = [await sell(), await sell(), await sell()];
  await subject.sync(booked.id);
  await subject.settle();
  const refused = { kind: 'status', status: 422, body: refusedByJortt } as const;
  outside.fault(
    ...[1, 2].map(() => ({ system: 'jortt', method: 'POST', path: '/invoices', ...refused }) as const),
  );
  await subject.sync(parked.id, skipped.id);
  await subject.settle();
  const [ofParked, ofSkipped] = [await subject.task(parked.id), await subject.task(skipped.id)];
  await subject.api('POST', `/tasks/${ofSkipped.id}/skip`, {});
  const [done] = await subject.activity('&outcome=done');
  const [failed] = await subject.activity('&outcome=parked');
  const base = `/integrations/${subject.id}`;
  return {
    name: 'Teapots',
    visits: [
      ...['/help', '/help/jortt', '/api/docs', '/api/docs/tasks'].map(page),
      ...['/', '/new', '/new/document', '/status', '/nowhere', base, `${base}?outcome=waiting`].map(page),
      ...['paused', 'created', 'retried-all', 'synced', 'skipped'].map((said) =>
        page(`${base}?said=${said}`),
      ),
      ...[done?.id, failed?.id].map((id) => page(`${base}/activity/${id}`)),
      ...[ofParked.id, ofSkipped.id].map((id) => page(`${base}/tasks/${id}`)),
      ...['preview', 'configuration', 'privacy', 'connections', 'connections/shop', 'stock', 'orders'].map(
        (name) => page(`${base}/${name}`),
      ),
      ...['?q=none-such', '?state=parked', '/orders/none-such'].map((rest) => page(`${base}/orders${rest}`)),
      ...[booked, parked, skipped].map(({ id }) => page(`${base}/orders/orders:shop:books/${id}`)),
      ...['', '?said=retried', '/solved', '/solved?said=unskipped'].map((rest) =>
        page(`${base}/problems${rest}`),
      ),
      form(`${base}/problems/skip`, { problem: await causeIn(subject), why: '' }),
      form(`${base}/problems/retry`, { problem: 'WyJyZWNvcmRzIiwiYSIsImIiXQ' }),
      ...['', '/orders:shop:books', '/history', '/history/1', '/transfer'].map((name) =>
        page(`${base}/settings${name}`),
      ),
      form(`${base}/settings/orders:shop:books`, { 'settings.state': 'sent', revision: 'other' }),
      form(`${base}/settings/orders:shop:books`, { 'settings.since': 'soon', more: 'settings.fees' }),
      form(`${base}/settings/transfer`, { document: '{' }),
      ...mappingPages(`${base}/settings/orders:shop:books/mapping`),
      ...[`${base}/tasks/999`, `${base}/activity/x`, '/integrations/none-such', '/oauth/callback'].map(page),
      form(`${base}/sync`, { flow: 'orders:shop:books', since: 'yesterday' }),
      form(`${base}/sync`, { flow: 'customers' }),
      form(`${base}/tasks/${(await subject.task(booked.id)).id}/retry`),
      form(`${base}/check`),
      form(`${base}/preview`, { flow: 'orders:shop:books', key: booked.id }),
      form(`${base}/preview`, { flow: 'orders:shop:books', key: 'NONE1' }),
      form(`${base}/preview`, { flow: 'orders:shop:books', key: ' ' }),
      form(`${base}/privacy`, { email: 'nobody' }),
      form(`${base}/privacy`, { email: 'nobody@example.org', do: 'look' }),
      form(`${base}/privacy`, { email: 'nobody@example.org', do: 'erase' }),
      form(`${base}/privacy`, { email: 'nobody@example.org', do: 'erase', sure: 'yes' }),
      form(`${base}/privacy/retention`, { days: 'many' }),
      form(`${base}/connections`),
      form(`${base}/connections/books`, { 'credentials.clientId': '' }),
      form(`${base}/connections/books/rename`, { name: 'shop' }),
      form(`${base}/delete`, { confirm: 'no' }),
      form(`${base}/configuration`, { document: '{' }),
      form('/new/document', { id: subject.id, document: '{}' }),
    ],
  };
}

async function causeIn(subject: Subject): Promise<string> {
  const { body } = await subject.api('GET', '/problems');
  const [cause] = body.causes as { readonly id: string }[];
  return cause?.id ?? '';
}

/** The mapping, and every way to fill in a field: as it is chosen, tried, and wrong. */
function mappingPages(base: string): Visit[] {
  const typed = (fields: Record<string, string>) =>
    form(`${base}/remarks`, { shown: fields.mode ?? '', ...fields });
  return [
    ...['', '?sample=company', '/remarks', '/customer.email', '/label_ids', '/nowhere'].map((rest) =>
      page(`${base}${rest}`),
    ),
    ...['fixed', 'field', 'text', 'table', 'formula'].map((mode) => typed({ mode, do: 'show' })),
    ...['fixed', 'field', 'text', 'table', 'formula'].map((mode) => typed({ mode, do: 'try' })),
    typed({ mode: 'table', by: 'order.paymentMethod', do: 'row' }),
    typed({ mode: 'text', text: 'Bestelling {number', most: 'x', do: 'try' }),
    typed({ mode: 'formula', expression: '$number(order.number)', do: 'try' }),
    typed({ mode: 'formula', expression: '$upercase(order.nummer)', do: 'try' }),
    typed({ mode: 'text', text: '{number}', do: 'save', revision: 'other' }),
  ];
}

async function stockPages(): Promise<{ name: string; visits: Visit[] }> {
  const subject = new Subject(newId());
  const { status, text } = await koppel('PUT', `/api/integrations/${subject.id}`, {
    ...stockDocument(),
    name: 'Kettles',
  });
  expect(status, text).toBe(200);
  await withLevels(subject, 40);
  const base = `/integrations/${subject.id}`;
  const skus = ['SKU-12', 'SKU-1', 'none-such'].map((sku) => page(`${base}/stock?sku=${sku}`));
  const visits = [page(base), page(`${base}/problems`), page(`${base}/stock`), ...skus];
  return { name: 'Kettles', visits };
}

/** Documents that are JSON and that nobody can save, each with another kind of fault. */
function refused(name: string): object[] {
  const whole = integrationDocument({ name });
  const [flow] = whole.flows;
  const { shop, books } = whole.connections;
  const withFlow = (parts: object) => ({ ...whole, flows: [{ ...flow, ...parts }] });
  return [
    {},
    { ...whole, name: 5, retentionDays: 999, nonsense: true, state: 'asleep' },
    {
      ...whole,
      connections: { shop: { ...shop, credentials: { storeId: 'x' } }, books: { connector: 'none' } },
    },
    { ...whole, connections: { shop } },
    {
      ...whole,
      connections: { shop, books: { connector: 'magento', credentials: { address: 'http://10.0.0.1' } } },
    },
    { ...whole, flows: [flow, flow, { ...flow, to: 'nowhere' }, { ...flow, to: 'shop' }] },
    withFlow({ every: 'often', settings: { lines: 'sideways', tolerance: '-1', fees: [{ field: 5 }] } }),
    withFlow({ mapping: { remarks: '1 +', nothing: 'order.nummer', 'line.description': '$sume(line.x)' } }),
    withFlow({
      settings: { document: 'order', products: 'require', fixed: { remark: 'x', payment_term: 'soon' } },
    }),
    { ...whole, connections: { shop, books }, flows: [withFlow({ flow: 'stock' }).flows[0]] },
  ];
}

/** Where a configuration is refused: nothing is stored, whatever is wrong. */
async function refusedPages(): Promise<{ name: string; visits: Visit[] }> {
  const subject = await startIntegration({ name: 'Saucers' });
  const base = `/integrations/${subject.id}`;
  return {
    name: 'Saucers',
    visits: [
      ...refused('Saucers').map((document) =>
        form(`${base}/configuration`, { document: JSON.stringify(document) }),
      ),
      form('/new/document', { id: newId(), document: JSON.stringify(refused('Saucers')[1]) }),
    ],
  };
}

const levers = controlRoutes(sandbox);

async function lever(method: string, path: string, body: unknown): Promise<{ id: string }> {
  const answer = await levers.request(path, { method, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

/** A product that is in both shops and one that is new, with their levels, as they would be carried. */
async function cataloguePages(): Promise<{ name: string; visits: Visit[] }> {
  const subject = new Subject(newId());
  const { connections } = stockDocument();
  const price = { pricesIncludeVat: { target: true } };
  const { status, text } = await koppel('PUT', `/api/integrations/${subject.id}`, {
    name: 'Plates',
    connections,
    flows: [
      { flow: 'products', from: 'shop', to: 'other', settings: { price } },
      { flow: 'stock', from: 'shop', to: 'other', settings: { manage: 'on' } },
    ],
  });
  expect(status, text).toBe(200);
  await subject.settle();
  const plate = { name: 'Bord', sku: 'P-1', price: '12.10', pieces: 5 };
  const { id } = await lever('POST', '/ecwid/products', plate);
  await lever('POST', '/magento/products', { ...plate, price: '13.10', pieces: 7 });
  const fresh = await lever('POST', '/ecwid/products', { ...plate, name: 'Kom', sku: 'P-2' });
  const base = `/integrations/${subject.id}`;
  const asked = [
    { ...form(`${base}/preview`, { flow: 'products:shop:other', key: id }), shows: 'id="totals"' },
    { ...form(`${base}/preview`, { flow: 'products:shop:other', key: fresh.id }), shows: 'id="totals"' },
    { ...form(`${base}/preview`, { flow: 'stock:shop:other', key: id }), shows: 'id="levels"' },
    form(`${base}/preview`, { flow: 'stock:shop:other', key: fresh.id }),
  ];
  const pages = [base, `${base}/stock`, `${base}/stock?sku=P-1`];
  return { name: 'Plates', visits: [...asked, ...pages.map(page)] };
}

/** A customer that both sides have changed, with every page about it. */
async function customerPages(): Promise<{ name: string; visits: Visit[] }> {
  const subject = new Subject(newId());
  const { status, text } = await subject.api('PUT', '', {
    ...integrationDocument({ name: 'Spoons' }),
    flows: [
      { flow: 'customers', from: 'shop', to: 'books' },
      { flow: 'customers', from: 'books', to: 'shop' },
    ],
  });
  expect(status, text).toBe(200);
  const flow = 'customers:shop:books';
  const { id } = await lever('POST', '/ecwid/people', {
    email: 'bo@kept.example',
    name: 'Bo Bos',
    phone: '0201',
  });
  await subject.api('POST', '/sync', { flow, keys: [id] });
  await subject.settle();
  const [made] = await subject.activity(`&outcome=done&key=${id}`);
  await lever('PATCH', `/ecwid/people/${id}`, { phone: '0202' });
  await lever('PATCH', `/jortt/people/${made?.targetId}`, { phone: '0203' });
  await subject.api('POST', '/sync', { flow });
  await subject.settle();
  const task = (await subject.tasks()).find((each) => each.key === id && each.from === 'shop');
  expect(task?.problem?.code).toBe('customer_conflict');
  const [last] = await subject.activity(`&outcome=parked&key=${id}`);
  const base = `/integrations/${subject.id}`;
  const pages = [
    base,
    `${base}/tasks/${task?.id}`,
    ...[made?.id, last?.id].map((row) => `${base}/activity/${row}`),
  ];
  return { name: 'Spoons', visits: [...pages.map(page), form(`${base}/preview`, { flow, key: id })] };
}

/** The wizard, as far as it goes before the questions: what opens every system, what failed, and what is kept in step. */
async function setupPages(): Promise<{ name: string; visits: Visit[] }> {
  const browser = await loggedIn();
  const drafts = await Promise.all([
    drafted(browser, 'ecwid', 'salesforce', 'Spouts'),
    drafted(browser, 'ccv', 'mijnwebwinkel', 'Spouts'),
    drafted(browser, 'magento', 'shopify', 'Spouts'),
    drafted(browser, 'jortt', 'ecwid', 'Spouts'),
  ]);
  const [one, , , other] = drafts;
  if (one === undefined || other === undefined) throw new Error('Drafts are missing.');
  await connect(browser, one.id, 'ecwid', credentials.ecwid);
  await connect(browser, one.id, 'salesforce', { ...credentials.salesforce, access: 'person' });
  await connect(browser, other.id, 'jortt', { ...credentials.jortt, clientSecret: 'wrong' });
  await connect(browser, other.id, 'ecwid', { ...credentials.ecwid, clientSecret: '' });
  const flows = `/integrations/${one.id}/setup/flows`;
  return {
    name: 'Spouts',
    visits: [
      form('/new', { name: '', first: '', second: '' }),
      form('/new', { name: 'n'.repeat(300), first: 'ecwid', second: 'jortt' }),
      form('/new', { name: '', first: 'ecwid', second: 'magento', do: 'look' }),
      ...drafts.flatMap(({ id, first, second }) =>
        [first, second].flatMap((connection) => [
          page(connectionPath(id, connection)),
          form(connectionPath(id, connection), { revision: 'old' }),
        ]),
      ),
      page(flows),
      form(flows, { revision: 'old' }),
      form(flows, { revision: 'old', flow: 'orders:ecwid:salesforce' }),
      page(`/integrations/${one.id}`),
      page('/'),
    ],
  };
}

/** The rest of the wizard: questions, what was answered wrongly, the dry run and going live. */
async function lastStepPages(): Promise<{ name: string; visits: Visit[] }> {
  const { subject, base } = await readyDraft({ name: 'Kettles', settings: { since: '2045-01-01' } });
  const products = await readyDraft({
    name: 'Kettles',
    to: 'magento',
    flows: ['products', 'customers', 'categories', 'stock'],
  });
  const shops = await readyDraft({
    name: 'Kettles',
    from: 'shopify',
    to: 'magento',
    flows: ['orders', 'stock'],
  });
  await sell();
  await sell({ buyer: { ...sahin, email: '' } });
  const flow = 'orders:shop:books';
  return {
    name: 'Kettles',
    visits: [
      ...[base, products.base, shops.base].flatMap((each) => [
        page(`${each}/questions`),
        page(`${each}/dry-run`),
        page(`${each}/live`),
      ]),
      form(`${base}/questions`, { 'f0.paymentMethods.table.0.value': 'pay_later' }),
      form(`${base}/questions`, { revision: 'old', 'f0.state': 'sent' }),
      form(`${base}/dry-run`, { flow, do: 'anew' }),
      form(`${products.base}/dry-run`, { flow: 'products:shop:books', do: 'anew' }),
      form(`${base}/live`, { from: 'day', day: '' }),
      form(`${base}/live`, { from: 'day', day: '2045-12-31', do: 'look' }),
      form(`${base}/live`, { from: 'now', do: 'start', revision: 'old' }),
      page(`/integrations/${subject.id}?said=started`),
    ],
  };
}

describe('every page', () => {
  it.each([
    ['of the last steps of the set-up', lastStepPages],
    ['of the set-up', setupPages],
    ['of orders', orderPages],
    ['of stock', stockPages],
    ['of a catalogue', cataloguePages],
    ['of customers', customerPages],
    ['of what is refused', refusedPages],
  ])(
    '%s is in the language of its reader, as a whole',
    async (_what, make) => {
      const { name, visits } = await make();
      const browser = await loggedIn();
      const { items: integrations } = (await koppel('GET', '/api/integrations')).body as {
        items: { name: string }[];
      };
      const called = new Set([...names, name, `${name} · Koppel`, ...integrations.map((each) => each.name)]);
      const same = (text: string, language: Language) =>
        called.has(text) ||
        code.test(text) ||
        alike[language].includes(text) ||
        (language === 'tr' && inMarch.test(text));
      const left: Record<string, string[]> = {};
      for (const { what, open, shows = '' } of visits) {
        const read = await open(browser, { 'accept-language': 'en' });
        expect(read.status, what).not.toBe(500);
        expect(read.html, what).toContain(shows);
        const english = new Set(await wordsOf(read.html));
        for (const language of others) {
          const { html } = await open(browser, { 'accept-language': language });
          expect(html, what).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`));
          expect(await faultsOf(html), `${what} in ${language}`).toEqual([]);
          const words = await wordsOf(html);
          expect(words.length, what).toBeGreaterThan(5);
          const found = words.filter((text) => english.has(text) && !same(text, language));
          if (found.length > 0) left[`${language} ${what}`] = [...new Set(found)];
        }
      }
      expect(left).toEqual({});
    },
    walkMs,
  );

  it('has all its words in the page, and none in the stylesheet', async () => {
    const { html } = await new Browser().get('/status');
    const path = /href="(\/assets\/koppel\.css[^"]*)"/.exec(html)?.[1] ?? '';
    const { status, html: css } = await new Browser().get(path);
    expect([status, css.match(/content: [^;]*"[^"]*\p{L}[^"]*"/gu)]).toEqual([200, null]);
  });

  it('to log in, too, with what went wrong', async () => {
    const session: Readonly<Record<string, string>> = { nl: 'Inloggen', de: 'Anmelden', tr: 'Giriş yap' };
    for (const language of others) {
      const headers = { 'accept-language': language };
      const { html } = await new Browser().get('/', headers);
      expect(html).toContain(`<html lang="${language}">`);
      expect(readable(html)).toContain(session[language]);
      const wrong = await new Browser().logIn('wrong', {}, headers);
      const english = await new Browser().logIn('wrong');
      const said = new Set(await wordsOf(english.html));
      const shared = (await wordsOf(wrong.html)).filter((text) => said.has(text) && !names.has(text));
      expect(shared.filter((text) => !alike[language].includes(text))).toEqual([]);
    }
  });
});

describe('the languages in the foot of a page', () => {
  const linksOf = (html: string) =>
    [...html.matchAll(/<a [^>]*hreflang="(\w+)"[^>]*>/g)].map(([link, language]) => ({
      language,
      href: (/href="([^"]*)"/.exec(link)?.[1] ?? '').replaceAll('&amp;', '&'),
      isCurrent: link.includes('aria-current'),
    }));

  it('lead to the same address in each language, and the choice is kept', async () => {
    const subject = await startIntegration();
    const browser = await loggedIn();
    const path = `/integrations/${subject.id}?outcome=done&number=A%261&lang=de`;
    const links = linksOf((await browser.get(path)).html);
    expect(links.map(({ language }) => language)).toEqual(languages);
    expect(links.filter(({ isCurrent }) => isCurrent).map(({ language }) => language)).toEqual(['de']);
    for (const { language, href } of links) {
      const { pathname, searchParams } = new URL(href, 'http://koppel');
      expect(pathname).toBe(`/integrations/${subject.id}`);
      expect([...searchParams]).toEqual([
        ...Object.entries({ outcome: 'done', number: 'A&1', lang: language ?? '' }),
      ]);
    }
    const guest = new Browser();
    const turkish = linksOf((await guest.get('/status')).html).find(({ language }) => language === 'tr');
    const { html, headers } = await guest.get(turkish?.href ?? '');
    expect(html).toContain('<html lang="tr">');
    expect(headers.get('set-cookie')).toContain('koppel-language=tr');
    expect((await guest.get('/status', { 'accept-language': 'nl' })).html).toContain('<html lang="tr">');
  });

  it('lead from what a form was answered with to a page that is there', async () => {
    const subject = await startIntegration();
    const base = `/integrations/${subject.id}`;
    const browser = await loggedIn();
    const answers = [
      await browser.post(`${base}/check`),
      await browser.post(`${base}/delete`, { confirm: 'no' }),
      await browser.post(`${base}/privacy`, { email: 'x' }),
      await browser.post(`${base}/preview`, { flow: 'orders:shop:books', key: '' }),
      await browser.post(`${base}/configuration`, { document: '{' }),
      await browser.post('/new/document', { id: '!', document: '{}' }),
      await browser.post(`${base}/tasks/9/retry`),
      await new Browser().post(`${base}/pause`),
      await new Browser().logIn('wrong', { next: `${base}/preview` }),
    ];
    const session = browser.cookie;
    for (const { html } of answers) {
      const links = linksOf(html);
      expect(links).toHaveLength(languages.length);
      // The choice is the only cookie that this browser keeps.
      browser.keepOnly(session);
      const { status } = await browser.get(links[0]?.href ?? '');
      expect(status, links[0]?.href).toBe(200);
    }
  });

  it('lead from a preview to its form, filled in as it was', async () => {
    const subject = await startIntegration();
    const base = `/integrations/${subject.id}`;
    const browser = await loggedIn();
    const asked = { flow: 'orders:shop:books', key: 'A&1' };
    const { html } = await browser.post(`${base}/preview`, asked);
    const dutch = linksOf(html).find(({ language }) => language === 'nl')?.href ?? '';
    expect([...new URL(dutch, 'http://koppel').searchParams]).toEqual(
      Object.entries({ ...asked, lang: 'nl' }),
    );
    const { html: tooLong } = await browser.post(`${base}/preview`, { ...asked, key: 'x'.repeat(999) });
    expect(linksOf(tooLong)[0]?.href).toBe(`${base}/preview?flow=orders%3Ashop%3Abooks&lang=en`);
    // The choice is the only cookie that this browser keeps from then on.
    expect((await browser.get(dutch)).html).toContain('value="A&amp;1"');
  });

  it('lead to no other site, and carry nothing of an address that was refused', async () => {
    const hrefs = async (path: string) =>
      linksOf((await new Browser().get(path)).html).map(({ href }) => href);
    expect(await hrefs('//evil.example/x')).toContain('/evil.example/x?lang=nl');
    expect(await hrefs('/oauth/callback?code=secret&state=x')).toContain('/oauth/callback?lang=nl');
  });
});
