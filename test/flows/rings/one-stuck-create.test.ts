/** One order cannot find out whether it has made its customer: who else comes into those books goes on, in whatever state that order is. */
import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { sahin, shopDeeds } from '../../support/shop-deeds.ts';
import { documentOf, type Life, RingWorld } from './ring-world.ts';

const toBooks = { from: 'ecwid', to: 'jortt', settings: { state: 'sent' } } as const;
const toShop = { flow: 'customers', from: 'jortt', to: 'ecwid' } as const;

/** The books do what the order sends, hang up, and are for its integration as `state` has it from then on. */
interface State {
  readonly answer?: (call: string) => Response | null;
  readonly begin?: (orders: Life) => Promise<unknown>;
  readonly end?: (orders: Life) => Promise<unknown>;
  readonly task: string;
}

const states: readonly (readonly [string, State])[] = [
  [
    'is at work on it still',
    {
      answer: () => {
        throw new TypeError('fetch failed');
      },
      task: 'waiting',
    },
  ],
  [
    'is parked',
    {
      answer: (call) =>
        /GET jortt \/v3\/customers$/.test(call) ? new Response('{}', { status: 422 }) : null,
      end: async (orders) => orders.integration.retryParked(),
      task: 'parked',
    },
  ],
  [
    'waits, as its integration is paused',
    {
      begin: (orders) => orders.integration.setState('paused'),
      end: (orders) => orders.integration.setState('active'),
      task: 'waiting',
    },
  ],
  [
    'waits, as its flow is off',
    {
      begin: (orders) => orders.integration.configure(documentOf([{ ...toBooks, enabled: false }])),
      end: (orders) => orders.integration.configure(documentOf([toBooks])),
      task: 'waiting',
    },
  ],
  [
    'waits, as its access was revoked',
    {
      answer: () => new Response('{"error":"invalid_token"}', { status: 401 }),
      task: 'waiting',
    },
  ],
];

async function stuck({ answer, begin, end }: State) {
  const world = new RingWorld();
  const orders = await world.add('orders', [toBooks]);
  const people = await world.add('people', [toShop]);
  let isStuck = false;
  world.during = async (call, work) => {
    if (!call.startsWith('orders ') || !call.includes(' jortt ')) return work();
    if (!isStuck && /POST jortt \/v3\/customers$/.test(call)) {
      await work();
      isStuck = true;
      await begin?.(orders);
      throw new TypeError('fetch failed');
    }
    return (isStuck ? answer?.(call) : null) ?? work();
  };
  await world.sellInEcwid();
  await world.live(10 * minuteMs);
  world.during = answer === undefined ? (_, work) => work() : world.during;
  return {
    world,
    people,
    made: world.sandbox.systems.jortt.state().customers.map(({ id }) => id),
    task: () => orders.tasks().map(({ state }) => state),
    goOn: async () => {
      world.during = (_, work) => work();
      await end?.(orders);
    },
  };
}

/** Somebody is entered in the books by hand. Returns the id. */
async function enter({ sandbox }: RingWorld, email: string | null): Promise<string> {
  const known = new Set(sandbox.systems.jortt.state().customers.map(({ id }) => id));
  await shopDeeds(sandbox.systems).inBooks('POST', '/customers', {
    ...{ is_private: true, customer_name: 'Noor de Wit', email },
    ...{ address_street: 'Kade 12', address_postal_code: '8000 AA', address_city: 'Zwolle' },
  });
  return sandbox.systems.jortt.state().customers.find(({ id }) => !known.has(id))?.id ?? '';
}

function addresses({ sandbox }: RingWorld): string[] {
  const { customers } = sandbox.systems.ecwid.state() as { customers: { email: string }[] };
  return customers.map(({ email }) => email).sort();
}

function stateOf(people: Life, key: string): string | undefined {
  return people.tasks().find((task) => task.key === key)?.state;
}

describe.each(states)('an order %s', (_, state) => {
  test('whoever has another address is carried at once, and what it has made is nobody’s account', async () => {
    const { world, people, made, task, goOn } = await stuck(state);
    const before = addresses(world);
    expect([made.length, task()]).toEqual([1, [state.task]]);
    await enter(world, 'noor@example.com');
    await world.live(10 * minuteMs);
    expect(addresses(world)).toEqual([...before, 'noor@example.com'].sort());
    expect(stateOf(people, made[0] ?? '')).toBe('waiting');
    await goOn();
    await world.live(12 * hourMs);
    expect(addresses(world)).toEqual([...before, 'noor@example.com'].sort());
    expect(world.sandbox.systems.jortt.state().customers).toHaveLength(2);
    expect(world.counts).toMatchObject({ ecwid: 1, jortt: 1 });
    expect(stateOf(people, made[0] ?? '')).toBe('skipped');
    expect(people.ends().at(-1)).toBe('customers:jortt:ecwid skipped made_for_an_order');
  });

  test('a backfill of the others ends', async () => {
    const { world, people, made } = await stuck(state);
    const before = addresses(world);
    const those = ['a', 'b', 'c', 'd'].map((each) => `${each}@example.com`);
    for (const each of those) await enter(world, each);
    const nowhere = await enter(world, null);
    people.integration.sync('customers', {});
    await world.live(15 * minuteMs);
    expect(addresses(world)).toEqual([...before, ...those].sort());
    const open = people.tasks().filter((each) => !['done', 'skipped'].includes(each.state));
    expect(Object.fromEntries(open.map(({ key, state }) => [key, state]))).toEqual({
      [made[0] ?? '']: 'waiting',
      [nowhere]: 'parked',
    });
  });
});

test('who has the address of a customer that is being made there waits for it, and is not made twice', async () => {
  const { world, people, made, goOn } = await stuck({
    answer: () => {
      throw new TypeError('fetch failed');
    },
    task: 'waiting',
  });
  const before = addresses(world);
  const namesake = await enter(world, sahin.email.toUpperCase());
  await world.live(2 * hourMs);
  expect([...made, namesake].map((id) => stateOf(people, id))).toEqual(['waiting', 'waiting']);
  expect(addresses(world)).toEqual(before);
  await goOn();
  await world.live(26 * hourMs);
  expect([...made, namesake].map((id) => stateOf(people, id))).not.toContain('waiting');
  expect(new Set(addresses(world)).size).toBe(addresses(world).length);
});
