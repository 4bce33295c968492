/**
 * The migration that begins the register of orders (docs/decisions/0020-the-register-follows.md): one row for each order, which
 * triggers keep at what its task, its link and the log say, in the statement that changes those. It begins with what earlier versions
 * kept of orders. None of them kept the currency, nor the day: such an order stands at the day it was booked, and is in no sum
 * until it is read again.
 */
export const registerTables = `
  CREATE TABLE register (
    flow TEXT NOT NULL, key TEXT NOT NULL, day TEXT NOT NULL, at INTEGER NOT NULL, first_seen INTEGER NOT NULL,
    currency TEXT, gross TEXT, vat TEXT, rates TEXT, refunded TEXT,
    open TEXT, problem TEXT, rest TEXT, reason TEXT,
    target_id TEXT, target_number TEXT, booked_at INTEGER, booked TEXT, booked_vat TEXT, credited TEXT,
    state TEXT GENERATED ALWAYS AS (
      CASE WHEN open IN ('waiting', 'parked') THEN open WHEN target_id IS NOT NULL THEN rest
        ELSE ifnull(open, ifnull(rest, 'queued')) END
    ) VIRTUAL,
    PRIMARY KEY (flow, key)
  ) WITHOUT ROWID;
  CREATE TABLE register_days (day TEXT PRIMARY KEY, sums TEXT NOT NULL) WITHOUT ROWID;

  INSERT INTO register (flow, key, day, at, first_seen, gross, vat, rest, target_id, booked_at, booked, booked_vat, credited)
    SELECT 'orders:' || source || ':' || target, key,
      ifnull(date(facts ->> '$.bookedAt'), date(updated_at / 1000, 'unixepoch')),
      ifnull(since, updated_at), min(ifnull(since, updated_at), updated_at),
      iif(instr(total, '.') > 0, rtrim(rtrim(total, '0'), '.'), total), facts ->> '$.vat',
      iif(CAST(total AS REAL) > 0 AND CAST(facts ->> '$.credited' AS REAL) >= CAST(total AS REAL), 'credited', 'booked'),
      target_id, since, total, facts ->> '$.vat', facts ->> '$.credited'
    FROM (SELECT *, facts ->> '$.gross' AS total,
        CAST(strftime('%s', facts ->> '$.bookedAt') AS INTEGER) * 1000 AS since FROM links WHERE record = 'order');
  INSERT INTO register (flow, key, day, at, first_seen, rest, target_id)
    SELECT 'orders:' || source || ':' || target, key, date(updated_at / 1000, 'unixepoch'), updated_at, updated_at,
      'in_day', target_id
    FROM links WHERE record = 'receipt' AND target_id GLOB 'day:*'
    ON CONFLICT (flow, key) DO NOTHING;
  INSERT INTO register (flow, key, day, at, first_seen, rest)
    SELECT flow, key, date(min(created_at) / 1000, 'unixepoch'), min(created_at), min(created_at),
      iif(max(state IN ('done', 'skipped')), 'skipped', NULL)
    FROM tasks WHERE substr(flow, 1, 7) = 'orders:' GROUP BY flow, key
    ON CONFLICT (flow, key) DO UPDATE SET first_seen = excluded.first_seen WHERE first_seen > excluded.first_seen;
  UPDATE register SET
      open = iif(known.state = 'queued' AND target_id IS NOT NULL, NULL, known.state),
      problem = iif(known.state = 'queued', NULL, known.problem)
    FROM (SELECT flow, key, replace(state, 'running', 'queued') AS state, problem FROM tasks
      WHERE state IN ('queued', 'running', 'waiting', 'parked')) AS known
    WHERE register.flow = known.flow AND register.key = known.key;
  UPDATE register SET reason = json_object('code', known.reason, 'params', json(ifnull(known.params, '{}')))
    FROM (SELECT flow, key, reason, params, max(id) FROM activity
      WHERE outcome = 'skipped' AND substr(flow, 1, 7) = 'orders:' GROUP BY flow, key) AS known
    WHERE rest = 'skipped' AND register.flow = known.flow AND register.key = known.key;

  CREATE INDEX register_by_day ON register (day, at);
  CREATE INDEX register_by_gross ON register (gross, day) WHERE gross IS NOT NULL;
  CREATE INDEX register_by_number ON register (lower(target_number)) WHERE target_number IS NOT NULL;
  CREATE INDEX register_by_state ON register (state, day, at)
    WHERE state IN ('waiting', 'parked', 'credited', 'skipped');

  CREATE TRIGGER register_began AFTER INSERT ON tasks WHEN substr(NEW.flow, 1, 7) = 'orders:'
  BEGIN
    INSERT INTO register (flow, key, day, at, first_seen, open, problem)
      VALUES (NEW.flow, NEW.key, date(NEW.created_at / 1000, 'unixepoch'), NEW.created_at, NEW.created_at,
        CASE WHEN NEW.state IN ('waiting', 'parked') THEN NEW.state WHEN NEW.state IN ('queued', 'running') THEN 'queued' END,
        iif(NEW.state IN ('waiting', 'parked'), NEW.problem, NULL))
      ON CONFLICT (flow, key) DO UPDATE SET open = excluded.open, problem = excluded.problem
        WHERE target_id IS NULL OR excluded.open IS NOT 'queued';
  END;
  CREATE TRIGGER register_followed AFTER UPDATE OF state, problem ON tasks
  WHEN substr(NEW.flow, 1, 7) = 'orders:' AND NEW.state <> 'running'
  BEGIN
    UPDATE register SET
        open = CASE NEW.state WHEN 'queued' THEN iif(target_id IS NULL, 'queued', NULL)
          WHEN 'done' THEN NULL WHEN 'skipped' THEN NULL ELSE NEW.state END,
        problem = iif(NEW.state IN ('waiting', 'parked'), NEW.problem, NULL),
        rest = iif(NEW.state IN ('done', 'skipped'), ifnull(rest, 'skipped'), rest)
      WHERE flow = NEW.flow AND key = NEW.key AND (
        open IS NOT CASE NEW.state WHEN 'queued' THEN iif(target_id IS NULL, 'queued', NULL)
          WHEN 'done' THEN NULL WHEN 'skipped' THEN NULL ELSE NEW.state END
        OR problem IS NOT iif(NEW.state IN ('waiting', 'parked'), NEW.problem, NULL)
        OR (rest IS NULL AND NEW.state IN ('done', 'skipped')));
  END;
  CREATE TRIGGER register_moved AFTER UPDATE OF flow ON tasks
  WHEN NEW.flow <> OLD.flow AND substr(NEW.flow, 1, 7) = 'orders:'
  BEGIN
    INSERT INTO register (flow, key, day, at, first_seen, currency, gross, vat, rates, refunded)
      SELECT NEW.flow, key, day, at, first_seen, currency, gross, vat, rates, refunded
      FROM register WHERE flow = OLD.flow AND key = OLD.key
      ON CONFLICT (flow, key) DO NOTHING;
    UPDATE register SET
        open = CASE WHEN NEW.state IN ('waiting', 'parked') THEN NEW.state WHEN target_id IS NULL THEN 'queued' END,
        problem = iif(NEW.state IN ('waiting', 'parked'), NEW.problem, NULL)
      WHERE flow = NEW.flow AND key = NEW.key;
    DELETE FROM register WHERE flow = OLD.flow AND key = OLD.key AND rest IS NULL;
    UPDATE register SET open = NULL, problem = NULL WHERE flow = OLD.flow AND key = OLD.key;
  END;
  CREATE TRIGGER register_linked AFTER INSERT ON links WHEN NEW.record = 'order'
  BEGIN
    UPDATE register SET
        open = nullif(open, 'queued'), reason = NULL, target_id = NEW.target_id,
        rest = iif(CAST(NEW.facts ->> '$.gross' AS REAL) > 0
          AND CAST(NEW.facts ->> '$.credited' AS REAL) >= CAST(NEW.facts ->> '$.gross' AS REAL), 'credited', 'booked'),
        target_number = NEW.facts ->> '$.number', booked = NEW.facts ->> '$.gross',
        booked_vat = NEW.facts ->> '$.vat', credited = NEW.facts ->> '$.credited',
        booked_at = CAST(strftime('%s', NEW.facts ->> '$.bookedAt') AS INTEGER) * 1000
      WHERE flow = 'orders:' || NEW.source || ':' || NEW.target AND key = NEW.key AND (
        target_id IS NOT NEW.target_id OR target_number IS NOT NEW.facts ->> '$.number'
        OR booked IS NOT NEW.facts ->> '$.gross' OR booked_vat IS NOT NEW.facts ->> '$.vat'
        OR credited IS NOT NEW.facts ->> '$.credited');
  END;
  CREATE TRIGGER register_joined AFTER INSERT ON links WHEN NEW.record = 'receipt'
  BEGIN
    UPDATE register SET open = nullif(open, 'queued'), reason = NULL, rest = 'in_day', target_id = NEW.target_id
      WHERE flow = 'orders:' || NEW.source || ':' || NEW.target AND key = NEW.key
        AND NEW.target_id GLOB 'day:*' AND target_id IS NOT NEW.target_id;
    UPDATE register SET rest = NULL, target_id = NULL
      WHERE flow = 'orders:' || NEW.source || ':' || NEW.target AND key = NEW.key
        AND NEW.target_id NOT GLOB 'day:*' AND rest = 'in_day';
  END;
  CREATE TRIGGER register_unlinked AFTER DELETE ON links WHEN OLD.record IN ('order', 'receipt')
  BEGIN
    UPDATE register SET rest = NULL, target_id = NULL, target_number = NULL, booked_at = NULL,
        booked = NULL, booked_vat = NULL, credited = NULL
      WHERE flow = 'orders:' || OLD.source || ':' || OLD.target AND key = OLD.key AND target_id = OLD.target_id;
  END;
  CREATE TRIGGER register_told AFTER INSERT ON activity
  WHEN NEW.outcome = 'skipped' AND substr(NEW.flow, 1, 7) = 'orders:'
  BEGIN
    UPDATE register SET reason = json_object('code', NEW.reason, 'params', json(ifnull(NEW.params, '{}')))
      WHERE flow = NEW.flow AND key = NEW.key AND rest = 'skipped'
        AND reason IS NOT json_object('code', NEW.reason, 'params', json(ifnull(NEW.params, '{}')));
  END;
  CREATE TRIGGER register_day_changed AFTER UPDATE ON register
  WHEN OLD.currency IS NOT NULL OR NEW.currency IS NOT NULL
  BEGIN
    DELETE FROM register_days WHERE day IN (OLD.day, NEW.day);
  END;
  CREATE TRIGGER register_day_left AFTER DELETE ON register WHEN OLD.currency IS NOT NULL
  BEGIN
    DELETE FROM register_days WHERE day = OLD.day;
  END;
`;
