import type { Sql } from './sql.ts';

/** A row of a source's list as it was last seen. */
export interface SnapshotRecord {
  readonly key: string;
  readonly digest: string;
  /** The record to look at when this row changes; null when there is none. */
  readonly subject: string | null;
}

/**
 * The last list of a source that cannot tell what changed, as digests of its rows. Only rows that
 * changed are written: reading ten thousand unchanged rows writes nothing. Where deletions matter, the keys of every page
 * are kept, one row per page, until the whole list has been read.
 */
export class SnapshotStore {
  constructor(private readonly sql: Sql) {}

  /** Returns the stored digests of these keys. */
  digests(flow: string, keys: readonly string[]): ReadonlyMap<string, string> {
    const rows = this.sql.exec(
      'SELECT key, digest FROM snapshots WHERE flow = ? AND key IN (SELECT value FROM json_each(?))',
      flow,
      JSON.stringify(keys),
    );
    return new Map(rows.map(({ key, digest }) => [String(key), String(digest)]));
  }

  put(flow: string, { key, digest, subject }: SnapshotRecord): void {
    this.sql.exec(
      `INSERT INTO snapshots (flow, key, digest, subject) VALUES (?, ?, ?, ?)
       ON CONFLICT (flow, key) DO UPDATE SET digest = excluded.digest, subject = excluded.subject`,
      flow,
      key,
      digest,
      subject,
    );
  }

  /** Rows of the list were read by themselves, and dealt with as they were: one statement, which writes those that differ. */
  read(flow: string, rows: readonly Pick<SnapshotRecord, 'key' | 'digest'>[]): void {
    if (rows.length === 0) return;
    this.sql.exec(
      `UPDATE snapshots SET digest = told.value FROM json_each(?) AS told
       WHERE flow = ? AND snapshots.key = told.key AND digest <> told.value`,
      JSON.stringify(Object.fromEntries(rows.map(({ key, digest }) => [key, digest]))),
      flow,
    );
  }

  /**
   * The row was written to. Somebody may set it back to what it was before the list is read again: that is a change then.
   * Returns whether there is such a row.
   */
  outdate(flow: string, key: string): boolean {
    const rows = this.sql.exec(
      "UPDATE snapshots SET digest = '' WHERE flow = ? AND key = ? RETURNING key",
      flow,
      key,
    );
    return rows.length > 0;
  }

  /** Stores which keys a page had, under the token of the page, so that a page that is read twice counts once. */
  notePage(flow: string, page: string | null, keys: readonly string[]): void {
    this.sql.exec(
      'INSERT OR REPLACE INTO snapshot_pages (flow, page, keys) VALUES (?, ?, ?)',
      flow,
      page ?? '',
      JSON.stringify(keys),
    );
  }

  /** Clears the pages before a new reading of the whole list. */
  forgetPages(flow: string): void {
    this.sql.exec('DELETE FROM snapshot_pages WHERE flow = ?', flow);
  }

  /** Forgets the whole list: the next reading is the first. */
  forget(flow: string): void {
    this.sql.exec('DELETE FROM snapshots WHERE flow = ?', flow);
    this.forgetPages(flow);
  }

  /** Deletes the rows that were on no page of a whole reading. Returns their subjects. */
  takeGone(flow: string): string[] {
    const gone = this.sql.exec(
      `DELETE FROM snapshots WHERE flow = ?1 AND key NOT IN
         (SELECT value FROM snapshot_pages, json_each(snapshot_pages.keys) WHERE flow = ?1)
       RETURNING subject`,
      flow,
    );
    this.forgetPages(flow);
    return gone.flatMap(({ subject }) => (subject === null ? [] : [String(subject)]));
  }
}
