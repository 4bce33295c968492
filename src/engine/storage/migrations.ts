import { begunByPart } from './begun-by-part.ts';
import { begunWithTime } from './begun-with-time.ts';
import { causeTables } from './cause-tables.ts';
import { firstRevision } from './first-revision.ts';
import { foldLevels } from './fold-levels.ts';
import { picturesByAddress } from './pictures-by-address.ts';
import { registerApart } from './register-apart.ts';
import { registerAsMade } from './register-as-made.ts';
import { registerTables } from './register-tables.ts';
import type { Sql } from './sql.ts';

/** What a version changes: statements, or a function that does what SQLite cannot say. */
export type Migration = string | ((sql: Sql) => void);

/**
 * Every change of the tables, oldest first. A deployed object runs the ones it lacks, so none may ever be edited or
 * removed; what each table holds is told in docs/storage.md. A function does what SQLite cannot say.
 */
export const migrations: readonly Migration[] = [
  `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE connections (
    name TEXT PRIMARY KEY, connector TEXT NOT NULL, credentials TEXT NOT NULL,
    account TEXT, account_at INTEGER, token TEXT, health TEXT
  ) WITHOUT ROWID;
  CREATE TABLE tasks (
    id INTEGER PRIMARY KEY AUTOINCREMENT, flow TEXT NOT NULL, key TEXT NOT NULL, version TEXT,
    state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, crashes INTEGER NOT NULL DEFAULT 0,
    again INTEGER NOT NULL DEFAULT 0, due_at INTEGER NOT NULL, failing_since INTEGER,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, problem TEXT
  );
  CREATE UNIQUE INDEX tasks_open ON tasks (flow, key) WHERE state IN ('queued', 'running', 'waiting', 'parked');
  CREATE INDEX tasks_due ON tasks (due_at, id) WHERE state IN ('queued', 'waiting');
  CREATE INDEX tasks_of_record ON tasks (flow, key, id);
  CREATE TABLE links (
    record TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, key TEXT NOT NULL,
    target_id TEXT NOT NULL, fingerprint TEXT NOT NULL, facts TEXT NOT NULL, updated_at INTEGER NOT NULL,
    PRIMARY KEY (record, source, target, key)
  ) WITHOUT ROWID;
  CREATE TABLE steps (
    name TEXT PRIMARY KEY, task INTEGER NOT NULL, intended_at INTEGER NOT NULL, result TEXT
  ) WITHOUT ROWID;
  CREATE TABLE activity (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, flow TEXT NOT NULL, key TEXT NOT NULL,
    task INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, target_id TEXT, calls INTEGER NOT NULL,
    person TEXT, payload TEXT
  );
  CREATE TABLE cursors (
    flow TEXT PRIMARY KEY, since INTEGER NOT NULL, until INTEGER, page TEXT, next_at INTEGER NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0, problem TEXT
  ) WITHOUT ROWID;
  CREATE TABLE hooks (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE counters (
    day TEXT NOT NULL, flow TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (day, flow, name)
  ) WITHOUT ROWID;
  `,
  `
  CREATE TABLE alerts (cause TEXT PRIMARY KEY, since INTEGER NOT NULL, told_at INTEGER, message TEXT NOT NULL) WITHOUT ROWID;
  `,
  `
  ALTER TABLE cursors ADD COLUMN memory TEXT;
  `,
  // Each channel has a record of its own. Which of them an alert of before reached is not known: either may have it.
  `
  ALTER TABLE alerts RENAME TO alerts_before;
  CREATE TABLE alerts (
    channel TEXT NOT NULL, cause TEXT NOT NULL, since INTEGER NOT NULL, told_at INTEGER, code TEXT NOT NULL,
    message TEXT NOT NULL, PRIMARY KEY (channel, cause)
  ) WITHOUT ROWID;
  INSERT INTO alerts SELECT 'webhook', cause, since, told_at, '', message FROM alerts_before;
  INSERT INTO alerts SELECT 'email', cause, since, told_at, '', message FROM alerts_before;
  DROP TABLE alerts_before;
  `,
  // Only what was polled has a version: a row less written for every webhook.
  `
  DROP INDEX tasks_of_record;
  CREATE INDEX tasks_of_record ON tasks (flow, key, id) WHERE version IS NOT NULL;
  `,
  // `reason` is a code since then; without params it is a sentence of before.
  `
  ALTER TABLE activity ADD COLUMN params TEXT;
  `,
  // The digests that a source gave to be remembered are rows now. Of customers: those of the last round and of this one so
  // far; of invoices: with the invoice that a credit note credits. A window that was being read had its own in its page.
  `
  CREATE TABLE snapshots (
    flow TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL, subject TEXT, PRIMARY KEY (flow, key)
  ) WITHOUT ROWID;
  CREATE TABLE snapshot_pages (
    flow TEXT NOT NULL, page TEXT NOT NULL, keys TEXT NOT NULL, PRIMARY KEY (flow, page)
  ) WITHOUT ROWID;
  ALTER TABLE cursors ADD COLUMN round TEXT;
  INSERT INTO snapshots SELECT cursors.flow, each.key, each.value, each.key
    FROM cursors, json_each(cursors.memory, '$.known') AS each
    WHERE cursors.flow LIKE 'customers:%' AND cursors.memory IS NOT NULL;
  INSERT OR REPLACE INTO snapshots SELECT cursors.flow, each.key, each.value, each.key
    FROM cursors, json_each(cursors.memory, '$.seen') AS each
    WHERE cursors.flow LIKE 'customers:%' AND cursors.memory IS NOT NULL;
  INSERT INTO snapshots SELECT cursors.flow, each.key, json_extract(each.value, '$[0]'),
      ifnull(json_extract(each.value, '$[1]'), each.key)
    FROM cursors, json_each(cursors.memory) AS each
    WHERE cursors.flow LIKE 'orders:%' AND cursors.memory IS NOT NULL;
  UPDATE cursors SET round = json_object('until', json_extract(memory, '$.until'), 'next',
      CASE WHEN json_extract(memory, '$.page') > 1 THEN json_object('page', json_extract(memory, '$.page')) || '' END,
      'read', ifnull(json_extract(page, '$.read'), 0))
    WHERE flow LIKE 'customers:%' AND memory IS NOT NULL;
  UPDATE cursors SET round = json_object('until',
      CASE WHEN next_at < 9007199254740991 THEN max(since, next_at) ELSE since END, 'next', NULL, 'read', 0)
    WHERE flow LIKE 'orders:%' AND memory IS NOT NULL;
  INSERT OR REPLACE INTO snapshots SELECT cursors.flow, each.key, each.value, each.key
    FROM cursors, json_each(cursors.page, '$.seen') AS each WHERE cursors.page LIKE '%"seen":{%';
  INSERT OR REPLACE INTO snapshots SELECT cursors.flow, each.key, json_extract(each.value, '$[0]'),
      ifnull(json_extract(each.value, '$[1]'), each.key)
    FROM cursors, json_each(cursors.page, '$.open') AS each WHERE cursors.page LIKE '%"open":{%';
  INSERT INTO snapshot_pages SELECT cursors.flow, 'before', json_group_array(each.key)
    FROM cursors, json_each(cursors.page, '$.open') AS each WHERE cursors.page LIKE '%"open":{%'
    GROUP BY cursors.flow;
  UPDATE cursors SET page = json_remove(page, '$.seen', '$.open', '$.read')
    WHERE page LIKE '%"seen":{%' OR page LIKE '%"open":{%';
  ALTER TABLE cursors DROP COLUMN memory;
  `,
  // One row for an incident, whoever was told of it. What a channel was told of before is known by its sentence only.
  `
  CREATE TABLE incidents (
    cause TEXT PRIMARY KEY, state TEXT NOT NULL, problem TEXT NOT NULL, count INTEGER NOT NULL, key TEXT,
    reasons INTEGER NOT NULL, since INTEGER NOT NULL, tell_at INTEGER NOT NULL, told TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE channels (name TEXT PRIMARY KEY, failures INTEGER NOT NULL, not_before INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO incidents SELECT cause, 'present',
      json_object('code', CASE cause WHEN 'stalled' THEN cause ELSE max(code) END, 'params', json_object()), 0, NULL, 1,
      min(since), min(since),
      json_group_object(channel, json_object('code', code, 'params', json_object(),
        'told', json_object('message', message, 'action', ''))) FILTER (WHERE told_at IS NOT NULL)
    FROM alerts GROUP BY cause;
  INSERT INTO channels SELECT substr(name, 8), json_extract(value, '$.failures'), json_extract(value, '$.notBefore')
    FROM meta WHERE name LIKE 'alerts:%';
  DELETE FROM meta WHERE name LIKE 'alerts:%';
  DROP TABLE alerts;
  `,
  // Whose link it is, in a column of its own: erasing a person reads no flow's facts. Amounts that were left out are zero.
  `
  ALTER TABLE links ADD COLUMN email_fingerprint TEXT;
  UPDATE links SET email_fingerprint = CASE WHEN key LIKE 'id:%' THEN json_extract(facts, '$.person') ELSE key END,
    facts = json_remove(facts, '$.person') WHERE record = 'customer';
  UPDATE links SET facts = json_insert(facts, '$.gross', '0', '$.vat', '0', '$.credited', '0') WHERE record = 'order';
  `,
  // That somebody asked for a stretch of the past was told by how long ago it was.
  `
  ALTER TABLE cursors ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
  UPDATE cursors SET asked = 1
    WHERE since < ifnull(json_extract(round, '$.until') - 3000000, ifnull(until, next_at) - 85800000);
  `,
  // What a write that was begun can be found by; steps of before go by the mapping.
  `
  ALTER TABLE steps ADD COLUMN reference TEXT;
  `,
  // What is kept belongs to an account's place. The first account of a connection has its name as its place, so no row
  // moves; which account it is, the next check tells. Whose account it was that an earlier connection opened is not known: no other will be taken for it. A flow of
  // before lives on without a bound.
  `
  CREATE TABLE accounts (
    place TEXT PRIMARY KEY, connection TEXT NOT NULL, connector TEXT NOT NULL, identity TEXT, accepted INTEGER
  ) WITHOUT ROWID;
  ALTER TABLE connections ADD COLUMN place TEXT NOT NULL DEFAULT '';
  ALTER TABLE connections ADD COLUMN met TEXT;
  UPDATE connections SET place = name, account_at = 0;
  INSERT INTO accounts SELECT name, name, connector, NULL, 0 FROM connections;
  INSERT OR IGNORE INTO accounts SELECT DISTINCT source, source, '', '', 0 FROM links;
  INSERT OR IGNORE INTO accounts SELECT DISTINCT target, target, '', '', 0 FROM links;
  ALTER TABLE cursors ADD COLUMN live_from INTEGER;
  ALTER TABLE tasks ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
  `,
  // What waits of a window that somebody asked for: what is noticed meanwhile goes before it.
  `
  CREATE INDEX tasks_of_backfill ON tasks (flow, due_at) WHERE asked = 1 AND state = 'queued' AND version IS NOT NULL;
  `,
  // What is due, what runs and what is parked is found by state and flow; how many there are is counted as it changes, and
  // never again by reading all of them. A task that runs counts as queued: it is back there after a death. `latest` is the
  // last task that came to be in this state with this code.
  `
  DROP INDEX tasks_due;
  CREATE INDEX tasks_by_state ON tasks (state, flow, due_at, id)
    WHERE state IN ('queued', 'running', 'waiting', 'parked');
  CREATE INDEX tasks_failing ON tasks (flow) WHERE state = 'waiting' AND failing_since IS NOT NULL;
  CREATE TABLE open_counts (
    state TEXT NOT NULL, flow TEXT NOT NULL, code TEXT NOT NULL, count INTEGER NOT NULL, latest INTEGER NOT NULL,
    PRIMARY KEY (state, flow, code)
  ) WITHOUT ROWID;
  INSERT INTO open_counts
    SELECT CASE state WHEN 'running' THEN 'queued' ELSE state END, flow, ifnull(json_extract(problem, '$.code'), ''),
      count(*), max(id)
    FROM tasks WHERE state IN ('queued', 'running', 'waiting', 'parked') GROUP BY 1, 2, 3;
  CREATE TRIGGER tasks_counted AFTER INSERT ON tasks WHEN NEW.state IN ('queued', 'running', 'waiting', 'parked')
  BEGIN
    INSERT INTO open_counts VALUES (
      CASE NEW.state WHEN 'running' THEN 'queued' ELSE NEW.state END, NEW.flow,
      ifnull(json_extract(NEW.problem, '$.code'), ''), 1, NEW.id
    ) ON CONFLICT (state, flow, code) DO UPDATE SET count = count + 1, latest = excluded.latest;
  END;
  CREATE TRIGGER tasks_recounted AFTER UPDATE OF state, flow, problem ON tasks
  WHEN NEW.flow <> OLD.flow
    OR CASE NEW.state WHEN 'running' THEN 'queued' ELSE NEW.state END
      <> CASE OLD.state WHEN 'running' THEN 'queued' ELSE OLD.state END
    OR json_extract(NEW.problem, '$.code') IS NOT json_extract(OLD.problem, '$.code')
  BEGIN
    UPDATE open_counts SET count = count - 1
      WHERE state = CASE OLD.state WHEN 'running' THEN 'queued' ELSE OLD.state END AND flow = OLD.flow
        AND code = ifnull(json_extract(OLD.problem, '$.code'), '');
    INSERT INTO open_counts
      SELECT CASE NEW.state WHEN 'running' THEN 'queued' ELSE NEW.state END, NEW.flow,
        ifnull(json_extract(NEW.problem, '$.code'), ''), 1, NEW.id
      WHERE NEW.state IN ('queued', 'running', 'waiting', 'parked')
      ON CONFLICT (state, flow, code) DO UPDATE SET count = count + 1, latest = excluded.latest;
  END;
  CREATE TRIGGER tasks_uncounted AFTER DELETE ON tasks WHEN OLD.state IN ('queued', 'running', 'waiting', 'parked')
  BEGIN
    UPDATE open_counts SET count = count - 1
      WHERE state = CASE OLD.state WHEN 'running' THEN 'queued' ELSE OLD.state END AND flow = OLD.flow
        AND code = ifnull(json_extract(OLD.problem, '$.code'), '');
  END;
  `,
  // What a document that was begun was to be; and whose document something in the target is.
  `
  ALTER TABLE steps ADD COLUMN meant TEXT;
  ALTER TABLE steps ADD COLUMN unheard INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX links_of_target ON links (target, target_id);
  `,
  // The numbers that customers see, by which people look for records; and who left a record out, for it to be taken back.
  `
  CREATE TABLE numbers (
    flow TEXT NOT NULL,
    key TEXT NOT NULL,
    number TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (flow, key)
  ) WITHOUT ROWID;
  CREATE INDEX numbers_folded ON numbers (folded);
  ALTER TABLE tasks ADD COLUMN skipped_by TEXT;
  CREATE INDEX tasks_skipped ON tasks (id) WHERE skipped_by IS NOT NULL;
  `,
  // People are shown what is parked by cause, and what waits: that may not read all that is parked or was ever done. A cause is the code with the params that tell one cause from another (parked-groups.ts); it is counted as it changes.
  `
  ALTER TABLE tasks ADD COLUMN cause TEXT GENERATED ALWAYS AS (
    substr(json_array(
      json_extract(problem, '$.code'), json_extract(problem, '$.connection'),
      json_extract(problem, '$.message'), json_extract(problem, '$.params.setting'),
      json_extract(problem, '$.params.value'), json_extract(problem, '$.params.field'),
      json_extract(problem, '$.params.fields'), json_extract(problem, '$.params.missing'),
      json_extract(problem, '$.params.reason'), json_extract(problem, '$.params.issue'),
      json_extract(problem, '$.params.status'), json_extract(problem, '$.params.errorCode'),
      json_extract(problem, '$.params.account'), json_extract(problem, '$.params.vatCode'),
      json_extract(problem, '$.params.rate'), json_extract(problem, '$.params.group'),
      json_extract(problem, '$.params.currency'), json_extract(problem, '$.params.country'),
      json_extract(problem, '$.params.skus'), json_extract(problem, '$.params.scope')
    ), 1, 1000)
  ) VIRTUAL;
  CREATE INDEX tasks_parked ON tasks (flow, cause, updated_at) WHERE state = 'parked';
  CREATE INDEX tasks_listed ON tasks (state, id) WHERE state IN ('waiting', 'parked');
  CREATE TABLE parked_causes (
    flow TEXT NOT NULL, code TEXT NOT NULL, cause TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (flow, code, cause)
  ) WITHOUT ROWID;
  CREATE INDEX parked_causes_by_count ON parked_causes (count);
  INSERT INTO parked_causes
    SELECT flow, json_extract(problem, '$.code'), cause, count(*) FROM tasks
    WHERE state = 'parked' AND problem IS NOT NULL GROUP BY flow, cause;
  CREATE TRIGGER causes_counted AFTER INSERT ON tasks WHEN NEW.state = 'parked' AND NEW.problem IS NOT NULL
  BEGIN
    INSERT INTO parked_causes VALUES (NEW.flow, json_extract(NEW.problem, '$.code'), NEW.cause, 1)
      ON CONFLICT (flow, code, cause) DO UPDATE SET count = count + 1;
  END;
  CREATE TRIGGER causes_recounted AFTER UPDATE OF state, flow, problem ON tasks
  WHEN (OLD.state = 'parked' OR NEW.state = 'parked')
    AND (OLD.state <> NEW.state OR OLD.flow <> NEW.flow OR OLD.problem IS NOT NEW.problem)
  BEGIN
    UPDATE parked_causes SET count = count - 1
      WHERE OLD.state = 'parked' AND flow = OLD.flow AND code = json_extract(OLD.problem, '$.code')
        AND cause = OLD.cause;
    DELETE FROM parked_causes
      WHERE OLD.state = 'parked' AND flow = OLD.flow AND code = json_extract(OLD.problem, '$.code')
        AND cause = OLD.cause AND count <= 0;
    INSERT INTO parked_causes
      SELECT NEW.flow, json_extract(NEW.problem, '$.code'), NEW.cause, 1
      WHERE NEW.state = 'parked' AND NEW.problem IS NOT NULL
      ON CONFLICT (flow, code, cause) DO UPDATE SET count = count + 1;
  END;
  CREATE TRIGGER causes_uncounted AFTER DELETE ON tasks WHEN OLD.state = 'parked'
  BEGIN
    UPDATE parked_causes SET count = count - 1
      WHERE flow = OLD.flow AND code = json_extract(OLD.problem, '$.code') AND cause = OLD.cause;
    DELETE FROM parked_causes
      WHERE flow = OLD.flow AND code = json_extract(OLD.problem, '$.code') AND cause = OLD.cause AND count <= 0;
  END;
  `,
  // Orders that were booked within a day, by buyer and total: where they pile up, systems make each other's orders. And the
  // accounts where orders are made, whatever has become of the flow: other integrations ask whose they are.
  `
  CREATE TABLE alike (
    flow TEXT NOT NULL, mark TEXT NOT NULL, key TEXT NOT NULL, placed_at INTEGER NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (flow, mark, key)
  ) WITHOUT ROWID;
  ALTER TABLE accounts ADD COLUMN makes INTEGER NOT NULL DEFAULT 0;
  UPDATE accounts SET makes = 1
    WHERE EXISTS (SELECT 1 FROM links WHERE links.target = accounts.place AND links.record = 'order')
      OR EXISTS (SELECT 1 FROM cursors WHERE cursors.flow LIKE 'orders:%:' || accounts.place);
  `,
  // Stock: keys whose levels changed, levels as they were last dealt with, and batches of keys that are under way. A level that changes
  // costs three rows: its key comes and goes, and the level is written. `due_at` is 0 for what may go at once, so that only what has to
  // wait stands in an index.
  `
  CREATE TABLE dirty (
    flow TEXT NOT NULL, key TEXT NOT NULL, revision INTEGER NOT NULL, due_at INTEGER NOT NULL DEFAULT 0,
    asked INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0, failing_since INTEGER, problem TEXT,
    PRIMARY KEY (flow, key)
  ) WITHOUT ROWID;
  CREATE INDEX dirty_later ON dirty (flow, due_at) WHERE due_at > 0;
  CREATE TABLE levels (
    flow TEXT NOT NULL, sku TEXT NOT NULL, key TEXT NOT NULL, target_id TEXT, quantity TEXT, state TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '', problem TEXT, drift TEXT, drift_at INTEGER, written_at INTEGER, updated_at INTEGER NOT NULL,
    PRIMARY KEY (flow, sku)
  ) WITHOUT ROWID;
  CREATE INDEX levels_by_key ON levels (flow, key);
  CREATE TABLE level_counts (
    flow TEXT NOT NULL, state TEXT NOT NULL, code TEXT NOT NULL, count INTEGER NOT NULL, latest TEXT,
    PRIMARY KEY (flow, state, code)
  ) WITHOUT ROWID;
  CREATE TRIGGER level_added AFTER INSERT ON levels BEGIN
    INSERT INTO level_counts (flow, state, code, count, latest) VALUES (NEW.flow, NEW.state, NEW.code, 1, NEW.sku)
      ON CONFLICT DO UPDATE SET count = count + 1, latest = excluded.latest;
  END;
  CREATE TRIGGER level_moved AFTER UPDATE OF state, code ON levels
    WHEN OLD.state IS NOT NEW.state OR OLD.code IS NOT NEW.code
  BEGIN
    UPDATE level_counts SET count = count - 1 WHERE flow = OLD.flow AND state = OLD.state AND code = OLD.code;
    INSERT INTO level_counts (flow, state, code, count, latest) VALUES (NEW.flow, NEW.state, NEW.code, 1, NEW.sku)
      ON CONFLICT DO UPDATE SET count = count + 1, latest = excluded.latest;
  END;
  CREATE TRIGGER level_removed AFTER DELETE ON levels BEGIN
    UPDATE level_counts SET count = count - 1 WHERE flow = OLD.flow AND state = OLD.state AND code = OLD.code;
  END;
  CREATE TABLE batches (
    id INTEGER PRIMARY KEY, flow TEXT NOT NULL, keys TEXT NOT NULL, made_at INTEGER NOT NULL, sent_at INTEGER,
    lease TEXT, leased_until INTEGER
  );
  `,
  // Keys that wait for a person (due at 2^53 - 1: never) are told by cause at every run, which may not read all of them.
  `
  CREATE TABLE stuck_counts (
    flow TEXT NOT NULL, code TEXT NOT NULL, count INTEGER NOT NULL DEFAULT 0, latest TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (flow, code)
  ) WITHOUT ROWID;
  INSERT INTO stuck_counts
    SELECT flow, ifnull(json_extract(problem, '$.code'), ''), count(*), max(key)
    FROM dirty WHERE due_at = 9007199254740991 GROUP BY 1, 2;
  CREATE TRIGGER stuck_added AFTER INSERT ON dirty WHEN NEW.due_at = 9007199254740991
  BEGIN
    INSERT OR IGNORE INTO stuck_counts (flow, code) VALUES (NEW.flow, ifnull(json_extract(NEW.problem, '$.code'), ''));
    UPDATE stuck_counts SET count = count + 1, latest = NEW.key
      WHERE flow = NEW.flow AND code = ifnull(json_extract(NEW.problem, '$.code'), '');
  END;
  CREATE TRIGGER stuck_moved AFTER UPDATE OF flow, due_at, problem ON dirty
  WHEN (OLD.due_at = 9007199254740991 OR NEW.due_at = 9007199254740991)
    AND (OLD.due_at <> NEW.due_at OR OLD.flow <> NEW.flow OR OLD.problem IS NOT NEW.problem)
  BEGIN
    UPDATE stuck_counts SET count = count - 1
      WHERE OLD.due_at = 9007199254740991 AND flow = OLD.flow
        AND code = ifnull(json_extract(OLD.problem, '$.code'), '');
    INSERT OR IGNORE INTO stuck_counts (flow, code)
      SELECT NEW.flow, ifnull(json_extract(NEW.problem, '$.code'), '') WHERE NEW.due_at = 9007199254740991;
    UPDATE stuck_counts SET count = count + 1, latest = NEW.key
      WHERE NEW.due_at = 9007199254740991 AND flow = NEW.flow
        AND code = ifnull(json_extract(NEW.problem, '$.code'), '');
  END;
  CREATE TRIGGER stuck_removed AFTER DELETE ON dirty WHEN OLD.due_at = 9007199254740991
  BEGIN
    UPDATE stuck_counts SET count = count - 1
      WHERE flow = OLD.flow AND code = ifnull(json_extract(OLD.problem, '$.code'), '');
  END;
  `,
  // SKUs that something became of while a batch was looking at them, and that no level was known of yet.
  'ALTER TABLE batches ADD COLUMN noticed TEXT',
  // Records that were brought across before what they belong to was: they are looked at again when that has its link.
  `
  CREATE TABLE awaited (
    source TEXT NOT NULL, target TEXT NOT NULL, record TEXT NOT NULL, id TEXT NOT NULL, flow TEXT NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (source, target, record, id, flow, key)
  ) WITHOUT ROWID;
  `,
  // Tasks that wait for the end of a step: most steps end without anybody who does, and that must cost nothing.
  `CREATE INDEX tasks_awaiting ON tasks (problem ->> '$.awaits')
     WHERE state = 'waiting' AND problem ->> '$.awaits' IS NOT NULL`,
  // Levels by SKU for targets that compare them without case and outer blanks.
  `
  ALTER TABLE levels ADD COLUMN folded TEXT NOT NULL DEFAULT '';
  UPDATE levels SET folded = lower(trim(sku));
  CREATE INDEX levels_by_folded ON levels (flow, folded);
  `,
  // Parts of a record that are being made beside it, and what stood there before: nothing else tells them apart.
  'ALTER TABLE steps ADD COLUMN parts TEXT',
  // Variants that are products of their own in the target are found by its id, each.
  `
  INSERT OR IGNORE INTO links (record, source, target, key, target_id, fingerprint, facts, updated_at)
    SELECT 'part', source, target, links.key || '/' || part.key, json_extract(part.value, '$.targetId'), '',
      iif(json_extract(part.value, '$.facts.made'), '{"made":true}', '{}'), updated_at
    FROM links, json_each(links.facts, '$.apart') AS part
    WHERE record = 'product' AND json_extract(part.value, '$.targetId') <> '';
  `,
  // Until when a write of this key's levels that was not answered may still be done: then they are looked at once more.
  'ALTER TABLE dirty ADD COLUMN late_until INTEGER',
  foldLevels,
  begunByPart,
  // What waits for the end of another record of its flow may be parked by then.
  `
  DROP INDEX tasks_awaiting;
  CREATE INDEX tasks_awaiting ON tasks (problem ->> '$.awaits')
    WHERE state IN ('waiting', 'parked') AND problem ->> '$.awaits' IS NOT NULL;
  `,
  begunWithTime,
  // What an order sells: whoever leaves it out has its levels looked at, and reads nothing for that.
  'ALTER TABLE tasks ADD COLUMN skus TEXT',
  // A notice may be ahead of the source's lists, and so may be what was just sold there: such a key is looked at once more.
  `
  ALTER TABLE dirty ADD COLUMN ahead INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE dirty ADD COLUMN sold TEXT;
  ALTER TABLE dirty ADD COLUMN again_at INTEGER;
  `,
  // Days that were not in order: what went wrong before, and is over, nobody kept.
  'CREATE TABLE troubled_days (day TEXT PRIMARY KEY, state TEXT NOT NULL, ms INTEGER NOT NULL) WITHOUT ROWID',
  // What people did.
  `
  CREATE TABLE trail (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, who TEXT NOT NULL, token INTEGER, via TEXT NOT NULL,
    code TEXT NOT NULL, params TEXT NOT NULL
  );
  CREATE INDEX trail_at ON trail (at);
  `,
  registerTables,
  firstRevision,
  picturesByAddress,
  // What is asked for by its name goes also where all else of its flow waits for the day's calls.
  `CREATE INDEX tasks_named ON tasks (state, flow, due_at, id)
     WHERE asked = 2 AND state IN ('queued', 'running', 'waiting', 'parked')`,
  registerApart,
  causeTables,
  // All tries of one record are looked at together: the log of months is not read for them.
  'CREATE INDEX activity_by_key ON activity (key)',
  registerAsMade,
];

/** Whether anything was ever stored here; asking stores nothing. */
export function hasTables(sql: Sql): boolean {
  // The first that was ever made: one row is read, and not the whole schema.
  return sql.exec("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'meta' LIMIT 1").length > 0;
}

/** Brings the tables up to date: those of an integration, unless others are named. */
export function migrate(sql: Sql, all: readonly Migration[] = migrations): void {
  const applied = hasTables(sql)
    ? Number(sql.exec("SELECT value FROM meta WHERE name = 'schema'")[0]?.value ?? 0)
    : 0;
  if (applied > all.length) {
    throw new Error(`This object's storage (version ${applied}) is newer than this Koppel (${all.length}).`);
  }
  all.slice(applied).forEach((migration, index) => {
    sql.transaction(() => {
      if (typeof migration === 'function') migration(sql);
      else for (const statement of statementsOf(migration)) sql.exec(statement);
      sql.exec(
        "INSERT INTO meta (name, value) VALUES ('schema', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        String(applied + index + 1),
      );
    });
  });
}

/** Splits at semicolons. A trigger holds some itself, and ends with an END of its own. */
function statementsOf(text: string): string[] {
  const statements: string[] = [];
  let trigger = '';
  for (const part of text.split(';')) {
    const begins = /^\s*CREATE TRIGGER\b/.test(part);
    if (!begins && trigger === '') statements.push(part);
    else {
      trigger += `${part};`;
      if (part.trim() !== 'END') continue;
      statements.push(trigger);
      trigger = '';
    }
  }
  return statements.filter((each) => each.trim() !== '');
}
