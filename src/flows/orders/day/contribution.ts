/** What a receipt states that its day adds up: amounts by VAT rate, and nothing of people. */
import type Big from 'big.js';
import {
  big,
  type Decimal,
  fractionDigits,
  normalise,
  roundTo,
  smallestUnit,
  sum,
} from '../../../records/money.ts';
import type { Refund } from '../../../records/order.ts';
import { amountOf } from '../../../records/order-parts.ts';
import { byRate, vatAt } from '../../../records/vat-breakdown.ts';
import type { ReceiptFacts, Takings } from '../../links.ts';
import { allDiscounts } from '../document/discounts.ts';
import type { ReceiptOrder } from './till-day.ts';

export interface Contribution extends Omit<ReceiptFacts, 'refunds' | 'cancelledAt'> {
  readonly refunded: Decimal;
  readonly refunds: readonly Refund[];
  readonly cancelled: boolean;
}

export function contributionOf(order: ReceiptOrder): Contribution {
  return {
    gross: order.gross,
    byRate: ratesOf(order),
    refunded: order.refunded,
    refunds: order.refunds ?? [],
    cancelled: order.cancelled,
    ...(order.refundUnstated === true ? { refundUnstated: true } : {}),
    paid: order.paid,
    taken: takenBy(order),
  };
}

type RateOfReceipt = ReceiptFacts['byRate'][number];

/**
 * With VAT, also where the receipt's prices have none, in whole cents, as tills add up. What a till that rounds the receipt as a whole made of half
 * cents is of its largest rate: so a day of any number of receipts comes to what they come to.
 */
function ratesOf(order: ReceiptOrder): readonly RateOfReceipt[] {
  const rates = asTheyAre(order);
  const missing = roundedOff(order, rates);
  const size = ({ amount }: RateOfReceipt) => big(amount).abs();
  const largest = rates.reduce<RateOfReceipt | undefined>(
    (most, each) => (most === undefined || size(each).gt(size(most)) ? each : most),
    undefined,
  );
  if (missing.eq(0) || missing.abs().gt(roomOf(order))) return rates;
  return rates.map((each) =>
    each === largest ? { ...each, amount: normalise(big(each.amount).plus(missing)) } : each,
  );
}

/** What a receipt comes to beyond its parts, each in whole cents. */
export function missingFrom(order: ReceiptOrder): Big {
  return roundedOff(order, asTheyAre(order));
}

function roundedOff({ gross }: ReceiptOrder, rates: readonly RateOfReceipt[]): Big {
  return big(gross).minus(sum(rates.map(({ amount }) => amount)));
}

/** Half a cent for each line and charge that had to be rounded: its VAT was added, or it is of no whole cents, as what is weighed. */
export function roomOf(order: ReceiptOrder): Big {
  const count = partsOf(order).filter(({ isRounded }) => isRounded).length;
  return smallestUnit(order.currency).div(2).times(count);
}

interface Part {
  readonly rate: Decimal;
  readonly amount: Big;
  /** Some tills round every piece by itself. */
  readonly pieces: number;
  readonly isRounded: boolean;
}

function partsOf(order: ReceiptOrder): readonly Part[] {
  const digits = fractionDigits(order.currency);
  const part = (rate: Decimal, amount: Big, pieces = 1): Part => {
    const isRounded = !order.pricesIncludeVat || !roundTo(amount, digits).eq(amount);
    return { rate, amount, pieces, isRounded };
  };
  return [
    ...order.lines.map((line) =>
      part(
        line.vatRate,
        amountOf({ ...line, discount: '0' }),
        Math.max(1, Math.ceil(Number(big(line.quantity).abs()))),
      ),
    ),
    ...[...order.shipping, ...order.fees].map(({ vatRate, amount }) => part(vatRate, big(amount))),
    ...allDiscounts(order)
      .filter(({ amount }) => !amount.eq(0))
      .map(({ rate, amount }) => part(rate, amount.neg())),
  ];
}

/** `parts`: of the VAT of each that was rounded itself one more may be off. */
function asTheyAre(order: ReceiptOrder): readonly RateOfReceipt[] {
  const parts = partsOf(order);
  const digits = fractionDigits(order.currency);
  const rounded = parts.map(({ rate, amount }) => ({ rate, amount: roundTo(amount, digits) }));
  const stated = order.vatByRate.map(({ rate }) => ({ rate, amount: '0' }));
  const countAt = (wanted: Decimal) =>
    parts
      .filter(({ rate }) => big(rate).eq(wanted))
      .reduce((count, { pieces, isRounded }) => count + pieces + (isRounded ? 1 : 0), 0);
  return byRate([...rounded, ...stated]).map(({ rate, amount }) => {
    const vat = vatAt(order.vatByRate, rate);
    return {
      rate,
      amount: normalise(order.pricesIncludeVat ? amount : amount.plus(vat)),
      vat,
      parts: Math.max(1, countAt(rate)),
    };
  });
}

function takenBy({ gross, paymentMethod: method, receipt }: ReceiptOrder): Takings {
  const { rounding, tips = '0', vouchersSold = '0', vouchersUsed = '0', payments } = receipt;
  // The whole, but for what vouchers paid.
  const amount = normalise(sum([gross, tips, rounding, vouchersSold]).minus(vouchersUsed));
  return {
    ...{ rounding, tips, vouchersSold, vouchersUsed },
    payments: payments ?? (method === undefined ? [] : [{ method, amount }]),
  };
}
