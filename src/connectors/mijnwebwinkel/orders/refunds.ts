/**
 * What was given back of an order: its credit orders, each with what it says per rate, and what a payment service gave back
 * beyond them (sheet 7.4, 7.8).
 */
import type Big from 'big.js';
import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Order, Refund } from '../../../records/order.ts';
import { vatWithin } from '../../../records/vat.ts';
import { refundByRate, refundsUpTo } from '../../wire/refunds.ts';
import { timeZone } from '../local-time.ts';
import { sharesOf } from './lines.ts';
import { moneyBack, type PaymentWire } from './payments.ts';
import type { OrderWire } from './wire.ts';

export interface Sold {
  readonly wire: OrderWire;
  /** Null stands for one that could not be read. */
  readonly credits: readonly (OrderWire | null)[];
  readonly payments: readonly PaymentWire[];
  readonly gross: Decimal;
}

export function givenBack({
  wire,
  credits,
  payments,
  gross,
}: Sold): Pick<Order, 'refunded' | 'refunds' | 'refundUnstated'> {
  const read = credits.filter((credit) => credit !== null);
  const ofCredits = read
    .toSorted((a, b) => a.placedAt.getTime() - b.placedAt.getTime())
    .map(refundOf)
    .filter((refund) => refund.gross !== '0');
  const ofMoney = moneyBack(payments, wire.currency, timeZone);
  const [credited, paidBack] = [ofCredits, ofMoney].map((refunds) => sum(refunds.map((each) => each.gross)));
  const isUnread = read.length < credits.length;
  const refunded = larger(credited, paidBack);
  if (refunded.eq(0)) {
    // The status says that all of it went back, and nothing says more.
    if (wire.payment_status === 'refunded' && !isUnread) return { refunded: gross };
    return { refunded: '0', ...(isUnread ? { refundUnstated: true } : {}) };
  }
  const refunds = refundsUpTo(ofCredits.length > 0 ? ofCredits : ofMoney, normalise(refunded));
  return { refunded: normalise(refunded), refunds, ...(isUnread ? { refundUnstated: true } : {}) };
}

/**
 * Whether a credit order's amounts are below zero is not told: what it gives back counts. Where it states no VAT it is what is
 * within its lines, as of an order.
 */
function refundOf(credit: OrderWire): Refund {
  const { currency, price } = credit;
  const gross = big(price.total).abs();
  const isBelow = big(price.total).lt(0);
  const shares = credit.orderlines.flatMap((line) => sharesOf(line, currency));
  const given = Map.groupBy(shares, ({ rate }) => rate);
  const parts = [...given].map(([rate, group]) => {
    const amount = sum(group.map((share) => share.gross));
    const stated = sum(price.tax.filter((tax) => big(tax.rate).eq(rate)).map((tax) => tax.amount));
    const vat = price.tax.length === 0 ? vatWithin(amount, rate) : stated;
    return { rate, gross: isBelow ? amount.neg() : amount, vat: vat.abs() };
  });
  const byRate = refundByRate(parts, gross, currency);
  return {
    id: credit.number,
    date: credit.date,
    gross: normalise(gross),
    ...(byRate === undefined ? {} : { byRate }),
  };
}

function larger(one: Big = big('0'), other: Big = big('0')): Big {
  return one.gt(other) ? one : other;
}
