/**
 * A day of 400 receipts to the cent, whatever the setting says; the figures are worked out here in whole cents, by nothing of the product.
 */
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../../sandbox/kit/random.ts';
import type { Order } from '../../../../src/records/order.ts';
import { noor } from '../samples.ts';
import { receipt, Till } from './till.ts';

const receiptsADay = 400;
/** From seven in the morning until past eight at night, and once more in the small hours. */
const morning = Date.parse('2026-03-02T07:00:00+01:00');
const night = Date.parse('2026-03-03T00:30:00+01:00');
const [tips, cashRounding, vouchers] = ['a', 'b', 'c'].map(
  (each) => `${each.repeat(8)}-0000-4000-8000-000000000000`,
);
const accounts = { tips, cashRounding, vouchers };

type DaySetting = NonNullable<NonNullable<ConstructorParameters<typeof Till>[0]>['day']>;

interface RungUp {
  readonly order: Order;
  readonly isNamed: boolean;
  readonly isAtNight: boolean;
  /** Cents. */
  readonly turnover: Readonly<Record<'9' | '21', number>>;
  readonly vat: Readonly<Record<'9' | '21', number>>;
  readonly tips: number;
  readonly rounding: number;
  readonly sold: number;
  readonly used: number;
}

function vatWithin(cents: number, rate: number): number {
  return Math.sign(cents) * Math.round((Math.abs(cents) * rate) / (100 + rate));
}

function shown(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Receipts of one to three lines at 9 or 21 %, one in eight a return, one in seven named, most of them paid in cash, some with a voucher that is sold
 * or used; one in ten after midnight.
 */
function busyDay(seed: number): RungUp[] {
  const random = seededRandom(seed);
  const upTo = (most: number) => Math.floor(random() * most);
  return Array.from({ length: receiptsADay }, (_, index) => {
    const sign = upTo(8) === 0 ? -1 : 1;
    const turnover = { 9: 0, 21: 0 };
    const vat = { 9: 0, 21: 0 };
    const of = Array.from({ length: 1 + upTo(3) }, () => {
      const rate = upTo(2) === 0 ? '9' : '21';
      const cents = sign * (1 + upTo(4_999));
      turnover[rate] += cents;
      vat[rate] += vatWithin(cents, Number(rate));
      return [shown(cents), rate] as const;
    });
    const gross = turnover['9'] + turnover['21'];
    const isCash = upTo(4) > 0;
    const rounding = isCash ? Math.round(gross / 5) * 5 - gross : 0;
    const tip = !isCash && sign > 0 ? upTo(300) : 0;
    const sold = upTo(20) === 0 ? 500 * (1 + upTo(10)) : 0;
    const used = sign > 0 && upTo(20) === 0 ? upTo(gross) : 0;
    const isNamed = upTo(7) === 0;
    const isAtNight = index % 10 === 9;
    const at = isAtNight ? night + index * 20_000 : morning + index * 120_000;
    const order = receipt(new Date(at).toISOString(), {
      of,
      ...(isNamed ? { customer: { ...noor, email: `buyer${upTo(20)}@example.com`, id: undefined } } : {}),
      receipt: {
        ...{ rounding: shown(rounding), tips: shown(tip) },
        ...{ vouchersSold: shown(sold), vouchersUsed: shown(used) },
      },
    });
    return { order, isNamed, isAtNight, turnover, vat, tips: tip, rounding, sold, used };
  });
}

/** What documents of these receipts come to, in cents: the VAT of vouchers is worked out once for each of `documents`. */
function figures(documents: readonly (readonly RungUp[])[], { rate, used = 'payment' }: Vouchers) {
  const isLine = used === 'line' || rate !== undefined;
  const total = { gross: 0, 9: 0, 21: 0, tips: 0, rounding: 0, vouchers: 0 };
  for (const receipts of documents) {
    const sum = (of: (each: RungUp) => number) => receipts.reduce((all, each) => all + of(each), 0);
    const [sold, taken] = [sum((each) => each.sold), isLine ? sum((each) => each.used) : 0];
    total.tips += sum((each) => each.tips);
    total.rounding += sum((each) => each.rounding);
    total.vouchers += sold - taken;
    total.gross +=
      sum((each) => each.turnover['9'] + each.turnover['21'] + each.tips + each.rounding) + sold - taken;
    for (const each of ['9', '21'] as const) {
      const ofVouchers = rate === each ? vatWithin(sold, Number(each)) - vatWithin(taken, Number(each)) : 0;
      total[each] += sum(({ vat }) => vat[each]) + ofVouchers;
    }
  }
  return total;
}

interface Vouchers {
  readonly rate?: string;
  readonly used?: 'payment' | 'line';
}

const allVouchers: readonly Vouchers[] = [{}, { used: 'line' }, { rate: '21' }, { rate: '9', used: 'line' }];

/** All documents: gross, VAT. */
function totals({ booked }: Till): readonly [string, string] {
  const cents = (index: 2 | 3) =>
    booked.reduce((sum, each) => sum + Math.round(Number(each[index]) * 100), 0);
  return [shown(cents(2)), shown(cents(3))];
}

/** Every receipt is rung up, and the days are looked at until the morning after the next. */
async function wholeDay(receipts: readonly RungUp[], day: DaySetting): Promise<Till> {
  const till = new Till({ day }).at('2026-03-03T00:30:00+01:00');
  await till.ring(...receipts.filter(({ isAtNight }) => !isAtNight).map(({ order }) => order));
  till.at('2026-03-03T03:00:00+01:00');
  await till.ring(...receipts.filter(({ isAtNight }) => isAtNight).map(({ order }) => order));
  for (const at of ['2026-03-03T05:00:00+01:00', '2026-03-04T05:00:00+01:00']) await till.at(at).look();
  expect(till.lookedAt.size).toBe(0);
  return till;
}

describe.each([1, 2])('400 receipts of day %i', (seed) => {
  const receipts = busyDay(seed);
  const apart = receipts.filter(({ isNamed }) => isNamed).map((each) => [each]);
  const rest = receipts.filter(({ isNamed }) => !isNamed);

  test.each(allVouchers)('become one document, with vouchers as %j', async (setting) => {
    const till = await wholeDay(receipts, { accounts, vouchers: setting });
    const due = figures([receipts], setting);
    expect(till.booked).toEqual([
      ['Till 1 2026-03-02', '2026-03-02', shown(due.gross), shown(due['9'] + due['21'])],
    ]);
    expect(till.books.sent[0]).toMatchObject({ customer_id: till.debtor });
    expect(till.kept.get('totals')).toMatchObject({
      byRate: expect.arrayContaining([
        { rate: '9', vat: shown(due['9']) },
        { rate: '21', vat: shown(due['21']) },
      ]),
    });
    expect(till.on('0', tips)).toBe(shown(due.tips));
    expect(till.on('0', cashRounding)).toBe(shown(due.rounding));
    expect(till.on(setting.rate ?? '0', vouchers)).toBe(shown(due.vouchers));
    // One search, one invoice, and what it came to.
    expect(till.books.calls.length).toBeLessThanOrEqual(4);
  });

  test.each(allVouchers)(
    'become one beside those of named buyers, kept apart, with vouchers as %j',
    async (setting) => {
      const till = await wholeDay(receipts, { named: 'apart', accounts, vouchers: setting });
      const due = figures([rest, ...apart], setting);
      expect(till.booked).toHaveLength(apart.length + 1);
      expect(totals(till)).toEqual([shown(due.gross), shown(due['9'] + due['21'])]);
      const ofDay = figures([rest], setting);
      expect(till.booked.filter(([reference]) => String(reference).startsWith('Till'))).toEqual([
        ['Till 1 2026-03-02', '2026-03-02', shown(ofDay.gross), shown(ofDay['9'] + ofDay['21'])],
      ]);
    },
  );

  test('become two where the day ends at midnight, also after its document was made', async () => {
    const [day, small] = [false, true].map((wanted) => receipts.filter((each) => each.isAtNight === wanted));
    const till = await wholeDay(receipts, { end: '00:00', settleMinutes: 0 });
    const expected = [day ?? [], small ?? []].map((each, index) => {
      const due = figures([each], {});
      const date = `2026-03-0${index + 2}`;
      return [`Till 1 ${date}`, date, shown(due.gross), shown(due['9'] + due['21'])];
    });
    expect(till.booked).toEqual(expected);
  });

  test.each(['next', 'park'] as const)('late ones follow or are left to a person: %s', async (late) => {
    const till = new Till({ day: { late, accounts } }).at('2026-03-03T05:00:00+01:00');
    const [day, small] = [false, true].map((wanted) => receipts.filter((each) => each.isAtNight === wanted));
    await till.ring(...(day ?? []).map(({ order }) => order));
    await till.look();
    for (const { order } of small ?? []) {
      if (late === 'next') await till.run(order);
      else expect((await till.problem(order)).code).toBe('receipt_late');
    }
    await till.at('2026-03-04T05:00:00+01:00').look();
    const expected = (late === 'next' ? [day, small] : [day]).map((each, index) => {
      const due = figures([each ?? []], {});
      const date = `2026-03-0${index + 2}`;
      return [`Till 1 ${date}`, date, shown(due.gross), shown(due['9'] + due['21'])];
    });
    expect(till.booked).toEqual(expected);
  });

  test('given back one by one, all of it is gone, at each rate and on each account', async () => {
    const some = receipts.slice(0, 60);
    const sales = some.filter(({ turnover, sold, tips: tip, rounding }) => {
      const whole = turnover['9'] + turnover['21'] + sold + tip + rounding;
      return whole > 0;
    });
    const till = new Till({ refunds: 'credit', day: { accounts } }).at('2026-03-03T05:00:00+01:00');
    await till.ring(...some.map(({ order }) => order));
    await till.look();
    for (const { order } of sales) {
      till.now += 60_000;
      await till.ring({ ...order, cancelled: true });
      await till.look();
    }
    const left = figures([some.filter((each) => !sales.includes(each))], {});
    expect(totals(till)).toEqual([shown(left.gross), shown(left['9'] + left['21'])]);
    expect(till.booked).toHaveLength(1 + sales.length);
  });
});
