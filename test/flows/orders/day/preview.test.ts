import { describe, expect, test } from 'vitest';
import { receipt, Till } from './till.ts';

const noon = '2026-03-02T12:00:00+01:00';
const day = 'day:2026-03-02:Till 1';

/** Nothing may be stored or made. */
function readOnly(till: Till): Till {
  till.storing = (what) => {
    throw new Error(`stored: ${what}`);
  };
  return till;
}

test('a receipt is shown as its day would be booked now, without being put there', async () => {
  const till = new Till().at('2026-03-02T13:00:00+01:00');
  await till.ring(receipt(noon, { of: ['24.20'] }));
  const preview = await readOnly(till).preview(receipt(noon, { receipt: { tips: '1.00' } }));
  expect(preview).toMatchObject({
    ...{ skips: null, problem: null },
    source: { number: expect.stringMatching(/^R/) },
    notes: [{ code: 'of_a_day', params: { till: 'Till 1', date: '2026-03-02', count: 2 } }],
    checks: [
      { name: 'gross', expected: '37.3', actual: '37.30' },
      { name: 'vat', expected: '6.3', actual: '6.30' },
      ...[expect.anything(), expect.anything()],
    ],
  });
  expect(preview.writes).toMatchObject([
    { what: 'customer', does: 'use' },
    {
      ...{ what: 'document', does: 'create' },
      body: { reference: 'Till 1 2026-03-02', invoice_date: '2026-03-02', customer_id: till.debtor },
    },
  ]);
  expect(till.books.sent).toEqual([]);
});

test('a day is shown by its own key, as far as its receipts are known', async () => {
  const till = new Till().at('2026-03-02T13:00:00+01:00');
  await till.ring(receipt(noon), receipt(noon));
  const preview = await readOnly(till).preview(day);
  expect(preview).toMatchObject({ problem: null, notes: [{ params: { count: 2 } }] });
  expect(preview.writes.at(-1)).toMatchObject({ what: 'document', does: 'create' });
  await expect(till.preview('day:2026-03-01:Till 1')).rejects.toMatchObject({ code: 'order_gone' });
});

test('a day that waits for a person says for whom', async () => {
  const till = new Till().at('2026-03-03T05:00:00+01:00');
  await till.ring(receipt(noon));
  till.noticed = [{ key: 'R-bad', at: new Date(noon), isParked: true }];
  expect(await readOnly(till).preview(day)).toMatchObject({ problem: { code: 'day_lacks_receipts' } });
});

test('a receipt that would be parked, skipped or left apart is shown so', async () => {
  const till = new Till({ day: { named: 'apart' } }).at('2026-03-02T13:00:00+01:00');
  till.liveFrom = '2026-03-02T10:00:00.000Z';
  expect(await till.preview(receipt(noon, { gross: '99.00' }))).toMatchObject({
    problem: { code: 'receipt_differs' },
  });
  expect(await till.preview(receipt('2026-03-02T10:00:00+01:00'))).toMatchObject({
    skips: { code: 'placed_before' },
  });
  const customer = {
    kind: 'person' as const,
    name: 'Noor',
    email: 'noor@example.com',
    reverseCharge: false,
    address: {},
  };
  const apart = await till.preview(receipt(noon, { customer }));
  expect(apart.writes.at(-1)).toMatchObject({ body: { reference: expect.stringMatching(/^R/) } });
});

describe('a receipt that is in its day already', () => {
  const rung = receipt(noon, { of: ['24.20'] });
  const again = { ...rung, updatedAt: '2026-03-02T12:30:00.000Z' };

  async function inItsDay(): Promise<Till> {
    const till = new Till({ statuses: ['AWAITING_PROCESSING'] }).at('2026-03-02T13:00:00+01:00');
    await till.ring(rung, receipt(noon));
    return till;
  }

  /** As a run ends that is not stopped. */
  const ended = (till: Till, order: typeof rung) =>
    till.run(order).then(
      ({ kind, reason }) => `${kind} ${reason.code}`,
      ({ code }) => code,
    );

  test('and does not add up any more is shown as the run would park it', async () => {
    const till = await inItsDay();
    const changed = { ...again, gross: '99.00' };
    expect(await readOnly(till).preview(changed)).toMatchObject({
      ...{ problem: { code: 'receipt_differs' }, writes: [] },
    });
    till.storing = () => undefined;
    expect(await ended(till, changed)).toBe('receipt_differs');
  });

  test('and would leave it is shown as skipped', async () => {
    const till = await inItsDay();
    const preview = await readOnly(till).preview({ ...again, status: 'DRAFT' });
    expect(preview).toMatchObject({ skips: { code: 'status_excluded' }, writes: [] });
    till.storing = () => undefined;
    expect(await ended(till, { ...again, status: 'DRAFT' })).toBe('skipped status_excluded');
  });

  test('and says the same is shown with its day', async () => {
    const till = await inItsDay();
    expect(await readOnly(till).preview(again)).toMatchObject({
      ...{ problem: null, skips: null },
      notes: [{ params: { count: 2 } }],
    });
  });

  test('whose day is booked, and that does not add up any more, is shown as the run would park it', async () => {
    const till = (await inItsDay()).at('2026-03-03T05:00:00+01:00');
    await till.look();
    expect(till.booked).toHaveLength(1);
    const changed = { ...again, gross: '99.00' };
    expect(await readOnly(till).preview(changed)).toMatchObject({
      ...{ problem: { code: 'receipt_differs' }, writes: [] },
    });
    till.storing = () => undefined;
    expect(await ended(till, changed)).toBe('receipt_differs');
  });

  test('of a booked day, and is called off, is shown with its day whatever it says by now', async () => {
    const till = (await inItsDay()).at('2026-03-03T05:00:00+01:00');
    await till.look();
    const cancelled = { ...again, gross: '99.00', cancelled: true };
    const { problem, notes } = await readOnly(till).preview(cancelled);
    expect([problem?.code, notes]).toMatchObject(['order_refunded', [{ code: 'of_a_day' }]]);
  });
});
