import Big from 'big.js';
import { sumOf } from '../../kit/money/cents.ts';
import { listed, type PageArguments } from '../graphql/connection.ts';
import { gid } from '../ids.ts';
import { moneyBag } from '../money.ts';
import type { Shop } from '../shop.ts';
import { isoText } from '../timestamps.ts';
import { lineView, shippingLineView } from './line-view.ts';
import type { Order, Refund, RefundedLine, Transaction } from './order.ts';
import { returnView } from './return-view.ts';
import { orderView } from './view.ts';

export function transactionView(order: Order, each: Transaction): Record<string, unknown> {
  const parent = order.transactions.find(({ id }) => id === each.parentId);
  return {
    __typename: 'OrderTransaction',
    id: gid('OrderTransaction', each.id),
    kind: each.kind,
    status: each.status,
    gateway: each.gateway,
    formattedGateway: each.gateway.replaceAll('_', ' '),
    amountSet: moneyBag(order, each.amount),
    createdAt: isoText(each.at),
    processedAt: isoText(each.at),
    authorizationCode: null,
    paymentId: `${order.name}.${order.transactions.indexOf(each) + 1}`,
    errorCode: null,
    test: each.test,
    manualPaymentGateway: each.gateway === 'manual',
    parentTransaction: () => (parent === undefined ? null : transactionView(order, parent)),
  };
}

export function refundedMoney(order: Order, { transactionIds }: Refund): Big {
  const own = order.transactions.filter(
    ({ id, status }) => transactionIds.includes(id) && status === 'SUCCESS',
  );
  return sumOf(own.map(({ amount }) => Big(amount)));
}

export function refundView(shop: Shop, order: Order, refund: Refund): Record<string, unknown> {
  const bag = (amount: Big | string) => moneyBag(order, amount);
  const transactions = order.transactions.filter(({ id }) => refund.transactionIds.includes(id));
  return {
    __typename: 'Refund',
    id: gid('Refund', refund.id),
    legacyResourceId: refund.id,
    createdAt: isoText(refund.createdAt),
    processedAt: isoText(refund.processedAt),
    updatedAt: isoText(refund.createdAt),
    note: refund.note,
    totalRefundedSet: bag(refundedMoney(order, refund)),
    refundLineItems: (args: PageArguments) =>
      listed(refund.lines, args, (each) => refundLineView(shop, order, each)),
    refundShippingLines: (args: PageArguments) =>
      listed(refund.shipping, args, ({ id, lineId, subtotal, tax }) => ({
        id: gid('RefundShippingLine', id),
        shippingLine: () => {
          const line = order.shippingLines.find((one) => one.id === lineId);
          return line === undefined ? null : shippingLineView(order, line);
        },
        subtotalAmountSet: bag(subtotal),
        taxAmountSet: bag(tax),
      })),
    orderAdjustments: (args: PageArguments) =>
      listed(refund.adjustments, args, ({ id, amount, tax, reason }) => ({
        id: gid('OrderAdjustment', id),
        amountSet: bag(amount),
        taxAmountSet: bag(tax),
        reason,
      })),
    transactions: (args: PageArguments) => listed(transactions, args, (each) => transactionView(order, each)),
    order: () => orderView(shop, order),
    duties: [],
    return: () => {
      const own = order.returns.find(({ refundIds }) => refundIds.includes(refund.id));
      return own === undefined ? null : returnView(shop, order, own);
    },
  };
}

function refundLineView(shop: Shop, order: Order, back: RefundedLine): Record<string, unknown> {
  const line = order.lines.find(({ id }) => id === back.lineId);
  return {
    id: gid('RefundLineItem', back.id),
    lineItem: () => (line === undefined ? null : lineView(shop, order, line)),
    quantity: back.quantity,
    priceSet: moneyBag(order, line?.price ?? '0'),
    subtotalSet: moneyBag(order, back.subtotal),
    totalTaxSet: moneyBag(order, back.tax),
    restockType: back.restock,
    restocked: back.restock !== 'NO_RESTOCK',
  };
}
