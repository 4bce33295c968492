import { describe, expect, it } from 'vitest';
import { dayFigures } from '../../../src/engine/reporting/day-figures.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { memorySql } from '../../support/memory-sql.ts';

const begin = Date.parse('2026-03-02T08:00:00Z');

function withLog(entries: readonly (readonly [at: number, key: string, outcome: string, reason: string])[]) {
  const sql = memorySql();
  migrate(sql);
  const stores = new Stores(sql);
  for (const [at, key, outcome, reason] of entries) {
    stores.activity.add({
      ...{
        at,
        key,
        outcome,
        reason,
        flow: 'orders:shop:books',
        task: 1,
        params: {},
        targetId: null,
        calls: 0,
      },
      ...{ emailFingerprint: null, sealed: null },
    });
  }
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

  it('are right of a log of months, of which little is read, and where clocks stepped back', () => {
    const entries = Array.from(
      { length: 5_000 },
      (_, at) => [begin - (5_000 - at) * 30 * minuteMs, `K${at}`, 'done', 'booked'] as const,
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

  it('come to what the documents of the stretch come to, exactly, by currency; receipts are in that of their day', () => {
    const at = begin + hourMs;
    const flow = 'orders:shop:books';
    const keys = ['A', 'B', 'C', 'D', 'E', 'F', 'OLD'];
    const stores = withLog([
      [begin - 1, 'OLD', 'done', 'booked'],
      ...['A', 'B', 'C', 'D', 'F'].map((key) => [at, key, 'done', 'booked'] as const),
      [at + 1, 'A', 'done', 'booked'],
      [at, 'E', 'done', 'joined_day'],
    ]);
    for (const key of keys) {
      stores.tasks.add(flow, key, null, at);
      if (key !== 'F')
        stores.register.note(
          { flow, key },
          {
            ...{ day: '2026-03-02', placedAt: '2026-03-02T08:00:00Z', currency: key === 'D' ? 'CHF' : 'EUR' },
            ...{ gross: '99', vat: '0', vatByRate: [], refunded: '0' },
          },
        );
      if (key === 'E') continue;
      const facts = { gross: key === 'C' ? '1000000000.01' : '0.10', vat: '0', credited: '0' };
      stores.links.put('order', 'shop', 'books', key, { targetId: key, fingerprint: '', facts }, at);
    }
    expect(dayFigures(stores, begin, begin + 24 * hourMs)).toMatchObject({
      booked: 6,
      // Of F nobody knows the currency.
      amounts: [
        { currency: 'CHF', gross: '0.1' },
        { currency: 'EUR', gross: '1000000000.21' },
      ],
    });
  });
});
