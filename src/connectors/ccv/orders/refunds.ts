/**
 * What was given back of an order. Three things may say it, each for itself: credit invoices, invoices that were paid back, and returns that were
 * credited (sheet 6.11, 6.15). The one that says most of it counts; nothing is counted twice.
 */
import type Big from 'big.js';
import { big, normalise, sum } from '../../../records/money.ts';
import type { Order, Refund } from '../../../records/order.ts';
import { localDate } from '../../../records/time-zone.ts';
import { vatOf } from '../../../records/vat.ts';
import { type GivenBack, refundByRate, refundsUpTo } from '../../wire/refunds.ts';
import { amountOfRow } from './lines.ts';
import type { InvoiceWire, ReturnWire, RowWire } from './wire.ts';

export interface Back {
  readonly invoices: readonly (InvoiceWire & { readonly rows: readonly RowWire[] })[];
  readonly returns: readonly (ReturnWire & { readonly rows: readonly RowWire[] })[];
}

/** What says whether something was given back. */
type Claim = Partial<Pick<InvoiceWire, 'type' | 'status' | 'total_price' | 'total_price_inc_tax'>>;

/** Sheet 6.15. */
const credited = '8';

export function isCredit({ type, total_price = '0', total_price_inc_tax = total_price }: Claim): boolean {
  return type?.toLowerCase().startsWith('credit') === true || big(total_price_inc_tax).lt(0);
}

export function isPaidBack({ status }: Claim): boolean {
  return status === 'reimbursed';
}

export function isCreditedReturn({ status }: Claim): boolean {
  return status === credited;
}

export function givenBack(
  { invoices, returns }: Back,
  currency: string,
  timeZone: string,
): Pick<Order, 'refunded' | 'refunds'> {
  const read = (wires: readonly Stated[]) =>
    wires
      .toSorted((a, b) => a.create_date.getTime() - b.create_date.getTime())
      .map((wire) => refundOf(wire, currency, timeZone))
      .filter(({ gross }) => gross !== '0');
  const tellings = [
    read(invoices.filter(isCredit)),
    read(invoices.filter((each) => !isCredit(each) && isPaidBack(each))),
    read(returns.filter(isCreditedReturn)),
  ];
  const amounts = tellings.map((refunds) => sum(refunds.map(({ gross }) => gross)));
  const refunded = amounts.reduce((most, each) => (each.gt(most) ? each : most), big('0'));
  if (refunded.eq(0)) return { refunded: '0' };
  const told = tellings.find((refunds) => refunds.length > 0) ?? [];
  return { refunded: normalise(refunded), refunds: refundsUpTo(told, normalise(refunded)) };
}

type Stated = Back['invoices'][number] | Back['returns'][number];

/** Whether its amounts are below zero is not told: what it gives back counts. */
function refundOf(wire: Stated, currency: string, timeZone: string): Refund {
  const gross = big(wire.total_price_inc_tax ?? wire.total_price ?? '0').abs();
  const byRate = refundByRate(partsOf(wire, gross), gross, currency);
  return {
    id: numberOf(wire),
    date: localDate(wire.create_date, timeZone),
    gross: normalise(gross),
    ...(byRate === undefined ? {} : { byRate }),
  };
}

function numberOf(wire: Stated): string {
  return (
    ('invoicenumber_full' in wire ? wire.invoicenumber_full : undefined) ??
    ('returnnumber_full' in wire ? wire.returnnumber_full : undefined) ??
    wire.id
  );
}

/** What stands in its rows, and its shipping. Where they come to no VAT that is stated, the one rate that all have does. */
function partsOf(wire: Stated, gross: Big): GivenBack[] {
  const vat = big(wire.total_tax ?? '0').abs();
  const includesVat = 'invoice_row_taxes_included' in wire ? wire.invoice_row_taxes_included !== false : true;
  const isUntaxed = vat.eq(0);
  const rows = wire.rows.map((row) => ({
    rate: row.tax ?? '0',
    amount: amountOfRow(row).abs(),
    includesVat,
  }));
  const parts = [...rows, ...shippingOf(wire)].filter(({ amount }) => !amount.eq(0));
  const rates = new Set(parts.map(({ rate }) => rate));
  if (isUntaxed) return [{ rate: '0', gross, vat }];
  if (rates.size === 1) return [...rates].map((rate) => ({ rate, gross, vat }));
  return parts.map(({ rate, amount, includesVat: given }) => {
    const ofIt = vatOf(amount, rate, given);
    return { rate, gross: given ? amount : amount.plus(ofIt), vat: ofIt };
  });
}

function shippingOf(wire: Stated) {
  if (!('total_shipping' in wire)) return [];
  const { total_shipping = '0', shipping_tax_percentage: rate = '0', shipping_taxes_included } = wire;
  return [{ rate, amount: big(total_shipping).abs(), includesVat: shipping_taxes_included !== false }];
}
