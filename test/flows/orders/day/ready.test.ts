/** A day's document is made when it is over and its receipts are in. */
import { describe, expect, test } from 'vitest';
import { awaitedKey } from '../../../../src/records/problem.ts';
import { order } from '../samples.ts';
import { receipt, Till } from './till.ts';

const day = 'day:2026-03-02:Till 1';
const noon = '2026-03-02T12:00:00+01:00';

/** One receipt is in; it is the morning after. */
async function morning(): Promise<Till> {
  const till = new Till().at('2026-03-03T05:00:00+01:00');
  await till.ring(receipt(noon));
  return till;
}

function noticed(key: string, at: string, isParked = false) {
  return { key, at: new Date(at), isParked };
}

test('it waits for its end, and for what arrives a little later', async () => {
  const till = new Till({ day: { settleMinutes: 45 } }).at('2026-03-02T12:01:00+01:00');
  await till.ring(receipt(noon));
  const problem = await till.problem(day);
  expect([problem.kind, problem.retryAt]).toEqual(['wait', Date.parse('2026-03-03T04:45:00+01:00')]);
  till.at('2026-03-03T04:44:59+01:00');
  expect(await till.look()).toEqual({ [day]: 'wait open' });
  till.at('2026-03-03T04:45:00+01:00');
  expect(await till.look()).toEqual({ [day]: 'booked' });
});

test('it waits until the source was read so far', async () => {
  const till = await morning();
  till.readUntil = Date.parse('2026-03-03T04:10:00+01:00');
  expect(await till.look()).toEqual({ [day]: 'wait unread' });
  till.readUntil = till.now;
  expect(await till.look()).toEqual({ [day]: 'booked' });
});

test('it waits for what was noticed by then, and not for what comes later', async () => {
  const till = await morning();
  const missing = receipt(noon);
  till.noticed = [noticed(missing.id, '2026-03-03T03:59:00+01:00')];
  expect(await till.look()).toEqual({ [day]: 'wait under_way' });
  await till.ring(missing);
  till.noticed = [noticed('R-next', '2026-03-03T05:00:01+01:00')];
  till.now += 60_000;
  expect(await till.look()).toEqual({ [day]: 'booked' });
  expect(till.booked.map(([, , gross]) => gross)).toEqual(['24.20']);
});

test('what is asked for once more is read before it is made', async () => {
  const till = await morning();
  till.noticed = [noticed('R-old', '2026-03-03T03:59:00+01:00')];
  await till.look();
  // A backfill begins, and finds receipts after the day was ready.
  till.readUntil = Date.parse('2026-02-01T00:00:00Z');
  till.now += 60_000;
  expect(await till.look()).toEqual({ [day]: 'wait unread' });
  till.now += 600_000;
  till.readUntil = till.now;
  till.noticed = [noticed('R-found', '2026-03-03T05:05:00+01:00')];
  expect(await till.look()).toEqual({ [day]: 'wait under_way' });
});

describe('a receipt that needs a person', () => {
  test('parks its day, which names it and goes on when it is over', async () => {
    const till = await morning();
    till.noticed = [noticed('R-bad', '2026-03-02T13:00:00+01:00', true)];
    const problem = await till.problem(day);
    expect(problem).toMatchObject({
      ...{ kind: 'rejected', code: 'day_lacks_receipts', awaits: awaitedKey('R-bad') },
      params: { date: '2026-03-02', till: 'Till 1', receipts: ['R-bad'], count: 1 },
    });
    expect(till.booked).toEqual([]);
    till.noticed = [];
    expect(await till.look()).toEqual({ [day]: 'booked' });
  });

  test('parks no day that began after it was noticed', async () => {
    const till = await morning();
    till.noticed = [noticed('R-bad', '2026-03-02T03:40:00+01:00', true)];
    expect(await till.look()).toEqual({ [day]: 'booked' });
  });

  test('parks no day where it is a sale of another kind, or is in a day already', async () => {
    const till = await morning();
    const parcel = order({ id: 'SO-9', gross: '99.99' });
    const known = receipt(noon);
    await till.ring(known);
    expect((await till.problem(parcel)).code).toBe('totals_differ');
    till.noticed = [
      noticed('SO-9', '2026-03-02T13:00:00+01:00', true),
      noticed(known.id, '2026-03-02T13:00:00+01:00', true),
      noticed('day:2026-03-02:Till 2', '2026-03-02T13:00:00+01:00', true),
    ];
    expect(await till.look()).toEqual({ [day]: 'booked' });
  });
});

test('a day whose receipts were all taken back has no document', async () => {
  const till = await morning();
  const [key] = [...till.orders.keys()];
  till.orders.clear();
  expect(await till.run(key ?? '')).toMatchObject({ kind: 'skipped', reason: { code: 'gone' } });
  expect(await till.look()).toEqual({ [day]: 'day_empty' });
  expect(till.booked).toEqual([]);
});

test('it is looked at less often while many receipts are under way', async () => {
  const till = await morning();
  const waitMs = async (count: number) => {
    till.noticed = Array.from({ length: count }, (_, index) => noticed(`R-${index}-new`, noon));
    return Number((await till.problem(day)).retryAt) - till.now;
  };
  expect([await waitMs(1), await waitMs(50)]).toEqual([60_000, 900_000]);
});
