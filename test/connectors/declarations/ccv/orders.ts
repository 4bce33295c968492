import { z } from 'zod';
import type { Api } from '../../../../src/connectors/contract/api.ts';
import { path } from '../../../../src/connectors/contract/path.ts';
import {
  bySnapshot,
  type OrderSource,
  type SnapshotRow,
} from '../../../../src/connectors/contract/source.ts';
import { countedId } from '../../../../src/connectors/wire/counted-id.ts';
import { digest } from '../../../../src/connectors/wire/digest.ts';
import { needed, text } from '../../../../src/connectors/wire/fields.ts';
import { eachRow, readToken } from '../../../../src/connectors/wire/pages.ts';
import { utcTimestamp } from '../../../../src/connectors/wire/timestamps.ts';
import { asItIs } from './account.ts';
import { pageOf } from './lists.ts';
import { orderFromWire } from './order-to-record.ts';
import { orderWire, type RowWire, rowWire } from './order-wire.ts';

/** Nobody changes an order that is older. */
const comparedMs = 60 * 24 * 3_600_000;

const notesWire = z.object({ items: z.array(z.object({ note: text })) });

const listed = z.looseObject({ id: needed(text), create_date: needed(utcTimestamp) });

/** Orders have no date of change, nor an order by one (sheet 5.1): those of two months are compared, oldest first. */
export const orderSource: OrderSource = {
  changes: bySnapshot({
    reportsGone: false,
    async page(api, { since, until, page }) {
      const from = new Date(Math.min(since.getTime(), until.getTime() - comparedMs));
      const query = { orderby: 'id', min_create_date: moment(from) };
      const start = page === null ? 0 : readToken(page, z.int().nonnegative());
      const { rows, next } = await pageOf(api, { path: path`/orders/`, row: listed, query }, start);
      return { rows: await Promise.all(rows.map(snapshotRow)), next: next === null ? null : String(next) };
    },
  }),

  async get(api, key) {
    const wire = await api.find(path`/orders/${countedId(key)}/`, orderWire);
    return wire && orderFromWire(wire, await rowsOf(api, wire.id), api.account);
  },

  async writeBack(api, key, { status, note }) {
    if (status !== undefined) await api.patch(path`/orders/${countedId(key)}/`, { status: Number(status) });
    if (note === undefined) return;
    const notes = path`/orders/${countedId(key)}/ordernotes/`;
    const { items } = await api.get(notes, notesWire, {}, asItIs(api));
    if (items.some((each) => each.note === note.trim())) return;
    // The answer may be empty (sheet 3.1).
    await api.request(
      { method: 'POST', path: notes, body: { note: note.trim() }, repeatable: false },
      z.unknown(),
    );
  },
};

/** Orders cannot be had with their rows (sheet 3.3). */
async function rowsOf(api: Api, id: string): Promise<RowWire[]> {
  let start = 0;
  const pages = eachRow(async () => {
    const { rows, next } = await pageOf(api, { path: path`/orders/${id}/orderrows/`, row: rowWire }, start);
    start = next ?? start;
    return { rows, isLast: next === null };
  });
  const rows: RowWire[] = [];
  for await (const row of pages) rows.push(row);
  return rows;
}

async function snapshotRow(row: z.infer<typeof listed>): Promise<SnapshotRow> {
  return { key: row.id, digest: await digest(row), createdAt: row.create_date };
}

function moment(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}
