import { describe, expect, it } from 'vitest';
import { line, Office, refusal } from './office.ts';

async function references(office: Office, query: string): Promise<unknown[]> {
  return (await office.rows(`/v3/invoices?${query}`)).map(({ reference }) => reference);
}

describe('pages', () => {
  it('have a hundred rows, newest first, and absolute links', async () => {
    const office = await Office.open();
    for (let number = 1; number <= 227; number += 1) {
      await office.invoice({ reference: `ORDER-${number}` });
      if (number % 50 === 0) office.world.pass(1000);
    }
    const pages = await Promise.all([1, 2, 3, 4].map((page) => office.get(`/v3/invoices?page=${page}`)));
    const rows = pages.map(({ body }) => body.data as { reference: string }[]);
    expect(rows.map(({ length }) => length)).toEqual([100, 100, 27, 0]);
    expect(rows.flat().map(({ reference }) => reference)).toEqual(
      Array.from({ length: 227 }, (_, index) => `ORDER-${227 - index}`),
    );
    const link = (page: number) => ({
      href: `https://api.jortt.nl/v3/invoices?page=${page}`,
      type: 'application/json',
    });
    expect(pages[1]?.body._links).toEqual({
      previous: link(1),
      next: link(3),
      self: link(2),
      documentation: { href: 'https://developer.jortt.nl/#pagination', type: 'text/html' },
    });
    expect(pages[0]?.body._links?.previous).toBeNull();
    expect(pages[2]?.body._links?.next).toBeNull();
  });

  it('lose the status in their links, but keep the query, until that is switched off', async () => {
    const office = await Office.open();
    for (let number = 1; number <= 101; number += 1) await office.invoice({ reference: 'same one' });
    const next = async () =>
      (await office.get('/v3/invoices?invoice_status=draft&query=same%20one')).body._links?.next?.href;
    expect(await next()).toBe('https://api.jortt.nl/v3/invoices?query=same+one&page=2');
    office.jortt.change({ quirks: false });
    expect(await next()).toBe('https://api.jortt.nl/v3/invoices?query=same+one&invoice_status=draft&page=2');
  });

  it.each([
    ['page=0', 'page'],
    ['page=two', 'page'],
    ['page=-1', 'page'],
    ['query=ab', 'query'],
    ['invoice_status=overdue', 'invoice_status'],
  ])('are refused for %s', async (query, parameter) => {
    const office = await Office.open();
    expect(refusal(await office.get(`/v3/invoices?${query}`))).toEqual([
      422,
      'params.invalid',
      `${parameter} is_invalid`,
    ]);
  });

  it('take empty values for no filter', async () => {
    const office = await Office.open();
    await office.invoice({ reference: 'A-1' });
    expect(await references(office, 'invoice_status&page=1&query')).toEqual(['A-1']);
  });
});

describe('searching invoices', () => {
  it('looks at number, reference and customer, any part in any case, and not at the remarks', async () => {
    const office = await Office.open();
    const customer_id = await office.person({ customer_name: 'Joost Berghuis' });
    await office.sentInvoice({ customer_id, reference: 'ORDER-1', remarks: 'secret mark' });
    await office.invoice({ customer_id, reference: 'ORDER-12' });
    await office.invoice({ reference: 'other' });
    expect(await references(office, 'query=202603-001')).toEqual(['ORDER-1']);
    expect(await references(office, 'query=order-1')).toEqual(['ORDER-12', 'ORDER-1']);
    expect(await references(office, 'query=BERGH')).toEqual(['ORDER-12', 'ORDER-1']);
    expect(await references(office, 'query=secret')).toEqual([]);
  });

  it('filters by status, of which unpaid, late and paid are no states', async () => {
    const office = await Office.open();
    await office.invoice({ reference: 'draft' });
    await office.sentInvoice({ reference: 'late', invoice_date: '2026-01-05' });
    await office.sentInvoice({ reference: 'on time', payment_term: 0 });
    const paid = await office.sentInvoice({ reference: 'paid' });
    await office.lever('POST', `/invoices/${paid}/pay`);
    const by = (status: string) => references(office, `invoice_status=${status}`);
    expect(await by('draft')).toEqual(['draft']);
    expect(await by('sent')).toEqual(['paid', 'on time', 'late']);
    expect(await by('unpaid')).toEqual(['on time', 'late']);
    expect(await by('late')).toEqual(['late']);
    expect(await by('paid')).toEqual(['paid']);
    const shown = await office.rows('/v3/invoices?invoice_status=paid');
    expect(shown).toMatchObject([{ invoice_status: 'sent' }]);
  });
});

describe('searching customers', () => {
  it('is alphabetical, and looks at name, e-mail and reference', async () => {
    const office = await Office.open();
    await office.person({ customer_name: 'zoë Smit', email: 'Zoe@Mail.example', reference: 'KL-900' });
    await office.person({ customer_name: 'Émile Bos', email: 'emile@mail.example', website: 'kl-900' });
    await office.person({ customer_name: 'dirk Smit' });
    const names = async (query: string) =>
      (await office.rows(`/v3/customers?${query}`)).map((row) => row.customer_name);
    expect(await names('')).toEqual(['dirk Smit', 'Émile Bos', 'zoë Smit']);
    expect(await names('query=smit')).toEqual(['dirk Smit', 'zoë Smit']);
    expect(await names('query=zoe@mail')).toEqual(['zoë Smit']);
    expect(await names('query=kl-9')).toEqual(['zoë Smit']);
    expect(refusal(await office.get('/v3/customers?query=zo'))).toContain('query is_invalid');
  });
});

describe('the lag of the index', () => {
  it('hides what is new from lists and searches, not from a look by id', async () => {
    const office = await Office.open({ searchLagMs: 5000 });
    const customer_id = await office.person({ email: 'ann@mail.example' });
    const id = await office.invoice({ customer_id, reference: 'ORDER-1' });
    office.world.pass(4999);
    expect(await office.rows('/v3/customers?query=ann@mail')).toEqual([]);
    expect(await references(office, 'query=ORDER')).toEqual([]);
    expect(await references(office, '')).toEqual([]);
    expect(await office.readInvoice(id)).toMatchObject({ reference: 'ORDER-1' });
    office.world.pass(1);
    expect(await office.rows('/v3/customers?query=ann@mail')).toMatchObject([{ id: customer_id }]);
    expect(await references(office, 'query=ORDER')).toEqual(['ORDER-1']);
  });

  it('shows what was changed as it was, and what was deleted as still there', async () => {
    const office = await Office.open({ searchLagMs: 5000 });
    const kept = await office.invoice({ reference: 'ORDER-1' });
    const gone = await office.invoice({ reference: 'ORDER-2' });
    office.world.pass(5000);
    await office.call('PUT', `/v3/invoices/${kept}`, { reference: 'ORDER-9', line_items: [line()] });
    await office.call('DELETE', `/v3/invoices/${gone}`);
    expect((await references(office, '')).sort()).toEqual(['ORDER-1', 'ORDER-2']);
    office.world.pass(5000);
    expect(await references(office, '')).toEqual(['ORDER-9']);
  });
});
