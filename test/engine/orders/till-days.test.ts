/** Days of a till through the whole engine: polls, deaths, outages, receipts that cannot be read, a backfill. */
import { describe, expect, test } from 'vitest';
import { receipt } from '../../flows/orders/day/till.ts';
import { hourMs, minuteMs } from '../../support/durations.ts';
import type { Death } from '../../support/engine-life.ts';
import { TillAndBooks, withTill } from '../../support/till-and-books.ts';

withTill();

/** The clock begins at 13:00 of this day in Amsterdam. */
const today = '2026-03-02';

async function started(every = '30m', day: object = {}): Promise<TillAndBooks> {
  const till = await new TillAndBooks().start({ end: '04:00', ...day }, every);
  await till.live(minuteMs);
  return till;
}

/** Something of so much is rung up now. */
function ring(
  till: TillAndBooks,
  id: string,
  amount: string,
  fields: Parameters<typeof receipt>[1] = {},
): void {
  const at = new Date(till.clock.now()).toISOString();
  till.ringUp(id, { ...receipt(at, { of: [amount], ...fields }), id, number: id });
}

/** The last task of a record. */
function newest(till: TillAndBooks, of: string): number {
  return Math.max(...till.tasks().flatMap(({ id, key }) => (key === of ? [Number(id)] : [])));
}

/** Lives on, over its deaths. */
async function live(till: TillAndBooks, ms: number): Promise<void> {
  const until = till.clock.now() + ms;
  while (till.clock.now() < until) {
    await till.live(until - till.clock.now());
    if (till.isDead) await till.open();
  }
}

test('two tills have a document each in the morning, and what is rung up at night is in it', async () => {
  const till = await started();
  ring(till, 'A1', '12.10');
  ring(till, 'B1', '24.20', { receipt: { till: 'Till 2' } });
  await till.live(11 * hourMs);
  ring(till, 'A2', '36.30');
  ring(till, 'A3', '-12.10');
  await till.live(3 * hourMs);
  expect(till.booked).toEqual([]);
  expect(till.unsettled).toEqual([
    [`day:${today}:Till 1`, 'waiting', 'day_open'],
    [`day:${today}:Till 2`, 'waiting', 'day_open'],
  ]);
  await till.live(3 * hourMs);
  expect(till.booked).toEqual([
    [`Till 1 ${today}`, today, '36.30'],
    [`Till 2 ${today}`, today, '24.20'],
  ]);
  expect(till.unsettled).toEqual([]);
});

test('what cannot be read parks the day and is named; skipped by a person, the day goes on', async () => {
  const till = await started();
  ring(till, 'A1', '12.10');
  till.ringUp('A2', 'unreadable');
  await till.live(18 * hourMs);
  expect(till.booked).toEqual([]);
  expect(till.unsettled.map(([key, state]) => [key, state])).toEqual(
    [
      [`day:${today}:Till 1`, 'parked'],
      ['A2', 'parked'],
    ].toSorted(),
  );
  const task = till.tasks().find(({ key }) => key === 'A2');
  till.integration.skip(Number(task?.id));
  await till.live(hourMs);
  expect(till.booked).toEqual([[`Till 1 ${today}`, today, '12.10']]);
});

test('a receipt that a person left out stays out of its day, whatever the till tells of it later', async () => {
  const till = await started();
  ring(till, 'A1', '12.10');
  ring(till, 'A2', '24.20', { gross: '99.00' });
  await till.live(hourMs);
  till.integration.skip(newest(till, 'A2'));
  ring(till, 'A2', '24.20');
  await till.live(17 * hourMs);
  expect(till.booked).toEqual([[`Till 1 ${today}`, today, '12.10']]);
  till.integration.unskip(newest(till, 'A2'));
  await till.live(48 * hourMs);
  expect(till.booked.map(([, , gross]) => gross)).toEqual(['12.10', '24.20']);
});

test('a day that a person left out stays so when receipts come to it, and taken back has all of them', async () => {
  const till = await started();
  ring(till, 'A1', '12.10');
  await till.live(hourMs);
  till.integration.skip(newest(till, `day:${today}:Till 1`));
  ring(till, 'A2', '24.20');
  await till.live(18 * hourMs);
  expect(till.booked).toEqual([]);
  expect(till.unsettled).toEqual([]);
  till.integration.unskip(newest(till, `day:${today}:Till 1`));
  await till.live(hourMs);
  expect(till.booked).toEqual([[`Till 1 ${today}`, today, '36.30']]);
});

test('a till that is away over the end of its day has all of it in one document when it is back', async () => {
  const till = await started();
  ring(till, 'A1', '12.10');
  await till.live(hourMs);
  till.isAway = true;
  ring(till, 'A2', '24.20');
  await till.live(20 * hourMs);
  expect(till.booked).toEqual([]);
  till.isAway = false;
  await till.live(6 * hourMs);
  expect(till.booked).toEqual([[`Till 1 ${today}`, today, '36.30']]);
});

test('a receipt that the till tells of a day late is in the next document', async () => {
  const till = await started();
  ring(till, 'A1', '12.10');
  const late = {
    ...receipt(new Date(till.clock.now()).toISOString(), { of: ['24.20'] }),
    id: 'A2',
    number: 'A2',
  };
  await till.live(20 * hourMs);
  till.ringUp('A2', late);
  ring(till, 'A3', '36.30');
  await till.live(24 * hourMs);
  expect(till.booked).toEqual([
    [`Till 1 ${today}`, today, '12.10'],
    ['Till 1 2026-03-03', '2026-03-03', '60.50'],
  ]);
});

describe('what a person has to see to', () => {
  test('holds up the day that it is of, and no other till’s', async () => {
    const till = await started();
    ring(till, 'A1', '12.10');
    ring(till, 'B1', '24.20', { receipt: { till: 'Till 2' } });
    ring(till, 'A2', '12.10', { gross: '99.00' });
    await till.live(18 * hourMs);
    expect(till.booked).toEqual([[`Till 2 ${today}`, today, '24.20']]);
    expect(till.unsettled).toEqual([
      ['A2', 'parked', 'receipt_differs'],
      [`day:${today}:Till 1`, 'parked', 'day_lacks_receipts'],
    ]);
  });

  test('is a receipt that came late: it holds up no day, and goes into the open one when a person asks for it', async () => {
    const till = await started('30m', { late: 'park' });
    ring(till, 'A1', '12.10');
    const late = {
      ...receipt(new Date(till.clock.now()).toISOString(), { of: ['36.30'] }),
      id: 'A2',
      number: 'A2',
    };
    await till.live(18 * hourMs);
    till.ringUp('A2', late);
    ring(till, 'A3', '12.10');
    ring(till, 'B1', '24.20', { receipt: { till: 'Till 2' } });
    await till.live(24 * hourMs);
    const tomorrow = '2026-03-03';
    expect(till.booked).toEqual([
      [`Till 1 ${today}`, today, '12.10'],
      [`Till 1 ${tomorrow}`, tomorrow, '12.10'],
      [`Till 2 ${tomorrow}`, tomorrow, '24.20'],
    ]);
    expect(till.unsettled).toEqual([['A2', 'parked', 'receipt_late']]);
    till.integration.sync('orders', { keys: ['A2'] });
    await till.live(24 * hourMs);
    expect(till.booked.at(2)).toEqual(['Till 1 2026-03-04', '2026-03-04', '36.30']);
    expect(till.unsettled).toEqual([]);
  });
});

test('a backfill books every day once, however many receipts it finds', async () => {
  const till = await started();
  const before = [1, 2, 3].flatMap((days) =>
    Array.from({ length: 40 }, (_, index) => ({ id: `D${days}-${index}`, days })),
  );
  for (const { id, days } of before) {
    const at = new Date(till.clock.now() - days * 24 * hourMs).toISOString();
    till.ringUp(id, { ...receipt(at, { of: ['12.10'] }), id, number: id });
  }
  till.integration.sync('orders', { since: '2026-02-20' });
  await till.live(4 * hourMs);
  expect(till.booked).toEqual(
    ['2026-02-27', '2026-02-28', '2026-03-01'].map((day) => [`Till 1 ${day}`, day, '484.00']),
  );
});

describe.each(['before', 'after'] as const)(
  'an object that dies %s its n-th call',
  (moment: Death['moment']) => {
    async function night(request: number): Promise<{ till: TillAndBooks; died: boolean }> {
      const till = await started('2h');
      ring(till, 'A1', '12.10');
      ring(till, 'A2', '24.20');
      ring(till, 'A3', '-12.10');
      await till.live(14 * hourMs);
      let died = false;
      void till.dieAt(request, moment).then(() => {
        died = true;
      });
      ring(till, 'A4', '36.30');
      await live(till, 6 * hourMs);
      return { till, died };
    }

    test('books the day once, for every n', async () => {
      let deaths = 0;
      for (let request = 1; request < 40; request++) {
        const { till, died } = await night(request);
        if (!died) break;
        deaths++;
        expect(till.booked, `death ${request}`).toEqual([[`Till 1 ${today}`, today, '60.50']]);
        expect(till.unsettled).toEqual([]);
      }
      // A poll, the receipt, the token, two looks for the document, its making and what it came to.
      expect(deaths).toBeGreaterThanOrEqual(7);
    });
  },
);
