/** Cases T1 to T4 of tills: which day a receipt belongs to, and what a day's document says. */
import { describe, expect, test } from 'vitest';
import { order } from '../samples.ts';
import { receipt, Till } from './till.ts';

const [tips, rounding, vouchers] = ['a', 'b', 'c'].map(
  (each) => `${each.repeat(8)}-0000-4000-8000-000000000000`,
);
const accounts = { tips, cashRounding: rounding, vouchers };

describe('the day of a receipt', () => {
  const night = () => [
    receipt('2026-12-31T23:50:00+01:00', { of: ['12.10'] }),
    receipt('2027-01-01T01:30:00+01:00', { of: ['24.20'] }),
    receipt('2027-01-01T04:30:00+01:00', { of: ['36.30'] }),
  ];

  test('ends when the merchant ends it', async () => {
    const till = new Till().at('2027-01-01T05:00:00+01:00');
    await till.ring(...night());
    expect(await till.look()).toEqual({
      'day:2026-12-31:Till 1': 'booked',
      'day:2027-01-01:Till 1': 'wait open',
    });
    till.at('2027-01-02T04:30:00+01:00');
    await till.look();
    expect(till.booked).toEqual([
      ['Till 1 2026-12-31', '2026-12-31', '36.30', '6.30'],
      ['Till 1 2027-01-01', '2027-01-01', '36.30', '6.30'],
    ]);
  });

  test('is the day on the wall without that setting', async () => {
    const till = new Till({ day: { end: undefined } }).at('2027-01-02T00:30:00+01:00');
    await till.ring(...night());
    await till.look();
    expect(till.booked).toEqual([
      ['Till 1 2026-12-31', '2026-12-31', '12.10', '2.10'],
      ['Till 1 2027-01-01', '2027-01-01', '60.50', '10.50'],
    ]);
  });

  test('has 25 hours where the clock is put back', async () => {
    const till = new Till().at('2026-10-26T05:00:00+01:00');
    await till.ring(
      receipt('2026-10-24T04:00:00+02:00'),
      receipt('2026-10-25T02:30:00+02:00'),
      receipt('2026-10-25T02:30:00+01:00'),
      receipt('2026-10-25T03:59:00+01:00'),
    );
    await till.look();
    expect(till.booked).toEqual([['Till 1 2026-10-24', '2026-10-24', '48.40', '8.40']]);
  });

  test('is made for each till by itself', async () => {
    const till = new Till().at('2026-03-03T05:00:00+01:00');
    await till.ring(
      receipt('2026-03-02T10:00:00+01:00', { of: ['12.10'] }),
      receipt('2026-03-02T11:00:00+01:00', { of: ['24.20'], receipt: { till: 'Till 2' } }),
    );
    await till.look();
    expect(till.booked).toEqual([
      ['Till 1 2026-03-02', '2026-03-02', '12.10', '2.10'],
      ['Till 2 2026-03-02', '2026-03-02', '24.20', '4.20'],
    ]);
  });

  test('is made for what was rung up since the flow went live', async () => {
    const till = new Till().at('2026-03-03T05:00:00+01:00');
    till.liveFrom = '2026-03-02T11:00:00.000Z';
    const [before] = await till.ring(
      receipt('2026-03-02T11:59:00+01:00', { of: ['60.50'] }),
      receipt('2026-03-02T12:00:00+01:00', { of: ['12.10'] }),
    );
    expect(before?.reason.code).toBe('placed_before');
    await till.look();
    expect(till.booked).toEqual([['Till 1 2026-03-02', '2026-03-02', '12.10', '2.10']]);
  });
});

describe('the VAT of a day', () => {
  const small = () => receipt('2026-03-02T10:00:00+01:00', { of: [['1.60', '9']] });

  test('is that of its receipts, and not worked out of its total', async () => {
    const till = new Till().at('2026-03-03T05:00:00+01:00');
    await till.ring(...Array.from({ length: 120 }, small));
    await till.look();
    expect(till.booked).toEqual([['Till 1 2026-03-02', '2026-03-02', '192.00', '15.60']]);
  });

  test('is not that of a receipt that does not add up: that one is for a person', async () => {
    const till = new Till().at('2026-03-03T05:00:00+01:00');
    const vat = { vat: '0.22', vatByRate: [{ rate: '9', vat: '0.22' }] };
    const wrong = [
      receipt('2026-03-02T10:00:00+01:00', { of: [['1.60', '9']], ...vat }),
      receipt('2026-03-02T10:00:00+01:00', { gross: '12.20' }),
      receipt('2026-03-02T10:00:00+01:00', { lines: [], gross: '12.10', vat: '2.10' }),
    ];
    for (const each of wrong) expect((await till.problem(each)).code).toBe('receipt_differs');
    expect(till.lookedAt).toEqual(new Set());
  });

  test('may be half a cent off for each part of a receipt, and is parked beyond that', async () => {
    const till = new Till().at('2026-03-03T05:00:00+01:00');
    const off = { vat: '0.17', vatByRate: [{ rate: '9', vat: '0.17' }] };
    const wrong = () => receipt('2026-03-02T10:00:00+01:00', { of: [['1.60', '9']], ...off });
    // Each is within the tolerance of a single sale; all of them together are four cents a piece off.
    await till.ring(...Array.from({ length: 120 }, wrong));
    expect(await till.look()).toEqual({ 'day:2026-03-02:Till 1': 'totals_differ' });
    expect(till.booked).toEqual([]);
  });

  test('of prices without VAT is added to them', async () => {
    const till = new Till().at('2026-03-03T05:00:00+01:00');
    const net = () => receipt('2026-03-02T10:00:00+01:00', { of: ['10.00'], pricesIncludeVat: false });
    await till.ring(net(), net(), receipt('2026-03-02T11:00:00+01:00', { of: [['10.90', '9']] }));
    await till.look();
    expect(till.booked).toEqual([['Till 1 2026-03-02', '2026-03-02', '35.10', '5.10']]);
  });
});

describe('what a till takes in beside the turnover', () => {
  const at = '2026-03-02T10:00:00+01:00';

  test('stands on accounts of its own, without VAT', async () => {
    const till = new Till({ day: { end: '04:00', accounts } }).at('2026-03-03T05:00:00+01:00');
    const cash = (amount: string) => [{ method: 'cash', amount }];
    await till.ring(
      receipt(at, { of: ['4.98'], receipt: { rounding: '0.02', payments: cash('5.00') } }),
      receipt(at, { of: ['7.32'], receipt: { rounding: '-0.02', payments: cash('7.30') } }),
      receipt(at, {
        of: ['12.10'],
        receipt: { tips: '2.00', payments: [{ method: 'card', amount: '14.10' }] },
      }),
    );
    await till.look();
    expect(till.booked).toEqual([['Till 1 2026-03-02', '2026-03-02', '26.40', '4.23']]);
    expect([till.on('21'), till.on('0', tips), till.on('0', rounding)]).toEqual(['24.40', '2.00', '0.00']);
    expect((till.kept.get('source') as { note: string }).note).toBe('3 receipts: cash 12.30, card 14.10');
  });

  test('is no turnover of a single receipt either', async () => {
    const till = new Till({ lines: 'summary', day: { accounts, named: 'apart' } });
    const customer = { ...order().customer };
    await till.run(receipt(at, { customer, receipt: { tips: '2.00', rounding: '-0.01' } }));
    expect(till.booked).toEqual([[expect.stringMatching(/^R/), '2026-03-02', '14.09', '2.10']]);
    expect([till.on('21'), till.on('0', tips), till.on('0', rounding)]).toEqual(['12.10', '2.00', '-0.01']);
  });

  const voucherDay = () => [
    receipt(at, {
      of: [],
      receipt: { vouchersSold: '50.00', payments: [{ method: 'cash', amount: '50.00' }] },
    }),
    receipt(at, {
      of: ['30.25'],
      receipt: { vouchersUsed: '25.00', payments: [{ method: 'cash', amount: '5.25' }] },
    }),
  ];

  test('a voucher is no turnover when it is sold, and a means of payment when it is used', async () => {
    const till = new Till({ day: { accounts } }).at('2026-03-03T05:00:00+01:00');
    await till.ring(...voucherDay());
    await till.look();
    expect(till.booked).toEqual([['Till 1 2026-03-02', '2026-03-02', '80.25', '5.25']]);
    expect([till.on('21'), till.on('0', vouchers)]).toEqual(['30.25', '50.00']);
    expect((till.kept.get('source') as { note: string }).note).toBe('2 receipts: cash 55.25, vouchers 25.00');
  });

  test('a voucher that is used may be a line of its own', async () => {
    const till = new Till({ day: { accounts, vouchers: { used: 'line' } } }).at('2026-03-03T05:00:00+01:00');
    await till.ring(...voucherDay());
    await till.look();
    expect(till.booked).toEqual([['Till 1 2026-03-02', '2026-03-02', '55.25', '5.25']]);
    expect([till.on('21'), till.on('0', vouchers)]).toEqual(['30.25', '25.00']);
  });

  test('a voucher for one rate has its VAT when it is sold, and none when it is used', async () => {
    const till = new Till({ day: { accounts, vouchers: { rate: '21' } } }).at('2026-03-03T05:00:00+01:00');
    await till.ring(...voucherDay());
    await till.look();
    // 30.25 of goods, 50.00 sold, 25.00 of it used: 5.25 + 8.68 − 4.34.
    expect(till.booked).toEqual([['Till 1 2026-03-02', '2026-03-02', '55.25', '9.59']]);
    expect([till.on('21', vouchers)]).toEqual(['25.00']);
  });

  test('a day on which nothing but vouchers was sold needs no reason to have no VAT', async () => {
    const till = new Till({ day: { accounts } }).at('2026-03-03T05:00:00+01:00');
    await till.ring(...voucherDay().slice(0, 1));
    await till.look();
    expect(till.booked).toEqual([['Till 1 2026-03-02', '2026-03-02', '50.00', '0.00']]);
  });
});
