import { describe, expect, it } from 'vitest';
import { dayFigures } from '../../../src/engine/reporting/day-figures.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { memorySql } from '../../support/memory-sql.ts';

const begin = Date.parse('2026-03-02T08:00:00Z');
const flow = 'orders:shop:books';

type Entry = readonly [at: number, key: string, outcome: string, reason: string];

interface Known {
  readonly currency?: (key: string) => string | null;
  /** Since when the books have the order, where no entry says that it was booked. */
  readonly bookedAt?: Readonly<Record<string, number>>;
}

/** The log, and the orders that it is about as the register has them: with a document where one was made or found. */
function withLog(entries: readonly Entry[], { currency = () => null, bookedAt = {} }: Known = {}) {
  const sql = memorySql();
  migrate(sql);
  const stores = new Stores(sql);
  const inBooks = ['booked', 'booked_before', 'found', 'credited', 'already_booked'];
  for (const key of new Set(entries.map((entry) => entry[1]))) {
    const own = entries.filter((entry) => entry[1] === key);
    const since = bookedAt[key] ?? own.find(([, , , reason]) => /^booked/.test(reason))?.[0] ?? null;
    const isBooked = since !== null || own.some(([, , , reason]) => inBooks.includes(reason));
    const isReceipt = own.some(([, , , reason]) => reason === 'joined_day');
    const isOpen = own.every(([, , outcome]) => outcome === 'waiting');
    sql.exec(
      `INSERT INTO register (flow, key, day, at, first_seen, currency, gross, vat, rates, refunded, open, rest, target_id,
         booked, booked_at, booked_vat, credited)
       VALUES (?, ?, '2026-03-02', 1, 1, ?, '99', '0', '[]', '0', ?, ?, ?, ?, ?, '0', '0')`,
      ...[flow, key, currency(key), isOpen ? 'waiting' : null],
      isReceipt ? 'in_day' : isBooked ? 'booked' : isOpen ? null : 'skipped',
      isReceipt ? 'day:2026-03-02:1' : isBooked ? key : null,
      ...[key === 'C' ? '1000000000.01' : '0.10', since],
    );
  }
  for (const [at, key, outcome, reason] of entries)
    stores.activity.add({
      ...{ at, key, outcome, reason, flow, task: 1, params: {}, targetId: null, calls: 0 },
      ...{ emailFingerprint: null, sealed: null },
    });
  return stores;
}

describe('the figures of a day', () => {
  it('count each order once: booked, also where it was left out first; not what was booked before', () => {
    const at = begin + hourMs;
    const stores = withLog([
      [begin - 1, 'A', 'done', 'booked'],
      [begin, 'B', 'skipped', 'payment_status_excluded'],
      [at, 'B', 'done', 'booked'],
      [at, 'B', 'skipped', 'already_booked'],
      [at, 'C', 'skipped', 'cancelled'],
      [at, 'C', 'skipped', 'cancelled'],
      [at, 'D', 'waiting', 'unreachable'],
      [at, 'E', 'skipped', 'left_out'],
      [at, 'F', 'done', 'credited'],
      [at, 'A', 'skipped', 'already_booked'],
      [begin + 24 * hourMs, 'G', 'done', 'booked'],
    ]);
    expect(dayFigures(stores, begin, begin + 24 * hourMs)).toEqual({
      booked: 1,
      amounts: [],
      left: 2,
      parked: 0,
    });
    expect(dayFigures(stores, begin - hourMs, begin)).toEqual({ booked: 1, amounts: [], left: 0, parked: 0 });
  });

  it('count what the books have since then, also of an order that would not be booked any more, and what stood there', () => {
    const stores = withLog([
      [begin, 'A', 'done', 'booked_before'],
      [begin, 'B', 'skipped', 'found'],
    ]);
    expect(dayFigures(stores, begin, begin + hourMs)).toMatchObject({ booked: 2, left: 0 });
  });

  it('count what was booked and, in the same try, credited or found to differ: the log tells of the last thing only', () => {
    const at = begin + hourMs;
    const entries = [
      [at, 'CREDITED', 'done', 'credited'],
      [at, 'IN-PART', 'done', 'credited_in_part'],
      [at, 'DIFFERS', 'parked', 'made_differs'],
      [at, 'BEFORE', 'done', 'credited'],
    ] as const;
    const bookedAt = { CREDITED: at - 900, 'IN-PART': at - 900, DIFFERS: at - 900, BEFORE: begin - 1 };
    const stores = withLog(entries, { bookedAt, currency: () => 'EUR' });
    expect(dayFigures(stores, begin, begin + 24 * hourMs)).toMatchObject({
      booked: 3,
      amounts: [{ currency: 'EUR', gross: '0.3' }],
    });
  });

  it('count what was booked just before the stretch ended in it, and in no other, though its try ended after it', () => {
    const midnight = begin + 24 * hourMs;
    const stores = withLog(
      [
        [midnight - hourMs, 'A', 'waiting', 'unreachable'],
        [midnight + 200, 'A', 'done', 'booked'],
        [midnight + 200, 'B', 'done', 'booked'],
        [midnight + 200, 'C', 'skipped', 'found'],
        [midnight + 200, 'D', 'skipped', 'left_out'],
      ],
      { bookedAt: { A: midnight - 300, B: midnight - 300, C: midnight - 9 * hourMs * 24 } },
    );
    expect(dayFigures(stores, begin, midnight)).toMatchObject({ booked: 2, left: 0 });
    expect(dayFigures(stores, midnight, midnight + 24 * hourMs)).toMatchObject({ booked: 1, left: 1 });
  });

  it("count a till's day as an order, and the receipts in it not", () => {
    const stores = withLog([
      [begin, 'R-1', 'done', 'joined_day'],
      [begin, 'R-2', 'done', 'joined_day'],
      [begin, 'day:2026-03-02:1', 'done', 'booked'],
    ]);
    expect(dayFigures(stores, begin, begin + hourMs)).toMatchObject({ booked: 1, left: 0 });
  });

  it('are right of a log of months, of which little is read, and where clocks stepped back', () => {
    const entries = Array.from(
      { length: 1_000 },
      (_, at) => [begin - (1_000 - at) * 30 * minuteMs, `K${at}`, 'done', 'booked'] as const,
    );
    const late = [
      [begin + 5 * minuteMs, 'X', 'done', 'booked'],
      [begin + minuteMs, 'Y', 'done', 'booked'],
    ] as const;
    const stores = withLog([...entries, ...late]);
    expect(dayFigures(stores, begin + 2 * minuteMs, begin + hourMs).booked).toBe(1);
    expect(dayFigures(stores, begin, begin + hourMs).booked).toBe(2);
    expect(dayFigures(stores, begin - 24 * hourMs, begin).booked).toBe(48);
  });

  it('are none of an empty log', () => {
    expect(dayFigures(withLog([]), begin, begin + hourMs)).toEqual({
      ...{ booked: 0, amounts: [], left: 0, parked: 0 },
    });
  });

  it('come to what the documents of the stretch come to, exactly, by currency', () => {
    const at = begin + hourMs;
    const stores = withLog(
      [
        [begin - 1, 'OLD', 'done', 'booked'],
        ...['A', 'B', 'C', 'D', 'F'].map((key) => [at, key, 'done', 'booked'] as const),
        [at + 1, 'A', 'done', 'booked'],
      ],
      { currency: (key) => (key === 'F' ? null : key === 'D' ? 'CHF' : 'EUR') },
    );
    expect(dayFigures(stores, begin, begin + 24 * hourMs)).toMatchObject({
      booked: 5,
      // Of F nobody knows the currency.
      amounts: [
        { currency: 'CHF', gross: '0.1' },
        { currency: 'EUR', gross: '1000000000.21' },
      ],
    });
  });
});
