/** An order is not said to be given back "before it was booked" by somebody who has not looked in the books. */
import { describe, expect, test } from 'vitest';
import { big } from '../../../src/records/money.ts';
import { messageOf } from '../told.ts';
import { unanswered, World } from './harness.ts';
import { line, order } from './samples.ts';

const email = 'noor@example.com';
const sent = { state: 'sent', refunds: 'credit' } as const;

const euro = (amount: string) => ({ amount, currency: 'EUR' });

const booked = {
  reference: '1001',
  invoice_date: '2026-03-02',
  invoice_total: euro('25.00'),
  invoice_total_incl_vat: euro('30.25'),
};

const whole = order({ refunded: '30.25' });
const part = order({ refunded: '10.00' });

const amounts = ({ books }: World) =>
  books.invoices.map(({ invoice_total_incl_vat: total }) => (total as { amount: string }).amount);

describe('an order that stands in the books, seen for the first time when it is', () => {
  test.each([
    ['given back', whole],
    ['cancelled', order({ cancelled: true })],
  ])('%s, is found there and credited', async (_, given) => {
    const world = new World({ settings: sent });
    world.books.bookByHand(email, booked);
    expect(await world.run(given)).toMatchObject({ kind: 'done', reason: { code: 'credited' } });
    expect(amounts(world)).toEqual(['30.25', '-30.25']);
  });

  test.each([
    ['given back', whole],
    ['given back in part', part],
  ])('%s, is flagged where that is so set', async (_, given) => {
    const world = new World({ settings: { state: 'sent' } });
    world.books.bookByHand(email, booked);
    expect(await world.problem(given)).toMatchObject({ code: 'order_refunded' });
    expect(world.link('SO-1')?.facts).toMatchObject({ credited: '0', adopted: true });
  });

  test('given back in part, is credited in part', async () => {
    const world = new World({ settings: sent });
    world.books.bookByHand(email, booked);
    expect(await world.run(part)).toMatchObject({ reason: { code: 'credited_in_part' } });
    expect(amounts(world)).toEqual(['30.25', '-10.00']);
  });

  test('given back, and credited there by hand: nothing is credited twice', async () => {
    const world = new World({ settings: sent });
    const id = world.books.bookByHand(email, booked);
    const credit = world.books.addInvoice({
      reference: '1001',
      credited_invoice_id: id,
      invoice_total: euro('-25.00'),
      invoice_total_incl_vat: euro('-30.25'),
    });
    Object.assign(world.books.invoices[0] ?? {}, { credit_invoice_ids: [credit] });
    await world.run(whole);
    await world.run(whole);
    expect(amounts(world)).toEqual(['30.25', '-30.25']);
    expect(world.link('SO-1')?.facts.credited).toBe('30.25');
  });

  test('given back in part, and credited by an integration that was made anew: nothing is credited twice', async () => {
    const before = new World({ settings: sent });
    await before.run(order());
    await before.run(part);
    before.links.clear();
    await before.run(part);
    await before.run(part);
    expect(amounts(before)).toEqual(['30.25', '-10.00']);
  });
});

describe('an order that does not stand in the books', () => {
  test.each([
    ['refunded', whole],
    ['cancelled', order({ cancelled: true })],
  ])('and is %s is skipped after one look', async (code, given) => {
    const world = new World({ settings: sent });
    expect(await world.run(given)).toMatchObject({ kind: 'skipped', reason: { code } });
    expect(world.books.calls).toEqual(['GET /v3/invoices']);
  });

  test("and is given back needs nobody, though another one's document has its number", async () => {
    const world = new World({ settings: sent });
    world.books.bookByHand('ann@example.com', booked);
    expect(await world.run(whole)).toMatchObject({ kind: 'skipped', reason: { code: 'refunded' } });
    expect(world.books.invoices).toHaveLength(1);
  });

  test('and is given back needs nobody, though its reference or its customer cannot be told', async () => {
    const world = new World({ settings: sent, mapping: { reference: 'order.number & $error("no")' } });
    expect(await world.run(whole)).toMatchObject({ kind: 'skipped', reason: { code: 'refunded' } });
    const nameless = new World({ settings: sent });
    nameless.books.bookByHand(email, booked);
    const { email: _email, ...customer } = whole.customer;
    expect(await nameless.run({ ...whole, customer })).toMatchObject({ reason: { code: 'refunded' } });
  });

  test('and is too old costs no call, given back or not', async () => {
    const world = new World({ settings: { ...sent, since: '2026-03-03' } });
    expect(await world.run(whole)).toMatchObject({ reason: { code: 'placed_before' } });
    expect(world.books.calls).toEqual([]);
  });
});

describe('a create that may have happened, and was skipped by a person', () => {
  async function skipped(tidied: boolean): Promise<World> {
    const world = new World({ settings: sent });
    world.books.trouble = ({ method, path }, when) => {
      if (method === 'POST' && path === '/v3/invoices' && when === 'after') throw unanswered();
    };
    await world.problem(order());
    world.books.trouble = () => undefined;
    if (tidied) world.steps.clear();
    return world;
  }

  test.each([
    ['while its step is kept', false],
    ['when its step was tidied away', true],
  ])('is looked for before its order is said to be refunded, %s', async (_, tidied) => {
    const world = await skipped(tidied);
    expect(await world.run(whole)).toMatchObject({ kind: 'done', reason: { code: 'credited' } });
    expect(amounts(world)).toEqual(['30.25', '-30.25']);
  });

  test('is looked for again while it may still be done', async () => {
    const world = await skipped(false);
    world.books.indexed = false;
    expect(await world.problem(whole)).toMatchObject({ kind: 'wait', code: 'outcome_unknown' });
    world.books.indexed = true;
    expect(await world.run(whole)).toMatchObject({ reason: { code: 'credited' } });
  });
});

describe('an order that Koppel booked, and that was credited by hand before the shop gave it back', () => {
  async function credited(gross: string, vat: string, reference = '1001'): Promise<World> {
    const world = new World({ settings: sent });
    await world.run(order());
    const [invoice] = world.books.invoices;
    const credit = world.books.addInvoice({
      reference,
      credited_invoice_id: invoice?.id,
      invoice_total: euro(big(gross).minus(vat).toFixed(2)),
      invoice_total_incl_vat: euro(gross),
    });
    Object.assign(invoice ?? {}, { credit_invoice_ids: [credit] });
    return world;
  }

  test.each([
    ['as a whole', '-30.25', '-5.25', whole, 'credited'],
    ['in part', '-10.00', '-1.74', part, 'credited_in_part'],
  ])('%s, is credited: nothing is credited twice', async (_, gross, vat, given, code) => {
    const world = await credited(gross, vat);
    expect(await world.preview(given)).toMatchObject({ writes: [{ what: 'credit', does: 'adopt' }] });
    expect(await world.run(given)).toMatchObject({ kind: 'done', reason: { code } });
    expect(await world.run(given)).toMatchObject({ reason: { code: 'already_booked' } });
    expect(amounts(world)).toEqual(['30.25', gross]);
    if (given === part) {
      await world.run(order({ refunded: '15.00' }));
      expect(amounts(world)).toEqual(['30.25', '-10.00', '-5.00']);
    }
  });

  test.each([
    ['a part only', whole],
    ['another part', order({ refunded: '12.00' })],
  ])('%s, needs a person, who sees to it once', async (_, given) => {
    const world = await credited('-10.00', '-1.74');
    const problem = await world.problem(given);
    expect(problem).toMatchObject({ code: 'credit_stands' });
    expect(messageOf(problem)).toContain(String(world.books.invoices[1]?.id));
    expect((await world.preview(given)).problem).toMatchObject({ code: 'credit_stands' });
    world.accept('SO-1');
    expect(await world.run(given)).toMatchObject({ reason: { code: 'difference_accepted' } });
    expect(amounts(world)).toEqual(['30.25', '-10.00']);
  });

  test('for a change that a person saw to: what is given back later is credited', async () => {
    const world = new World({ settings: sent });
    await world.run(order());
    const lines = [line({ quantity: '3' })];
    await world.problem(order({ lines }));
    const [invoice] = world.books.invoices;
    Object.assign(invoice ?? {}, { credit_invoice_ids: [world.books.addInvoice(booked)] });
    world.accept('SO-1');
    const given = order({ lines, refunded: '10.00' });
    expect(await world.run(given)).toMatchObject({ reason: { code: 'credited_in_part' } });
  });
});
