import { describe, expect, it } from 'vitest';
import { startIntegration } from '../../durable-objects/support/harness.ts';
import { outside } from '../../durable-objects/support/outside.ts';
import { sell } from '../../durable-objects/support/shop.ts';
import { clock } from '../../durable-objects/support/virtual-clock.ts';
import { refusedByJortt } from '../../support/refused-by-jortt.ts';
import { loggedIn, readable } from '../browser.ts';
import { faultsOf } from '../page-outline.ts';

/** Two orders that are booked, one that is not paid, and one that the books refuse. */
async function traded() {
  const subject = await startIntegration({ settings: { paymentStatuses: ['PAID'], state: 'sent' } });
  const booked = [await sell(), await sell()];
  const unpaid = await sell({ paymentStatus: 'AWAITING_PAYMENT' });
  await subject.sync(...booked.map(({ id }) => id), unpaid.id);
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

const cents = (amount: string) => Math.round(Number(amount) * 100);
const euros = (...amounts: string[]) =>
  `€${(amounts.reduce((all, each) => all + cents(each), 0) / 100).toFixed(2)}`;
const month = () => new Date(clock.now()).toISOString().slice(0, 7);

describe('the page of insights', () => {
  it('has orders and amounts of a period as bars and as a table, VAT, causes, times, and is led to', async () => {
    const { booked, unpaid, refused, base, browser } = await traded();
    expect((await browser.get(base)).html).toContain(`href="${base}/insights"`);
    const { status, html } = await browser.get(`${base}/insights`);
    expect(status).toBe(200);
    const text = readable(html);
    const all = [...booked, unpaid, refused];
    expect(text).toContain('Orders 4');
    expect(text).toContain(`Amount ${euros(...all.map(({ gross }) => gross))}`);
    expect(text).toContain(`VAT ${euros(...all.map(({ tax }) => tax))}`);
    expect(text).toContain(`In the books 2, ${euros(...booked.map(({ gross }) => gross))}`);
    expect(text).toContain(`VAT at 21 % ${euros(...all.map(({ tax }) => tax))}`);
    expect(text).toContain(`What needs you`);
    expect(text).toMatch(/Jortt answered 422.* 1 €/);
    expect(text).toContain('From order to invoice');
    expect(text).toContain('Measured over 2 orders');
    expect(text).toContain('Days as in Europe/Amsterdam.');
    expect(html).toMatch(/<svg[^>]*aria-hidden="true"[^>]*><path class="unknown"/);
    expect(html).not.toMatch(/ style=/);
    expect(await faultsOf(html)).toEqual([]);
  });

  it('is of a month or a quarter where a form says so, and of the last 30 days where it says anything else', async () => {
    const { base, browser } = await traded();
    const { html } = await browser.get(`${base}/insights`);
    const options = [...html.matchAll(/<option value="([^"]*)"/g)];
    expect(options.map(([, value]) => value)).toEqual([
      '',
      ...Array.from({ length: 13 }, () => expect.stringMatching(/^20\d\d-\d\d$/)),
      ...Array.from({ length: 5 }, () => expect.stringMatching(/^20\d\d-q[1-4]$/)),
    ]);
    const heading = async (period: string) =>
      /<h2 id="period-of">([^<]*)</.exec((await browser.get(`${base}/insights?period=${period}`)).html)?.[1];
    expect(await heading('2024-02')).toBe('1 Feb 2024 to 29 Feb 2024');
    expect(await heading('2025-q4')).toBe('1 Oct 2025 to 31 Dec 2025');
    expect(await heading('2025-13')).toBe(await heading(''));
    expect(await heading('%22%3E')).toBe(await heading(''));
    const empty = readable((await browser.get(`${base}/insights?period=2024-02`)).html);
    expect(empty).toContain('No order of this period is known.');
  });
});

describe('the page of a month against the books', () => {
  it('goes from the shop to the books sum by sum, and names each order that makes the difference', async () => {
    const { booked, unpaid, refused, base, browser } = await traded();
    const page = `${base}/insights/${month()}`;
    expect((await browser.get(`${base}/insights`)).html).toContain(`href="${page}"`);
    const { status, html } = await browser.get(page);
    expect(status).toBe(200);
    const text = readable(html);
    const all = [...booked, unpaid, refused].map(({ gross }) => gross);
    expect(text).toContain(`Sold in the shop 4 ${euros(...all)}`);
    expect(text).toContain(
      `Left out by the settings, or given back before it was booked 1 -${euros(unpaid.gross)}`,
    );
    expect(text).toContain(
      `Should be in the books 3 ${euros(...[...booked, refused].map(({ gross }) => gross))}`,
    );
    expect(text).toContain(`Needs you 1 -${euros(refused.gross)}`);
    expect(text).toContain(`In the books 2 ${euros(...booked.map(({ gross }) => gross))}`);
    expect(text).toContain(`The difference of ${euros(refused.gross)} is explained to the cent`);
    for (const { id } of [unpaid, refused])
      expect(html).toContain(`href="${base}/orders/orders:shop:books/${id}"`);
    for (const { id } of booked) expect(html).not.toContain(`/orders:shop:books/${id}"`);
    expect(text).toContain('payment status AWAITING_PAYMENT is not in “Payment statuses”');
    expect(text).toContain('Jortt answered 422');
    expect(await faultsOf(html)).toEqual([]);
    expect((await browser.get(`${page}?cursor=nonsense`)).status).toBe(200);
  });

  it('says so where the books equal the shop, and where nothing is known', async () => {
    const subject = await startIntegration();
    const browser = await loggedIn();
    const page = `/integrations/${subject.id}/insights/${month()}`;
    const empty = readable((await browser.get(page)).html);
    expect(empty).toContain('No order of this period is known.');
    expect(empty).not.toContain('is in the books as the shop says it');
    const { id } = await sell();
    await subject.sync(id);
    await subject.settle();
    const text = readable((await browser.get(page)).html);
    expect(text).toContain('The books equal the shop, to the cent.');
    expect(text).toContain('Every order of this month is in the books as the shop says it.');
    const elsewhere = await browser.get(`/integrations/${subject.id}/insights/2026-99`);
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([
      ...[302, `/integrations/${subject.id}/insights`],
    ]);
  });

  it('does not call books equal whose orders differ: one too high, one too low, or of another VAT alone', async () => {
    const { subject, booked, unpaid, refused, base, browser } = await traded();
    await subject.sql('DELETE FROM register WHERE key IN (?, ?)', unpaid.id, refused.id);
    const page = async () => (await browser.get(`${base}/insights/${month()}`)).html;
    const [first, second] = booked.map(({ id }) => id);
    expect(readable(await page())).toContain('The books equal the shop, to the cent.');
    const off = (amount: number, id = '') =>
      subject.sql(
        "UPDATE register SET booked = printf('%.2f', CAST(booked AS REAL) + ?1) WHERE key = ?2",
        amount,
        id,
      );
    await off(5, first);
    await off(-5, second);
    const both = await page();
    expect(readable(both)).toContain('The sums are equal, and 2 orders are not: see below.');
    expect(readable(both)).not.toContain('to the cent');
    expect(both).not.toContain('class="verdict good"');
    for (const { id } of booked) expect(both).toContain(`href="${base}/orders/orders:shop:books/${id}"`);
    await off(-5, first);
    await off(5, second);
    await subject.sql("UPDATE register SET booked_vat = printf('%.2f', vat - 1) WHERE key = ?", first ?? '');
    const text = readable(await page());
    expect(text).toContain('The sums are equal, and 1 order is not: see below.');
    expect(text).toContain('Its VAT in the books differs from that of the order by €1.00.');
    expect(text).not.toContain('Every order of this month');
  });

  it('lists what is left out as that, with no difference: the column adds up to that of the month', async () => {
    const { unpaid, refused, base, browser } = await traded();
    const { html } = await browser.get(`${base}/insights/${month()}`);
    const differences = [...html.matchAll(/data-name="Difference">([^<]*)</g)].map(([, amount]) => amount);
    expect(differences.sort()).toEqual(['€0.00', euros(refused.gross)].sort());
    expect(readable(html)).toContain('Orders that are not in the books as the shop says them');
    const file = await browser.get(`${base}/insights/${month()}/reconciliation.csv`);
    const [head = '', ...rows] = file.html.trim().split('\r\n');
    const cells = rows.map((row) =>
      Object.fromEntries(head.split(',').map((name, at) => [name, row.split(',')[at]])),
    );
    const of = (row: string, part: string) => cells.find((each) => each.row === row && each.part === part);
    expect(of('order', 'left_out')).toMatchObject({ key: unpaid.id, difference: '0' });
    expect(of('order', 'needs_you')?.difference).toBe(of('sum', 'due')?.difference);
  });

  it('says of what no amount is known, and counts it in no sum', async () => {
    const { subject, booked, base, browser } = await traded();
    await subject.sql('UPDATE register SET currency = NULL WHERE key = ?', booked[0]?.id ?? '');
    const text = readable((await browser.get(`${base}/insights/${month()}`)).html);
    expect(text).toContain('1 order of these days, booked by an earlier version, have no known currency');
    expect(text).toContain(`In the books 1 ${euros(booked[1]?.gross ?? '')}`);
  });

  it('is a file too, and the API says the same', async () => {
    const { subject, booked, unpaid, refused, base, browser } = await traded();
    const file = await browser.get(`${base}/insights/${month()}/reconciliation.csv`);
    expect(file.headers.get('content-type')).toContain('text/csv');
    const [head = '', ...rows] = file.html.trim().split('\r\n');
    const names = head.split(',');
    const cell = (row: string, name: string) => row.split(',')[names.indexOf(name)];
    const sums = rows.filter((row) => row.startsWith('sum,'));
    expect(sums.map((row) => cell(row, 'part'))).toEqual([
      ...['shop', 'left_out', 'due', 'needs_you', 'changed', 'given_back', 'documents', 'credited', 'books'],
    ]);
    const orders = rows.filter((row) => row.startsWith('order,'));
    expect(
      orders.map((row) => [cell(row, 'part'), cell(row, 'key'), cents(cell(row, 'shop') ?? '')]).sort(),
    ).toEqual(
      [
        ['left_out', unpaid.id, cents(unpaid.gross)],
        ['needs_you', refused.id, cents(refused.gross)],
      ].sort(),
    );
    const { text } = await subject.api('GET', `/reconciliation?month=${month()}`);
    const body = JSON.parse(text);
    const [euro] = body.currencies;
    expect(euro).toMatchObject({ currency: 'EUR', holds: true, shop: { count: 4 }, books: { count: 2 } });
    expect(cents(euro.books.amount)).toBe(booked.reduce((all, { gross }) => all + cents(gross), 0));
    expect(body.items.map(({ part, key }: { part: string; key: string }) => [part, key]).sort()).toEqual(
      [
        ['left_out', unpaid.id],
        ['needs_you', refused.id],
      ].sort(),
    );
    const same = await subject.api('GET', `/reconciliation.csv?month=${month()}`);
    expect(same.status).toBe(200);
    const insights = (await subject.api('GET', '/insights')).body;
    expect(insights).toMatchObject({ timeZone: 'Europe/Amsterdam', totals: [{ currency: 'EUR', count: 4 }] });
    expect((await subject.api('GET', '/reconciliation?month=2026-13')).status).toBe(400);
  });
});

describe('the page of a link', () => {
  it('says how the orders of today stand, with bars and the last ones', async () => {
    const { booked, refused, base, browser } = await traded();
    const { html } = await browser.get(base);
    const text = readable(html);
    expect(text).toContain(
      `2 orders of today in the books, ${euros(...booked.map(({ gross }) => gross))}; 1 not yet.`,
    );
    expect(text).toContain('30 days: 4 orders');
    expect(html).toContain(`href="${base}/orders/orders:shop:books/${refused.id}"`);
    expect(await faultsOf(html)).toEqual([]);
  });
});
