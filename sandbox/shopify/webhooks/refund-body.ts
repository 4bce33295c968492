/** A refund in REST and webhooks (sheet 11). */
import Big from 'big.js';
import { gid } from '../ids.ts';
import { moneySet } from '../money.ts';
import type { Order, Refund, Transaction } from '../orders/order.ts';
import { amount, dated, lineBody } from './line-bodies.ts';
import { numberOf } from './numbers.ts';

type Body = Record<string, unknown>;

export function refundBody(order: Order, refund: Refund): Body {
  const transactions = order.transactions.filter(({ id }) => refund.transactionIds.includes(id));
  return {
    id: numberOf(refund.id),
    admin_graphql_api_id: gid('Refund', refund.id),
    order_id: numberOf(order.id),
    created_at: dated(refund.createdAt),
    processed_at: dated(refund.processedAt),
    note: refund.note,
    restock: refund.lines.some(({ restock }) => restock !== 'NO_RESTOCK'),
    user_id: null,
    total_duties_set: moneySet(order, '0'),
    duties: [],
    order_adjustments: [
      ...refund.shipping.map(({ id, subtotal, tax }) =>
        adjustmentBody(
          order,
          refund,
          id,
          Big(subtotal).times(-1),
          Big(tax).times(-1),
          'shipping_refund',
          'Shipping refund',
        ),
      ),
      ...refund.adjustments.map(({ id, amount: value, tax, reason }) =>
        adjustmentBody(order, refund, id, Big(value), Big(tax), 'refund_discrepancy', reason),
      ),
    ],
    refund_line_items: refund.lines.map((each) => {
      const line = order.lines.find(({ id }) => id === each.lineId);
      return {
        id: numberOf(each.id),
        line_item_id: numberOf(each.lineId),
        quantity: each.quantity,
        restock_type: each.restock.toLowerCase(),
        location_id: null,
        // JSON numbers here, unlike everywhere else (sheet 11).
        subtotal: numberOf(each.subtotal),
        total_tax: numberOf(each.tax),
        subtotal_set: moneySet(order, each.subtotal),
        total_tax_set: moneySet(order, each.tax),
        line_item: line === undefined ? null : lineBody(order, line),
      };
    }),
    transactions: transactions.map((each) => transactionBody(order, each)),
  };
}

function adjustmentBody(
  order: Order,
  refund: Refund,
  id: string,
  value: Big,
  tax: Big,
  kind: string,
  reason: string,
): Body {
  return {
    id: numberOf(id),
    order_id: numberOf(order.id),
    refund_id: numberOf(refund.id),
    ...amount(order, 'amount', value),
    ...amount(order, 'tax_amount', tax),
    kind,
    reason,
  };
}

function transactionBody(order: Order, each: Transaction): Body {
  return {
    id: numberOf(each.id),
    admin_graphql_api_id: gid('OrderTransaction', each.id),
    order_id: numberOf(order.id),
    kind: each.kind.toLowerCase(),
    status: each.status.toLowerCase(),
    amount: Big(each.amount).toFixed(2),
    currency: order.currency,
    gateway: each.gateway,
    parent_id: numberOf(each.parentId),
    processed_at: dated(each.at),
    created_at: dated(each.at),
    message: null,
    error_code: null,
    receipt: {},
    source_name: order.sourceName,
    test: each.test,
  };
}
