/** Receipts that are another thing than they were when they joined their day. */
import { describe, expect, test } from 'vitest';
import type { Order } from '../../../../src/records/order.ts';
import { company } from '../samples.ts';
import { receipt, Till } from './till.ts';

const day = 'day:2026-03-02:Till 1';
const noon = '2026-03-02T12:00:00+01:00';

/** The same sale, as it says now. */
function again({ id, number }: Order, fields: Parameters<typeof receipt>[1]): Order {
  return { ...receipt(noon, fields), id, number };
}

/** Two receipts are in; the day is open. */
async function joined(settings: ConstructorParameters<typeof Till>[0] = {}) {
  const till = new Till(settings).at('2026-03-02T13:00:00+01:00');
  const receipts = [receipt(noon), receipt(noon, { of: ['24.20'] })] as const;
  await till.ring(...receipts);
  return { till, receipts };
}

/** It is the morning after: the day is looked at. */
function morning(till: Till) {
  return till.at('2026-03-03T05:00:00+01:00').look();
}

describe('a receipt that does not add up any more', () => {
  test('is in its day no longer, which waits for it', async () => {
    const { till, receipts } = await joined();
    const wrong = again(receipts[0], { of: ['12.10'], gross: '99.00' });
    expect((await till.problem(wrong)).code).toBe('receipt_differs');
    till.noticed = [{ key: wrong.id, at: new Date(noon), isParked: true }];
    expect(await morning(till)).toEqual({ [day]: 'day_lacks_receipts' });
    await till.ring(again(receipts[0], { of: ['36.30'] }));
    till.noticed = [];
    expect(await till.look()).toEqual({ [day]: 'booked' });
    expect(till.booked.map(([, , gross]) => gross)).toEqual(['60.50']);
  });

  test('leaves its day as it is once that is booked, and is for a person', async () => {
    const { till, receipts } = await joined();
    await morning(till);
    const wrong = again(receipts[0], { of: ['12.10'], gross: '99.00' });
    expect((await till.problem(wrong)).code).toBe('receipt_differs');
    expect(till.lookedAt.size).toBe(0);
    expect((await till.run(day)).reason.code).toBe('already_booked');
    // It is right again: nothing has become of it.
    expect((await till.ring(receipts[0]))[0]?.reason.code).toBe('in_day');
  });

  test('is taken out when it is cancelled, whatever it says', async () => {
    const { till, receipts } = await joined();
    await till.ring({ ...again(receipts[0], { of: ['12.10'], gross: '99.00' }), cancelled: true });
    await morning(till);
    expect(till.booked.map(([, , gross]) => gross)).toEqual(['24.20']);
  });
});

describe('a receipt that its day cannot hold any more', () => {
  test('gets a document of its own while the day is open', async () => {
    const { till, receipts } = await joined();
    await till.ring(
      again(receipts[0], { of: [['10.00', '0']], customer: { ...company, reverseCharge: true } }),
    );
    await morning(till);
    expect(till.booked.map(([, , gross]) => gross)).toEqual(['10.00', '24.20']);
  });

  test('is for a person once the day is booked: amounts of two currencies are not added up', async () => {
    const { till, receipts } = await joined();
    await morning(till);
    expect((await till.problem(again(receipts[0], { currency: 'CHF' }))).code).toBe('currency_unsupported');
    expect((await till.run(day)).reason.code).toBe('already_booked');
  });
});

describe('a sale of which the source no longer says that it was rung up at a till', () => {
  const noReceipt = (order: Order): Order => {
    const { receipt: _, ...rest } = order;
    return rest;
  };

  test('stays in its day, with what the till took beside', async () => {
    const till = new Till().at('2026-03-02T13:00:00+01:00');
    const sale = receipt(noon, { receipt: { tips: '1.00' } });
    await till.ring(sale);
    expect((await till.ring(noReceipt(sale)))[0]?.reason.code).toBe('in_day');
    await morning(till);
    expect((await till.ring(noReceipt(sale)))[0]?.reason.code).toBe('in_day');
    expect(till.booked.map(([, , gross]) => gross)).toEqual(['13.10']);
  });

  test('is compared with its day as any other is', async () => {
    const { till, receipts } = await joined({ refunds: 'credit' });
    await morning(till);
    await till.ring({ ...noReceipt(receipts[0]), cancelled: true });
    expect(await till.look()).toEqual({ [day]: 'credited_in_part' });
    expect(till.booked.map(([, , gross]) => gross)).toEqual(['36.30', '-12.10']);
  });

  test('is an order of its own where it is in no day', async () => {
    const till = new Till().at('2026-03-02T13:00:00+01:00');
    await till.ring(noReceipt(receipt(noon, { customer: company })));
    expect(till.booked).toHaveLength(1);
    expect(till.lookedAt.size).toBe(0);
  });
});

describe('a receipt that the till has no more', () => {
  test('does not leave a day whose document is being made', async () => {
    const { till, receipts } = await joined();
    till.at('2026-03-03T05:00:00+01:00');
    let gone: Promise<unknown> | null = null;
    // The document is planned, and not begun yet.
    till.books.trouble = () => {
      if (gone !== null) return;
      till.orders.delete(receipts[0].id);
      gone = till.problem(receipts[0].id);
    };
    expect(await till.look()).toEqual({ [day]: 'booked' });
    till.books.trouble = () => undefined;
    expect(await gone).toMatchObject({ code: 'order_gone' });
    expect(till.booked.map(([, , gross]) => gross)).toEqual(['36.30']);
    expect((await till.run(day)).reason.code).toBe('already_booked');
  });
});
