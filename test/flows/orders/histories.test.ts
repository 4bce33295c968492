/** Whatever happens to an order while its task dies at any moment, the books hold it once and what they say adds up. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { big, sum } from '../../../src/records/money.ts';
import type { Order } from '../../../src/records/order.ts';
import { Problem } from '../../../src/records/problem.ts';
import { runs } from '../../support/runs.ts';
import { unanswered, World } from './harness.ts';
import { line, order } from './samples.ts';

const hourMs = 3_600_000;

const died = new Error('died');

const event = fc.oneof(
  fc.record({
    what: fc.constant('run' as const),
    /** It dies at the n-th thing that it stores, or at the n-th call, or that call is not answered. */
    trouble: fc.constantFrom('store', 'dies', 'unanswered', 'none'),
    when: fc.constantFrom('before', 'after'),
    at: fc.integer({ min: 0, max: 10 }),
    afterMs: fc.constantFrom(60_000, hourMs),
  }),
  fc.record({ what: fc.constant('refund' as const), refunded: fc.constantFrom('0', '1', '2.5', '24.20') }),
  fc.record({ what: fc.constant('change' as const), quantity: fc.constantFrom('2', '3') }),
  fc.record({ what: fc.constantFrom('cancel' as const, 'preview' as const) }),
);
type Event = typeof event extends fc.Arbitrary<infer Each> ? Each : never;

/** Runs the order's task, which may die. Returns what it ended with, null where it died. */
async function attempt(world: World, of: Order): Promise<string | null> {
  try {
    return (await world.run(of)).reason.code;
  } catch (error) {
    if (error === died) return null;
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

async function troubledRun(world: World, of: Order, { trouble, when, at }: Event & { what: 'run' }) {
  let left = at;
  let isDead = false;
  const meet = (problem: Error) => {
    isDead ||= problem === died && left === 0;
    if (left-- === 0 || isDead) throw isDead ? died : problem;
  };
  if (trouble === 'store') world.storing = () => meet(died);
  if (trouble === 'dies') {
    world.books.trouble = (_call, moment) => (isDead || moment === when ? meet(died) : undefined);
    world.storing = () => (isDead ? meet(died) : undefined);
  }
  if (trouble === 'unanswered') {
    world.books.trouble = ({ method }, moment) =>
      method !== 'GET' && moment === when ? meet(unanswered()) : undefined;
  }
  await attempt(world, of);
  world.storing = () => undefined;
  world.books.trouble = () => undefined;
}

/** A preview that would store or write something fails. */
async function preview(world: World, of: Order): Promise<void> {
  world.storing = (what) => expect.unreachable(`a preview stores: ${what}`);
  world.books.trouble = ({ method }) => expect(method).toBe('GET');
  await world.preview(of);
  world.storing = () => undefined;
  world.books.trouble = () => undefined;
}

test.each(['credit', 'flag', 'ignore'] as const)('with refunds set to "%s"', async (refunds) => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 10 }), async (events) => {
      const world = new World({ settings: { state: 'sent', refunds, writeBack: { status: 'BOOKED' } } });
      let of = { refunded: '0', cancelled: false, quantity: '2' };
      const present = () => order({ ...of, lines: [line({ quantity: of.quantity })] });
      for (const each of events) {
        if (each.what === 'refund') of = { ...of, refunded: each.refunded };
        if (each.what === 'change') of = { ...of, quantity: each.quantity };
        if (each.what === 'cancel') of = { ...of, cancelled: true };
        if (each.what === 'preview') await preview(world, present());
        if (each.what !== 'run') continue;
        world.now += each.afterMs;
        await troubledRun(world, present(), each);
      }
      let ended: string | null = null;
      for (let again = 0; again < 3; again++) {
        world.now += hourMs;
        ended = await attempt(world, present());
      }
      const { invoices } = world.books;
      const net = sum(
        invoices.map(({ invoice_total_incl_vat: total }) => (total as { amount: string }).amount),
      );
      expect(
        invoices.filter(({ reference, credited_invoice_id }) => reference === '1001' && !credited_invoice_id)
          .length,
      ).toBeLessThanOrEqual(1);
      const facts = world.link('SO-1')?.facts;
      expect(facts?.crediting).toBeUndefined();
      expect(world.steps.has('order:SO-1')).toBe(false);
      expect(net.toFixed(2)).toBe(
        big(facts?.gross ?? '0')
          .minus(facts?.credited ?? '0')
          .toFixed(2),
      );
      if (ended !== 'already_booked' || refunds === 'ignore') return;
      const { gross, refunded, cancelled } = present();
      expect(net.toFixed(2)).toBe(
        big(gross)
          .minus(cancelled ? gross : refunded)
          .toFixed(2),
      );
    }),
    runs(1_000),
  );
});
