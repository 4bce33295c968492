import { type Migration, migrate } from '../engine/storage/migrations.ts';
import type { Sql } from '../engine/storage/sql.ts';

/**
 * Every change of the tables of the house, oldest first: what belongs to the deployment as a whole. None may ever be edited or
 * removed; what each table holds is told in docs/storage.md.
 */
const migrations: readonly Migration[] = [
  // A token's id is never used again: the sessions of one that was revoked must not be taken for those of a later one.
  `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE tokens (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, role TEXT NOT NULL,
    integrations TEXT, created_at INTEGER NOT NULL, created_by TEXT NOT NULL, expires_at INTEGER, used_at INTEGER
  );
  `,
];

/** Makes the tables, or brings them up to date. Nothing is stored before something is made here. */
export function prepare(sql: Sql): void {
  migrate(sql, migrations);
}
