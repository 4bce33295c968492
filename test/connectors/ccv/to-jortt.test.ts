/** Orders of CCV, and receipts of its till, in the books of Jortt: every figure that is expected is worked out here, in cents. */
import { expect, test } from 'vitest';
import { ccv } from '../../../src/connectors/ccv/index.ts';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import { Office } from '../../sandbox/jortt/office.ts';
import { CarriedOrders, madeId } from '../carried-orders.ts';
import { OfficeApi } from '../jortt/office-api.ts';
import { orderAnswer } from './answers.ts';
import { FakeApi, paged } from './fake-api.ts';

/** Numbers that look like chance and are the same in every run. */
function drawn(seed: number): (below: number) => number {
  let state = seed * 7_919 + 17;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

interface Row {
  readonly count: number;
  readonly rate: 9 | 21;
  /** Of one piece, with VAT. */
  readonly cents: number;
}

interface Sale {
  readonly rows: readonly Row[];
  readonly shipping: number;
  /** Of all that is charged. */
  readonly off: number;
}

const euros = (cents: number) => cents / 100;
const vatOf = (cents: number, rate: number) => Math.round((cents * rate) / (100 + rate));
const centsOf = ({ count, cents }: Row) => count * cents;

/** Discounts are of sales at one rate: how they are shared is not of this test. */
function saleOf(seed: number): Sale {
  const next = drawn(seed);
  const hasOff = next(3) === 0;
  const rows = Array.from({ length: 1 + next(4) }, (): Row => {
    const rate = hasOff || next(3) > 0 ? 21 : 9;
    return { count: 1 + next(6), rate, cents: 200 + next(9_000) };
  });
  return { rows, shipping: next(2) * 495, off: hasOff ? 50 + next(100) : 0 };
}

/** What is at a rate: shipping at the high one. */
function centsAt({ rows, shipping, off }: Sale, rate: number): number {
  const goods = rows.filter((row) => row.rate === rate).reduce((all, row) => all + centsOf(row), 0);
  return goods + (rate === 21 ? shipping - off : 0);
}

function figuresOf(sale: Sale) {
  const gross = centsAt(sale, 9) + centsAt(sale, 21);
  return { gross, vat: vatOf(centsAt(sale, 9), 9) + vatOf(centsAt(sale, 21), 21) };
}

function written(id: number, sale: Sale, more: object = {}) {
  const { gross, vat } = figuresOf(sale);
  return {
    ...orderAnswer,
    ...{
      id,
      ordernumber: id,
      ordernumber_full: `M-${id}`,
      paymethod_costs: 0,
      shipping_taxes_included: true,
    },
    ...{ total_shipping: euros(sale.shipping), total_discounts: euros(sale.off), total_orderrow_price: 0 },
    ...{ total_price: euros(gross), total_tax: euros(vat) },
    customer: { ...orderAnswer.customer, email: `koper${id}@example.nl` },
    ...more,
  };
}

function rowsOf({ rows }: Sale) {
  return rows.map((row, index) => ({
    ...{ id: index + 1, product_name: `Artikel ${index}`, product_number: `A-${index}`, count: row.count },
    ...{
      price_with_attributes: euros(row.cents),
      total_price_with_attributes: euros(centsOf(row)),
      tax: row.rate,
    },
  }));
}

/** What an invoice comes to, as the office reads it. */
async function booked(office: Office, id: string) {
  const { invoice_total_incl_vat: gross, invoice_total: net } = (await office.readInvoice(
    id,
  )) as unknown as Record<string, { amount: string }>;
  const cents = (amount = '0') => Math.round(Number(amount) * 100);
  return { gross: cents(gross?.amount), vat: cents(gross?.amount) - cents(net?.amount) };
}

async function begin(traits: Record<string, string>, settings: Record<string, unknown>) {
  const office = await Office.open();
  const orders = new Map<string, object>();
  const sales = new Map<string, Sale>();
  const invoices: Record<string, unknown>[] = [];
  const idIn = (path: string) => path.split('/')[2] ?? '';
  const shop = new FakeApi(
    {
      'GET /orders/\\d+/': ({ path }) => orders.get(idIn(path)),
      'GET /orders/\\d+/orderrows/': (call) => paged(rowsOf(sales.get(idIn(call.path)) ?? saleOf(0)), call),
      'GET /invoices/': (call) =>
        paged(
          invoices.filter(({ ordernumber_full }) => ordernumber_full === call.query.ordernumber_full),
          call,
        ),
      'GET /invoices/\\d+/invoicerows/': (call) => {
        const [row] = sales.get(idIn(call.path))?.rows ?? [];
        return paged(
          row === undefined ? [] : rowsOf({ rows: [{ ...row, count: -1 }], shipping: 0, off: 0 }),
          call,
        );
      },
      'GET /returns/': (call) => paged([], call),
    },
    traits,
  );
  const source = { name: 'shop', connector: ccv, api: shop };
  const target = { name: 'books', connector: jortt, api: new OfficeApi(office) };
  const carry = (id: number) => new CarriedOrders(source, target, settings).run(String(id));
  const put = (id: number, sale: Sale, more: object = {}) => {
    sales.set(String(id), sale);
    orders.set(String(id), written(id, sale, more));
  };
  return { office, source, target, put, invoices, carry };
}

test('orders are booked once, to the cent, with their VAT; a credit invoice becomes a credit note', async () => {
  const settings = { state: 'sent', refunds: 'credit' };
  const { office, source, target, put, invoices } = await begin({}, settings);
  for (let id = 1; id <= 30; id++) {
    const sale = saleOf(id);
    put(id, sale);
    const carried = new CarriedOrders(source, target, settings);
    const done = await carried.run(String(id));
    expect([id, done.kind]).toEqual([id, 'done']);
    expect([id, await booked(office, madeId(done))]).toEqual([id, figuresOf(sale)]);
    expect(await carried.run(String(id))).toMatchObject({
      kind: 'skipped',
      reason: { code: 'already_booked' },
    });
    const [row] = sale.rows;
    if (id % 5 !== 0 || row === undefined) continue;
    const [back, vat] = [row.cents, vatOf(row.cents, row.rate)];
    invoices.push({
      ...{
        id,
        invoicenumber_full: `F-${id}`,
        ordernumber_full: `M-${id}`,
        create_date: '2026-03-02T12:00:00Z',
      },
      ...{ status: 'unpaid', type: 'credit', total_price: -euros(back), total_price_inc_tax: -euros(back) },
      ...{
        total_tax: -euros(vat),
        total_shipping: 0,
        order: `https://molen.example/api/rest/v1/orders/${id}`,
      },
    });
    const credited = await carried.run(String(id));
    expect([id, credited.kind]).toEqual([id, 'done']);
    expect(await booked(office, madeId(credited))).toEqual({ gross: -back, vat: -vat });
    expect(await carried.run(String(id))).toMatchObject({ kind: 'skipped' });
  }
});

test('receipts of a till go to the default debtor where they are of nobody, with the rounding of coins as a line without VAT', async () => {
  const { office, source, target, put } = await begin({ till: 'true' }, {});
  const id = await office.person({ customer_name: 'Kassa', email: 'kassa@example.nl' });
  const settings = { state: 'sent', customer: { defaultDebtor: { id } } };
  const coffee: Sale = { rows: [{ count: 1, rate: 9, cents: 498 }], shipping: 0, off: 0 };
  put(1, coffee, { customer: null, user: { id: null }, total_price: 5, status: 7 });
  put(2, coffee, { customer: { email: 'koper@example.nl', billingaddress: null }, status: 7 });
  for (const key of ['1', '2']) {
    const done = await new CarriedOrders(source, target, settings).run(key);
    expect([key, done.kind]).toEqual([key, 'done']);
    expect(await booked(office, madeId(done))).toEqual({
      gross: key === '1' ? 500 : 498,
      vat: vatOf(498, 9),
    });
    const invoice = (await office.readInvoice(madeId(done))) as unknown as { customer_id: string };
    expect(invoice.customer_id === id).toBe(key === '1');
  }
});
