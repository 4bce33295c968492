/** Receipts that come twice, late, changed, or after their day was booked: each is in exactly one document. */
import { describe, expect, test } from 'vitest';
import { company } from '../samples.ts';
import { receipt, Till } from './till.ts';

const day = 'day:2026-03-02:Till 1';
const noon = '2026-03-02T12:00:00+01:00';

/** Its first day is booked with two receipts. */
async function booked(settings: ConstructorParameters<typeof Till>[0] = {}) {
  const till = new Till(settings).at('2026-03-03T05:00:00+01:00');
  const receipts = [receipt(noon), receipt(noon, { of: ['24.20'] })] as const;
  await till.ring(...receipts);
  expect(await till.look()).toEqual({ [day]: 'booked' });
  return { till, receipts };
}

describe('a receipt that comes after its day was booked', () => {
  test('goes into the day that is open', async () => {
    const { till } = await booked();
    const late = receipt('2026-03-02T23:00:00+01:00', { of: ['36.30'] });
    const [outcome] = await till.ring(late);
    expect(outcome?.reason).toMatchObject({ code: 'joined_day', params: { date: '2026-03-03' } });
    await till.ring(receipt('2026-03-03T12:00:00+01:00'));
    till.at('2026-03-04T05:00:00+01:00');
    await till.look();
    expect(till.booked.map(([reference, , gross]) => [reference, gross])).toEqual([
      ['Till 1 2026-03-02', '36.30'],
      ['Till 1 2026-03-03', '48.40'],
    ]);
  });

  test('is a person’s where the settings say so, who may ask for it by name', async () => {
    const { till } = await booked({ day: { late: 'park' } });
    const late = receipt(noon, { of: ['36.30'] });
    const problem = await till.problem(late);
    expect([problem.code, problem.params]).toEqual([
      'receipt_late',
      { till: 'Till 1', date: '2026-03-02', number: late.number },
    ]);
    till.asked = true;
    expect((await till.run(late)).reason).toMatchObject({ params: { date: '2026-03-03' } });
  });

  test('has its own day where that has no document yet, however late it is', async () => {
    const till = new Till({ day: { late: 'park' } }).at('2026-03-20T12:00:00+01:00');
    await till.ring(receipt(noon));
    expect(await till.look()).toEqual({ [day]: 'booked' });
  });

  test('goes elsewhere already while nobody knows whether the document was made', async () => {
    const till = new Till().at('2026-03-03T05:00:00+01:00');
    await till.ring(receipt(noon));
    till.books.trouble = ({ method }, when) => {
      if (method === 'POST' && when === 'before') throw new Error('died');
    };
    await expect(till.look()).rejects.toThrow('died');
    till.books.trouble = () => undefined;
    const [outcome] = await till.ring(receipt(noon, { of: ['24.20'] }));
    expect(outcome?.reason).toMatchObject({ params: { date: '2026-03-03' } });
    till.now += 20 * 60_000;
    await till.run(day);
    expect(till.booked.map(([reference, , gross]) => [reference, gross])).toEqual([
      ['Till 1 2026-03-02', '12.10'],
    ]);
  });
});

describe('a receipt that is noticed again', () => {
  test('is in its day once', async () => {
    const till = new Till().at('2026-03-03T05:00:00+01:00');
    const sale = receipt(noon);
    const told = await till.ring(sale, sale, sale);
    expect(told.map(({ reason }) => reason.code)).toEqual(['joined_day', 'in_day', 'in_day']);
    await till.look();
    expect((await till.ring(sale))[0]?.reason.code).toBe('in_day');
    expect(await till.look()).toEqual({});
    expect(till.booked.map(([, , gross]) => gross)).toEqual(['12.10']);
  });

  test('counts as it is now while its day is open, and not at all once it is cancelled', async () => {
    const till = new Till().at('2026-03-02T13:00:00+01:00');
    const [one, other, third] = [receipt(noon), receipt(noon), receipt(noon, { of: ['36.30'] })];
    await till.ring(one, other, third);
    await till.ring(
      { ...one, ...receipt(noon, { of: ['24.20'] }), id: one.id, number: one.number },
      { ...other, cancelled: true },
    );
    till.at('2026-03-03T05:00:00+01:00');
    await till.look();
    expect(till.booked.map(([, , gross]) => gross)).toEqual(['60.50']);
  });

  test('flags its day when it is another one after that was booked, and a person may accept it', async () => {
    const { till, receipts } = await booked();
    const { id, number } = receipts[0];
    await till.ring({ ...receipt(noon, { of: ['14.52'] }), id, number });
    const problem = await till.problem(day);
    expect([problem.code, problem.params]).toMatchObject([
      'order_changed',
      { bookedGross: '36.3', gross: '38.72' },
    ]);
    till.accept(day);
    expect((await till.run(day)).reason.code).toBe('difference_accepted');
    expect(till.booked).toHaveLength(1);
  });

  test('has its day credited when it is given back after that was booked', async () => {
    const { till, receipts } = await booked({ refunds: 'credit' });
    const vat = { rate: '21', gross: '12.10', vat: '2.10' };
    const refunds = [{ id: 'F1', date: '2026-03-05', gross: '12.10', byRate: [vat] }];
    await till.ring({ ...receipts[0], refunded: '12.10', refunds });
    expect(await till.look()).toEqual({ [day]: 'credited_in_part' });
    expect(till.booked.map(([, , gross]) => gross)).toEqual(['36.30', '-12.10']);
  });

  test('is for a person when the till has it no more, and its day is booked', async () => {
    const { till, receipts } = await booked();
    till.orders.delete(receipts[0].id);
    expect((await till.problem(receipts[0].id)).code).toBe('order_gone');
  });
});

describe('a document of its own', () => {
  test('is made of what is booked on its own already', async () => {
    const till = new Till().at('2026-03-02T13:00:00+01:00');
    const { day: setting } = till.settings;
    till.settings = { ...till.settings, day: undefined };
    const sale = receipt(noon);
    await till.ring(sale);
    till.settings = { ...till.settings, day: setting };
    expect((await till.ring(sale))[0]?.reason.code).toBe('already_booked');
    expect(till.lookedAt.size).toBe(0);
  });

  test('is made where VAT is shifted, and of another currency', async () => {
    const till = new Till().at('2026-03-02T13:00:00+01:00');
    const shifted = receipt(noon, { of: [['10.00', '0']], customer: { ...company, reverseCharge: true } });
    await till.ring(shifted);
    expect((await till.problem(receipt(noon, { currency: 'CHF' }))).code).toBe('currency_unsupported');
    expect(till.lookedAt.size).toBe(0);
    expect(till.booked).toHaveLength(1);
  });

  test('does not become one when the setting is taken out while the day is open', async () => {
    const till = new Till().at('2026-03-02T13:00:00+01:00');
    const sale = receipt(noon);
    await till.ring(sale);
    till.settings = { ...till.settings, day: undefined };
    expect((await till.ring(sale))[0]?.reason.code).toBe('in_day');
    till.at('2026-03-03T05:00:00+01:00');
    expect(await till.look()).toEqual({ [day]: 'booked' });
  });
});
