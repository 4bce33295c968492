import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Order } from '../../../src/records/order.ts';
import { Problem, problem } from '../../../src/records/problem.ts';
import { runs } from '../../support/runs.ts';
import { messageOf } from '../told.ts';
import { type Given, unanswered, World } from './harness.ts';
import { Sales } from './sales.ts';
import { line, order } from './samples.ts';

type Settings = Given['settings'];

const open = order({ paid: false, paymentStatus: 'AWAITING_PAYMENT', shipped: false });
const paid: Order = { ...open, paid: true, paymentStatus: 'PAID' };
const sent: Order = { ...paid, shipped: true };
const calledOff: Order = { ...open, cancelled: true };

/** A shop in which this order was made. */
async function sold(of: Order = open, settings: Settings = {}) {
  const sales = new Sales();
  const world = new World({ settings: { state: 'sent', ...settings }, sales });
  expect(await world.run(of)).toMatchObject({ reason: { code: 'booked' } });
  const id = world.link('SO-1')?.targetId ?? '';
  return { world, sales, standing: () => [...sales.of(id)].sort() };
}

const wentOn = (...what: string[]) => ({ kind: 'done', reason: { code: 'went_on', params: { what } } });
const nothing = { kind: 'skipped', reason: { code: 'already_booked' } };

describe('what becomes of a sale that was made in a shop', () => {
  test('is told there once, however often it is noticed', async () => {
    const { world, sales, standing } = await sold();
    expect(await world.run(open)).toMatchObject(nothing);
    expect(await world.run(paid)).toMatchObject(wentOn('paid'));
    expect(await world.run(paid)).toMatchObject(nothing);
    expect(await world.run(sent)).toMatchObject(wentOn('shipped'));
    expect(await world.run(sent)).toMatchObject(nothing);
    expect(sales.told).toEqual([{ paid: true }, { shipped: true }]);
    expect(standing()).toEqual(['paid', 'shipped']);
    expect(world.steps.size).toBe(0);
  });

  test('is kept for the activity, and told in one call', async () => {
    const { world, sales } = await sold();
    expect(await world.run(sent)).toMatchObject(wentOn('paid', 'shipped'));
    expect(world.kept.get('target')).toEqual({ paid: true, shipped: true });
    expect(sales.told).toHaveLength(1);
  });

  test('is not told where the order was made so', async () => {
    const { world, sales } = await sold(sent);
    expect(await world.run(sent)).toMatchObject(nothing);
    expect(sales.told).toEqual([]);
  });

  test('is not told again when people in the shop have undone it', async () => {
    const { world, sales, standing } = await sold();
    await world.run(paid);
    for (const sale of sales.standing.values()) sale.clear();
    await world.run(paid);
    await world.run({ ...paid, note: 'Ring twice' });
    expect(standing()).toEqual([]);
  });

  test('is news again when the source took it back and says it anew', async () => {
    const { world, sales } = await sold();
    for (const read of [paid, open, open, paid, paid]) await world.run(read);
    expect(sales.told).toEqual([{ paid: true }, { paid: true }]);
    const { shipped: _, ...untold } = sent;
    await world.run(sent);
    await world.run(untold);
    await world.run({ ...sent, cancelled: true, paid: false });
    expect(world.link('SO-1')?.facts.followed).toEqual(['paid', 'shipped', 'cancelled']);
  });

  test('is a cancellation of all that was made of it, also where a person had accepted that the order comes to something else', async () => {
    const { world } = await sold(paid);
    const changed = order({ lines: [line({ quantity: '3' })], paymentStatus: 'PAID', shipped: false });
    expect(await world.problem(changed)).toMatchObject({ code: 'order_changed' });
    world.accept('SO-1');
    const off = { ...changed, cancelled: true };
    expect(await world.run(off)).toMatchObject(wentOn('cancelled'));
    expect(await world.run(off)).toMatchObject(nothing);
    expect(world.link('SO-1')?.facts).toMatchObject({ gross: '30.25', vat: '5.25', credited: '30.25' });
  });

  test('is a cancellation alone, and nothing is owed after it', async () => {
    const { world, sales } = await sold(paid, { refunds: 'credit' });
    const off = { ...sent, cancelled: true };
    expect(await world.run(off)).toMatchObject(wentOn('cancelled'));
    expect(await world.run(off)).toMatchObject(nothing);
    expect(sales.told).toEqual([{ cancelled: true }]);
    expect(world.books.invoices).toHaveLength(1);
    expect(await world.problem(sent)).toMatchObject({ code: 'refund_undone' });
  });

  test('is told before a change of its amounts is flagged, and only once', async () => {
    const { world, sales } = await sold();
    const more = { ...order({ lines: [line({ quantity: '3' })] }), shipped: false };
    for (let notice = 0; notice < 2; notice++)
      expect(await world.problem(more)).toMatchObject({ code: 'order_changed' });
    expect(sales.told).toEqual([{ paid: true }]);
  });

  test('is told of an order that is found there, and of one whose link is of before', async () => {
    const { world, sales, standing } = await sold();
    const link = world.link('SO-1');
    world.links.delete('order SO-1');
    expect(await world.run(paid)).toMatchObject({ reason: { code: 'found' } });
    expect(standing()).toEqual(['paid']);
    const { followed: _, ...facts } = link?.facts ?? { followed: [] };
    world.links.set('order SO-1', { targetId: '', fingerprint: '', ...link, facts });
    expect(await world.run(sent)).toMatchObject(wentOn('paid', 'shipped'));
    expect(sales.told).toEqual([{ paid: true }, { paid: true, shipped: true }]);
  });

  test('is shown by a preview, that tells nobody', async () => {
    const { world, sales } = await sold();
    expect(await world.preview(sent)).toMatchObject({
      ...{ skips: null, problem: null },
      writes: [{ what: 'document', does: 'update', body: { paid: true, shipped: true } }],
    });
    expect(sales.told).toEqual([]);
    await world.run(sent);
    expect(await world.preview(sent)).toMatchObject({ skips: { code: 'already_booked' } });
    world.settings = { ...world.settings, aftermath: 'flag' };
    const off = { ...sent, cancelled: true };
    expect(await world.preview(off)).toMatchObject({ problem: { code: 'order_went_on' } });
  });
});

describe('what a shop cannot be told', () => {
  test('is for a person, who is not asked twice', async () => {
    const { world, sales } = await sold();
    sales.cannot = ['paid'];
    const flagged = await world.problem(sent);
    expect(flagged).toMatchObject({
      kind: 'rejected',
      code: 'order_went_on',
      params: { system: 'Jortt', what: ['paid'] },
    });
    expect(messageOf(flagged)).toMatch(/was paid .* not told/);
    expect(await world.problem(sent)).toMatchObject({ code: 'order_went_on' });
    world.accept('SO-1');
    const calls = sales.told.length;
    expect(await world.run(sent)).toMatchObject({ reason: { code: 'difference_accepted' } });
    expect(sales.told).toHaveLength(calls);
    world.unaccept('SO-1');
    expect(await world.problem(sent)).toMatchObject({ params: { what: ['paid'] } });
    sales.cannot = [];
    expect(await world.run(sent)).toMatchObject(wentOn('paid'));
  });

  test('is asked of nobody any more when the source takes it back', async () => {
    const { world, sales } = await sold();
    sales.cannot = ['paid'];
    await world.problem(paid);
    expect(await world.run(open)).toMatchObject(nothing);
    world.accept('SO-1');
    expect(await world.problem(paid)).toMatchObject({ code: 'order_went_on' });
  });

  test('of a cancellation is named so, and settled by the person', async () => {
    const { world, sales } = await sold();
    sales.cannot = ['cancelled'];
    expect(await world.problem(calledOff)).toMatchObject({
      code: 'order_went_on',
      params: { what: ['cancelled'] },
    });
    world.accept('SO-1');
    expect(await world.run(calledOff)).toMatchObject({ reason: { code: 'difference_accepted' } });
    expect(sales.told).toHaveLength(1);
  });

  test('of an order that cost nothing too', async () => {
    const free = { ...order({ lines: [line({ unitPrice: '0' })], shipping: [] }), paid: false };
    const { world, sales } = await sold(free);
    sales.cannot = ['cancelled'];
    const off = { ...free, cancelled: true };
    expect(await world.problem(off)).toMatchObject({ params: { what: ['cancelled'] } });
    world.accept('SO-1');
    expect(await world.run(off)).toMatchObject({ reason: { code: 'difference_accepted' } });
  });
});

describe('nobody is told', () => {
  test('in the books: the bank tells them of payments, and what is given back is flagged as before', async () => {
    const world = new World({ settings: { state: 'sent' } });
    await world.run(open);
    const calls = world.books.calls.length;
    expect(await world.run(sent)).toMatchObject(nothing);
    expect(await world.problem(calledOff)).toMatchObject({ code: 'order_refunded' });
    expect(world.books.calls).toHaveLength(calls);
    expect(world.link('SO-1')?.facts).not.toHaveProperty('followed');
  });

  test('but a person, where that is set', async () => {
    const { world, sales } = await sold(open, { aftermath: 'flag' });
    expect(await world.problem(sent)).toMatchObject({ params: { what: ['paid', 'shipped'] } });
    world.accept('SO-1');
    expect(await world.run(sent)).toMatchObject({ reason: { code: 'difference_accepted' } });
    expect(await world.problem({ ...sent, cancelled: true })).toMatchObject({
      params: { what: ['cancelled'] },
    });
    expect(sales.told).toEqual([]);
  });

  test('where it is to be ignored: then what is given back goes by "refunds"', async () => {
    const { world, sales } = await sold(open, { aftermath: 'ignore' });
    expect(await world.run(sent)).toMatchObject(nothing);
    expect(await world.problem(calledOff)).toMatchObject({ code: 'order_refunded' });
    expect(sales.told).toEqual([]);
  });

  test('of a cancellation where "refunds" is to be ignored', async () => {
    const { world, sales } = await sold(open, { refunds: 'ignore' });
    expect(await world.run(calledOff)).toMatchObject(nothing);
    expect(await world.run(paid)).toMatchObject(wentOn('paid'));
    expect(sales.told).toEqual([{ paid: true }]);
  });
});

describe('a call that goes wrong', () => {
  test('is waited for where nobody heard what became of it, and then made once more', async () => {
    const { world, sales, standing } = await sold();
    sales.trouble = (when) => {
      if (when === 'before') throw unanswered();
    };
    expect(await world.problem(paid)).toMatchObject({ code: 'timed_out' });
    sales.trouble = () => undefined;
    expect(await world.problem(paid)).toMatchObject({ kind: 'wait', code: 'outcome_unknown' });
    expect(sales.told).toHaveLength(1);
    world.now += 611_000;
    expect(await world.run(paid)).toMatchObject(wentOn('paid'));
    expect(standing()).toEqual(['paid']);
    expect(world.steps.size).toBe(0);
  });

  test('of a cancellation that the source took back meanwhile is for a person', async () => {
    const { world, sales } = await sold();
    sales.trouble = (when) => {
      if (when === 'after') throw unanswered();
    };
    await world.problem(calledOff);
    world.now += 611_000;
    expect(await world.problem(open)).toMatchObject({ code: 'refund_undone' });
    expect(sales.told).toHaveLength(1);
  });

  test('is made again at once where it was refused, or the system was busy', async () => {
    const { world, sales } = await sold();
    sales.trouble = () => {
      throw problem('retry', 'server_error', { system: 'Shop', status: 503 });
    };
    expect(await world.problem(paid)).toMatchObject({ code: 'server_error' });
    sales.trouble = () => undefined;
    expect(await world.run(paid)).toMatchObject(wentOn('paid'));
  });
});

const anyState = fc.constantFrom(open, paid, sent, { ...open, shipped: true }, calledOff, {
  ...sent,
  cancelled: true,
});

test('whatever becomes of a sale, and wherever Koppel dies: the shop is told all of it, and each once it is noted', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyState.filter(({ cancelled }) => !cancelled),
      fc.array(fc.record({ read: anyState, dies: fc.nat(6), lost: fc.boolean() }), { maxLength: 6 }),
      anyState,
      async (first, history, last) => {
        const { world, sales, standing } = await sold(first);
        for (const { read, dies, lost } of history) {
          let stores = 0;
          world.storing = () => {
            if (stores++ === dies) throw new Error('died');
          };
          sales.trouble = (when) => {
            if (lost && when === 'after') throw unanswered();
          };
          const noted = world.link('SO-1')?.facts.followed ?? [];
          const before = noted.filter((what) => read[what]);
          const calls = sales.told.length;
          await world.run(read).catch((error: unknown) => error);
          for (const told of sales.told.slice(calls)) expect(before.filter((what) => told[what])).toEqual([]);
          world.now += 3_600_000;
        }
        world.storing = () => undefined;
        sales.trouble = () => undefined;
        await world.run(last).catch((error: unknown) => expect(error).toBeInstanceOf(Problem));
        const said = world.link('SO-1')?.facts.followed ?? [];
        const made = [first.paid && 'paid', first.shipped && 'shipped'].filter(Boolean);
        const known = [...standing(), ...made];
        expect(said.filter((what) => !known.includes(what))).toEqual([]);
        if (last.cancelled) expect(standing()).toContain('cancelled');
        for (const what of ['paid', 'shipped'] as const) {
          if (!last.cancelled) expect([what, said.includes(what)]).toEqual([what, last[what]]);
        }
        // A cancellation that stands there, and not in the source, is before a person.
        if (standing().includes('cancelled') && !last.cancelled)
          expect(await world.problem(last)).toMatchObject({ code: 'refund_undone' });
        const calls = sales.told.length;
        await world.run(last).catch((error: unknown) => expect(error).toBeInstanceOf(Problem));
        expect(sales.told).toHaveLength(calls);
        expect(world.steps.size).toBe(0);
      },
    ),
    runs(300),
  );
});
