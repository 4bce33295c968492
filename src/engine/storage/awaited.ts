import type { LinkedRecord } from '../../flows/links.ts';
import type { Sql } from './sql.ts';

/** A record between two places. */
export interface AwaitedLink {
  readonly record: LinkedRecord;
  readonly source: string;
  readonly target: string;
  readonly id: string;
}

/** Keys of flows that were brought across without a link that was not there yet: a product before its category. */
export class AwaitedStore {
  constructor(private readonly sql: Sql) {}

  /** One that waits already costs no row. */
  add({ record, source, target, id }: AwaitedLink, flow: string, key: string): void {
    this.sql.exec(
      'INSERT OR IGNORE INTO awaited (source, target, record, id, flow, key) VALUES (?, ?, ?, ?, ?, ?)',
      source,
      target,
      record,
      id,
      flow,
      key,
    );
  }

  /** Takes those that waited for this one. */
  take({ record, source, target, id }: AwaitedLink): { readonly flow: string; readonly key: string }[] {
    const at = [source, target, record, id];
    const where = 'source = ? AND target = ? AND record = ? AND id = ?';
    const rows = this.sql.exec(`SELECT flow, key FROM awaited WHERE ${where}`, ...at);
    if (rows.length > 0) this.sql.exec(`DELETE FROM awaited WHERE ${where}`, ...at);
    return rows.map(({ flow, key }) => ({ flow: String(flow), key: String(key) }));
  }

  forget(flow: string): void {
    this.sql.exec('DELETE FROM awaited WHERE flow = ?', flow);
  }
}
