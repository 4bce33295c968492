/** What a receipt adds to its day: amounts by VAT rate as the till states them, and nothing of people. */
import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import { amountOf } from '../../../records/order-parts.ts';
import { byRate, vatAt } from '../../../records/vat-breakdown.ts';
import type { ReceiptFacts, Takings } from '../../links.ts';
import { allDiscounts } from '../document/discounts.ts';
import type { ReceiptOrder } from './till-day.ts';

export function contributionOf(order: ReceiptOrder): ReceiptFacts {
  const refunds = order.refunds?.map(({ id: _id, ...refund }) => refund);
  return {
    gross: order.gross,
    byRate: ratesOf(order),
    refunded: order.cancelled ? order.gross : order.refunded,
    ...(refunds === undefined || order.cancelled ? {} : { refunds }),
    ...(order.refundUnstated === true ? { refundUnstated: true } : {}),
    paid: order.paid,
    taken: takenBy(order),
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

function takenBy({ gross, paymentMethod: method, receipt }: ReceiptOrder): Takings {
  const { rounding, tips = '0', vouchersSold = '0', vouchersUsed = '0', payments } = receipt;
  // The whole, but for what vouchers paid.
  const amount = normalise(sum([gross, tips, rounding, vouchersSold]).minus(vouchersUsed));
  return {
    ...{ rounding, tips, vouchersSold, vouchersUsed },
    payments: payments ?? (method === undefined ? [] : [{ method, amount }]),
  };
}
