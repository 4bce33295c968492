import type { Params } from '../../texts/catalogue.ts';
import type { Sql } from './sql.ts';
import type { By } from './trail.ts';

/** What waits for a system to be activated. Of the secrets in its two addresses it keeps hashes only. */
export interface ActivationRow {
  /** Of the address that the system calls. */
  readonly callback: string;
  /** Of the address that somebody's browser is sent to. */
  readonly identity: string;
  readonly connector: string;
  /** Where the system must be; null: wherever it is. */
  readonly expected: string | null;
  /** Who opened it. */
  readonly by: By;
  /** Epoch milliseconds. */
  readonly until: number;
  /** Where the system is that was connected; null before. */
  readonly connected: string | null;
  /** Why the last try came to nothing. */
  readonly problem: { readonly code: string; readonly params: Params } | null;
}

/** One for each connection at most: as values of the integration. */
export class ActivationStore {
  constructor(private readonly sql: Sql) {}

  get(connection: string): ActivationRow | null {
    const row = this.sql.exec('SELECT value FROM meta WHERE name = ?', nameOf(connection))[0];
    return row === undefined ? null : (JSON.parse(String(row.value)) as ActivationRow);
  }

  put(connection: string, row: ActivationRow): void {
    this.sql.exec(
      'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      nameOf(connection),
      JSON.stringify(row),
    );
  }

  forget(connection: string): void {
    this.sql.exec('DELETE FROM meta WHERE name = ?', nameOf(connection));
  }

  /** Those that were over by then. */
  deleteBefore(time: number): void {
    this.sql.exec(
      "DELETE FROM meta WHERE name GLOB 'activation:*' AND json_extract(value, '$.until') < ?",
      time,
    );
  }
}

function nameOf(connection: string): string {
  return `activation:${connection}`;
}
