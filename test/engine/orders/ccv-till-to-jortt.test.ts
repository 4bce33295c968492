/** A day of a CCV till, played by its stand-in, in the books of Jortt. Every figure that is expected is worked out here, in cents. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { cash, pin } from '../../../sandbox/ccv/shop-info/paymethods.ts';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const timeoutMs = 300_000;
const receipts = 400;
/** The clock begins at 13:00 of this day in Amsterdam. */
const today = '2026-03-02';

const amount = z.object({ amount: z.string() });
const books = z.object({
  invoices: z.array(
    z.object({
      reference: z.string(),
      invoice_date: z.string(),
      invoice_total_incl_vat: amount,
      vatByRate: z.record(z.string(), z.string()),
    }),
  ),
});
const made = z.object({ id: z.string() });

const euros = (cents: number) => (cents / 100).toFixed(2);
const centsOf = (text: string) => Math.round(Number(text) * 100);
/** Within an amount; of what comes back below zero. */
const vatIn = (cents: number, rate: number) =>
  Math.sign(cents) * Math.round((Math.abs(cents) * rate) / (100 + rate));

interface Sums {
  /** What was paid, or would have been without vouchers. */
  total: number;
  readonly vat: Record<9 | 21, number>;
}

/** A sale in the words of the stand-in; what it comes to is added up. */
function sale(index: number, sums: Sums): object {
  const isReturn = index % 17 === 5;
  const count = (1 + (index % 3)) * (isReturn ? -1 : 1);
  const [high, low] = [199 + ((index * 37) % 4_000), 95 + ((index * 53) % 900)];
  const rows = [
    { cents: high * count, rate: 21 as const },
    ...(index % 2 === 0 ? [{ cents: low, rate: 9 as const }] : []),
  ];
  const turnover = rows.reduce((sum, { cents }) => sum + cents, 0);
  for (const { cents, rate } of rows) sums.vat[rate] += vatIn(cents, rate);
  const isCash = index % 3 === 0;
  const tip = !isCash && !isReturn && index % 20 === 1 ? 200 : 0;
  const sold = index % 40 === 7 ? 5_000 : 0;
  const used = !isReturn && index % 50 === 9 ? 100 : 0;
  const paid = turnover + tip + sold - used;
  const rounding = isCash ? Math.round(paid / 5) * 5 - paid : 0;
  sums.total += turnover + tip + sold + rounding;
  return {
    till: true,
    buyer:
      index % 25 === 3
        ? {
            name: 'Sanne Bakker',
            email: 'sanne@example.com',
            street: '',
            zipcode: '',
            city: '',
            account: false,
          }
        : null,
    lines: [
      { name: 'Mok', price: euros(high), quantity: String(count), rate: '21' },
      ...(index % 2 === 0 ? [{ name: 'Thee', price: euros(low), rate: '9' }] : []),
      ...(sold > 0 ? [{ sku: 'BON', name: 'Cadeaubon', price: euros(sold), vat: 'none', rate: '0' }] : []),
    ],
    paymethod: (isCash ? cash : pin).id,
    status: 7,
    tip: tip > 0 ? euros(tip) : null,
    voucher: used > 0 ? euros(used) : null,
    rounding: rounding === 0 ? null : euros(rounding),
  };
}

/** A till of CCV and the books of Jortt. */
async function counter(settings: object): Promise<PlayedSystems> {
  const played = new PlayedSystems(hosts);
  played.sandbox.systems.ccv.change({ salespos: true });
  const customer = { is_private: true, customer_name: 'Counter sales', email: 'counter@example.com' };
  const { id } = made.parse(await played.control('jortt', 'POST', '/customers', customer));
  await played.configured({
    name: 'Counter',
    connections: {
      till: {
        connector: 'ccv',
        credentials: { ...credentials.ccv, tips: 'FOOI', vouchers: 'BON', rounding: 'AFRONDING' },
      },
      books: { connector: 'jortt', credentials: credentials.jortt },
    },
    flows: [
      {
        ...{ flow: 'orders', from: 'till', to: 'books', every: '30m' },
        settings: { state: 'sent', customer: { defaultDebtor: { id } }, ...settings },
      },
    ],
  });
  await played.live(minuteMs);
  return played;
}

test(
  'four hundred receipts become one document, with the total and the VAT of the day to the cent',
  async () => {
    const played = await counter({ day: { end: '04:00' } });
    const sums: Sums = { total: 0, vat: { 9: 0, 21: 0 } };
    for (let index = 0; index < receipts; index++) {
      await played.control('ccv', 'POST', '/sales', sale(index, sums));
      if (index % 100 === 99) await played.live(hourMs);
    }
    await played.live(18 * hourMs);
    expect(
      played.tasks().flatMap(({ key, state, problem }) => (state === 'parked' ? [[key, problem]] : [])),
    ).toEqual([]);
    const { invoices } = books.parse(played.sandbox.standIn('jortt')?.state());
    expect(invoices).toHaveLength(1);
    const [day] = invoices;
    expect(day?.invoice_date).toBe(today);
    expect(centsOf(day?.invoice_total_incl_vat.amount ?? '')).toBe(sums.total);
    const rates = Object.entries(day?.vatByRate ?? {}).map(([rate, vat]) => [
      Number(rate) * 100,
      centsOf(vat),
    ]);
    expect(Object.fromEntries(rates.filter(([, vat]) => vat !== 0))).toEqual({
      9: sums.vat[9],
      21: sums.vat[21],
    });
  },
  timeoutMs,
);

/** By their indexes, none of them a return: a tip, coins that were rounded, a voucher that was sold, one that was used, and a buyer with a name who pays in cash. */
const ofEachKind = [1, 3, 7, 9, 78];

test.each([
  ['without days', {}, ofEachKind.length],
  [
    'of two buyers with a name, apart from the day of the others',
    { day: { end: '04:00', named: 'apart' } },
    3,
  ],
])(
  'sales %s have documents of their own, of just what the register of orders says that they came to',
  async (_, settings, count) => {
    const played = await counter(settings);
    const sums: Sums = { total: 0, vat: { 9: 0, 21: 0 } };
    for (const index of ofEachKind) await played.control('ccv', 'POST', '/sales', sale(index, sums));
    await played.live(18 * hourMs);
    const { invoices } = books.parse(played.sandbox.standIn('jortt')?.state());
    const booked = invoices.map(({ invoice_total_incl_vat: { amount: each } }) => centsOf(each));
    expect(booked).toHaveLength(count);
    expect(booked.reduce((all, each) => all + each, 0)).toBe(sums.total);
    const { insights, orders } = played.integration.reports;
    expect(insights.apart({ month: today.slice(0, 7) }, undefined, 99).items).toEqual([]);
    const { items } = orders.list({ state: 'booked' }, 99);
    expect(items).toHaveLength(count);
    for (const { flow, key } of items) {
      const { checks } = await orders.order(flow, key);
      const unequal = checks.filter(({ expected, actual }) => centsOf(expected) !== centsOf(actual ?? ''));
      expect([checks.length > 2, unequal]).toEqual([true, []]);
    }
  },
);
