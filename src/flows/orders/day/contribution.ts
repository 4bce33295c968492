/** What a receipt adds to its day: amounts by VAT rate as the till states them, and nothing of people. */
import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import { amountOf } from '../../../records/order-parts.ts';
import { byRate, vatAt } from '../../../records/vat-breakdown.ts';
import type { ReceiptFacts } from '../../links.ts';
import { allDiscounts } from '../document/discounts.ts';
import type { ReceiptOrder } from './till-day.ts';

export function contributionOf(order: ReceiptOrder): ReceiptFacts {
  const { till: _till, ...taken } = order.receipt;
  const refunds = order.refunds?.map(({ id: _id, ...refund }) => refund);
  return {
    gross: order.gross,
    byRate: ratesOf(order),
    refunded: order.cancelled ? order.gross : order.refunded,
    ...(refunds === undefined || order.cancelled ? {} : { refunds }),
    ...(order.refundUnstated === true ? { refundUnstated: true } : {}),
    paid: order.paid,
    taken:
      taken.payments.length > 0 || order.paymentMethod === undefined
        ? taken
        : { ...taken, payments: [{ method: order.paymentMethod, amount: paidBy(order) }] },
  };
}

/** With VAT, also where the receipt's prices have none. Some tills round every piece by itself. */
function ratesOf(order: ReceiptOrder): ReceiptFacts['byRate'] {
  const parts = [
    ...order.lines.map((line) => ({
      rate: line.vatRate,
      amount: amountOf({ ...line, discount: '0' }),
      pieces: Math.max(1, Math.ceil(Number(big(line.quantity).abs()))),
    })),
    ...[...order.shipping, ...order.fees].map(({ vatRate: rate, amount }) => ({
      ...{ rate, amount: big(amount), pieces: 1 },
    })),
    ...allDiscounts(order)
      .filter(({ amount }) => !amount.eq(0))
      .map(({ rate, amount }) => ({ rate, amount: amount.neg(), pieces: 1 })),
  ];
  const stated = order.vatByRate.map(({ rate }) => ({ rate, amount: '0' }));
  const piecesAt = (wanted: Decimal) =>
    parts.reduce((count, { rate, pieces }) => (big(rate).eq(wanted) ? count + pieces : count), 0);
  return byRate([...parts, ...stated]).map(({ rate, amount }) => {
    const vat = vatAt(order.vatByRate, rate);
    return {
      rate,
      amount: normalise(order.pricesIncludeVat ? amount : amount.plus(vat)),
      vat,
      parts: Math.max(1, piecesAt(rate)),
    };
  });
}

/** The whole, but for what vouchers paid. */
function paidBy({ gross, receipt: { tips, rounding, vouchersSold, vouchersUsed } }: ReceiptOrder) {
  return normalise(sum([gross, tips, rounding, vouchersSold]).minus(vouchersUsed));
}
