import type { Sql } from './sql.ts';

/** A row of a source's list as it was seen last. */
export interface SnapshotRecord {
  readonly key: string;
  readonly digest: string;
  /** The record to look at when this row changes; null where there is none. */
  readonly subject: string | null;
}

/**
 * What a source that cannot be asked for changes listed last, by digest: ids and nothing that can be read. Only rows that
 * changed are written, so a reading of ten thousand unchanged ones costs no write. Where rows that are gone count, the
 * keys that were seen are kept too, a row per page, until the whole list was read.
 */
export class SnapshotStore {
  constructor(private readonly sql: Sql) {}

  /** The digests that are known of these keys. */
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

  /** Keeps which keys a page had. `page` is where it began, so that one that is read again counts once. */
  notePage(flow: string, page: string | null, keys: readonly string[]): void {
    this.sql.exec(
      'INSERT OR REPLACE INTO snapshot_pages (flow, page, keys) VALUES (?, ?, ?)',
      flow,
      page ?? '',
      JSON.stringify(keys),
    );
  }

  /** A reading of the whole list begins. */
  forgetPages(flow: string): void {
    this.sql.exec('DELETE FROM snapshot_pages WHERE flow = ?', flow);
  }

  /** The whole list was read: forgets the rows that were on no page, and gives their subjects. */
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
