import { exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { startIntegration } from '../durable-objects/support/harness.ts';
import { outside } from '../durable-objects/support/outside.ts';
import { sell } from '../durable-objects/support/shop.ts';
import { refusedByJortt } from '../support/refused-by-jortt.ts';
import { loggedIn, readable } from './browser.ts';
import { faultsOf } from './page-outline.ts';

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
    expect(text).toContain('payment status AWAITING_PAYMENT is not in "paymentStatuses"');
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
    expect(text).toContain('Equal to the cent.');
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
