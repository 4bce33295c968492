/** Orders and a customers flow go to the same books, in whatever order, while answers are lost: nobody's record is another's. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Customer } from '../../../src/records/customer.ts';
import { bearsNameOf, identityOf } from '../../../src/records/identity.ts';
import type { Order } from '../../../src/records/order.ts';
import { Problem, rejected } from '../../../src/records/problem.ts';
import { runs } from '../../support/runs.ts';
import { unanswered } from './harness.ts';
import { KeptBooks } from './kept-books.ts';
import { company, noor } from './samples.ts';

type Fields = Record<string, unknown>;

const hourMs = 3_600_000;
const died = new Error('died');

const guest: Customer = { ...noor, id: undefined };
const office = { ...noor.address, street: 'Industrieweg 99' };
const named = (firstName: string, lastName: string) => ({
  ...guest,
  ...{ name: `${firstName} ${lastName}`, firstName, lastName },
});

const buyers: readonly Customer[] = [
  noor,
  { ...noor, address: office },
  { ...guest, phone: '+31 6 9' },
  named('N.', 'de Wit'),
  named('Jan', 'de Wit'),
  named('Piet', 'Bakker'),
  { ...named('Piet', 'Bakker'), address: office },
  { ...guest, kind: 'company', company: 'De Zon B.V.' },
  { ...company, email: noor.email, id: undefined, reverseCharge: false },
];

const accounts: readonly Customer[] = [
  noor,
  { ...noor, address: office },
  { ...noor, phone: '+31 6 9' },
  { ...noor, email: 'noor.nieuw@example.com' },
];

const trouble = {
  trouble: fc.constantFrom('store' as const, 'unanswered' as const, 'none' as const, 'none' as const),
  when: fc.constantFrom('before' as const, 'after' as const),
  at: fc.nat(7),
};

const event = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant('sale' as const), buyer: fc.nat(buyers.length - 1) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      ...{ what: fc.constant('run' as const), of: fc.nat(5), ...trouble },
      afterMs: fc.constantFrom(1_000, 60_000, hourMs),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('account' as const),
      is: fc.nat(accounts.length - 1),
      ...trouble,
    }),
  },
);
type Event = typeof event extends fc.Arbitrary<infer Each> ? Each : never;
type Trouble = Pick<Event & { what: 'run' }, 'trouble' | 'when' | 'at'>;

const none: Trouble = { trouble: 'none', when: 'before', at: 0 };

/** Runs it into trouble. Returns the code of its end; null where the object died. */
async function meeting(
  world: KeptBooks,
  { trouble: kind, when, at }: Trouble,
  work: () => Promise<{ readonly reason: { readonly code: string } }>,
): Promise<string | null> {
  let left = at;
  let isDead = false;
  const before = world.books.trouble;
  world.books.trouble = (call, moment) => {
    before(call, moment);
    if (kind === 'unanswered' && call.method !== 'GET' && moment === when && left-- === 0) throw unanswered();
  };
  world.storing = () => {
    if (kind === 'store') isDead ||= left-- === 0;
    if (isDead) throw died;
  };
  try {
    return (await work()).reason.code;
  } catch (error) {
    if (error === died) return null;
    if (error instanceof Problem) return error.code;
    throw error;
  } finally {
    world.books.trouble = before;
    world.storing = () => undefined;
  }
}

/** What is wrong with the record that an invoice is just being made for. */
function wrongBuyer(record: Fields, buyer: Customer): string | null {
  if (record.is_private !== (buyer.kind === 'person')) return `a ${buyer.kind} on ${JSON.stringify(record)}`;
  const vatNumber = typeof record.vat_number === 'string' ? record.vat_number : undefined;
  const known = { kind: buyer.kind, name: String(record.customer_name), vatNumber };
  return bearsNameOf(known, identityOf(buyer)) ? null : `${buyer.name} on ${known.name}`;
}

/** More than ten orders of one buyer and total within an hour are taken for a loop. */
function isNoLoop(events: readonly Event[]): boolean {
  return events.filter(({ what }) => what === 'sale').length <= 10;
}

async function play(events: readonly Event[]) {
  const world = await KeptBooks.open({ settings: { state: 'sent' } });
  const orders: Order[] = [];
  const wrong: string[] = [];
  let isOrder = false;
  world.books.trouble = ({ method, path, body }, when) => {
    if (when !== 'before') return;
    const id = path.split('/').at(-1) ?? '';
    const isKept = world.customerLinks.some(({ targetId, facts }) => targetId === id && facts.source);
    if (isOrder && method === 'PUT' && isKept) wrong.push('an order writes to a record that is kept');
    if (method !== 'POST' || path !== '/v3/invoices') return;
    const { reference, customer_id } = body as Fields;
    const record = world.books.customers.find((each) => each.id === customer_id);
    const of = orders.find(({ number }) => number === reference);
    if (!record || !of) throw rejected('refused', { system: 'Jortt', status: 422 });
    const why = wrongBuyer(record, of.customer);
    if (why !== null) wrong.push(`${String(reference)}: ${why}`);
  };
  const book = async (of: Order, how: Trouble) => {
    isOrder = true;
    const ended = await meeting(world, how, () => world.run(of));
    isOrder = false;
    return ended;
  };
  let account: Customer = noor;
  for (const each of events) {
    switch (each.what) {
      case 'sale':
        orders.push(world.sale(buyers[each.buyer] ?? noor));
        break;
      case 'run': {
        world.now += each.afterMs;
        const of = orders[each.of % Math.max(1, orders.length)];
        if (of !== undefined) await book(of, each);
        break;
      }
      case 'account':
        account = { ...noor, ...accounts[each.is] };
        await meeting(world, each, () => world.carry(account));
    }
  }
  const ended: (string | null)[] = [];
  let carried: string | null = null;
  for (let again = 0; again < 3; again++) {
    world.now += hourMs;
    carried = await meeting(world, none, () => world.carry(account));
    ended.length = 0;
    for (const of of orders) ended.push(await book(of, none));
  }
  // What an account of which a person must decide has begun is kept.
  const isAtRest = ['created', 'updated', 'already_so', 'nothing_new'].includes(carried ?? '');
  const steps = [...world.steps.keys()].filter((name) => isAtRest || !name.startsWith('customer-update:'));
  return { world, wrong, ended, steps };
}

test('each order has one invoice, on a record that bears its buyer’s name; what is kept no order writes to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 2, maxLength: 14 }).filter(isNoLoop), async (events) => {
      const { world, wrong, ended, steps } = await play(events);
      expect(wrong).toEqual([]);
      expect(ended.filter((code) => code !== 'already_booked')).toEqual([]);
      const references = world.books.invoices.map(({ reference }) => reference);
      expect(new Set(references).size).toBe(references.length);
      expect(references).toHaveLength(ended.length);
      expect(steps).toEqual([]);
    }),
    runs(400),
  );
});

test('a record of an order’s own is made once, whatever happens over it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 2, maxLength: 14 }).filter(isNoLoop), async (events) => {
      const { world } = await play(events);
      const made = world.books.customers
        .slice(1)
        .map(({ is_private, customer_name, address_street }) =>
          [is_private, customer_name, customer_name === 'Noor de Wit' ? '' : address_street].join(' '),
        );
      expect(new Set(made).size, made.join('; ')).toBe(made.length);
    }),
    runs(400),
  );
});
