import { exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en.ts';
import { type Subject, startIntegration } from '../durable-objects/support/harness.ts';
import { outside } from '../durable-objects/support/outside.ts';
import { sell } from '../durable-objects/support/shop.ts';
import { refusedByJortt } from '../support/refused-by-jortt.ts';
import { plainBasket } from '../support/shop-deeds.ts';
import { loggedIn, readable } from './browser.ts';
import { faultsOf } from './page-outline.ts';
import { drafted } from './setup/drafts.ts';

/** One order that is booked, one that is not paid, and one that the books refuse. */
async function traded() {
  const subject = await startIntegration({ settings: { paymentStatuses: ['PAID'], state: 'sent' } });
  const booked = await sell();
  const unpaid = await sell({ paymentStatus: 'AWAITING_PAYMENT' });
  await subject.sync(booked.id, unpaid.id);
  await subject.settle();
  outside.fault({
    ...{ system: 'jortt', method: 'POST', path: '/v3/invoices', kind: 'status', status: 422 },
    body: refusedByJortt,
  });
  const refused = await sell();
  await subject.sync(refused.id);
  await subject.settle();
  const base = `/integrations/${subject.id}`;
  return { subject, booked, unpaid, refused, base, browser: await loggedIn() };
}

const euros = (amount: string) => `€${amount}`;

describe('the page of orders', () => {
  it('has one row for each, with its state in words, its amount and its invoice, and is led to', async () => {
    const { booked, unpaid, refused, base, browser } = await traded();
    expect((await browser.get(base)).html).toContain(`href="${base}/orders"`);
    const { status, html } = await browser.get(`${base}/orders`);
    expect(status).toBe(200);
    const text = readable(html);
    for (const { id, gross } of [booked, unpaid, refused]) {
      expect(html).toContain(`href="${base}/orders/orders:shop:books/${id}"`);
      expect(text).toContain(euros(gross));
    }
    for (const word of ['booked', 'not booked', 'needs you']) expect(text).toContain(word);
    expect(text).toMatch(/\d{6}-\d{3}/);
    expect(text).toContain('payment status AWAITING_PAYMENT is not in “Payment statuses”');
    expect(html).toContain('class="calls figure"');
    expect(html).toContain(`href="${base}/orders.csv"`);
    expect(await faultsOf(html)).toEqual([]);
  });

  it('is searched and filtered without a script, and keeps what was asked in its links', async () => {
    const { booked, unpaid, refused, base, browser } = await traded();
    const rows = async (query: string) => {
      const { html } = await browser.get(`${base}/orders?${query}`);
      expect(await faultsOf(html), query).toEqual([]);
      return [booked, unpaid, refused].filter(({ id }) => html.includes(`/orders:shop:books/${id}"`));
    };
    expect(await rows(`q=${refused.id}`)).toEqual([refused]);
    expect(await rows('state=skipped')).toEqual([unpaid]);
    expect(await rows('state=nonsense')).toHaveLength(3);
    expect(await rows('from=2001-01-01')).toHaveLength(3);
    expect(await rows('to=2001-01-01')).toEqual([]);
    expect(await rows('cursor=nonsense')).toHaveLength(3);
    const { html } = await browser.get(`${base}/orders?q=${encodeURIComponent('"><img>')}&state=booked`);
    expect(readable(html)).toContain('No order matches this.');
    expect(html).not.toContain('<img>');
    expect(html).toContain('orders.csv?q=%22%3E%3Cimg%3E&amp;state=booked');
    const byNumber = await browser.get(`${base}/orders/${booked.id}`);
    expect([byNumber.status, byNumber.headers.get('location')]).toEqual([
      ...[302, `${base}/orders/orders:shop:books/${booked.id}`],
    ]);
    const file = await browser.get(`${base}/orders.csv?state=booked`);
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.html.split('\r\n')).toHaveLength(3);
    // By its first bytes spreadsheets know that it is UTF-8.
    const answer = await exports.default.fetch(
      new Request(`http://koppel${base}/orders.csv`, { headers: { cookie: browser.cookie } }),
    );
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe('the page of one order', () => {
  it('that is booked has its totals, its lines in pairs and every attempt', async () => {
    const { booked, base, browser } = await traded();
    const { html } = await browser.get(`${base}/orders/orders:shop:books/${booked.id}`);
    const text = readable(html);
    expect(html).toContain(`<title>Order ${booked.id} · Tea · Koppel</title>`);
    expect(text).toContain('Equal to the cent.');
    expect(text).toContain('Line by line');
    expect(text).toContain('Emaille mok');
    expect(text).toContain(euros(booked.gross));
    expect(text).toContain('Every attempt');
    expect(text).toContain('Technical details');
    expect(await faultsOf(html)).toEqual([]);
  });

  it('that needs you has them too; retrying, leaving out and taking back come back to it', async () => {
    const { subject, refused, base, browser } = await traded();
    const page = `${base}/orders/orders:shop:books/${refused.id}`;
    const { html } = await browser.get(page);
    const text = readable(html);
    expect(text).toContain('Nothing is booked yet. The document would come to the same, to the cent.');
    expect(text).toContain('Jortt');
    expect(html).toContain(`name="back" value="${page}"`);
    expect(await faultsOf(html)).toEqual([]);
    const { id } = await subject.task(refused.id);
    const skipped = await browser.post(`${base}/tasks/${id}/skip`, { why: 'By hand', back: page });
    expect([skipped.status, skipped.headers.get('location')]).toEqual([303, `${page}?said=skipped`]);
    const left = readable((await browser.get(`${page}?said=skipped`)).html);
    expect(left).toContain('Not booked: skipped by a person, on a page.');
    expect(left).toContain('Take back');
    const back = await browser.post(`${base}/tasks/${id}/unskip`, { back: page });
    expect(back.headers.get('location')).toBe(`${page}?said=unskipped`);
    await subject.settle();
    expect(readable((await browser.get(page)).html)).toContain('booked');
    expect((await subject.task(refused.id)).state).toBe('done');
  });

  it('takes nobody anywhere else', async () => {
    const subject = await startIntegration();
    const browser = await loggedIn();
    const base = `/integrations/${subject.id}`;
    const own = `${base}/orders/orders:shop:books/A1`;
    const others = ['https://elsewhere.example/', '//elsewhere.example', `${base}x/orders/orders/A1`];
    for (const back of [
      ...others,
      '/login',
      `${own}/../../x`,
      `${own}?said=saved`,
      `https://x.example${own}`,
    ]) {
      const { headers } = await browser.post(`${base}/pause`, { back });
      expect(headers.get('location'), back).toBe(`${base}?said=paused`);
    }
    const { headers } = await browser.post(`${base}/pause`, { back: own });
    expect(headers.get('location')).toBe(`${own}?said=paused`);
  });

  it('that nobody knows is a page that says so', async () => {
    const { base, browser } = await traded();
    const { status, html } = await browser.get(`${base}/orders/orders:shop:books/NONE`);
    expect(status).toBe(404);
    expect(readable(html)).toContain('There is no such order.');
  });
});

/** So many further orders in the register, each on a day of its own within a year, every tenth of them parked. */
async function withOrders(subject: Subject, count: number): Promise<void> {
  await subject.sql(
    `WITH RECURSIVE each(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM each WHERE n < ?)
     INSERT INTO register (flow, key, day, at, first_seen, currency, gross, vat, rates, refunded, open, problem, rest,
       target_id, target_number)
     SELECT 'orders:shop:books', 'K' || n, date('2026-01-01', '+' || (n % 330) || ' days'), n, n, 'EUR', n || '.5', '1', '[]', '0',
       CASE n % 10 WHEN 0 THEN 'parked' END,
       CASE n % 10 WHEN 0 THEN '{"kind":"rejected","code":"refused","params":{"system":"Jortt","status":422}}' END,
       CASE n % 10 WHEN 0 THEN NULL ELSE 'booked' END,
       CASE n % 10 WHEN 0 THEN NULL ELSE 'T' || n END, CASE n % 10 WHEN 0 THEN NULL ELSE '2026' || printf('%05d', n) END
     FROM each`,
    count,
  );
  await subject.sql(
    `INSERT INTO numbers (flow, key, number, folded)
     SELECT flow, key, 'SHOP-' || substr(key, 2), 'shop-' || substr(key, 2) FROM register WHERE key GLOB 'K*'`,
  );
}

async function gzipped(text: string): Promise<number> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(packed).arrayBuffer()).byteLength;
}

describe('5,000 orders', () => {
  it('are paged to the last, found by number, invoice number and amount, filtered, and all in one file', async () => {
    const subject = await startIntegration();
    await withOrders(subject, 5_000);
    const browser = await loggedIn();
    const path = `/integrations/${subject.id}/orders`;
    const seen = new Set<string>();
    for (let next: string | undefined = path; next !== undefined; ) {
      const { status, html }: { status: number; html: string } = await browser.get(next);
      expect(status).toBe(200);
      if (seen.size === 0) {
        expect(await faultsOf(html)).toEqual([]);
        expect(await gzipped(html)).toBeLessThan(15 * 1024);
      }
      const keys = [...html.matchAll(/orders:shop:books\/(K\d+)"/g)].map(([, key = '']) => key);
      for (const key of keys) seen.add(key);
      // The links to other languages name the place as well.
      next = /href="((?![^"]*lang=)[^"]*cursor=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen.size).toBe(5_000);
    const rows = async (query: string) => {
      const { html } = await browser.get(`${path}?${query}`);
      return [...html.matchAll(/orders:shop:books\/(K\d+)"/g)].map(([, key = '']) => key);
    };
    expect(await rows('q=SHOP-4321')).toEqual(['K4321']);
    expect(await rows('q=%23shop-4321')).toEqual(['K4321']);
    expect(await rows('q=202604321')).toEqual(['K4321']);
    expect(await rows(`q=${encodeURIComponent('€ 4.321,50')}`)).toEqual(['K4321']);
    expect((await rows('q=SHOP-432')).toSorted()).toContain('K4320');
    expect(await rows('state=parked&from=2026-01-11&to=2026-01-11')).toEqual(
      expect.arrayContaining(['K10', 'K340']),
    );
    const file = await browser.get(`${path}.csv`);
    expect(file.html.trim().split('\r\n')).toHaveLength(5_001);
    const parked = await browser.get(`${path}.csv?state=parked`);
    expect(parked.html.trim().split('\r\n')).toHaveLength(501);
  });
});

describe('the totals of one order', () => {
  it('are shown of one that was parked before its document could be planned, and called no difference', async () => {
    const subject = await startIntegration({
      settings: { paymentMethods: { map: { Nothing: 'pay_later' } } },
    });
    const order = await sell();
    await subject.sync(order.id);
    await subject.settle();
    expect((await subject.task(order.id)).problem?.code).toBe('choice_missing');
    const browser = await loggedIn();
    const base = `/integrations/${subject.id}`;
    const { html } = await browser.get(`${base}/orders/orders:shop:books/${order.id}`);
    const text = readable(html);
    expect(await faultsOf(html)).toEqual([]);
    expect(html).toContain('id="totals"');
    expect(text).toContain(euros(order.gross));
    expect(text).not.toContain('There is a difference.');
    const preview = await browser.post(`${base}/preview`, { flow: 'orders:shop:books', key: order.id });
    expect(readable(preview.html)).toContain('It would need you');
    expect(readable(preview.html)).not.toContain('There is a difference.');
    expect(preview.html).toContain('id="totals"');
  });

  it('are shown in a preview that fails, as far as the order tells them', async () => {
    const subject = await startIntegration({
      credentials: { books: { clientId: 'nobody', clientSecret: 'wrong' } },
    });
    const order = await sell();
    const browser = await loggedIn();
    const { html } = await browser.post(`/integrations/${subject.id}/preview`, {
      ...{ flow: 'orders:shop:books', key: order.id },
    });
    expect(await faultsOf(html)).toEqual([]);
    expect(html).toContain('id="totals"');
    expect(readable(html)).toContain('There is no document to compare with yet');
    expect(readable(html)).toContain(order.gross);
  });

  it('are still shown, and equal as far as they are known, when what was read and written is kept no longer', async () => {
    const { subject, booked, base, browser } = await traded();
    await subject.sql('UPDATE activity SET payload = NULL');
    const { html } = await browser.get(`${base}/orders/orders:shop:books/${booked.id}`);
    const text = readable(html);
    expect(text).toContain('Equal to the cent');
    expect(text).not.toContain('There is a difference.');
    expect(text).toContain('The lines are shown as long as what was read and written is kept.');
  });

  it('that differ are told so', async () => {
    const { subject, booked, base, browser } = await traded();
    const page = `${base}/orders/orders:shop:books/${booked.id}`;
    await subject.sql('UPDATE activity SET payload = NULL');
    await subject.sql("UPDATE register SET booked = '1.00' WHERE key = ?", booked.id);
    expect(readable((await browser.get(page)).html)).toContain('There is a difference.');
  });
});

describe('the lines of one order', () => {
  it('stand in pairs whatever they are called, 300 characters too, and a difference is marked by a word', async () => {
    const subject = await startIntegration({ settings: {} });
    const name = `${'Theepot met een heel lange naam '.repeat(9)}<b>& "einde"`.slice(0, 300);
    const order = await sell({
      basket: { ...plainBasket, lines: [{ name, price: '12.10', rate: '21', quantity: '2' }] },
    });
    await subject.sync(order.id);
    await subject.settle();
    const browser = await loggedIn();
    const { status, html } = await browser.get(
      `/integrations/${subject.id}/orders/orders:shop:books/${order.id}`,
    );
    expect([status, await faultsOf(html)]).toEqual([200, []]);
    expect(html).not.toContain('<b>&');
    expect(readable(html)).toContain('heel lange naam');
    expect(readable(html)).toContain('equal');
    expect(await gzipped(html)).toBeLessThan(15 * 1024);
  });
});

it('an order leads to where it is looked at in its own system, and to its document', async () => {
  const { booked, base, browser } = await traded();
  const { html } = await browser.get(`${base}/orders/orders:shop:books/${booked.id}`);
  expect(html).toContain(`href="https://my.ecwid.com/store/1003#order:id=${booked.id}&amp;return=orders"`);
  expect(readable(html)).toMatch(/Document \d{6}-\d{3}/);
});

it('the orders of a link that is still being set up lead on with that', async () => {
  const { browser, subject } = await drafted();
  const { html } = await browser.get(`/integrations/${subject.id}/orders`);
  expect(readable(html)).toContain(`No order is known yet. ${en.pages.setup.goOn}`);
  expect(await faultsOf(html)).toEqual([]);
});

it('what would become of an order now is one press away', async () => {
  const { browser, base, refused } = await traded();
  const { html } = await browser.get(`${base}/orders/orders:shop:books/${refused.id}`);
  expect(html).toContain(`action="${base}/preview"`);
  expect(html).toContain(`name="key" value="${refused.id}"`);
  expect(html).not.toContain(`${base}/preview?`);
  expect(await faultsOf(html)).toEqual([]);
});
