import { describe, expect, test } from 'vitest';
import { type OrderState, stateOf } from '../../../src/flows/orders/state.ts';
import { turn } from '../../../src/flows/orders/until-at-rest.ts';
import type { Order } from '../../../src/records/order.ts';
import { Problem } from '../../../src/records/problem.ts';
import { type Given, unanswered, World } from './harness.ts';
import { Sales } from './sales.ts';
import { line, order } from './samples.ts';

type Settings = Given['settings'];
type Kind = OrderState['kind'];

/** One row: a world in which the order stands somewhere, what is read of it then, and what one turn makes of it. */
interface Row {
  readonly when: string;
  readonly world: () => Promise<World> | World;
  readonly read?: Order;
  readonly state: Kind;
  /** The code of what is told, or of the problem that the turn ends with; null where it only moves on. */
  readonly told: string | null;
  readonly atRest?: boolean;
}

const hourMs = 3_600_000;
const part = order({ refunded: '10.00' });
const changed = order({ lines: [line({ quantity: '3' })] });
const cancelled = order({ cancelled: true });

function fresh(settings: Settings = {}): World {
  return new World({ settings: { state: 'sent', ...settings } });
}

async function booked(settings: Settings = {}): Promise<World> {
  const world = fresh(settings);
  await world.run(order());
  return world;
}

/** A world whose next POST of a document is cut off, before or after it was carried out. */
function cutting(world: World, when: 'before' | 'after'): World {
  world.books.trouble = ({ method, path }, now) => {
    if (method === 'POST' && path.startsWith('/v3/invoices') && now === when) throw unanswered();
  };
  return world;
}

async function cutOff(world: World, of: Order, when: 'before' | 'after'): Promise<World> {
  await cutting(world, when).problem(of);
  world.books.trouble = () => undefined;
  return world;
}

/** Long after, so that what is not found was not made. */
function later(world: World): World {
  world.now += hourMs;
  return world;
}

async function unnoted(): Promise<World> {
  const world = fresh({ writeBack: { status: 'X' } });
  world.storing = (what) => {
    if (what === 'write back') throw unanswered();
  };
  await world.problem(order());
  world.storing = () => undefined;
  return world;
}

async function accepted(): Promise<World> {
  const world = await booked();
  await world.problem(changed);
  world.accept('SO-1');
  return world;
}

async function found(): Promise<World> {
  const world = fresh();
  world.books.bookByHand('noor@example.com', {
    reference: '1001',
    invoice_total_incl_vat: { amount: '30.25' },
  });
  return world;
}

const credit = { refunds: 'credit' } as const;
const ofCredit = async (when: 'before' | 'after') => cutOff(await booked(credit), part, when);

const fromNew: Row[] = [
  { when: 'it is wanted', world: fresh, state: 'booked', told: 'booked' },
  { when: 'it stands in the target', world: found, state: 'booked', told: 'found' },
  { when: 'it was given back in part already', world: fresh, read: part, state: 'booked', told: 'booked' },
  {
    when: 'it is filtered',
    world: () => fresh({ statuses: ['SHIPPED'] }),
    state: 'new',
    told: 'status_excluded',
    atRest: true,
  },
  { when: 'it was cancelled', world: fresh, read: cancelled, state: 'new', told: 'cancelled', atRest: true },
  {
    when: 'its totals differ',
    world: fresh,
    read: order({ gross: '99' }),
    state: 'new',
    told: 'totals_differ',
  },
  {
    when: 'the create is not answered',
    world: () => cutting(fresh(), 'after'),
    state: 'create-pending',
    told: 'timed_out',
  },
];

const fromCreatePending: Row[] = [
  { when: 'it was made', world: () => cutOff(fresh(), order(), 'after'), state: 'booked', told: 'booked' },
  {
    when: 'it was made, and the order was cancelled meanwhile',
    world: () => cutOff(fresh(), order(), 'after'),
    read: cancelled,
    state: 'booked',
    told: 'booked_before',
  },
  {
    when: 'it was not made',
    world: async () => later(await cutOff(fresh(), order(), 'before')),
    state: 'new',
    told: null,
  },
  {
    when: 'that is not sure yet',
    world: () => cutOff(fresh(), order(), 'before'),
    state: 'create-pending',
    told: 'outcome_unknown',
  },
  { when: 'it is linked, but not noted in the source', world: unnoted, state: 'booked', told: null },
];

const fromBooked: Row[] = [
  { when: 'nothing has changed', world: booked, state: 'booked', told: 'already_booked', atRest: true },
  { when: 'it has changed', world: booked, read: changed, state: 'booked', told: 'order_changed' },
  {
    when: 'the change was accepted',
    world: accepted,
    read: changed,
    state: 'booked',
    told: 'difference_accepted',
    atRest: true,
  },
  { when: 'it was given back', world: booked, read: part, state: 'booked', told: 'order_refunded' },
  {
    when: 'it was given back, and that is ignored',
    world: () => booked({ refunds: 'ignore' }),
    read: part,
    state: 'booked',
    told: 'already_booked',
    atRest: true,
  },
  {
    when: 'it was given back in part, to be credited',
    world: () => booked(credit),
    read: part,
    state: 'booked',
    told: 'credited_in_part',
  },
  {
    when: 'it was given back as a whole, to be credited',
    world: () => booked(credit),
    read: cancelled,
    state: 'booked',
    told: 'credited',
  },
  {
    when: 'the credit is not answered',
    world: async () => cutting(await booked(credit), 'after'),
    read: part,
    state: 'credit-pending',
    told: 'timed_out',
  },
];

const fromCreditPending: Row[] = [
  {
    when: 'it was made',
    world: () => ofCredit('after'),
    read: part,
    state: 'booked',
    told: 'credited_in_part',
  },
  {
    when: 'it was made, and more was given back since',
    world: () => ofCredit('after'),
    read: cancelled,
    state: 'booked',
    told: 'credited_in_part',
  },
  {
    when: 'it was not made',
    world: async () => later(await ofCredit('before')),
    read: part,
    state: 'booked',
    told: null,
  },
  {
    when: 'that is not sure yet',
    world: () => ofCredit('before'),
    read: part,
    state: 'credit-pending',
    told: 'outcome_unknown',
  },
];

const open = order({ paid: false });
const called = order({ paid: false, cancelled: true });

/** A shop in which the order was made, that was being told that it is paid. */
async function beingTold(when: 'before' | 'after'): Promise<World> {
  const sales = new Sales();
  const world = new World({ settings: { state: 'sent' }, sales });
  await world.run(open);
  sales.trouble = (now) => {
    if (now === when) throw unanswered();
  };
  await world.problem(order());
  sales.trouble = () => undefined;
  return world;
}

const fromFollowPending: Row[] = [
  {
    when: 'nobody heard of it, and it may still be done',
    world: () => beingTold('before'),
    state: 'follow-pending',
    told: 'outcome_unknown',
  },
  {
    when: 'it can be done no longer',
    world: async () => later(await beingTold('after')),
    state: 'booked',
    told: 'went_on',
  },
  {
    when: 'it can be done no longer, and was taken back',
    world: async () => later(await beingTold('after')),
    read: open,
    state: 'booked',
    told: null,
  },
  {
    when: 'it can be done no longer, and the sale was called off',
    world: async () => later(await beingTold('after')),
    read: called,
    state: 'booked',
    told: 'went_on',
  },
];

describe.each([
  ['new', fromNew],
  ['create-pending', fromCreatePending],
  ['booked', fromBooked],
  ['credit-pending', fromCreditPending],
  ['follow-pending', fromFollowPending],
] as const)('an order that is %s', (before, rows) => {
  test.each(rows)('when $when: $told, and then $state', async ({ world: given, read, ...expected }) => {
    const world = await given();
    const work = await world.work(read ?? order());
    const kind = () => stateOf(work.context).kind;
    expect(kind()).toBe(before);
    const ended = await turn(work).catch((error: unknown) => error);
    if (ended instanceof Problem) {
      expect({ told: ended.code, state: kind() }).toEqual({ told: expected.told, state: expected.state });
      return;
    }
    const { outcome, atRest } = ended as Awaited<ReturnType<typeof turn>>;
    expect({ told: outcome?.reason.code ?? null, state: kind(), atRest }).toEqual({
      atRest: false,
      ...expected,
      when: undefined,
    });
  });
});

test('what a person skipped while its credit was under way is looked for, though its step was tidied away', async () => {
  const world = await ofCredit('after');
  world.steps.clear();
  expect(await world.run(part)).toMatchObject({ kind: 'done', reason: { code: 'credited_in_part' } });
  expect(world.books.invoices).toHaveLength(2);
  expect(await world.run(part)).toMatchObject({ reason: { code: 'already_booked' } });
});
