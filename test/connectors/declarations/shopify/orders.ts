import { z } from 'zod';
import type { Api } from '../../../../src/connectors/contract/api.ts';
import { byTime, type OrderSource } from '../../../../src/connectors/contract/source.ts';
import { changesOf } from '../../../../src/connectors/wire/changes.ts';
import { eachRow, readToken } from '../../../../src/connectors/wire/pages.ts';
import { query } from './graphql.ts';
import { orderFromWire } from './order-to-record.ts';
import {
  type LineWire,
  lineFields,
  lineItems,
  type OrderWire,
  orderFields,
  orderRows,
  orderWire,
} from './order-wire.ts';

const changed = {
  document: `query Changed($filter: String!, $after: String) {
    orders(first: 100, after: $after, query: $filter, sortKey: UPDATED_AT) {
      pageInfo { hasNextPage endCursor } nodes { id updatedAt }
    }
  }`,
  data: z.object({ orders: orderRows }),
  cost: 15,
};

const one = {
  document: `query One($id: ID!) { order(id: $id) ${orderFields} }`,
  data: z.object({ order: orderWire.nullable() }),
  cost: 60,
};

const moreLines = {
  document: `query Lines($id: ID!, $after: String) { order(id: $id) { lineItems(first: 100, after: $after) ${lineFields} } }`,
  data: z.object({ order: z.object({ lineItems }) }),
  cost: 40,
};

export const orderSource: OrderSource = {
  /** In the order of change: a row that changes meanwhile moves to the end and comes once more (sheet 5.1). */
  changes: byTime(async (api, window) => {
    const { since, until, page } = window;
    const filter = `updated_at:>='${moment(since)}' AND updated_at:<='${moment(until)}'`;
    const after = page === null ? null : readToken(page, z.string());
    const { pageInfo, nodes } = (await query(api, changed, { filter, after })).orders;
    const rows = nodes.map(({ id, updatedAt }) => ({
      id,
      changedAt: new Date(updatedAt),
      version: updatedAt,
    }));
    return {
      changes: changesOf('orders', rows, window),
      next: pageInfo.hasNextPage ? JSON.stringify(pageInfo.endCursor) : null,
    };
  }),

  async get(api, key) {
    if (!/^gid:\/\/shopify\/Order\/\d+$/.test(key)) return null;
    const { order } = await query(api, one, { id: key });
    return order && orderFromWire(order, await linesOf(api, order), api.account);
  },
};

/** Whole seconds (sheet 1), and never less than was asked for. */
function moment(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

async function linesOf(api: Api, order: OrderWire): Promise<LineWire[]> {
  let { nodes, pageInfo } = order.lineItems;
  const rows = eachRow(async (page) => {
    if (page > 1) {
      const answer = await query(api, moreLines, { id: order.id, after: pageInfo.endCursor });
      ({ nodes, pageInfo } = answer.order.lineItems);
    }
    return { rows: nodes, isLast: !pageInfo.hasNextPage };
  });
  const lines: LineWire[] = [];
  for await (const line of rows) lines.push(line);
  return lines;
}
