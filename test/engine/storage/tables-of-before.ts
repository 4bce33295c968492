import { type Sql, whereOf } from '../../../src/engine/storage/sql.ts';

/**
 * The tables as the release before codes and params left them (schema 5). Never to be changed: what is deployed upgrades
 * from here.
 */
const tables: readonly string[] = [
  'CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
  `CREATE TABLE connections (
    name TEXT PRIMARY KEY, connector TEXT NOT NULL, credentials TEXT NOT NULL,
    account TEXT, account_at INTEGER, token TEXT, health TEXT
  ) WITHOUT ROWID`,
  `CREATE TABLE tasks (
    id INTEGER PRIMARY KEY AUTOINCREMENT, flow TEXT NOT NULL, key TEXT NOT NULL, version TEXT,
    state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, crashes INTEGER NOT NULL DEFAULT 0,
    again INTEGER NOT NULL DEFAULT 0, due_at INTEGER NOT NULL, failing_since INTEGER,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, problem TEXT
  )`,
  "CREATE UNIQUE INDEX tasks_open ON tasks (flow, key) WHERE state IN ('queued', 'running', 'waiting', 'parked')",
  "CREATE INDEX tasks_due ON tasks (due_at, id) WHERE state IN ('queued', 'waiting')",
  'CREATE INDEX tasks_of_record ON tasks (flow, key, id) WHERE version IS NOT NULL',
  `CREATE TABLE links (
    record TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, key TEXT NOT NULL,
    target_id TEXT NOT NULL, fingerprint TEXT NOT NULL, facts TEXT NOT NULL, updated_at INTEGER NOT NULL,
    PRIMARY KEY (record, source, target, key)
  ) WITHOUT ROWID`,
  `CREATE TABLE steps (
    name TEXT PRIMARY KEY, task INTEGER NOT NULL, intended_at INTEGER NOT NULL, result TEXT
  ) WITHOUT ROWID`,
  `CREATE TABLE activity (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, flow TEXT NOT NULL, key TEXT NOT NULL,
    task INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, target_id TEXT, calls INTEGER NOT NULL,
    person TEXT, payload TEXT
  )`,
  `CREATE TABLE cursors (
    flow TEXT PRIMARY KEY, since INTEGER NOT NULL, until INTEGER, page TEXT, next_at INTEGER NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0, problem TEXT, memory TEXT
  ) WITHOUT ROWID`,
  'CREATE TABLE hooks (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID',
  `CREATE TABLE counters (
    day TEXT NOT NULL, flow TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (day, flow, name)
  ) WITHOUT ROWID`,
  `CREATE TABLE alerts (
    channel TEXT NOT NULL, cause TEXT NOT NULL, since INTEGER NOT NULL, told_at INTEGER, code TEXT NOT NULL,
    message TEXT NOT NULL, PRIMARY KEY (channel, cause)
  ) WITHOUT ROWID`,
  "INSERT INTO meta VALUES ('schema', '5')",
];

export function makeTablesOfBefore(sql: Sql): void {
  for (const statement of tables) sql.exec(statement);
}

/** One row, its columns by name. */
export function insert(sql: Sql, table: string, row: Readonly<Record<string, string | number | null>>): void {
  const { bindings } = whereOf(Object.entries(row));
  const marks = bindings.map(() => '?').join(', ');
  sql.exec(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${marks})`, ...bindings);
}
