/** Pages: the rows that a query found are kept by a locator, which lives for two days (sheet 3.3). */
import type { JsonObject } from '../../kit/json.ts';
import type { Cursor, Org } from '../org.ts';
import type { Row } from '../records/tables.ts';
import { refused } from '../refusal.ts';
import type { Projection } from './select.ts';

interface Found {
  readonly soql: string;
  readonly object: string;
  readonly rows: readonly Row[];
  readonly batch: number;
  readonly version: string;
}

const maxCursors = 500;

export function firstPage(
  org: Org,
  { soql, object, rows, batch, version }: Found,
  project: Projection,
): JsonObject {
  const records = rows.slice(0, batch).map((row) => project(row, version));
  if (rows.length <= batch) return { totalSize: rows.length, done: true, records };
  for (const [old] of org.cursors.entries().slice(0, Math.max(0, org.cursors.size - maxCursors)))
    org.cursors.delete(old);
  const locator = org.newId('0r8');
  const expiresAt = org.world.now() + org.settings().cursorLifeMs;
  org.cursors.set(locator, { soql, object, ids: rows.map(({ id }) => id), batch, expiresAt });
  return { totalSize: rows.length, done: false, nextRecordsUrl: urlOf(version, locator, batch), records };
}

/** What a locator names: its cursor and the row to go on from. Throws INVALID_QUERY_LOCATOR. */
export function cursorAt(org: Org, name: string): { cursor: Cursor; locator: string; from: number } {
  const [locator = '', from = ''] = name.split('-');
  const cursor = org.cursors.get(locator);
  const place = Number(from);
  if (
    cursor === undefined ||
    cursor.expiresAt <= org.world.now() ||
    !/^\d+$/.test(from) ||
    place > cursor.ids.length
  ) {
    throw refused(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  }
  return { cursor, locator, from: place };
}

export function nextPage(org: Org, name: string, version: string, project: Projection): JsonObject {
  const { cursor, locator, from } = cursorAt(org, name);
  const { ids, batch, object } = cursor;
  const rows = ids.slice(from, from + batch).flatMap((id) => org.tables.get(object, id) ?? []);
  const records = rows.map((row) => project(row, version));
  const next = from + batch;
  if (next >= ids.length) return { totalSize: ids.length, done: true, records };
  return { totalSize: ids.length, done: false, nextRecordsUrl: urlOf(version, locator, next), records };
}

function urlOf(version: string, locator: string, from: number): string {
  return `/services/data/v${version}/query/${locator}-${from}`;
}
