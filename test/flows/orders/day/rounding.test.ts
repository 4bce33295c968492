/** A till rounds what each receipt comes to: a day of any number of them comes to what they come to, and no further. */
import { describe, expect, test } from 'vitest';
import { line } from '../samples.ts';
import { receipt, Till } from './till.ts';

const day = 'day:2026-03-02:Till 1';
const noon = '2026-03-02T12:00:00+01:00';

/** What the day of so many such receipts becomes. */
async function booked(count: number, fields: () => Parameters<typeof receipt>[1]) {
  const till = new Till().at('2026-03-03T05:00:00+01:00');
  await till.ring(...Array.from({ length: count }, () => receipt(noon, fields())));
  const told = await till.look();
  return { told: told[day], booked: till.booked.map(([, , gross, vat]) => [gross, vat]) };
}

const kilos = (quantity: string, unitPrice: string, vatRate = '9') =>
  line({ name: 'Cheese', quantity, unitPrice, vatRate });
const vat = (amount: string, rate = '9') => ({ vat: amount, vatByRate: [{ rate, vat: amount }] });

describe('goods that are weighed', () => {
  test('come to whole cents, each by itself', async () => {
    // 0.333 kg at 2.99 is 0.99567.
    const { told, booked: documents } = await booked(400, () => ({
      lines: [kilos('0.333', '2.99')],
      gross: '1.00',
      ...vat('0.08'),
    }));
    expect([told, documents]).toEqual(['booked', [['400.00', '32.00']]]);
  });

  test('come to whole cents as a receipt', async () => {
    // 0.99567 and 0.995: a cent less together than rounded one by one.
    const lines = () => [kilos('0.333', '2.99'), kilos('0.5', '1.99')];
    const { told, booked: documents } = await booked(120, () => ({
      lines: lines(),
      gross: '1.99',
      ...vat('0.16'),
    }));
    expect([told, documents]).toEqual(['booked', [['238.80', '19.20']]]);
  });

  test('are told apart from a total that is wrong', async () => {
    const till = new Till().at('2026-03-03T05:00:00+01:00');
    const wrong = receipt(noon, { lines: [kilos('0.333', '2.99')], gross: '1.07', ...vat('0.08') });
    expect((await till.problem(wrong)).code).toBe('receipt_differs');
  });

  test('are many on one receipt', async () => {
    const { told, booked: documents } = await booked(10, () => ({
      lines: Array.from({ length: 40 }, () => kilos('0.333', '2.99')),
      gross: '40.00',
      ...vat('3.30'),
    }));
    expect([told, documents]).toEqual(['booked', [['400.00', '33.00']]]);
  });
});

test('prices without VAT may be rounded line by line, with it', async () => {
  // With VAT 1.1979, 1.452 and 0.5687: 1.20, 1.45 and 0.57; the VAT is stated of all together, 0.5586.
  const { told, booked: documents } = await booked(200, () => ({
    pricesIncludeVat: false,
    lines: [
      line({ quantity: '1', unitPrice: '0.99' }),
      line({ quantity: '1', unitPrice: '1.20' }),
      line({ quantity: '1', unitPrice: '0.47' }),
    ],
    gross: '3.22',
    ...vat('0.56', '21'),
  }));
  expect([told, documents]).toEqual(['booked', [['644.00', '112.00']]]);
});

test('whole cents have nothing to be rounded: what is off is parked where it comes to more than the tolerance', async () => {
  const { told, booked: documents } = await booked(20, () => ({ of: ['12.10'], gross: '12.11' }));
  expect([told, documents]).toEqual(['totals_differ', []]);
});
