/** Fifty orders of MijnWebwinkel in the books of Jortt: every figure that is expected is worked out here, in cents. */
import { expect, test } from 'vitest';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import { mijnwebwinkel } from '../../../src/connectors/mijnwebwinkel/index.ts';
import { Office } from '../../sandbox/jortt/office.ts';
import { CarriedOrders, madeId } from '../carried-orders.ts';
import { OfficeApi } from '../jortt/office-api.ts';
import { invoiceAddress, listed } from './answers.ts';
import { FakeApi } from './fake-api.ts';

/** Numbers that look like chance and are the same in every run. */
function drawn(seed: number): (below: number) => number {
  let state = seed * 7_919 + 17;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

interface Line {
  readonly type: string;
  readonly quantity: number;
  readonly rate: 9 | 21;
  /** With VAT. */
  readonly cents: number;
}

const euros = (cents: number) => (cents / 100).toFixed(2);
const vatOf = (cents: number, rate: number) => Math.round((cents * rate) / (100 + rate));

function linesOf(seed: number): Line[] {
  const next = drawn(seed);
  const goods = Array.from({ length: 1 + next(4) }, (): Line => {
    const quantity = 1 + next(6);
    return { type: 'article', quantity, rate: next(3) === 0 ? 9 : 21, cents: 200 + next(9_000) };
  });
  const rate = goods[0]?.rate ?? 21;
  const shipping: Line = { type: 'shipping', quantity: 1, rate, cents: 495 };
  const discount: Line = { type: 'discount', quantity: 1, rate, cents: -(50 + next(100)) };
  return [...goods, shipping, ...(next(2) === 0 ? [discount] : [])];
}

/** An order, or a credit order, of these lines. */
function written(number: number, lines: readonly Line[], more: object = {}) {
  const sign = 'credited_order_number' in more ? -1 : 1;
  const rates = [9, 21].filter((rate) => lines.some((line) => line.rate === rate));
  const centsAt = (rate: number) =>
    lines.filter((line) => line.rate === rate).reduce((all, { cents }) => all + cents, 0);
  return {
    ...listed(number),
    currency: 'EUR',
    locale: 'nl_NL',
    payment_status: 'captured',
    debtor: {
      email: `koper${number}@example.nl`,
      address: { invoice: { ...invoiceAddress, name: `Koper ${number}` } },
    },
    price: {
      total: euros(sign * lines.reduce((all, { cents }) => all + cents, 0)),
      tax: rates.map((rate) => ({ rate: `${rate}.00`, amount: euros(sign * vatOf(centsAt(rate), rate)) })),
    },
    orderlines: lines.map(({ type, quantity, rate, cents }, index) => ({
      id: `${number}-${index}`,
      type,
      quantity,
      description: `${type} ${index}`,
      price: {
        rate: `${rate}.00`,
        amount: (cents / (1 + rate / 100) / 100).toFixed(6),
        amount_including_tax: euros(sign * cents),
      },
      articles: type === 'article' ? [{ id: 40 + index, sku: `A-${index}` }] : [],
    })),
    ...more,
  };
}

/** What an invoice comes to, as the office reads it. */
async function figures(office: Office, id: string) {
  const { invoice_total_incl_vat: gross, invoice_total: net } = (await office.readInvoice(
    id,
  )) as unknown as Record<string, { amount: string }>;
  const cents = (amount = '0') => Math.round(Number(amount) * 100);
  return { gross: cents(gross?.amount), vat: cents(gross?.amount) - cents(net?.amount) };
}

test('are booked once, to the cent, with their VAT; a credit order becomes a credit note', async () => {
  const office = await Office.open();
  const orders = new Map<string, object>();
  const shop = new FakeApi({
    'GET /orders/\\d+': ({ path }) => orders.get(path.split('/')[2] ?? ''),
    'GET /orders/\\d+/payments': () => ({ payments: [] }),
  });
  const source = { name: 'shop', connector: mijnwebwinkel, api: shop };
  const target = { name: 'books', connector: jortt, api: new OfficeApi(office) };
  for (let number = 1; number <= 50; number++) {
    const lines = linesOf(number);
    orders.set(String(number), written(number, lines));
    const carried = new CarriedOrders(source, target, { state: 'sent', refunds: 'credit' });
    const done = await carried.run(String(number));
    expect([number, done.kind]).toEqual([number, 'done']);
    const gross = lines.reduce((all, { cents }) => all + cents, 0);
    const vat = [9, 21].reduce(
      (all, rate) =>
        all +
        vatOf(
          lines.filter((line) => line.rate === rate).reduce((sum, { cents }) => sum + cents, 0),
          rate,
        ),
      0,
    );
    expect([number, await figures(office, madeId(done))]).toEqual([number, { gross, vat }]);
    expect(await carried.run(String(number))).toMatchObject({
      kind: 'skipped',
      reason: { code: 'already_booked' },
    });
    if (number % 5 !== 0) continue;

    const back = lines.slice(0, 1);
    const credit = 1_000 + number;
    orders.set(String(credit), written(credit, back, { credited_order_number: number, date: '2026-03-02' }));
    orders.set(String(number), written(number, lines, { credit_order_numbers: [credit] }));
    const credited = await carried.run(String(number));
    const [line] = back;
    expect([number, credited.kind]).toEqual([number, 'done']);
    expect(await figures(office, madeId(credited))).toEqual({
      gross: -(line?.cents ?? 0),
      vat: -vatOf(line?.cents ?? 0, line?.rate ?? 21),
    });
    expect(await carried.run(String(number))).toMatchObject({ kind: 'skipped' });
  }
});
