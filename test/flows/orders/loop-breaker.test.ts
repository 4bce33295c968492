/** Documents of one buyer and total that pile up: nobody else may see that systems make each other's orders. */
import { describe, expect, test } from 'vitest';
import type { Order } from '../../../src/records/order.ts';
import { type Given, World } from './harness.ts';
import { line, order } from './samples.ts';

const minuteMs = 60_000;
const buyer = { kind: 'person' as const, name: 'Noor de Wit', email: 'noor@example.com', address: {} };

/** One order after another, `everyMs` apart. Returns how each ended. */
async function sell(
  world: World,
  count: number,
  { everyMs = minuteMs, first = 1, parts = (_: number): Partial<Order> => ({}) } = {},
): Promise<string[]> {
  const ends: string[] = [];
  for (let number = first; number < first + count; number++) {
    const placedAt = new Date(world.now).toISOString();
    const each = order({ id: `A${number}`, number: `N${number}`, placedAt, ...parts(number) });
    ends.push(
      await world.run(each).then(
        ({ reason }) => reason.code,
        ({ code }) => code,
      ),
    );
    world.now += everyMs;
  }
  return ends;
}

function all(count: number, code: string): string[] {
  return Array.from({ length: count }, () => code);
}

const settings: Given['settings'] = { state: 'sent' };

test('ten within an hour are booked, the next one needs a person, and an hour later it goes on', async () => {
  const world = new World({ settings });
  expect(await sell(world, 12)).toEqual([...all(10, 'booked'), ...all(2, 'looks_like_a_loop')]);
  expect(world.books.invoices).toHaveLength(10);
  world.now += 60 * minuteMs;
  expect(await sell(world, 1, { first: 20 })).toEqual(['booked']);
});

test('what is placed at one moment, as by a copy of one sale, is alike whenever it comes', async () => {
  const world = new World({ settings });
  const parts = () => ({ placedAt: '2026-03-02T10:00:00.000Z' });
  const ends = await sell(world, 12, { everyMs: 50 * minuteMs, parts });
  expect(ends).toEqual([...all(10, 'booked'), ...all(2, 'looks_like_a_loop')]);
});

test('what waited for days for books that were away is booked at once', async () => {
  const world = new World({ settings });
  const parts = (number: number) => ({
    placedAt: new Date(Date.parse('2026-02-28T10:00:00Z') + number * 90 * minuteMs).toISOString(),
  });
  expect(await sell(world, 25, { everyMs: 1_000, parts })).toEqual(all(25, 'booked'));
});

test('thirty within a day are booked, however slowly they come', async () => {
  const world = new World({ settings });
  const ends = await sell(world, 33, { everyMs: 30 * minuteMs });
  expect(ends).toEqual([...all(30, 'booked'), ...all(3, 'looks_like_a_loop')]);
  world.now += 24 * 60 * minuteMs;
  expect(await sell(world, 1, { first: 50 })).toEqual(['booked']);
});

test('its problem tells how many and of what, and nothing of the buyer', async () => {
  const world = new World({ settings });
  await sell(world, 10);
  const placedAt = new Date(world.now).toISOString();
  const problem = await world.problem(order({ id: 'A99', number: 'N99', placedAt }));
  const { gross, currency } = order();
  expect(problem).toMatchObject({ kind: 'rejected', params: { count: 10, hours: 1, gross, currency } });
  expect(JSON.stringify([problem.params, world.alike])).not.toMatch(/noor|@/i);
  expect(await world.preview(order({ id: 'A98', number: 'N98', placedAt }))).toMatchObject({
    skips: null,
    problem: { code: 'looks_like_a_loop' },
  });
});

test('a person who asks for the order is believed, and it does not count', async () => {
  const world = new World({ settings });
  await sell(world, 10);
  world.asked = true;
  expect(await sell(world, 3, { first: 20 })).toEqual(all(3, 'booked'));
  expect(world.alike).toHaveLength(10);
});

test('an order that is tried again counts once', async () => {
  const world = new World({ settings });
  await sell(world, 9);
  for (let time = 0; time < 5; time++) await world.run(order({ id: 'A9', number: 'N9' }));
  expect(await sell(world, 1, { first: 30 })).toEqual(['booked']);
});

describe('a buyer whom no address tells', () => {
  const debtor = { id: 'c1' };
  const nobody = { customer: { ...buyer, email: undefined } };

  /** A shop in which Koppel could make orders itself. */
  function shop(customer: NonNullable<Given['settings']>['customer']): World {
    const world = new World({ settings: { ...settings, customer } });
    world.takesOrders = true;
    return world;
  }

  test('but an account is one buyer', async () => {
    const world = shop({ defaultDebtor: debtor });
    const parts = () => ({ customer: { ...nobody.customer, id: '4411' } });
    expect(await sell(world, 11, { parts })).toEqual([...all(10, 'booked'), 'looks_like_a_loop']);
  });

  test.each([
    ['none', { defaultDebtor: debtor }, nobody],
    ['one debtor for everything', { defaultDebtor: { ...debtor, force: true } }, { customer: buyer }],
  ])('is booked as long as sixty of one basket in an hour are not exceeded: %s', async (_, debtors, who) => {
    const world = shop(debtors);
    const ends = await sell(world, 62, { everyMs: 20_000, parts: () => who });
    expect(ends).toEqual([...all(60, 'booked'), ...all(2, 'looks_like_a_loop')]);
    const placedAt = new Date(world.now).toISOString();
    const problem = await world.problem(order({ id: 'A99', number: 'N99', placedAt, ...who }));
    expect(problem.params).toMatchObject({ count: 60, hours: 1, of: 'basket' });
    const other = () => ({ ...who, lines: [line({ quantity: '3' })] });
    expect(await sell(world, 1, { first: 100, parts: other })).toEqual(['booked']);
  });

  test('is nobody’s in a till, where Koppel makes no orders', async () => {
    const world = shop({ defaultDebtor: debtor });
    world.takesOrders = false;
    expect(await sell(world, 70, { everyMs: 20_000, parts: () => nobody })).toEqual(all(70, 'booked'));
  });
});

describe('what is not alike is booked, however many there are', () => {
  test('of another buyer', async () => {
    const world = new World({ settings });
    const parts = (number: number) => ({ customer: { ...buyer, email: `buyer-${number}@example.com` } });
    expect(await sell(world, 15, { parts })).toEqual(all(15, 'booked'));
  });

  test('one debtor for everything, or no address at all', async () => {
    const forced = new World({
      settings: { ...settings, customer: { defaultDebtor: { id: 'c1', force: true } } },
    });
    expect(await sell(forced, 15)).toEqual(all(15, 'booked'));
    const nobody = new World({ settings: { ...settings, customer: { defaultDebtor: { id: 'c1' } } } });
    const parts = () => ({ customer: { ...buyer, email: undefined } });
    expect(await sell(nobody, 15, { parts })).toEqual(all(15, 'booked'));
  });

  test('of another total', async () => {
    const world = new World({ settings });
    await sell(world, 10);
    const parts = () => ({ lines: [line({ quantity: '3' })] });
    expect(await sell(world, 1, { first: 40, parts })).toEqual(['booked']);
    expect(await sell(world, 1, { first: 41 })).toEqual(['looks_like_a_loop']);
  });
});
