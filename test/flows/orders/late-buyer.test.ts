/** What an order said of a customer that stands there was not answered, and is done over what a newer order said. */
import { describe, expect, test } from 'vitest';
import type { Order } from '../../../src/records/order.ts';
import { unanswered, World } from './harness.ts';
import { KeptBooks } from './kept-books.ts';
import { noor, order } from './samples.ts';

const delayMs = 600_000;
const weekMs = 7 * 24 * 3_600_000;
const phoned = (phone: string) => ({ ...noor, phone });

let sold = 0;
function sale(phone: string): Order {
  sold++;
  const placedAt = new Date(Date.parse('2026-03-02T10:00:00Z') + sold * 60_000).toISOString();
  return order({ id: `SO-${sold}`, number: String(1000 + sold), placedAt, customer: phoned(phone) });
}

/** The next update of a customer is taken in and not answered. Returns what does its work. */
function hangUp(world: World): () => void {
  let work: (() => void) | null = null;
  let isFirst = true;
  world.books.trouble = (call, when) => {
    if (call.method !== 'PUT' || !call.path.startsWith('/v3/customers/') || when !== 'before' || !isFirst)
      return;
    isFirst = false;
    work = () => void world.books.answer(call);
    throw unanswered();
  };
  return () => work?.();
}

/** An order with `+31 6 2` hangs, and a newer one with this telephone is booked. */
async function late(next: string) {
  const world = new World();
  await world.run(sale('+31 6 1'));
  const doLate = hangUp(world);
  expect(await world.problem(sale('+31 6 2'))).toMatchObject({ kind: 'outcome-unknown' });
  world.now += 30_000;
  await world.run(sale(next));
  const phone = () => world.books.customers[0]?.phonenumber;
  expect(phone()).toBe(next);
  return { world, doLate, phone };
}

describe.each([
  ['changed once more', '+31 6 3'],
  ['taken back', '+31 6 1'],
])('a telephone that was %s', (_how, next) => {
  test('stands there again with the next order, soon or a week later', async () => {
    for (const afterMs of [60_000, weekMs]) {
      const { world, doLate, phone } = await late(next);
      doLate();
      expect(phone()).toBe('+31 6 2');
      world.now += afterMs;
      await world.run(sale(next));
      expect(phone()).toBe(next);
    }
  });

  test('also where that is not answered either, and the object dies over it', async () => {
    const { world, doLate, phone } = await late(next);
    const doAgain = hangUp(world);
    const again = sale('+31 6 4');
    expect(await world.problem(again)).toMatchObject({ kind: 'outcome-unknown' });
    world.now += 30_000;
    await world.run(sale(next));
    for (const work of [doLate, doAgain]) {
      work();
      await world.run(sale(next));
      expect(phone()).toBe(next);
    }
  });

  test('is nobody’s matter once it can be done no more, and an order has looked', async () => {
    const { world, phone } = await late(next);
    world.now += delayMs;
    await world.run(sale(next));
    const [customer] = world.books.customers;
    if (customer) customer.phonenumber = '+31 6 2';
    world.books.api.calls.length = 0;
    await world.run(sale(next));
    expect(phone()).toBe('+31 6 2');
    expect(world.books.calls.filter((call) => call.includes('/customers'))).toEqual([]);
  });
});

test('one that an order alone has made and written to is nobody’s change when its account is carried', async () => {
  const world = new KeptBooks();
  world.customersKept = true;
  world.now = Date.parse('2026-03-02T12:00:00Z');
  await world.run(world.sale(phoned('+31 6 1')));
  const doLate = hangUp(world);
  expect(await world.problem(world.sale(phoned('+31 6 2')))).toMatchObject({ kind: 'outcome-unknown' });
  const until = world.now + delayMs;
  world.now += 30_000;
  expect(await world.carry(phoned('+31 6 3'))).toMatchObject({ looksAgainAt: until });
  doLate();
  world.now = until;
  await world.carry(phoned('+31 6 3'));
  expect(world.books.customers.map(({ phonenumber }) => phonenumber)).toEqual(['+31 6 3']);
});
