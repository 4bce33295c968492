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
  // `source`: the row that it was in the trail of an integration that was deleted since; handed over twice, it is kept once.
  `
  CREATE TABLE trail (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, integration TEXT, source INTEGER, who TEXT NOT NULL,
    token INTEGER, via TEXT NOT NULL, code TEXT NOT NULL, params TEXT NOT NULL
  );
  CREATE INDEX trail_at ON trail (at);
  CREATE UNIQUE INDEX trail_inherited ON trail (integration, source, at) WHERE source IS NOT NULL;
  `,
  `
  CREATE TABLE channels (
    id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, name TEXT NOT NULL, ref TEXT NOT NULL, sealed TEXT NOT NULL,
    shown TEXT NOT NULL, integrations TEXT, language TEXT NOT NULL, hour INTEGER, zone TEXT, created_at INTEGER NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0, not_before INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT, channel INTEGER NOT NULL, cause TEXT, message TEXT NOT NULL,
    created_at INTEGER NOT NULL
  );
  CREATE INDEX outbox_of_channel ON outbox (channel, id);
  CREATE TABLE tellings (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, channel TEXT NOT NULL, kind TEXT NOT NULL, integration TEXT,
    about TEXT NOT NULL, is_end INTEGER NOT NULL, taken INTEGER NOT NULL, answer TEXT NOT NULL
  );
  CREATE TABLE summaries (channel INTEGER NOT NULL, day TEXT NOT NULL, PRIMARY KEY (channel, day)) WITHOUT ROWID;
  `,
];

/** Makes the tables, or brings them up to date. Nothing is stored before something is made here. */
export function prepare(sql: Sql): void {
  migrate(sql, migrations);
}
