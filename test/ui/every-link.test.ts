import { beforeAll, describe, expect, test } from 'vitest';
import { koppel, newId, Subject, startIntegration } from '../durable-objects/support/harness.ts';
import { sell, sellMany } from '../durable-objects/support/shop.ts';
import { stockDocument, withLevels } from '../durable-objects/support/stock.ts';
import { clock } from '../durable-objects/support/virtual-clock.ts';
import { Browser, loggedIn } from './browser.ts';
import { elementsOf, faultsOf } from './page-outline.ts';
import { connectBoth, drafted, switchOn } from './setup/support.ts';

/** Bytes after gzip (DASHBOARD: one page, all of the style, and the status page with all that it loads). */
const budgets = { page: 15 * 1024, style: 8 * 1024, status: 8 * 1024 };

/** Some hundred pages, on a machine that may be busy. */
const walkMs = 300_000;

interface Visited {
  readonly path: string;
  readonly status: number;
  readonly html: string;
  readonly links: readonly string[];
  readonly ids: ReadonlySet<string>;
}

/** Not pages of Koppel but files, or the same ones once more. */
const left =
  /^(?!\/)|^\/(?:assets\/|status\.json)|^\/integrations\/.*\/access$|\.csv(?:\?|$)|\/settings\/export$|[?&]lang=/;

async function visit(browser: Browser, path: string): Promise<Visited> {
  const { status, html } = await browser.get(path);
  const elements = await elementsOf(html);
  const links = elements.flatMap(({ tag, attributes: { href } }) =>
    tag === 'a' && href !== undefined ? [href.replaceAll('&amp;', '&')] : [],
  );
  const ids = new Set(elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id])));
  return { path, status, html, links, ids };
}

/** Every page that a link leads to, from these on. */
async function walk(browser: Browser, ...from: string[]): Promise<Map<string, Visited>> {
  const visited = new Map<string, Visited>();
  const next = [...from];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (visited.has(path)) continue;
    const page = await visit(browser, path);
    visited.set(path, page);
    next.push(...page.links.map((href) => href.split('#', 1)[0] ?? '').filter((href) => !left.test(href)));
  }
  return visited;
}

async function gzipped(text: string): Promise<number> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(packed).arrayBuffer()).byteLength;
}

/** Links with as much to show as a page shows: orders that are booked and that wait, levels, and days of trouble. */
async function busy(): Promise<string> {
  const orders = await startIntegration({ mapping: { remarks: '$number(order.number)' } });
  await orders.sync(...(await sellMany(25)));
  await orders.settle();
  await orders.configure({});
  const booked = await sell();
  await orders.sync(booked.id);
  await orders.settle();
  const stock = new Subject(newId());
  await koppel('PUT', `/api/integrations/${stock.id}`, stockDocument());
  await withLevels(stock, 60);
  const draft = await drafted(await loggedIn(), 'ecwid', 'jortt');
  await connectBoth(await loggedIn(), draft.id, { ecwid: 'ecwid', jortt: 'jortt' });
  await switchOn(await loggedIn(), draft.id, ['orders:ecwid:jortt']);
  const others = [await startIntegration(), await startIntegration(), await startIntegration()];
  for (const subject of [orders, ...others]) {
    for (let day = 1; day <= 30; day += 1) {
      const at = new Date(clock.now() - 2 * day * 24 * 3_600_000).toISOString().slice(0, 10);
      const state = day % 3 === 0 ? 'interrupted' : 'attention';
      await subject.sql('INSERT INTO troubled_days VALUES (?, ?, ?)', at, state, day * 1_700_000);
    }
    await subject.sql(
      "UPDATE meta SET value = json_set(value, '$.first', ?) WHERE name = 'health'",
      new Date(clock.now() - 80 * 24 * 3_600_000).toISOString().slice(0, 10),
    );
    await subject.sync(booked.id);
    await subject.settle();
  }
  return `/integrations/${draft.id}/setup/live`;
}

let pages: Map<string, Visited>;

beforeAll(async () => {
  // Its last step is where answers lead; all steps before it stand there as links.
  const last = await busy();
  pages = await walk(await loggedIn(), '/', '/status', last);
}, walkMs);

describe('every page that a link leads to', () => {
  test('is there, and so is the place on it', () => {
    expect(pages.size).toBeGreaterThan(80);
    const lost = [...pages.values()].flatMap(({ path, links }) =>
      links
        .filter((href) => !left.test(href) || href.startsWith('#'))
        .filter((href) => {
          const [to = '', fragment = ''] = href.split('#');
          const page = pages.get(to === '' ? path : to);
          return page === undefined || page.status !== 200 || (fragment !== '' && !page.ids.has(fragment));
        })
        .map((href) => `${path} → ${href}`),
    );
    expect(lost).toEqual([]);
  });

  test('holds no script, and nothing that readers and their tools stumble over', async () => {
    for (const { path, html } of pages.values()) {
      expect(html, path).not.toMatch(/<script|javascript:| on[a-z]+=| style=/i);
      expect(await faultsOf(html), path).toEqual([]);
    }
  });

  test('is within 15 KB', async () => {
    const sizes = [];
    for (const { path, html } of pages.values()) sizes.push({ path, bytes: await gzipped(html) });
    expect(sizes.filter(({ bytes }) => bytes > budgets.page)).toEqual([]);
  });
});

test('all of the style is within 8 KB', async () => {
  const { html } = await new Browser().get('/help');
  expect(await gzipped(await styleOf(html))).toBeLessThanOrEqual(budgets.style);
});

test('the status page is within 8 KB with its style, for five links with a month of trouble each', async () => {
  const { html } = await new Browser().get('/status');
  expect(html.match(/<details>/g)?.length).toBe(4);
  const all = (await gzipped(html)) + (await gzipped(await styleOf(html)));
  expect(all).toBeLessThanOrEqual(budgets.status);
});

async function styleOf(html: string): Promise<string> {
  const [, path = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(html) ?? [];
  const { status, html: css } = await new Browser().get(path);
  expect([status, css.length > 1_000]).toEqual([200, true]);
  return css;
}
