import { z } from 'zod';
import type { Api } from '../../../../src/connectors/contract/api.ts';
import { path } from '../../../../src/connectors/contract/path.ts';
import {
  bySnapshot,
  type ChangeWindow,
  type OrderSource,
  type SnapshotRow,
} from '../../../../src/connectors/contract/source.ts';
import { digest } from '../../../../src/connectors/wire/digest.ts';
import { needed, text } from '../../../../src/connectors/wire/fields.ts';
import { readToken } from '../../../../src/connectors/wire/pages.ts';
import { rejected } from '../../../../src/records/problem.ts';
import { localDate } from '../../../../src/records/time-zone.ts';
import { pageOf } from './lists.ts';
import { instantOf, localText } from './local-time.ts';
import { orderFromWire } from './order-to-record.ts';
import { type OrderWire, orderWire } from './order-wire.ts';

/** An order that is older changes its status, if anything. */
const comparedMs = 60 * 24 * 3_600_000;

const token = z.object({ list: z.enum(['placed', 'moved']), offset: z.int().nonnegative() });

/** Of a row only its place is looked at; all of it counts. */
const rowWire = z.looseObject({
  number: needed(text),
  date: needed(text),
  time: needed(text),
  status_changed_date: text,
  status_changed_time: text,
  credited_order_number: text,
});
type RowWire = z.infer<typeof rowWire>;

/**
 * Nothing tells what changed, save when the status did (sheet 6.2): a payment does not move it. So the orders of two months
 * are compared, in the order of their numbers, in which a new one shifts no page; older ones follow by their status.
 */
export const orderSource: OrderSource = {
  changes: bySnapshot({
    reportsGone: false,
    async page(api, window) {
      const { timeZone } = api.account;
      const at = window.page === null ? { list: 'placed', offset: 0 } : readToken(window.page, token);
      const firstDay = localDate(firstCompared(window), timeZone);
      if (at.list === 'placed') {
        const { rows, next } = await ordersOf(api, { start_date: firstDay }, at.offset);
        const follows = next === null ? { list: 'moved', offset: 0 } : { list: 'placed', offset: next };
        return {
          rows: await Promise.all(rows.map((row) => snapshotRow(row, timeZone))),
          next: JSON.stringify(follows),
        };
      }
      const since = localText(window.since, timeZone);
      const { rows, next } = await ordersOf(api, { status_changed_start_date: since }, at.offset);
      const changes = rows
        .filter(({ date }) => date < firstDay)
        .map((row) => ({
          flow: 'orders' as const,
          key: subjectOf(row),
          version: `${row.status_changed_date} ${row.status_changed_time}`,
        }));
      return {
        rows: [],
        changes,
        next: next === null ? null : JSON.stringify({ list: 'moved', offset: next }),
      };
    },
  }),

  /** Credit orders are no orders: the one that they credit says what was given back. */
  async get(api, key) {
    const wire = await orderOf(api, key);
    if (wire === null || wire.credited_order_number !== undefined) return null;
    const credits = await Promise.all(wire.credit_order_numbers.map((number) => orderOf(api, number)));
    const placedAt = instantOf(wire.date, wire.time, api.account.timeZone);
    if (placedAt === null) throw unreadableDate();
    return orderFromWire({ wire, placedAt, credits: credits.filter((credit) => credit !== null) });
  },

  async writeBack(api, key, { status }) {
    if (status === undefined) return;
    const wire = await orderOf(api, key);
    if (wire === null || wire.status === status) return;
    await api.patch(path`/orders/${key}`, { status: Number(status) });
  },
};

function ordersOf(api: Api, query: Readonly<Record<string, string>>, offset: number) {
  return pageOf(
    api,
    { path: path`/orders`, name: 'orders', row: rowWire, query: { ...query, ordering: 'asc' } },
    offset,
  );
}

/** A number may begin with `T-` (sheet 7.6): it is text. */
function orderOf(api: Api, number: string): Promise<OrderWire | null> {
  return api.find(path`/orders/${number}`, orderWire);
}

function firstCompared({ since, until }: ChangeWindow): Date {
  return new Date(Math.min(since.getTime(), until.getTime() - comparedMs));
}

async function snapshotRow(row: RowWire, timeZone: string): Promise<SnapshotRow> {
  const createdAt = instantOf(row.date, row.time, timeZone);
  return {
    key: row.number,
    digest: await digest(row),
    subject: subjectOf(row),
    ...(createdAt === null ? {} : { createdAt }),
  };
}

function subjectOf({ number, credited_order_number }: RowWire): string {
  return credited_order_number ?? number;
}

function unreadableDate() {
  return rejected('unreadable', {
    system: 'MijnWebwinkel',
    method: 'GET',
    path: '/orders',
    field: 'date',
    issue: 'not_a_timestamp',
  });
}
