import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../src/texts/languages.ts';
import { koppel, newId, Subject, startIntegration } from '../durable-objects/support/harness.ts';
import { outside } from '../durable-objects/support/outside.ts';
import { sell } from '../durable-objects/support/shop.ts';
import { stockDocument, withLevels } from '../durable-objects/support/stock.ts';
import { refusedByJortt } from '../support/refused-by-jortt.ts';
import { Browser, loggedIn, readable } from './browser.ts';
import { faultsOf } from './page-outline.ts';
import { wordsOf } from './page-words.ts';

const others = languages.filter((language) => language !== 'en');

/** What is called the same in every language. */
const names = new Set([
  ...['Koppel', 'English', 'Nederlands', 'Deutsch', 'Türkçe', 'status.json', 'shop', 'books', 'other'],
  ...['Ecwid by Lightspeed', 'Ecwid by Lightspeed,', 'Jortt', 'Magento 2'],
  // Credentials that are no secrets.
  ...['sandbox-client', 'sandboxconsumerkey00000000000001', 'https://shop.example.com'],
]);

/** Numbers and codes of systems. */
const code = /^[A-Z0-9-]+$/;

/** What says the same in two languages, and is right so. */
const alike: Readonly<Record<Language, readonly string[]>> = {
  en: [],
  nl: [
    ...['Status', 'Status · Koppel', 'Document', 'Basis'],
    ...['In Magento 2', 'Id in Magento 2', 'Record in Ecwid by Lightspeed'],
  ],
  de: ['Status', 'Status · Koppel', 'Name', 'In Magento 2'],
  tr: [],
};

interface Visit {
  readonly what: string;
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
      ...['/', '/new', '/status', '/nowhere', base, `${base}?outcome=waiting`].map(page),
      ...['paused', 'created', 'retried-all', 'synced', 'skipped'].map((said) =>
        page(`${base}?said=${said}`),
      ),
      ...[done?.id, failed?.id].map((id) => page(`${base}/activity/${id}`)),
      ...[ofParked.id, ofSkipped.id].map((id) => page(`${base}/tasks/${id}`)),
      ...['preview', 'configuration', 'people', 'stock'].map((name) => page(`${base}/${name}`)),
      ...[`${base}/tasks/999`, `${base}/activity/x`, '/integrations/none-such', '/oauth/callback'].map(page),
      form(`${base}/sync`, { flow: 'orders:shop:books', since: 'yesterday' }),
      form(`${base}/sync`, { flow: 'customers' }),
      form(`${base}/tasks/${(await subject.task(booked.id)).id}/retry`),
      form(`${base}/check`),
      form(`${base}/preview`, { flow: 'orders:shop:books', key: booked.id }),
      form(`${base}/preview`, { flow: 'orders:shop:books', key: 'NONE1' }),
      form(`${base}/preview`, { flow: 'orders:shop:books', key: ' ' }),
      form(`${base}/people`, { email: 'nobody' }),
      form(`${base}/people`, { email: 'nobody@example.org', sure: 'yes' }),
      form(`${base}/delete`, { confirm: 'no' }),
      form(`${base}/configuration`, { document: '{' }),
      form('/new', { id: subject.id, document: '{}' }),
    ],
  };
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
  return { name: 'Kettles', visits: [page(base), page(`${base}/stock`), ...skus] };
}

describe('every page', () => {
  it.each([
    ['of orders', orderPages],
    ['of stock', stockPages],
  ])('%s is in the language of its reader, as a whole', async (_what, make) => {
    const { name, visits } = await make();
    const browser = await loggedIn();
    const { integrations } = (await koppel('GET', '/status.json')).body as {
      integrations: { name: string }[];
    };
    const called = new Set([...names, name, `${name} · Koppel`, ...integrations.map((each) => each.name)]);
    const same = (text: string, language: Language) =>
      called.has(text) || code.test(text) || alike[language].includes(text);
    const left: Record<string, string[]> = {};
    for (const { what, open } of visits) {
      const english = new Set(await wordsOf((await open(browser, { 'accept-language': 'en' })).html));
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
  });

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
      await browser.post(`${base}/people`, { email: 'x' }),
      await browser.post(`${base}/preview`, { flow: 'orders:shop:books', key: '' }),
      await browser.post(`${base}/configuration`, { document: '{' }),
      await browser.post('/new', { id: '!', document: '{}' }),
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

  it('lead to no other site, and carry nothing of an address that was refused', async () => {
    const hrefs = async (path: string) =>
      linksOf((await new Browser().get(path)).html).map(({ href }) => href);
    expect(await hrefs('//evil.example/x')).toContain('/evil.example/x?lang=nl');
    expect(await hrefs('/oauth/callback?code=secret&state=x')).toContain('/oauth/callback?lang=nl');
  });
});
