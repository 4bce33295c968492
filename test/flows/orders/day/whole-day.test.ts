/** A day of 400 receipts to the cent; the figures are worked out here in whole cents, by nothing of the product. */
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../../sandbox/kit/random.ts';
import type { Order } from '../../../../src/records/order.ts';
import { noor } from '../samples.ts';
import { receipt, Till } from './till.ts';

const receiptsADay = 400;
const day = '2026-03-02T07:00:00+01:00';

interface Figures {
  gross: number;
  vat: Record<'9' | '21', number>;
  tips: number;
  rounding: number;
}

function vatWithin(cents: number, rate: number): number {
  return Math.sign(cents) * Math.round((Math.abs(cents) * rate) / (100 + rate));
}

function shown(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Receipts of one to three lines at 9 or 21 %, one in eight a return, one in seven named, most of them paid in cash. */
function busyDay(seed: number) {
  const random = seededRandom(seed);
  const upTo = (most: number) => Math.floor(random() * most);
  const total: Figures = { gross: 0, vat: { 9: 0, 21: 0 }, tips: 0, rounding: 0 };
  const receipts: Order[] = [];
  let named = 0;
  for (let index = 0; index < receiptsADay; index++) {
    const sign = upTo(8) === 0 ? -1 : 1;
    let gross = 0;
    const of = Array.from({ length: 1 + upTo(3) }, () => {
      const rate = upTo(2) === 0 ? '9' : '21';
      const cents = sign * (1 + upTo(4_999));
      gross += cents;
      total.vat[rate] += vatWithin(cents, Number(rate));
      return [shown(cents), rate] as const;
    });
    const isCash = upTo(4) > 0;
    const rounding = isCash ? Math.round(gross / 5) * 5 - gross : 0;
    const tips = !isCash && sign > 0 ? upTo(300) : 0;
    const isNamed = upTo(7) === 0;
    if (isNamed) named++;
    total.gross += gross;
    total.rounding += rounding;
    total.tips += tips;
    receipts.push(
      receipt(new Date(Date.parse(day) + index * 120_000).toISOString(), {
        of,
        ...(isNamed ? { customer: { ...noor, email: `buyer${upTo(20)}@example.com`, id: undefined } } : {}),
        receipt: { rounding: shown(rounding), tips: shown(tips) },
      }),
    );
  }
  return { receipts, total, named };
}

describe.each([1, 2, 3])('400 receipts of day %i', (seed) => {
  test('become one document', async () => {
    const { receipts, total } = busyDay(seed);
    const till = new Till().at('2026-03-03T05:00:00+01:00');
    await till.ring(...receipts);
    expect(await till.look()).toEqual({ 'day:2026-03-02:Till 1': 'booked' });
    const vat = total.vat['9'] + total.vat['21'];
    const gross = total.gross + total.tips + total.rounding;
    expect(till.booked).toEqual([['Till 1 2026-03-02', '2026-03-02', shown(gross), shown(vat)]]);
    expect(till.books.sent[0]).toMatchObject({ customer_id: till.debtor });
    expect(till.kept.get('totals')).toMatchObject({
      byRate: expect.arrayContaining([
        { rate: '9', vat: shown(total.vat['9']) },
        { rate: '21', vat: shown(total.vat['21']) },
      ]),
    });
    // One search, one invoice, and what it came to.
    expect(till.books.calls.length).toBeLessThanOrEqual(4);
  });

  test('become one document beside those of named buyers, where these are kept apart', async () => {
    const { receipts, total, named } = busyDay(seed);
    const till = new Till({ day: { named: 'apart' } }).at('2026-03-03T05:00:00+01:00');
    await till.ring(...receipts);
    await till.look();
    expect(till.booked).toHaveLength(named + 1);
    const cents = (index: 2 | 3) =>
      till.booked.reduce((sum, each) => sum + Math.round(Number(each[index]) * 100), 0);
    expect(cents(2)).toBe(total.gross + total.tips + total.rounding);
    expect(cents(3)).toBe(total.vat['9'] + total.vat['21']);
  });
});
