import { beforeAll, describe, expect, test } from 'vitest';
import { isOffered } from '../../src/routes/needs.ts';
import { koppel, type Subject, startIntegration } from '../durable-objects/support/harness.ts';
import { outside } from '../durable-objects/support/outside.ts';
import { sell } from '../durable-objects/support/shop.ts';
import { refusedByJortt } from '../support/refused-by-jortt.ts';
import { Browser } from './browser.ts';
import { elementsOf } from './page-outline.ts';

/** Some dozens of pages, on a machine that may be busy. */
const walkMs = 120_000;

let subject: Subject;

/** A link with orders in every state, of which there is something to do. */
beforeAll(async () => {
  subject = await startIntegration({ settings: { paymentStatuses: ['PAID'] }, name: 'Teapots' });
  const [booked, skipped] = [await sell(), await sell({ paymentStatus: 'AWAITING_PAYMENT' })];
  await subject.sync(booked.id, skipped.id);
  await subject.settle();
  outside.fault({
    ...{ system: 'jortt', method: 'POST', path: '/v3/invoices', kind: 'status', status: 422 },
    body: refusedByJortt,
  });
  const parked = await sell();
  await subject.sync(parked.id);
  await subject.settle();
  await subject.configure({ name: 'Teapots again' });
});

async function visitor(role: string): Promise<Browser> {
  const { body } = await koppel('POST', '/api/tokens', {
    ...{ name: crypto.randomUUID(), role, integrations: [subject.id] },
  });
  const browser = new Browser();
  await browser.logIn(String(body.token));
  return browser;
}

interface Page {
  readonly path: string;
  readonly status: number;
  /** Where its forms that change something go. */
  readonly forms: readonly string[];
}

/** Every page of the link that somebody is led to. */
async function walk(browser: Browser): Promise<Page[]> {
  const pages = new Map<string, Page>();
  const next = [`/integrations/${subject.id}`];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (pages.has(path)) continue;
    const { status, html } = await browser.get(path);
    const elements = await elementsOf(html);
    const forms = [...html.matchAll(/<form method="post" action="([^"]*)"/g)].map(
      ([, action = '']) => action,
    );
    pages.set(path, { path, status, forms });
    const links = elements.flatMap(({ tag, attributes: { href } }) =>
      tag === 'a' && href !== undefined ? [href.replaceAll('&amp;', '&').split('#', 1)[0] ?? ''] : [],
    );
    const own = links.filter((href) => href.startsWith(`/integrations/${subject.id}`));
    next.push(...own.filter((href) => !/\.csv(?:\?|$)|\/export$|[?&]lang=|\/access$/.test(href)));
  }
  return [...pages.values()];
}

describe('every page of a link that a token is led to', () => {
  test('has nothing to send for a reader, and leads nowhere that is refused', {
    timeout: walkMs,
  }, async () => {
    const pages = await walk(await visitor('read-only'));
    expect(pages.length).toBeGreaterThan(15);
    expect(pages.filter(({ status }) => status !== 200)).toEqual([]);
    expect(pages.flatMap(({ forms }) => forms.filter((action) => action !== '/logout'))).toEqual([]);
  });

  test.each(['bookkeeper', 'admin'])(
    'has for %s only what they may send',
    { timeout: walkMs },
    async (name) => {
      const role = name === 'admin' ? 'admin' : 'bookkeeper';
      const pages = await walk(await visitor(role));
      expect(pages.filter(({ status }) => status !== 200)).toEqual([]);
      const actions = pages.flatMap(({ forms }) => forms);
      const caller = { token: 1, name: '', role, integrations: [subject.id] } as const;
      expect(actions.filter((action) => action !== '/logout' && !isOffered(caller, 'POST', action))).toEqual(
        [],
      );
      const sent = actions.map((action) => action.replace(`/integrations/${subject.id}`, ''));
      expect(sent).toContain('/retry');
      for (const own of ['/pause', '/privacy', '/connections/shop', '/privacy/retention', '/delete'])
        expect(sent.includes(own), own).toBe(role === 'admin');
    },
  );

  test('shows the settings to a reader as they are, switched off', async () => {
    const reader = await visitor('read-only');
    const { html } = await reader.get(`/integrations/${subject.id}/settings/orders:shop:books`);
    expect(html).toContain('<fieldset disabled');
    expect(html).not.toContain(`action="/integrations/${subject.id}/settings/orders:shop:books"`);
  });
});
