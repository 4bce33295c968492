import { describe, expect, it } from 'vitest';
import { line, refusal } from '../office.ts';
import { EstimateOffice } from './estimate-office.ts';

describe('pages of estimates', () => {
  it('have a hundred rows, newest first, and absolute links', async () => {
    const office = await EstimateOffice.open();
    for (let number = 1; number <= 127; number += 1) {
      await office.estimate({ reference: `QUOTE-${number}` });
      if (number % 50 === 0) office.world.pass(1000);
    }
    const pages = await Promise.all([1, 2, 3].map((page) => office.get(`/v2/estimates?page=${page}`)));
    const rows = pages.map(({ body }) => body.data as { reference: string }[]);
    expect(rows.map(({ length }) => length)).toEqual([100, 27, 0]);
    expect(rows.flat().map(({ reference }) => reference)).toEqual(
      Array.from({ length: 127 }, (_, index) => `QUOTE-${127 - index}`),
    );
    expect(pages[0]?.body._links?.previous).toBeNull();
    expect(pages[0]?.body._links?.next).toEqual({
      ...{ href: 'https://api.jortt.nl/v2/estimates?page=2', type: 'application/json' },
    });
    expect(pages[1]?.body._links?.next).toBeNull();
  });

  it('lose the filters in their links, but keep the query, until that is switched off', async () => {
    const office = await EstimateOffice.open();
    const customer_id = await office.person();
    for (let number = 1; number <= 101; number += 1) {
      await office.deed(await office.sentEstimate({ customer_id, reference: 'same one' }), 'accept');
    }
    const asked = '/v2/estimates?estimate_status=sent&acceptance_status=accepted&query=same%20one';
    const next = async () => (await office.get(asked)).body._links?.next?.href;
    expect(await next()).toBe('https://api.jortt.nl/v2/estimates?query=same+one&page=2');
    office.jortt.change({ quirks: false });
    expect(await next()).toBe(
      'https://api.jortt.nl/v2/estimates?query=same+one&estimate_status=sent&acceptance_status=accepted&page=2',
    );
  });

  it.each([
    ['page=0', 'page'],
    ['query=ab', 'query'],
    ['estimate_status=late', 'estimate_status'],
    ['acceptance_status=pending', 'acceptance_status'],
  ])('are refused for %s', async (query, parameter) => {
    const office = await EstimateOffice.open();
    expect(refusal(await office.get(`/v2/estimates?${query}`))).toEqual([
      ...[422, 'params.invalid', `${parameter} is_invalid`],
    ]);
  });

  it('take empty values, and filters of invoices, for no filter', async () => {
    const office = await EstimateOffice.open();
    await office.estimate({ reference: 'A-1' });
    expect(await office.references('?estimate_status&acceptance_status=&query&page')).toEqual(['A-1']);
    expect(await office.references('?invoice_status=paid')).toEqual(['A-1']);
  });
});

describe('searching estimates', () => {
  it('looks at number, reference and customer, any part in any case, and not at the remarks', async () => {
    const office = await EstimateOffice.open();
    const customer_id = await office.person({ customer_name: 'Joost Berghuis' });
    await office.sentEstimate({ customer_id, reference: 'QUOTE-1', remarks: 'secret mark' });
    await office.estimate({ customer_id, reference: 'QUOTE-12' });
    await office.estimate({ reference: 'other' });
    expect(await office.references('?query=202603-001')).toEqual(['QUOTE-1']);
    expect(await office.references('?query=quote-1')).toEqual(['QUOTE-12', 'QUOTE-1']);
    expect(await office.references('?query=BERGH')).toEqual(['QUOTE-12', 'QUOTE-1']);
    expect(await office.references('?query=secret')).toEqual([]);
  });

  it('filters by status and by answer, and by both', async () => {
    const office = await EstimateOffice.open();
    const customer_id = await office.person();
    const sent = (reference: string, more: object = {}) =>
      office.sentEstimate({ customer_id, reference, ...more });
    await office.estimate({ reference: 'draft' });
    await sent('open');
    await sent('expired', { valid_until: '2026-03-01' });
    await office.deed(await sent('accepted'), 'accept');
    await office.deed(await sent('rejected'), 'reject');
    await office.deed(await sent('signed'), 'sign');
    const invoiced = await sent('invoiced');
    await office.deed(invoiced, 'accept');
    await office.deed(invoiced, 'invoice');
    const by = (query: string) => office.references(`?${query}`);
    expect(await by('estimate_status=draft')).toEqual(['draft']);
    expect(await by('estimate_status=sent')).toEqual(['signed', 'rejected', 'accepted', 'open']);
    expect(await by('estimate_status=expired')).toEqual(['expired']);
    expect(await by('estimate_status=invoiced')).toEqual(['invoiced']);
    expect(await by('acceptance_status=accepted')).toEqual(['invoiced', 'accepted']);
    expect(await by('acceptance_status=rejected')).toEqual(['rejected']);
    expect(await by('acceptance_status=signed')).toEqual(['signed']);
    expect(await by('estimate_status=sent&acceptance_status=accepted')).toEqual(['accepted']);
  });
});

describe('the lag of the index', () => {
  it('hides new estimates from lists and searches, not from a look by id', async () => {
    const office = await EstimateOffice.open({ searchLagMs: 5000 });
    const id = await office.estimate({ reference: 'QUOTE-1' });
    office.world.pass(4999);
    expect([await office.references(), await office.references('?query=QUOTE')]).toEqual([[], []]);
    expect(await office.readEstimate(id)).toMatchObject({ reference: 'QUOTE-1' });
    office.world.pass(1);
    expect(await office.references('?query=QUOTE')).toEqual(['QUOTE-1']);
  });

  it('shows what was changed or answered as it was, and what was deleted as still there', async () => {
    const office = await EstimateOffice.open();
    const changed = await office.estimate({ reference: 'QUOTE-1' });
    const gone = await office.estimate({ reference: 'QUOTE-2' });
    await office.deed(await office.sentEstimate({ reference: 'QUOTE-3' }), 'reject');
    const answered = await office.sentEstimate({ reference: 'QUOTE-4' });
    await office.jortt.runDue();
    office.jortt.change({ searchLagMs: 5000 });
    await office.edit(changed, { reference: 'QUOTE-9', line_items: [line()] });
    await office.lever('DELETE', `/estimates/${gone}`);
    await office.deed(answered, 'accept');
    expect((await office.references()).sort()).toEqual(['QUOTE-1', 'QUOTE-2', 'QUOTE-3', 'QUOTE-4']);
    expect(await office.references('?acceptance_status=accepted')).toEqual([]);
    office.world.pass(5000);
    expect((await office.references()).sort()).toEqual(['QUOTE-3', 'QUOTE-4', 'QUOTE-9']);
    expect(await office.references('?acceptance_status=accepted')).toEqual(['QUOTE-4']);
  });
});
