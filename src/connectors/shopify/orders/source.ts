import type { Order } from '../../../records/order.ts';
import { plainNumber } from '../../../records/order-number.ts';
import type { Api } from '../../contract/api.ts';
import { byTime, type OrderSource } from '../../contract/source.ts';
import { numbered } from '../../wire/numbered.ts';
import { hasScope } from '../account.ts';
import { query } from '../graphql.ts';
import { gid } from '../ids.ts';
import { all, changePage, connected, requireBelow, requireWhole } from '../pages.ts';
import { changedOrders, moreLines, mostRefunds, one, withNumber } from './order.graphql.ts';
import { exchanges, moreRefundLines, oneRefund } from './refund.graphql.ts';
import { orderFromWire, type WholeOrder } from './to-record.ts';
import { writeBack } from './write-back.ts';

export const orderSource: OrderSource = {
  changes: byTime((api, window) => changePage(api, window, { flow: 'orders', operation: changedOrders })),

  async get(api, key) {
    const id = gid('Order', key);
    return id === null ? null : readOrder(api, id);
  },

  async findByNumber(api, number) {
    const begun = plainNumber(number).replace(/[^\p{L}\p{N}-]/gu, '');
    if (begun === '') return [];
    const filter = `name:${begun}*`;
    const rows = connected(async (after) => (await query(api, withNumber, { filter, after })).orders);
    return numbered(
      (await all(rows)).map(({ id, name }) => ({ key: id, number: name })),
      number,
    );
  },

  writeBack,
};

/** An order that was placed to try the shop is none. */
async function readOrder(api: Api, id: string): Promise<Order | null> {
  const companies = hasScope(api.account, 'read_companies');
  const { order } = await query(api, one, { id, companies });
  if (order === null || order.test) return null;
  requireWhole(order.shippingLines);
  requireBelow(mostRefunds, order.refunds);
  const rows = connected(
    async (after) => (await query(api, moreLines, { id, after })).order?.lineItems ?? null,
    order.lineItems,
  );
  const lines = await all(rows);
  const refunds: WholeOrder['refunds'][number][] = [];
  for (const each of order.refunds) refunds.push(...(await readRefund(api, each.id)));
  return orderFromWire(
    { order, lines, refunds, exchanges: await readExchanges(api, id, order) },
    api.account,
  );
}

async function readRefund(api: Api, id: string): Promise<WholeOrder['refunds']> {
  const { refund } = await query(api, oneRefund, { id });
  if (refund === null) return [];
  requireWhole(refund.refundShippingLines, refund.orderAdjustments, refund.transactions);
  const rows = connected(
    async (after) => (await query(api, moreRefundLines, { id, after })).refund?.refundLineItems ?? null,
    refund.refundLineItems,
  );
  return [{ ...refund, lines: await all(rows) }];
}

/** Asked for only where something came back, and the scope is there. */
async function readExchanges(
  api: Api,
  id: string,
  { returnStatus = 'NO_RETURN' }: WholeOrder['order'],
): Promise<WholeOrder['exchanges']> {
  if (returnStatus === 'NO_RETURN' || !hasScope(api.account, 'read_returns')) return [];
  const rows = connected(
    async (after) => (await query(api, exchanges, { id, after })).order?.returns ?? null,
  );
  const returns = await all(rows);
  requireWhole(...returns.flatMap((each) => [each.refunds, each.exchangeLineItems]));
  return returns.map(({ status, refunds, exchangeLineItems }) => ({
    isOpen: status === 'OPEN' || status === 'REQUESTED',
    refunds: refunds.nodes.map((refund) => refund.id),
    lines: exchangeLineItems.nodes.flatMap(({ lineItems }) => lineItems.map((line) => line.id)),
  }));
}
