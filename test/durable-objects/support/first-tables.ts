/** The tables of the first release, as deployed objects hold them. Never to be changed: every upgrade starts here. */
export const firstTables: readonly string[] = [
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
  'CREATE INDEX tasks_of_record ON tasks (flow, key, id)',
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
    failures INTEGER NOT NULL DEFAULT 0, problem TEXT
  ) WITHOUT ROWID`,
  'CREATE TABLE hooks (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID',
  `CREATE TABLE counters (
    day TEXT NOT NULL, flow TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (day, flow, name)
  ) WITHOUT ROWID`,
];
