/** Whose a document under an order's reference is: by all that the target states of it, and by who is linked to it. */
import { describe, expect, test } from 'vitest';
import { messageOf } from '../told.ts';
import { unanswered, World } from './harness.ts';
import { line, noor, order } from './samples.ts';

const email = 'noor@example.com';

/** As somebody who books by hand would have made it of the sample order. */
function byHand(fields: Record<string, unknown> = {}) {
  return {
    reference: '1001',
    invoice_date: '2026-03-02',
    invoice_total: { amount: '25.00', currency: 'EUR' },
    invoice_total_incl_vat: { amount: '30.25', currency: 'EUR' },
    ...fields,
  };
}

describe('an invoice that was booked by hand', () => {
  test.each([
    ['on the same day', {}],
    ['the day before, in another time zone', { invoice_date: '2026-03-01' }],
    ['two months later', { invoice_date: '2026-05-04' }],
    ['as a draft without dates', { invoice_date: null, invoice_status: 'draft' }],
    ['with VAT that is rounded otherwise', { invoice_total: { amount: '25.02', currency: 'EUR' } }],
    ['with no word of its VAT', { invoice_total: null }],
  ])('%s is the order: linked, and not booked again', async (_, fields) => {
    const world = new World();
    const id = world.books.bookByHand(email, byHand(fields));
    expect(await world.run(order())).toMatchObject({ kind: 'skipped', reason: { code: 'found' } });
    expect(world.link('SO-1')?.targetId).toBe(id);
    expect(world.books.sent).toEqual([]);
  });

  test.each([
    ['of another amount', { invoice_total_incl_vat: { amount: '30.24', currency: 'EUR' } }],
    ['of another VAT', { invoice_total: { amount: '27.75', currency: 'EUR' } }],
    ['in another currency', { invoice_total_incl_vat: { amount: '30.25', currency: 'GBP' } }],
    ['of a year before', { invoice_date: '2025-03-02' }],
    ['of days before the order', { invoice_date: '2026-02-27' }],
    ['of half a year later', { invoice_date: '2026-09-01' }],
    ['of nobody', { customer_id: null }],
    ['of a customer whom the books alone know', { customer_id: 'cccccccc-0000-4000-8000-000000000077' }],
  ])('%s is another one: parked, and both are named', async (_, fields) => {
    const world = new World();
    const id = world.books.bookByHand(email, byHand(fields));
    const problem = await world.problem(order());
    expect(problem).toMatchObject({
      kind: 'rejected',
      code: 'reference_taken',
      params: { document: id, number: '1001', date: '2026-03-02' },
    });
    expect(messageOf(problem)).toContain(id);
    expect(messageOf(problem)).toContain('order 1001 of 2026-03-02');
    expect(world.books.sent).toEqual([]);
    expect(world.link('SO-1')).toBeUndefined();
  });

  test('with the VAT that the books make of an order that its shop rounded per piece, is the order', async () => {
    const of = order({
      lines: [line({ quantity: '100', unitPrice: '3.74' })],
      shipping: [],
      gross: '374.00',
      vat: '65.00',
      vatByRate: [{ rate: '21', vat: '65.00' }],
    });
    const world = new World();
    const total = { amount: '374.00', currency: 'EUR' };
    const net = { amount: '309.09', currency: 'EUR' };
    world.books.bookByHand(email, byHand({ invoice_total: net, invoice_total_incl_vat: total }));
    expect(await world.run(of)).toMatchObject({ reason: { code: 'found' } });
  });

  test('is picked out of others under its reference', async () => {
    const world = new World();
    const stranger = world.books.addCustomer({ email: 'ann@example.com' });
    world.books.addInvoice(byHand({ customer_id: stranger }));
    const id = world.books.bookByHand(email, byHand());
    world.books.addInvoice(byHand({ customer_id: stranger, invoice_date: '2024-01-01' }));
    expect(await world.run(order())).toMatchObject({ reason: { code: 'found' } });
    expect(world.link('SO-1')?.targetId).toBe(id);
  });

  test("to the debtor who takes all orders is the order's", async () => {
    const debtor = 'cccccccc-0000-4000-8000-000000000009';
    const world = new World({ settings: { customer: { defaultDebtor: { id: debtor, force: true } } } });
    const id = world.books.addInvoice(byHand({ customer_id: debtor }));
    await world.run(order());
    expect(world.link('SO-1')?.targetId).toBe(id);
  });
});

describe('two orders under one reference', () => {
  const mapping = { reference: "'PO-77'" };
  const second = order({ id: 'SO-2', number: '1002' });

  test('of one customer, with one total: the second is parked and names the first', async () => {
    const world = new World({ settings: { state: 'sent' }, mapping });
    await world.run(order());
    const problem = await world.problem(second);
    expect(problem).toMatchObject({ code: 'reference_taken', params: { owner: 'SO-1', number: '1002' } });
    expect(messageOf(problem)).toContain('made for SO-1');
    expect(world.books.invoices).toHaveLength(1);
    expect(world.link('SO-2')).toBeUndefined();
  });

  test('of two customers: the second one is no refund of the first', async () => {
    const world = new World({ settings: { state: 'sent', refunds: 'credit' }, mapping });
    const other = order({ id: 'SO-2', number: '1002', customer: { ...noor, email: 'ann@example.com' } });
    await world.run(order());
    expect(await world.problem(other)).toMatchObject({ code: 'reference_taken' });
    expect(await world.run({ ...other, refunded: other.gross })).toMatchObject({
      kind: 'skipped',
      reason: { code: 'refunded' },
    });
    expect(world.books.invoices).toHaveLength(1);
  });

  test('are two when they are given a reference each', async () => {
    const world = new World({ mapping });
    await world.run(order());
    await world.problem(second);
    world.mapping = { reference: 'order.number' };
    await world.run(second);
    expect(world.books.invoices.map(({ reference }) => reference)).toEqual(['PO-77', '1002']);
  });
});

test.each([
  ['as a whole', '30.25'],
  ['in part', '10.00'],
])('a document that two orders were linked to before is credited for neither, %s', async (_, refunded) => {
  const world = new World({ settings: { state: 'sent', refunds: 'credit' } });
  await world.run(order());
  const link = world.link('SO-1');
  if (link) world.links.set('order SO-2', link);
  const problem = await world.problem(order({ id: 'SO-2', refunded }));
  expect(problem).toMatchObject({ code: 'reference_taken', params: { owner: 'SO-1' } });
  expect(world.books.invoices).toHaveLength(1);
  world.accept('SO-2');
  expect(await world.run(order({ id: 'SO-2', refunded }))).toMatchObject({ kind: 'skipped' });
});

describe('after an answer that was lost', () => {
  async function cutOff(when: 'before' | 'after'): Promise<World> {
    const world = new World({ settings: { state: 'sent' } });
    world.books.trouble = ({ method, path }, now) => {
      if (method === 'POST' && path === '/v3/invoices' && now === when) throw unanswered();
    };
    await world.problem(order());
    world.books.trouble = () => undefined;
    return world;
  }

  test("the invoice that somebody else's order made meanwhile is not taken for this order's", async () => {
    const world = await cutOff('before');
    const stranger = world.books.addCustomer({ email: 'ann@example.com' });
    const id = world.books.addInvoice(byHand({ customer_id: stranger }));
    expect(await world.problem(order())).toMatchObject({
      code: 'reference_taken',
      params: { document: id },
    });
    expect(world.link('SO-1')).toBeUndefined();
  });

  test('what is linked to another order is passed over, and the own one is found beside it', async () => {
    const world = await cutOff('after');
    const [own] = world.books.invoices;
    const { id: _own, ...same } = own ?? {};
    const twin = world.books.addInvoice(same);
    world.books.invoices.reverse();
    world.links.set('order SO-9', { targetId: twin, fingerprint: '', facts: {} });
    await world.run(order());
    expect(world.link('SO-1')?.targetId).toBe(own?.id);
    expect(world.books.sent).toHaveLength(1);
  });

  test('of a step from before what was meant was kept: by its reference, unless it is linked to another', async () => {
    for (const owner of ['SO-9', null]) {
      const world = await cutOff('after');
      const [name, step] = [...world.steps][0] ?? [];
      if (name && step) world.steps.set(name, { ...step, meant: null });
      const targetId = String(world.books.invoices[0]?.id);
      if (owner) world.links.set(`order ${owner}`, { targetId, fingerprint: '', facts: {} });
      const ended = await world.run(order()).catch((error: unknown) => error);
      expect(ended).toMatchObject(owner ? { code: 'outcome_unknown' } : { kind: 'done' });
      expect(world.link('SO-1')?.targetId).toBe(owner ? undefined : targetId);
    }
  });

  test('it is known by what was sent, though the order has changed since', async () => {
    const world = await cutOff('after');
    const later = order({ lines: [], shipping: [], fees: [{ amount: '12.10', vatRate: '21' }] });
    expect(await world.problem(later)).toMatchObject({
      code: 'order_changed',
      params: { bookedGross: '30.25', bookedVat: '5.25' },
    });
    expect(world.books.invoices).toHaveLength(1);
  });

  test('with VAT that the settings let differ: the order has not changed', async () => {
    const of = order({ vat: '5.28', vatByRate: [{ rate: '21', vat: '5.28' }] });
    const world = new World({ settings: { state: 'sent', rounding: { vat: 'accept' } } });
    world.books.trouble = ({ method, path }, now) => {
      if (method === 'POST' && path === '/v3/invoices' && now === 'after') throw unanswered();
    };
    await world.problem(of);
    world.books.trouble = () => undefined;
    expect(await world.run(of)).toMatchObject({ kind: 'done' });
    expect(await world.run(of)).toMatchObject({ reason: { code: 'already_booked' } });
  });

  test('of a credit, the document of another order is not taken for it', async () => {
    const world = new World({ settings: { state: 'sent', refunds: 'credit' } });
    await world.run(order());
    world.books.trouble = ({ method }, now) => {
      if (method === 'POST' && now === 'before') throw unanswered();
    };
    await world.problem(order({ refunded: '10.00' }));
    world.books.trouble = () => undefined;
    const stranger = world.books.addCustomer({ email: 'ann@example.com' });
    world.books.addInvoice({
      reference: '1001-C10.00',
      customer_id: stranger,
      invoice_total_incl_vat: { amount: '-10.00', currency: 'EUR' },
    });
    expect(await world.problem(order({ refunded: '10.00' }))).toMatchObject({ code: 'reference_taken' });
    expect(world.link('SO-1')?.facts.credited).toBe('0');
  });
});

test('nothing of a person is kept while an outcome is unknown', async () => {
  const world = new World();
  world.books.trouble = ({ method, path }, when) => {
    if (method === 'POST' && path === '/v3/invoices' && when === 'after') throw unanswered();
  };
  await world.problem(order());
  const [step] = [...world.steps.values()].filter(({ meant }) => meant !== null);
  expect(step?.meant).toMatchObject({ gross: '30.25', vat: '5.25', currency: 'EUR' });
  expect(JSON.stringify([...world.steps])).not.toMatch(/noor|example|Kade|Wit/i);
});
