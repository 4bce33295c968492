import { listed, type PageArguments } from '../graphql/connection.ts';
import { gid } from '../ids.ts';
import type { Shop } from '../shop.ts';
import { isoOrNull, isoText } from '../timestamps.ts';
import { lineView } from './line-view.ts';
import type { Order, Return } from './order.ts';
import { refundView } from './refund-view.ts';

export function returnStatus({ returns }: Order): string {
  if (returns.length === 0) return 'NO_RETURN';
  return returns.some(({ closedAt }) => closedAt === null) ? 'IN_PROGRESS' : 'RETURNED';
}

export function returnView(shop: Shop, order: Order, each: Return): Record<string, unknown> {
  const lineOf = (lineId: string) => {
    const line = order.lines.find(({ id }) => id === lineId);
    return line === undefined ? null : lineView(shop, order, line);
  };
  const isRefunded = each.refundIds.length > 0;
  return {
    __typename: 'Return',
    id: gid('Return', each.id),
    name: `${order.name}-R${order.returns.indexOf(each) + 1}`,
    status: each.closedAt === null ? 'OPEN' : 'CLOSED',
    createdAt: isoText(each.createdAt),
    closedAt: isoOrNull(each.closedAt),
    totalQuantity: each.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    returnLineItems: (args: PageArguments) =>
      listed(each.lines, args, ({ id, lineId, quantity, note }) => ({
        __typename: 'ReturnLineItem',
        id: gid('ReturnLineItem', id),
        quantity,
        refundableQuantity: isRefunded ? 0 : quantity,
        refundedQuantity: isRefunded ? quantity : 0,
        returnReason: 'OTHER',
        returnReasonNote: note,
        fulfillmentLineItem: {
          id: gid('FulfillmentLineItem', `8${lineId}`),
          quantity,
          lineItem: () => lineOf(lineId),
        },
      })),
    exchangeLineItems: (args: PageArguments) =>
      listed(each.exchangeLineIds, args, (lineId) => ({
        id: gid('ExchangeLineItem', `8${lineId}`),
        quantity: order.lines.find(({ id }) => id === lineId)?.quantity ?? 0,
        lineItems: () => [lineOf(lineId)].filter((line) => line !== null),
      })),
    refunds: (args: PageArguments) =>
      listed(
        order.refunds.filter(({ id }) => each.refundIds.includes(id)),
        args,
        (refund) => refundView(shop, order, refund),
      ),
  };
}
