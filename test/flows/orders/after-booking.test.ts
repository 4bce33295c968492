import { describe, expect, test } from 'vitest';
import type { Order } from '../../../src/records/order.ts';
import { messageOf } from '../told.ts';
import { grossOf, vatOf } from './books.ts';
import { type Given, unanswered, World } from './harness.ts';
import { line, order } from './samples.ts';

/** A world in which this order is booked, as a final invoice. */
async function booked(settings: Given['settings'] = {}, of: Order = order()): Promise<World> {
  const world = new World({ settings: { state: 'sent', ...settings } });
  await world.run(of);
  return world;
}

const creditSettings = { refunds: 'credit' } as const;

/** What the books say that came in: every document, credits included. */
function balanceOf(world: World): string[] {
  return world.books.invoices.map((each) => (each.invoice_total_incl_vat as { amount: string }).amount);
}

describe('changed after booking', () => {
  const changed = order({ lines: [line({ quantity: '3' })] });

  test('is flagged, with what it was and what it is', async () => {
    const world = await booked();
    const problem = await world.problem(changed);
    expect(problem).toMatchObject({ kind: 'rejected', code: 'order_changed' });
    expect(messageOf(problem)).toMatch(/30\.25 with 5\.25 VAT.*42\.35 with 7\.35/);
    expect(world.books.sent).toHaveLength(1);
  });

  test('VAT alone is a change too', async () => {
    const world = await booked();
    const other = order({ vat: '2.50', vatByRate: [{ rate: '9', vat: '2.50' }] });
    expect(await world.problem(other)).toMatchObject({ code: 'order_changed' });
  });

  test('is flagged again at every notice until it is accepted, and then exactly this is', async () => {
    const world = await booked();
    await world.problem(changed);
    await world.problem(changed);
    world.accept('SO-1');
    expect(await world.run(changed)).toEqual({
      kind: 'skipped',
      reason: { code: 'difference_accepted', params: {} },
    });
    expect(await world.problem(order({ lines: [line({ quantity: '4' })] }))).toMatchObject({
      code: 'order_changed',
      params: { bookedGross: '42.35' },
    });
  });

  test('and back again is in order, and nothing old can be accepted by a later skip', async () => {
    const world = await booked();
    await world.problem(changed);
    expect(await world.run(order())).toEqual({
      kind: 'skipped',
      reason: { code: 'already_booked', params: {} },
    });
    world.accept('SO-1');
    expect(await world.run(order())).toEqual({
      kind: 'skipped',
      reason: { code: 'already_booked', params: {} },
    });
  });

  test('what does not touch the amounts is no change', async () => {
    const world = await booked();
    expect(await world.run(order({ status: 'SHIPPED', note: 'new' }))).toMatchObject({
      reason: { code: 'already_booked', params: {} },
    });
    expect(await world.run(order({ gross: '30.250' }))).toMatchObject({
      reason: { code: 'already_booked', params: {} },
    });
  });
});

describe('given back after booking', () => {
  test.each([
    ['in part', order({ refunded: '10.00' }), '10.00'],
    ['as a whole', order({ refunded: '30.25' }), '30.25'],
    ['cancelled', order({ cancelled: true }), '30.25'],
  ])('%s: flagged by default, with the amount', async (_, after, amount) => {
    const world = await booked();
    const problem = await world.problem(after);
    expect(problem).toMatchObject({ kind: 'rejected', code: 'order_refunded' });
    expect(messageOf(problem)).toContain(`€${amount}`);
    expect(world.books.invoices).toHaveLength(1);
  });

  test('ignored, when it is so set', async () => {
    const world = await booked({ refunds: 'ignore' });
    expect(await world.run(order({ refunded: '10.00' }))).toMatchObject({
      reason: { code: 'already_booked', params: {} },
    });
    expect(await world.run(order({ cancelled: true }))).toMatchObject({
      reason: { code: 'already_booked', params: {} },
    });
    expect(world.books.invoices).toHaveLength(1);
  });

  test('as a whole is credited as a whole, once', async () => {
    const world = await booked(creditSettings);
    for (let notice = 0; notice < 3; notice++) await world.run(order({ refunded: '30.25' }));
    expect(balanceOf(world)).toEqual(['30.25', '-30.25']);
    expect(world.books.calls.filter((call) => call.endsWith('/credit'))).toHaveLength(1);
  });

  test('cancelled is credited as a whole, also when it is refunded too', async () => {
    const world = await booked(creditSettings);
    await world.run(order({ cancelled: true }));
    await world.run(order({ cancelled: true, refunded: '30.25' }));
    expect(balanceOf(world)).toEqual(['30.25', '-30.25']);
  });

  test('in part is credited by a document below zero that names the order, spread over the rates', async () => {
    const of = order({ lines: [line(), line({ vatRate: '9', unitPrice: '10.90' })], shipping: [] });
    const world = await booked(creditSettings, of);
    expect(await world.run({ ...of, refunded: '10.00' })).toMatchObject({
      reason: { code: 'credited_in_part', params: {} },
    });
    const body = world.books.sent[1] ?? {};
    expect(body).toMatchObject({ reference: '1001-C10.00', customer_id: world.books.sent[0]?.customer_id });
    expect(grossOf(body)).toBe('-10.00');
    // 24.20 of 46.00 at 21 %, 21.80 of 46.00 at 9 %: 5.26 and 4.74.
    expect(vatOf(body)).toBe('-1.30');
  });

  test('in part and again in part, and then the rest, never comes to more than the order', async () => {
    const world = await booked(creditSettings);
    for (const refunded of ['10.00', '10.00', '15.00', '30.25', '30.25'])
      await world.run(order({ refunded }));
    expect(balanceOf(world)).toEqual(['30.25', '-10.00', '-5.00', '-15.25']);
  });

  test('after a part was credited by hand and accepted, only the rest is credited', async () => {
    const world = await booked();
    await world.problem(order({ refunded: '10.00' }));
    world.accept('SO-1');
    expect(await world.run(order({ refunded: '10.00' }))).toMatchObject({
      reason: { code: 'difference_accepted', params: {} },
    });
    world.settings = { ...world.settings, refunds: 'credit' };
    await world.run(order({ refunded: '15.00' }));
    expect(balanceOf(world)).toEqual(['30.25', '-5.00']);
    // What somebody did by hand nobody has seen in the books.
    expect(world.link('SO-1')?.facts).toMatchObject({ gross: '30.25', credited: '5' });
    await world.run(order({ refunded: '20.00' }));
    expect(balanceOf(world)).toEqual(['30.25', '-5.00', '-5.00']);
    expect(world.link('SO-1')?.facts).toMatchObject({ gross: '30.25', credited: '10' });
  });

  test('after a change was accepted, a refund does not flag the change again', async () => {
    const world = await booked();
    const changed = order({ lines: [line({ quantity: '3' })] });
    await world.problem(changed);
    world.accept('SO-1');
    world.settings = { ...world.settings, refunds: 'credit' };
    expect(await world.run({ ...changed, refunded: '5.00' })).toMatchObject({
      reason: { code: 'credited_in_part', params: {} },
    });
    expect(await world.run({ ...changed, refunded: '5.00' })).toMatchObject({
      reason: { code: 'already_booked', params: {} },
    });
    // The document is what it was: that the order comes to more stays to be seen.
    const document = { gross: '30.25', vat: '5.25' };
    expect(world.link('SO-1')?.facts).toMatchObject({ ...document, credited: '5.00' });
    await world.run({ ...changed, refunded: '9.00' });
    expect(balanceOf(world)).toEqual(['30.25', '-5.00', '-4.00']);
    expect(world.link('SO-1')?.facts).toMatchObject({ ...document, credited: '9.00' });
    const more = order({ lines: [line({ quantity: '4' })], refunded: '9.00' });
    expect(await world.problem(more)).toMatchObject({
      code: 'order_changed',
      params: { bookedGross: '42.35', bookedVat: '7.35' },
    });
    world.accept('SO-1');
    expect(await world.run(more)).toMatchObject({ reason: { code: 'difference_accepted' } });
    expect(world.link('SO-1')?.facts).toMatchObject({ ...document, credited: '9.00' });
  });

  test('as a whole after a change was corrected by hand and accepted: its amount is credited, not the old document', async () => {
    const world = await booked(creditSettings);
    const changed = order({ lines: [line({ quantity: '3' })] });
    await world.problem(changed);
    world.accept('SO-1');
    expect(await world.run({ ...changed, refunded: '42.35' })).toMatchObject({ kind: 'done' });
    expect(balanceOf(world)).toEqual(['30.25', '-42.35']);
    expect(await world.run({ ...changed, refunded: '42.35' })).toMatchObject({
      reason: { code: 'already_booked', params: {} },
    });
  });

  test('and changed as well: credited, and the change is flagged', async () => {
    const world = await booked(creditSettings);
    const both = order({ lines: [line({ quantity: '3' })], refunded: '5.00' });
    expect(await world.problem(both)).toMatchObject({ code: 'order_changed' });
    expect(balanceOf(world)).toEqual(['30.25', '-5.00']);
    await world.problem(both);
    expect(balanceOf(world)).toHaveLength(2);
  });

  test('and undone again is flagged: the books stand below the shop', async () => {
    const world = await booked(creditSettings);
    await world.run(order({ cancelled: true }));
    expect(await world.problem(order())).toMatchObject({ kind: 'rejected', code: 'refund_undone' });
    world.accept('SO-1');
    expect(await world.run(order())).toMatchObject({ kind: 'skipped' });
  });

  test('while the document is a draft, is flagged: a draft cannot be credited', async () => {
    const world = await booked({ ...creditSettings, state: 'draft' });
    expect(await world.problem(order({ refunded: '30.25' }))).toMatchObject({ code: 'credit_of_draft' });
    expect(world.books.invoices).toHaveLength(1);
    world.accept('SO-1');
    expect(await world.run(order({ refunded: '30.25' }))).toMatchObject({ kind: 'skipped' });
  });

  test('before the first notice in part: booked whole, and what was given back is credited', async () => {
    const world = await booked(creditSettings, order({ refunded: '10.00' }));
    expect(balanceOf(world)).toEqual(['30.25', '-10.00']);
  });
});

describe('a credit that was not answered', () => {
  test.each([
    ['whole', '30.25', '-30.25'],
    ['in part', '10.00', '-10.00'],
  ])('%s: is found, not repeated', async (_, refunded, amount) => {
    const world = await booked(creditSettings);
    world.books.trouble = ({ method }, when) => {
      if (method === 'POST' && when === 'after') throw unanswered();
    };
    expect(await world.problem(order({ refunded }))).toMatchObject({ kind: 'outcome-unknown' });
    world.books.trouble = () => undefined;
    expect(await world.run(order({ refunded }))).toMatchObject({ kind: 'done' });
    expect(balanceOf(world)).toEqual(['30.25', amount]);
    expect([...world.steps]).toEqual([]);
  });

  test.each([
    ['before', 1],
    ['after', 2],
  ])('a death %s it leaves one credit', async (_, at) => {
    const world = await booked(creditSettings);
    let links = 0;
    world.storing = (what) => {
      if (what === 'link order' && ++links === at) throw new Error('the object died');
    };
    await expect(world.run(order({ refunded: '10.00' }))).rejects.toThrow('died');
    await world.run(order({ refunded: '10.00' }));
    expect(balanceOf(world)).toEqual(['30.25', '-10.00']);
    expect([...world.steps]).toEqual([]);
  });

  test.each([
    ['that was made: only the rest is credited', 'after', ['30.25', '-10.00', '-20.25']],
    ['that was not made: all of it is credited', 'before', ['30.25', '-30.25']],
  ] as const)('and more is given back: one %s', async (_, moment, balance) => {
    const world = await booked(creditSettings);
    world.books.trouble = ({ method }, when) => {
      if (method === 'POST' && when === moment) throw unanswered();
    };
    await world.problem(order({ refunded: '10.00' }));
    world.books.trouble = () => undefined;
    world.now += 3_600_000;
    expect(await world.run(order({ refunded: '30.25' }))).toMatchObject({ kind: 'done' });
    expect(balanceOf(world)).toEqual(balance);
    expect([...world.steps]).toEqual([]);
    expect(await world.run(order({ refunded: '30.25' }))).toMatchObject({
      reason: { code: 'already_booked', params: {} },
    });
  });

  test('and was skipped by a person until its step was tidied away: only the rest is credited', async () => {
    const world = await booked(creditSettings);
    world.books.trouble = ({ method }, when) => {
      if (method === 'POST' && when === 'after') throw unanswered();
    };
    await world.problem(order({ refunded: '10.00' }));
    world.books.trouble = () => undefined;
    world.steps.clear();
    await world.run(order({ refunded: '30.25' }));
    expect(balanceOf(world)).toEqual(['30.25', '-10.00', '-20.25']);
  });

  test('and is not given back any more: a credit that was made is for a person', async () => {
    const world = await booked(creditSettings);
    world.books.trouble = ({ method }, when) => {
      if (method === 'POST' && when === 'after') throw unanswered();
    };
    await world.problem(order({ refunded: '10.00' }));
    world.books.trouble = () => undefined;
    expect(await world.problem(order())).toMatchObject({ code: 'refund_undone' });
    expect([...world.steps]).toEqual([]);
  });
});

describe('gone from the shop', () => {
  test('a booked order is flagged', async () => {
    const world = await booked();
    world.orders.clear();
    expect(await world.problem('SO-1')).toMatchObject({ kind: 'rejected', code: 'order_gone' });
  });

  test('unless refunds are ignored', async () => {
    const world = await booked({ refunds: 'ignore' });
    world.orders.clear();
    expect(await world.run('SO-1')).toMatchObject({ kind: 'skipped' });
  });
});
