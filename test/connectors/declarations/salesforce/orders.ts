import { z } from 'zod';
import type { Api } from '../../../../src/connectors/contract/api.ts';
import { byTime, type ChangeWindow, type OrderSource } from '../../../../src/connectors/contract/source.ts';
import { changesOf, freshMs } from '../../../../src/connectors/wire/changes.ts';
import { needed, text } from '../../../../src/connectors/wire/fields.ts';
import { readToken } from '../../../../src/connectors/wire/pages.ts';
import { utcTimestamp } from '../../../../src/connectors/wire/timestamps.ts';
import { orderFromWire } from './order-to-record.ts';
import { itemWire, orderQuery, orderWire } from './order-wire.ts';
import { allRows, query } from './queries.ts';
import { soql } from './soql.ts';

const pageSize = 500;

/** Which list, and behind which of its rows: many share a second (sheet 7.1). */
const token = z.object({
  list: z.enum(['orders', 'items']),
  behind: z.object({ at: z.number(), id: z.string() }).nullable(),
});
type Token = z.infer<typeof token>;

const row = z
  .looseObject({ Id: needed(text), OrderId: text, SystemModstamp: needed(utcTimestamp) })
  // Within a second the rest tells.
  .transform(({ attributes: _, ...fields }) => ({ ...fields, version: JSON.stringify(fields) }));

/** A change of an item may leave its order alone: both are asked for (sheet 7.1). */
export const orderSource: OrderSource = {
  changes: byTime(async (api, window) => {
    const at: Token = window.page === null ? { list: 'orders', behind: null } : readToken(window.page, token);
    const { records, done } = await query(api, changedQuery(at, window), row);
    const rows = records.map(({ Id, OrderId = Id, SystemModstamp: changedAt, version }) => ({
      id: OrderId,
      changedAt,
      version,
    }));
    return {
      changes: changesOf('orders', rows, window, freshMs.withState),
      next: nextToken(at, records.at(-1), done && records.length < pageSize),
    };
  }),

  async get(api, key) {
    if (!/^[A-Za-z0-9]{15,18}$/.test(key)) return null;
    const [wire] = (await query(api, orderQuery(key, api.account), orderWire(api.account))).records;
    return wire === undefined ? null : orderFromWire(wire, await itemsOf(api, wire.OrderItems), api.account);
  },
};

/** In a stable order, and from a place on that no other row has. */
function changedQuery({ list, behind }: Token, { since, until }: ChangeWindow): string {
  const from = behind === null ? since : new Date(behind.at);
  const id = behind?.id ?? '';
  return list === 'orders'
    ? soql`SELECT Id, SystemModstamp, Status, TotalAmount FROM Order
        WHERE (SystemModstamp > ${from} OR (SystemModstamp = ${from} AND Id > ${id})) AND SystemModstamp <= ${until}
        ORDER BY SystemModstamp ASC, Id ASC LIMIT 500`
    : soql`SELECT Id, OrderId, SystemModstamp, Quantity, UnitPrice FROM OrderItem
        WHERE (SystemModstamp > ${from} OR (SystemModstamp = ${from} AND Id > ${id})) AND SystemModstamp <= ${until}
        ORDER BY SystemModstamp ASC, Id ASC LIMIT 500`;
}

function nextToken(
  { list }: Token,
  last: { readonly Id: string; readonly SystemModstamp: Date } | undefined,
  isLast: boolean,
): string | null {
  const next: Token = { list, behind: last ? { at: last.SystemModstamp.getTime(), id: last.Id } : null };
  if (!isLast && last !== undefined) return JSON.stringify(next);
  return list === 'orders' ? JSON.stringify({ list: 'items', behind: null }) : null;
}

/** The items of an order are a list of their own in its row, with pages of its own (sheet 3.3). */
async function itemsOf(api: Api, items: z.infer<ReturnType<typeof orderWire>>['OrderItems']) {
  return items ? allRows(api, items, itemWire(api.account)) : [];
}
