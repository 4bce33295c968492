/**
 * Which orders changed. Nothing tells it, save when a status did (sheet 6.2): a payment does not move that. So the orders of a
 * month are compared, the oldest first; older ones follow by their status. Whether a list without a word on it shows archived
 * orders too is not known, so both kinds are asked for. Test orders are in none.
 */
import { z } from 'zod';
import { localDate } from '../../../records/time-zone.ts';
import type { Api, Query } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { bySnapshot, type ChangeWindow, type SnapshotRow } from '../../contract/source.ts';
import { digest } from '../../wire/digest.ts';
import { linkedId, needed, text } from '../../wire/fields.ts';
import { readToken } from '../../wire/pages.ts';
import { type List, pageOf } from '../lists.ts';
import { instantOf, localText, timeZone } from '../local-time.ts';

const comparedMs = 30 * 24 * 3_600_000;

/** Whose clock the times are of is not told, and one hour comes twice. */
const clockMs = 3 * 3_600_000;

const lists = ['placed', 'placed-archived', 'moved', 'moved-archived'] as const;

const token = z.object({ list: z.enum(lists), offset: z.int().nonnegative() });

/** Little is asked of a row: one that cannot be read must not hold up all the others. */
const rowWire = z.looseObject({
  number: needed(text),
  date: text,
  time: text,
  status_changed_date: text,
  status_changed_time: text,
  credited_order_number: linkedId,
});
type RowWire = z.infer<typeof rowWire>;

/** What says that there is something to look at: a note of the staff does not, so that one written back wakes nothing. */
const telling = ['status', 'status_changed_date', 'status_changed_time', 'payment_status', 'payment'].concat([
  'price',
  'credit_order_numbers',
  'credited_order_number',
]);

export const orderChanges = bySnapshot({
  reportsGone: false,
  async page(api, window) {
    const at = window.page === null ? { list: lists[0], offset: 0 } : readToken(window.page, token);
    const firstDay = localDate(firstCompared(window), timeZone);
    const archived = at.list.endsWith('archived');
    const isPlaced = at.list.startsWith('placed');
    const since = isPlaced
      ? { start_date: firstDay }
      : { status_changed_start_date: localText(new Date(window.since.getTime() - clockMs)) };
    const { rows, next } = await pageOf(api, ordersBy({ ...since, archived }), at.offset);
    const follows =
      next === null ? { list: lists[lists.indexOf(at.list) + 1], offset: 0 } : { ...at, offset: next };
    return {
      rows: isPlaced ? await Promise.all(rows.map(snapshotRow)) : [],
      changes: isPlaced ? [] : await Promise.all(rows.filter(({ date = '' }) => date < firstDay).map(change)),
      next: follows.list === undefined ? null : JSON.stringify(follows),
    };
  },
});

function ordersBy(query: Query): List<RowWire> {
  return { path: path`/orders`, name: 'orders', row: rowWire, query: { ...query, ordering: 'asc' } };
}

/** The newest orders, as a list shows them. */
export async function newestNumbers(api: Api): Promise<string[]> {
  const { rows } = await pageOf(api, { ...ordersBy({}), query: { ordering: 'desc' } }, 0);
  return rows.flatMap(({ number, credited_order_number }) =>
    credited_order_number === undefined ? [number] : [],
  );
}

function firstCompared({ since, until }: ChangeWindow): Date {
  return new Date(Math.min(since.getTime() - clockMs, until.getTime() - comparedMs));
}

/** A credit order is a change of the order that it credits. */
function subjectOf({ number, credited_order_number: credited }: RowWire): string {
  return credited ?? number;
}

async function snapshotRow(row: RowWire): Promise<SnapshotRow> {
  const createdAt = instantOf(row.date, row.time);
  return {
    key: row.number,
    digest: await stateOf(row),
    subject: subjectOf(row),
    ...(createdAt === null ? {} : { createdAt }),
  };
}

async function change(row: RowWire) {
  return { flow: 'orders' as const, key: subjectOf(row), version: await stateOf(row) };
}

function stateOf(row: RowWire): Promise<string> {
  return digest(telling.map((name) => row[name] ?? null));
}
