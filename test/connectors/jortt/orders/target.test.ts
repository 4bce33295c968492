import { describe, expect, test } from 'vitest';
import { documentTarget } from '../../../../src/connectors/jortt/orders/target.ts';
import { findDocument } from '../../../support/fake-api.ts';
import { type Call, FakeApi, listOf, Refused } from '../fake-api.ts';
import { customerId, invoiceId, invoiceWire } from '../samples.ts';

const placed = new Date('2026-03-02T08:00:00Z');

function row(fields: Record<string, unknown>) {
  return { ...invoiceWire, ...fields };
}

/** A Jortt with these pages of invoices. */
function listing(...pages: unknown[][]) {
  return new FakeApi((call) => (call.path === '/v3/invoices' ? listOf(pages, call) : undefined));
}

function find(api: FakeApi, reference: string) {
  return findDocument(documentTarget, api, reference, placed);
}

describe('finding by reference', () => {
  test('takes the exact one among the hits', async () => {
    const api = listing([
      row({ id: 'x', reference: 'ORDER-100421' }),
      row({ id: 'y', reference: null }),
      invoiceWire,
    ]);
    expect(await find(api, 'ORDER-10042')).toEqual({
      id: invoiceId,
      credits: [],
      gross: '101.65',
      vat: '16.65',
      currency: 'EUR',
      date: '2026-03-02',
      reference: 'ORDER-10042',
      draft: false,
      customerId,
    });
    expect(api.calls[0]?.query).toEqual({ query: 'ORDER-10042', page: 1 });
  });

  test('tells the number of one that was sent, as people know it', async () => {
    const sent = row({ invoice_number: '202603-012' });
    expect(await find(listing([sent]), 'ORDER-10042')).toMatchObject({ number: '202603-012' });
    const draft = row({ invoice_status: 'draft', invoice_number: null });
    expect((await find(listing([draft]), 'ORDER-10042'))?.number).toBeUndefined();
  });

  test('counts pages itself and sends its filter with each', async () => {
    const api = listing([row({ reference: 'other' })], [row({ reference: 'other' })], [invoiceWire]);
    expect(await find(api, 'ORDER-10042')).toMatchObject({ id: invoiceId });
    expect(api.calls.map(({ path, query }) => [path, query])).toEqual(
      [1, 2, 3].map((page) => ['/v3/invoices', { query: 'ORDER-10042', page }]),
    );
  });

  test('ends with the last page', async () => {
    const api = listing([row({ reference: 'other' })], []);
    expect(await find(api, 'ORDER-10042')).toBeNull();
    expect(api.calls).toHaveLength(2);
  });

  test('is not misled by blanks, and not by case', async () => {
    expect(await find(listing([row({ reference: ' ORDER-10042 ' })]), 'ORDER-10042 ')).not.toBeNull();
    expect(await find(listing([row({ reference: 'order-10042' })]), 'ORDER-10042')).toBeNull();
  });

  test('passes over credit notes, which keep the reference', async () => {
    const credit = row({
      id: 'c',
      credited_invoice_id: invoiceId,
      invoice_total_incl_vat: { amount: '-101.65' },
    });
    expect(await find(listing([credit, invoiceWire]), 'ORDER-10042')).toMatchObject({ id: invoiceId });
    expect(await find(listing([credit]), 'ORDER-10042')).toBeNull();
  });

  test('gives all that have the reference: the flow tells whose they are', async () => {
    const refund = row({ id: 'r', invoice_total_incl_vat: { amount: '-5.00' } });
    const api = listing([refund], [row({ id: 'other', reference: 'ORDER-1' }), invoiceWire]);
    const found = await documentTarget.find(api, ['ORDER-10042'], placed);
    expect(found.get('ORDER-10042')).toMatchObject([{ id: 'r', gross: '-5.00' }, { id: invoiceId }]);
    expect(await find(listing([refund]), 'ORDER-10042')).toMatchObject({ id: 'r', gross: '-5.00' });
  });

  test('an invoice that does not state all is found all the same', async () => {
    const bare = row({
      invoice_total: null,
      invoice_date: null,
      invoice_total_incl_vat: { amount: '101.65' },
    });
    const found = await find(listing([bare]), 'ORDER-10042');
    expect(found).toMatchObject({ gross: '101.65', vat: null });
    expect([found?.currency, found?.date]).toEqual([undefined, undefined]);
  });

  test('tells a draft, and an invoice of nothing', async () => {
    const draft = row({
      invoice_status: 'draft',
      customer_id: null,
      invoice_total_incl_vat: { amount: '0.00' },
    });
    expect(await find(listing([draft]), 'ORDER-10042')).toMatchObject({
      draft: true,
      gross: '0.00',
      customerId: null,
    });
  });

  test('an invoice without a readable total is named, not passed over', async () => {
    const api = listing([row({ invoice_total_incl_vat: { amount: 'n/a' } })]);
    await expect(find(api, 'ORDER-10042')).rejects.toThrow(/not_an_amount/);
  });
});

describe('finding by a reference too short to search for', () => {
  test('reads all invoices, newest first', async () => {
    const api = listing([row({ reference: '41' })], [row({ reference: '42' })]);
    expect(await find(api, '42')).toMatchObject({ id: invoiceId });
    expect(api.calls.map(({ query }) => query)).toEqual([{ page: 1 }, { page: 2 }]);
  });

  test('stops a day before the order', async () => {
    const within = row({ reference: '41', created_at: '2026-03-01T09:00:01+01:00' });
    const before = row({ reference: '40', created_at: '2026-03-01T08:59:59+01:00' });
    const api = listing([within, before], [row({ reference: '42' })]);
    expect(await find(api, '42')).toBeNull();
    expect(api.calls).toHaveLength(1);
    expect(await find(listing([within], [row({ reference: '42' })]), '42')).not.toBeNull();
  });
});

describe('one invoice', () => {
  const get = (answer: unknown) => documentTarget.get(new FakeApi(() => answer), invoiceId);

  test('by its id', async () => {
    const api = new FakeApi(() => ({ data: invoiceWire, possible_actions: [] }));
    expect(await documentTarget.get(api, invoiceId)).toMatchObject({ id: invoiceId, draft: false });
    expect(api.calls[0]?.path).toBe(`/v3/invoices/${invoiceId}`);
  });

  test('is null when it is gone or the id is none', async () => {
    expect(await get(undefined)).toBeNull();
    expect(await get(new Refused(422, { error: { key: 'params.invalid', details: [] } }))).toBeNull();
  });

  test('other refusals are not taken for absence', async () => {
    await expect(get(new Refused(503))).rejects.toMatchObject({ kind: 'retry' });
    await expect(get(new Refused(401))).rejects.toMatchObject({ kind: 'auth' });
  });

  test('an id cannot lead elsewhere', async () => {
    const api = new FakeApi(() => undefined);
    await documentTarget.get(api, '../customers');
    expect(api.calls[0]?.path).toBe('/v3/invoices/..%2Fcustomers');
  });
});

describe('writing', () => {
  const created = new FakeApi(() => ({ data: { id: 'new' } }));
  const last = (): Call | undefined => created.calls.at(-1);

  test('creates and answers with the id', async () => {
    expect(await documentTarget.create(created, { reference: '1001' })).toEqual({ id: 'new' });
    expect(last()).toMatchObject({ method: 'POST', path: '/v3/invoices', body: { reference: '1001' } });
  });

  test('credits a whole invoice, final or as a draft', async () => {
    expect(await documentTarget.credit?.(created, invoiceId, 'sent')).toEqual({ id: 'new' });
    expect(last()).toMatchObject({ path: `/v3/invoices/${invoiceId}/credit`, body: { send_method: 'self' } });
    await documentTarget.credit?.(created, invoiceId, 'draft');
    expect(last()?.body).toEqual({});
  });

  test.each([
    [['c1', 'c2'], { id: 'c1' }],
    ['c1', { id: 'c1' }],
    [[], null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('finds its credit in %j', async (creditIds, expected) => {
    const api = new FakeApi(() => ({ data: { ...invoiceWire, credit_invoice_ids: creditIds } }));
    expect(await documentTarget.findCredit?.(api, invoiceId)).toEqual(expected);
  });

  test('an invoice that is gone has no credit', async () => {
    expect(await documentTarget.findCredit?.(new FakeApi(() => undefined), invoiceId)).toBeNull();
  });
});
