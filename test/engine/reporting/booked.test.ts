/** "Booked" is one thing: overview, integration page, insights, reconciliation and the daily summary say the same of the same orders. */
import { expect, test } from 'vitest';
import { document, hourMs, Simulation } from '../../support/simulation.ts';

const day = '2026-03-02';
const flow = 'orders:shop:books';

interface Kept {
  readonly key: string;
  readonly gross: string;
  readonly refunded?: string;
  readonly open?: 'waiting' | 'parked';
  readonly problem?: object;
  readonly rest?: 'booked' | 'credited' | 'skipped' | 'in_day';
  readonly document?: { readonly gross: string; readonly credited: string; readonly made?: string };
  /** What the log says of it on that day. */
  readonly told: readonly [outcome: string, reason: string];
}

/** 7 orders in the books, and some that are not. */
const orders: readonly Kept[] = [
  {
    key: 'PLAIN',
    gross: '10',
    rest: 'booked',
    document: { gross: '10', credited: '0' },
    told: ['done', 'booked'],
  },
  // Booked to the cent above the shop, as the settings round.
  {
    key: 'ROUNDED',
    gross: '20',
    rest: 'booked',
    document: { gross: '20.01', credited: '0' },
    told: ['done', 'booked'],
  },
  {
    ...{ key: 'CREDITED', gross: '30', refunded: '30', rest: 'credited' },
    ...{ document: { gross: '30', credited: '30' }, told: ['done', 'booked'] },
  },
  {
    ...{ key: 'REFUND-TO-COME', gross: '40', refunded: '15', open: 'parked', rest: 'booked' },
    ...{ problem: { kind: 'rejected', code: 'order_refunded', params: {} } },
    ...{ document: { gross: '40', credited: '5' }, told: ['done', 'booked'] },
  },
  {
    ...{ key: 'MADE-OTHERWISE', gross: '50', open: 'waiting', rest: 'booked' },
    ...{ document: { gross: '50', credited: '0', made: '50.02 0.00 50.00 0.00' }, told: ['done', 'booked'] },
  },
  {
    key: 'BY-HAND',
    gross: '60',
    rest: 'booked',
    document: { gross: '60', credited: '0' },
    told: ['skipped', 'found'],
  },
  {
    key: `day:${day}:1`,
    gross: '70',
    rest: 'booked',
    document: { gross: '70', credited: '0' },
    told: ['done', 'booked'],
  },
  { key: 'RECEIPT-1', gross: '30', rest: 'in_day', told: ['done', 'joined_day'] },
  { key: 'RECEIPT-2', gross: '40', rest: 'in_day', told: ['done', 'joined_day'] },
  { key: 'LEFT-OUT', gross: '80', rest: 'skipped', told: ['skipped', 'not_paid'] },
  { key: 'WAITS', gross: '90', open: 'waiting', told: ['waiting', 'unreachable'] },
];
/** 10 + 20.01 + (30 - 30) + (40 - 5) + 50.02 + 60 + 70 */
const inBooks = { count: 7, amount: '245.03' };

async function kept(): Promise<Simulation> {
  const simulation = await new Simulation().open();
  await simulation.integration.configure(document());
  await simulation.live(1_000);
  const { sql, stores } = simulation;
  const at = Date.parse(`${day}T12:00:00Z`);
  for (const {
    key,
    gross,
    refunded = '0',
    open = null,
    problem,
    rest = null,
    document: made,
    told,
  } of orders) {
    const target = made !== undefined ? `i-${key}` : rest === 'in_day' ? `day:${day}:1` : null;
    sql.exec(
      `INSERT INTO register (flow, key, day, at, first_seen, currency, gross, vat, rates, refunded, open, problem, rest,
         target_id, booked_at, booked, booked_vat, credited, made)
         VALUES (?, ?, ?, ?, ?, 'EUR', ?, '0', '[]', ?, ?, ?, ?, ?, ?, ?, '0', ?, ?)`,
      ...[
        flow,
        key,
        day,
        at,
        at,
        gross,
        refunded,
        open,
        problem ? JSON.stringify(problem) : null,
        rest,
        target,
      ],
      ...[told[1] === 'booked' ? at : null, made?.gross ?? null, made?.credited ?? null, made?.made ?? null],
    );
    stores.activity.add({
      ...{
        at,
        key,
        flow,
        task: 1,
        outcome: told[0],
        reason: told[1],
        params: {},
        targetId: target,
        calls: 1,
      },
      ...{ emailFingerprint: null, sealed: null },
    });
  }
  return simulation;
}

test('what is booked is told alike, everywhere', async () => {
  const { integration, clock } = await kept();
  await clock.runUntil(Date.parse(`${day}T20:00:00Z`));
  const { insights, orders: list } = integration.reports;
  expect(insights.glance(1)).toMatchObject({ today: day, booked: [inBooks], open: 1 });
  const period = insights.period({ from: day, to: day });
  expect(period.days).toMatchObject([
    { count: 9, booked: inBooks, open: { count: 1 }, leftOut: { count: 1 } },
  ]);
  expect(period.totals).toMatchObject([{ booked: inBooks }]);
  expect(list.amounts({ by: 'month', from: day, to: day })).toMatchObject([{ booked: inBooks }]);
  expect(insights.reconciliation({ month: '2026-03' }).currencies).toMatchObject([
    { books: inBooks, holds: true },
  ]);
  const end = Date.parse(`${day}T20:00:00Z`);
  expect(integration.dayFigures(end - 24 * hourMs, end)).toMatchObject({
    ...{ booked: inBooks.count, amounts: [{ currency: 'EUR', gross: inBooks.amount }], left: 1 },
  });
});
