/** What the flow's other settings are to a day, and what becomes of a day when the setting is changed. */
import { describe, expect, test } from 'vitest';
import { ordersSettings } from '../../../../src/flows/orders/settings.ts';
import { noor } from '../samples.ts';
import { receipt, Till } from './till.ts';

const day = 'day:2026-03-02:Till 1';
const noon = '2026-03-02T12:00:00+01:00';
const [tips, vouchers] = ['a', 'c'].map((each) => `${each.repeat(8)}-0000-4000-8000-000000000000`);

type Settings = ConstructorParameters<typeof Till>[0];

async function booked(settings: Settings, ...receipts: ReturnType<typeof receipt>[]) {
  const till = new Till(settings).at('2026-03-03T05:00:00+01:00');
  await till.ring(...receipts);
  return { till, told: await till.look() };
}

/** From now on the flow is set so. */
function set(till: Till, change: Settings): void {
  till.settings = ordersSettings.parse({ ...till.settings, ...change });
}

describe('settings of single sales and parcels', () => {
  test.each<[string, Settings]>([
    ['ways of sending', { shipping: { methods: { map: { DHL: '1' } } } }],
    ['means of payment', { paymentMethods: { map: { iDEAL: '1' } }, paymentTerms: { map: { iDEAL: '14' } } }],
    ['sales abroad', { vat: { oss: 'park' } }],
    ['sales abroad, from a till that does not say where it stands', { vat: { oss: 'park' } }],
  ])('have no say: %s', async (what, settings) => {
    const till = new Till(settings).at('2026-03-03T05:00:00+01:00');
    if (what.includes('where it stands')) till.shopCountry = undefined;
    await till.ring(receipt(noon), receipt(noon, { receipt: { payments: [] } }));
    expect(await till.look()).toEqual({ [day]: 'booked' });
  });

  test('a buyer from abroad buys where the till stands', async () => {
    const customer = { ...noor, address: { ...noor.address, country: 'DE' } };
    const { till, told } = await booked({ vat: { oss: 'park' } }, receipt(noon, { customer }));
    expect(told).toEqual({ [day]: 'booked' });
    expect(till.booked.map(([, , gross, vat]) => [gross, vat])).toEqual([['12.10', '2.10']]);
  });

  test('a day whose VAT comes to nothing needs no reason: each of its receipts had one', async () => {
    const { till, told } = await booked(
      {},
      receipt(noon, { of: [['109.00', '9']] }),
      receipt(noon, { of: ['-51.86'] }),
    );
    expect(told).toEqual({ [day]: 'booked' });
    expect(till.booked.map(([, , gross, vat]) => [gross, vat])).toEqual([['57.14', '0.00']]);
  });
});

describe('a day that is booked', () => {
  const sold = () => receipt(noon, { of: ['24.20'], receipt: { vouchersSold: '50.00', tips: '1.00' } });
  const accounts = { tips, vouchers };

  test.each<[string, Settings]>([
    ['taken out', { day: undefined }],
    ['about vouchers and accounts another one', { day: { end: '04:00', vouchers: { rate: '9' } } }],
    ['about its end another one', { day: { end: '00:00', accounts, vouchers: { rate: '21' } } }],
  ])('is credited as it was made when the setting is %s', async (_what, change) => {
    const sale = sold();
    const setting = { accounts, vouchers: { rate: '21' } } as const;
    const { till } = await booked({ refunds: 'credit', day: setting }, sale, receipt(noon));
    set(till, change);
    till.asked = true;
    expect((await till.run(day)).reason.code).toBe('already_booked');
    till.asked = false;
    await till.ring({ ...sale, cancelled: true });
    expect(await till.look()).toEqual({ [day]: 'credited_in_part' });
    // 24.20 and 50.00 at 21 %, a tip without VAT.
    expect(till.booked.map(([, , gross, vat]) => [gross, vat])).toEqual([
      ['87.30', '14.98'],
      ['-75.20', '-12.88'],
    ]);
    expect([till.on('21'), till.on('21', vouchers), till.on('0', tips)]).toEqual([
      '-24.20',
      '-50.00',
      '-1.00',
    ]);
  });

  test('has its receipts when the setting is taken out, and put back', async () => {
    const sale = sold();
    const { till } = await booked({}, sale);
    set(till, { day: undefined });
    const apart = receipt(noon, { customer: noor });
    expect((await till.ring(sale, apart)).map(({ reason }) => reason.code)).toEqual(['in_day', 'booked']);
    set(till, { day: { end: '04:00' } });
    expect((await till.ring(sale, apart)).map(({ reason }) => reason.code)).toEqual([
      'in_day',
      'already_booked',
    ]);
    expect(till.booked.map(([, , gross]) => gross)).toEqual(['75.20', '12.10']);
  });

  test('is made by the settings of the moment where it was refused before', async () => {
    const till = new Till({ day: { vouchers: { rate: '21' } } }).at('2026-03-03T05:00:00+01:00');
    await till.ring(sold());
    set(till, { customer: { defaultDebtor: { id: till.debtor } }, vat: { byRate: { map: { 21: '21' } } } });
    expect(Object.keys(await till.look())).toEqual([day]);
    expect(till.booked).toEqual([]);
    set(till, { vat: {}, day: { end: '04:00' } });
    await till.run(day);
    expect(till.booked.map(([, , gross, vat]) => [gross, vat])).toEqual([['75.20', '4.20']]);
  });
});

describe('the end of the day is set to another hour', () => {
  test.each(['next', 'park'] as const)('while days are open: each receipt is in one, %s', async (late) => {
    const till = new Till({ day: { end: '00:00', late } }).at('2026-03-03T01:00:00+01:00');
    const night = receipt('2026-03-02T23:00:00+01:00');
    const small = receipt('2026-03-03T00:30:00+01:00', { of: ['24.20'] });
    await till.ring(night, small);
    expect(await till.look()).toEqual({ [day]: 'booked', 'day:2026-03-03:Till 1': 'wait open' });
    set(till, { day: { end: '04:00', late } });
    till.at('2026-03-03T02:00:00+01:00');
    // Of the day that has its document, and not late: it was rung up just now.
    await till.ring(night, small, receipt('2026-03-03T01:59:00+01:00', { of: ['36.30'] }));
    till.at('2026-03-04T05:00:00+01:00');
    await till.look();
    expect(till.booked.map(([reference, , gross]) => [reference, gross])).toEqual([
      ['Till 1 2026-03-02', '12.10'],
      ['Till 1 2026-03-03', '60.50'],
    ]);
  });

  test('to an earlier one: what is in a day stays there', async () => {
    const till = new Till().at('2026-03-03T01:00:00+01:00');
    const small = receipt('2026-03-03T00:30:00+01:00');
    await till.ring(small);
    set(till, { day: { end: '00:00' } });
    await till.ring(small, receipt('2026-03-03T00:50:00+01:00', { of: ['24.20'] }));
    till.at('2026-03-04T05:00:00+01:00');
    await till.look();
    expect(till.booked.map(([reference, , gross]) => [reference, gross])).toEqual([
      ['Till 1 2026-03-02', '12.10'],
      ['Till 1 2026-03-03', '24.20'],
    ]);
  });
});

test('a day has 23 hours where the clock is put forward, also over its own end', async () => {
  for (const [end, first, last] of [
    ['04:00', '2026-03-28T04:00:00+01:00', '2026-03-29T03:59:59+02:00'],
    ['02:30', '2026-03-28T02:30:00+01:00', '2026-03-29T01:59:59+01:00'],
  ] as const) {
    const till = new Till({ day: { end } }).at('2026-03-31T05:00:00+02:00');
    const next = end === '04:00' ? '2026-03-29T04:00:00+02:00' : '2026-03-29T03:00:00+02:00';
    await till.ring(receipt(first), receipt(last, { of: ['24.20'] }), receipt(next, { of: ['36.30'] }));
    await till.look();
    expect(till.booked.map(([reference, , gross]) => [reference, gross])).toEqual([
      ['Till 1 2026-03-28', '36.30'],
      ['Till 1 2026-03-29', '36.30'],
    ]);
  }
});
