/** What of a day's receipts is cancelled or given back once the day is booked: at the receipt's own rates, on its own accounts, in the order it came. */
import { describe, expect, test } from 'vitest';
import type { Order } from '../../../../src/records/order.ts';
import { noor } from '../samples.ts';
import { receipt, Till } from './till.ts';

const day = 'day:2026-03-02:Till 1';
const noon = '2026-03-02T12:00:00+01:00';
const voucherAccount = 'cccccccc-0000-4000-8000-000000000000';
const tipAccount = 'aaaaaaaa-0000-4000-8000-000000000000';
const accounts = { vouchers: voucherAccount, tips: tipAccount };

type Settings = ConstructorParameters<typeof Till>[0];

/** The day of these receipts is booked. */
async function booked(receipts: readonly Order[], settings: Settings = {}): Promise<Till> {
  const till = new Till({ refunds: 'credit', ...settings }).at('2026-03-03T05:00:00+01:00');
  await till.ring(...receipts);
  await till.look();
  expect(till.booked.length).toBeGreaterThan(0);
  return till;
}

/** Of the last document: rate, account, amount with VAT. */
function lines(till: Till): string[] {
  const items = till.books.sent.at(-1)?.line_items as {
    amount: { amount: string };
    vat: { value: string };
    ledger_account_id?: string;
  }[];
  return items
    .map(({ vat, ledger_account_id, amount }) =>
      [vat.value, ledger_account_id?.slice(0, 1) ?? '-', amount.amount].join(' '),
    )
    .toSorted();
}

const bothRates = () => [
  receipt(noon, { of: ['121.00'] }),
  receipt(noon, { of: [['10.90', '9']] }),
  receipt(noon, { of: ['12.10', ['10.90', '9']] }),
];

describe('a receipt that is cancelled after its day was booked', () => {
  test('is credited at its own rates', async () => {
    const [one, low, mixed] = bothRates() as [Order, Order, Order];
    const till = await booked([one, low, mixed]);
    await till.ring({ ...low, cancelled: true });
    expect(await till.look()).toEqual({ [day]: 'credited_in_part' });
    await till.ring({ ...mixed, cancelled: true });
    expect(await till.look()).toEqual({ [day]: 'credited_in_part' });
    expect(till.booked.slice(1).map(([, , gross, vat]) => [gross, vat])).toEqual([
      ['-10.90', '-0.90'],
      ['-23.00', '-3.00'],
    ]);
  });

  test('is credited for what was not given back of it before', async () => {
    const [one, low, mixed] = bothRates() as [Order, Order, Order];
    const till = await booked([one, low, mixed]);
    const refunds = [
      { id: 'F1', date: '2026-03-04', gross: '12.10', byRate: [{ rate: '21', gross: '12.10', vat: '2.10' }] },
    ];
    await till.ring({ ...mixed, refunded: '12.10', refunds });
    await till.look();
    await till.ring({ ...mixed, refunded: '12.10', refunds, cancelled: true });
    await till.look();
    expect(till.booked.slice(1).map(([, , gross, vat]) => [gross, vat])).toEqual([
      ['-12.10', '-2.10'],
      ['-10.90', '-0.90'],
    ]);
  });

  test('gives its voucher and its tip back where they stand, without VAT', async () => {
    const sold = receipt(noon, { of: ['12.10'], receipt: { vouchersSold: '50.00', tips: '1.00' } });
    const only = receipt(noon, { of: [], receipt: { vouchersSold: '25.00' } });
    const till = await booked([receipt(noon, { of: ['121.00'] }), sold, only], { day: { accounts } });
    await till.ring({ ...only, cancelled: true });
    expect(await till.look()).toEqual({ [day]: 'credited_in_part' });
    expect(lines(till)).toEqual(['0.00 c -25.00']);
    await till.ring({ ...sold, cancelled: true });
    await till.look();
    expect(lines(till)).toEqual(['0.00 a -1.00', '0.00 c -50.00', '0.21 - -12.10']);
    expect(till.booked.slice(1).map(([, , gross, vat]) => [gross, vat])).toEqual([
      ['-25.00', '0.00'],
      ['-63.10', '-2.10'],
    ]);
  });

  test('gives the VAT of a voucher back that had it when it was sold', async () => {
    const sold = receipt(noon, { of: [], receipt: { vouchersSold: '50.00' } });
    const till = await booked([receipt(noon, { of: ['121.00'] }), sold], {
      day: { accounts, vouchers: { rate: '21' } },
    });
    await till.ring({ ...sold, cancelled: true });
    await till.look();
    expect(lines(till)).toEqual(['0.21 c -50.00']);
    expect(till.booked.at(-1)).toMatchObject([expect.anything(), expect.anything(), '-50.00', '-8.68']);
  });

  test('gives back what a voucher paid, where that is a line', async () => {
    const used = receipt(noon, { of: ['30.25'], receipt: { vouchersUsed: '25.00' } });
    const till = await booked([receipt(noon, { of: ['121.00'] }), used], {
      day: { accounts, vouchers: { used: 'line' } },
    });
    await till.ring({ ...used, cancelled: true });
    await till.look();
    expect(lines(till)).toEqual(['0.00 c 25.00', '0.21 - -30.25']);
    expect(till.booked.at(-1)).toMatchObject([expect.anything(), expect.anything(), '-5.25', '-5.25']);
  });

  test('is for a person where it gives nothing back: a return, or an exchange of equal worth', async () => {
    const [back, exchange] = [
      receipt(noon, { of: ['-12.10'] }),
      receipt(noon, { of: ['10.90', ['-10.90', '9']] }),
    ];
    for (const [cancelled, gross] of [
      [back, '121'],
      [exchange, '108.9'],
    ] as const) {
      const till = await booked([receipt(noon, { of: ['121.00'] }), back, exchange]);
      await till.ring({ ...cancelled, cancelled: true });
      const problem = await till.problem(day);
      expect([problem.code, problem.params]).toMatchObject(['order_changed', { gross }]);
    }
  });

  test('is credited beside a return that is cancelled too, which is for a person', async () => {
    const [sale, back] = [receipt(noon, { of: ['24.20'] }), receipt(noon, { of: [['-10.90', '9']] })];
    const till = await booked([receipt(noon, { of: ['121.00'] }), sale, back]);
    await till.ring({ ...sale, cancelled: true }, { ...back, cancelled: true });
    expect((await till.problem(day)).code).toBe('order_changed');
    expect(till.booked.slice(1).map(([, , gross, vat]) => [gross, vat])).toEqual([['-24.20', '-4.20']]);
  });

  test('leaves no trace when the books never saw it', async () => {
    const [one, other] = [receipt(noon), receipt(noon, { receipt: { vouchersSold: '50.00' } })];
    const till = new Till({ refunds: 'credit' }).at('2026-03-02T13:00:00+01:00');
    await till.ring(one, other, { ...other, cancelled: true });
    till.at('2026-03-03T05:00:00+01:00');
    await till.look();
    expect(till.booked.map(([, , gross]) => gross)).toEqual(['12.10']);
  });
});

describe('a refund whose rates the till does not state', () => {
  test.each([
    ['with its parts', [{ gross: '10.90' }]],
    ['as an amount only', undefined],
  ])('is of its receipt’s rates, told %s', async (_how, refunds) => {
    const [one, low, mixed] = bothRates() as [Order, Order, Order];
    const till = await booked([one, low, mixed]);
    await till.ring({ ...low, refunded: '10.90', ...(refunds ? { refunds } : {}) });
    expect(await till.look()).toEqual({ [day]: 'credited_in_part' });
    expect(till.booked.at(-1)).toMatchObject([expect.anything(), expect.anything(), '-10.90', '-0.90']);
  });

  test('is of its receipt’s rates by their worth where it is of a part', async () => {
    const [one, low, mixed] = bothRates() as [Order, Order, Order];
    const till = await booked([one, low, mixed]);
    await till.ring({ ...mixed, refunded: '11.50' });
    await till.look();
    // Half of 12.10 and of 10.90.
    expect(lines(till)).toEqual(['0.09 - -5.45', '0.21 - -6.05']);
    await till.ring({ ...mixed, refunded: '23.00' });
    await till.look();
    expect(till.booked.slice(1).map(([, , gross, vat]) => [gross, vat])).toEqual([
      ['-11.50', '-1.50'],
      ['-11.50', '-1.50'],
    ]);
  });

  test('of a sale of vouchers is of these', async () => {
    const sold = receipt(noon, { of: [], receipt: { vouchersSold: '50.00' } });
    const till = await booked([receipt(noon, { of: ['121.00'] }), sold], { day: { accounts } });
    await till.ring({ ...sold, refunded: '20.00' });
    await till.look();
    expect(lines(till)).toEqual(['0.00 c -20.00']);
  });
});

describe('what is given back meets what came in', () => {
  test('by returns: the day is booked all the same, and the refund credited at its own rates', async () => {
    const refunds = [
      { date: '2026-03-02', gross: '12.10', byRate: [{ rate: '21', gross: '12.10', vat: '2.10' }] },
    ];
    const till = await booked([
      receipt(noon, { of: ['24.20'], refunded: '12.10', refunds }),
      receipt(noon, { of: [['-12.10', '9']] }),
    ]);
    expect(till.booked.map(([, , gross, vat]) => [gross, vat])).toEqual([
      ['12.10', '3.20'],
      ['-12.10', '-2.10'],
    ]);
  });

  test('in a day that comes to nothing, or to less', async () => {
    for (const [back, gross] of [
      ['-12.10', '0.00'],
      ['-24.20', '-12.10'],
    ] as const) {
      const till = await booked([receipt(noon, { of: ['12.10'] }), receipt(noon, { of: [back] })]);
      expect(till.booked.map((each) => each[2])).toEqual([gross]);
    }
  });

  test('of the goods, and a voucher that was sold with them stays sold', async () => {
    const sale = receipt(noon, { of: ['12.10'], receipt: { vouchersSold: '50.00' } });
    const till = await booked([{ ...sale, refunded: '12.10' }], { day: { accounts } });
    expect(till.booked.map(([, , gross, vat]) => [gross, vat])).toEqual([
      ['62.10', '2.10'],
      ['-12.10', '-2.10'],
    ]);
  });

  test('but the rounding of a cash sale does not keep it in the day', async () => {
    const till = new Till().at('2026-03-02T13:00:00+01:00');
    const [up, down] = [
      receipt(noon, { of: ['4.98'], receipt: { rounding: '0.02' }, refunded: '4.98' }),
      receipt(noon, { of: ['7.32'], receipt: { rounding: '-0.02' }, refunded: '7.30' }),
    ];
    expect((await till.ring(up, down)).map(({ reason }) => reason.code)).toEqual(['refunded', 'refunded']);
  });

  test('of what a voucher left to pay, in a document of its own', async () => {
    const settings = { day: { accounts, named: 'apart', vouchers: { used: 'line' } } } as const;
    const till = new Till({ refunds: 'flag', ...settings }).at('2026-03-02T13:00:00+01:00');
    const sale = receipt(noon, { customer: noor, of: ['30.25'], receipt: { vouchersUsed: '25.00' } });
    expect((await till.problem({ ...sale, refunded: '10.00' })).code).toBe('order_refunded');
    expect(till.booked.map(([, , gross]) => gross)).toEqual(['5.25']);
  });
});

describe('refunds of several receipts', () => {
  const stated = (date: string) => ({
    refunded: '12.10',
    refunds: [{ date, gross: '12.10', byRate: [{ rate: '21', gross: '12.10', vat: '2.10' }] }],
  });

  test('are credited as they were heard of, each on its day and once, whatever their receipts are called', async () => {
    const [first, second, third] = [receipt(noon), receipt(noon), receipt(noon)];
    const till = await booked([first, second, third]);
    const asHeard = [
      [third, '2026-03-05'],
      [first, '2026-03-07'],
      [second, '2026-03-06'],
    ] as const;
    till.at('2026-03-08T12:00:00+01:00');
    for (const [each, date] of asHeard) {
      till.now += 60_000;
      await till.ring({ ...each, ...stated(date) });
      await till.look();
    }
    expect(till.booked.slice(1).map(([reference, date]) => [reference, date])).toEqual([
      ['Till 1 2026-03-02-C12.1', '2026-03-05'],
      ['Till 1 2026-03-02-C24.2', '2026-03-07'],
      ['Till 1 2026-03-02-C36.3', '2026-03-06'],
    ]);
    await till.run(day);
    expect(till.booked).toHaveLength(4);
  });

  test('are not credited again when the till comes to state more of one', async () => {
    const sale = receipt(noon, { of: ['24.20'] });
    const till = await booked([receipt(noon, { of: ['121.00'] }), sale]);
    await till.ring({ ...sale, refunded: '12.10' });
    await till.look();
    await till.ring({ ...sale, ...stated('2026-03-05') });
    expect(await till.look()).toEqual({ [day]: 'already_booked' });
    const more = { date: '2026-03-06', gross: '6.05', byRate: [{ rate: '21', gross: '6.05', vat: '1.05' }] };
    await till.ring({ ...sale, refunded: '18.15', refunds: [...stated('2026-03-05').refunds, more] });
    await till.look();
    expect(till.booked.slice(1).map(([, date, gross]) => [date, gross])).toEqual([
      ['2026-03-03', '-12.10'],
      ['2026-03-06', '-6.05'],
    ]);
  });

  test('are of more than a dozen receipts', async () => {
    const receipts = Array.from({ length: 20 }, (_, index) =>
      receipt(noon, { of: [index % 2 === 0 ? '12.10' : ['10.90', '9']] }),
    );
    const till = await booked(receipts);
    for (const each of receipts.toReversed().slice(0, 15)) {
      till.now += 60_000;
      await till.ring({ ...each, cancelled: true });
      await till.look();
    }
    expect(till.booked.slice(1).map(([, , gross, vat]) => [gross, vat])).toEqual(
      Array.from({ length: 15 }, (_, index) => (index % 2 === 0 ? ['-10.90', '-0.90'] : ['-12.10', '-2.10'])),
    );
  });

  test('are taken back only by a person', async () => {
    const sale = receipt(noon, { of: ['24.20'] });
    const till = await booked([receipt(noon, { of: ['121.00'] }), sale]);
    await till.ring({ ...sale, cancelled: true });
    await till.look();
    await till.ring(sale);
    expect((await till.problem(day)).code).toBe('refund_undone');
    expect(till.booked).toHaveLength(2);
  });
});
