/**
 * The migration for work on causes: what tells one cause from another is all that parked-groups.ts names; of a cause is kept how many
 * records it stopped at most, and that it ended; amounts are kept in parts (parked-sums.ts); and what a person did about one
 * (remedies.ts), which is done in parts too.
 */
export const causeTables = `
  DROP TRIGGER causes_counted;
  DROP TRIGGER causes_recounted;
  DROP TRIGGER causes_uncounted;
  DROP TABLE parked_causes;
  DROP INDEX tasks_parked;
  ALTER TABLE tasks DROP COLUMN cause;
  ALTER TABLE tasks ADD COLUMN cause TEXT GENERATED ALWAYS AS (
    substr(json_array(
      json_extract(problem, '$.code'), json_extract(problem, '$.connection'),
      json_extract(problem, '$.message'), json_extract(problem, '$.params.setting'),
      json_extract(problem, '$.params.value'), json_extract(problem, '$.params.field'),
      json_extract(problem, '$.params.fields'), json_extract(problem, '$.params.missing'),
      json_extract(problem, '$.params.reason'), json_extract(problem, '$.params.issue'),
      json_extract(problem, '$.params.status'), json_extract(problem, '$.params.errorCode'),
      json_extract(problem, '$.params.systemCode'), json_extract(problem, '$.params.method'),
      json_extract(problem, '$.params.what'), json_extract(problem, '$.params.why'),
      json_extract(problem, '$.params.of'),
      json_extract(problem, '$.params.account'), json_extract(problem, '$.params.vatCode'),
      json_extract(problem, '$.params.rate'), json_extract(problem, '$.params.group'),
      json_extract(problem, '$.params.currency'), json_extract(problem, '$.params.country'),
      json_extract(problem, '$.params.skus'), json_extract(problem, '$.params.scope')
    ), 1, 1000)
  ) VIRTUAL;
  CREATE INDEX tasks_parked ON tasks (flow, cause, updated_at) WHERE state = 'parked';

  CREATE TABLE parked_causes (
    flow TEXT NOT NULL, code TEXT NOT NULL, cause TEXT NOT NULL, count INTEGER NOT NULL, most INTEGER NOT NULL,
    problem TEXT, at INTEGER, PRIMARY KEY (flow, code, cause)
  ) WITHOUT ROWID;
  CREATE INDEX parked_causes_by_count ON parked_causes (count);
  INSERT INTO parked_causes (flow, code, cause, count, most)
    SELECT flow, json_extract(problem, '$.code'), cause, count(*), count(*) FROM tasks
    WHERE state = 'parked' AND problem IS NOT NULL GROUP BY flow, cause;
  CREATE TABLE ended_causes (
    flow TEXT NOT NULL, cause TEXT NOT NULL, problem TEXT NOT NULL, count INTEGER NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (flow, cause)
  ) WITHOUT ROWID;
  CREATE INDEX ended_causes_by_end ON ended_causes (at);
  CREATE TRIGGER causes_counted AFTER INSERT ON tasks WHEN NEW.state = 'parked' AND NEW.problem IS NOT NULL
  BEGIN
    INSERT INTO parked_causes (flow, code, cause, count, most)
      VALUES (NEW.flow, json_extract(NEW.problem, '$.code'), NEW.cause, 1, 1)
      ON CONFLICT (flow, code, cause) DO UPDATE SET count = count + 1, most = max(most, count + 1);
  END;
  CREATE TRIGGER causes_recounted AFTER UPDATE OF state, flow, problem ON tasks
  WHEN (OLD.state = 'parked' OR NEW.state = 'parked')
    AND (OLD.state <> NEW.state OR OLD.flow <> NEW.flow OR OLD.cause IS NOT NEW.cause)
  BEGIN
    UPDATE parked_causes SET count = count - 1, problem = OLD.problem, at = max(NEW.updated_at, NEW.due_at)
      WHERE OLD.state = 'parked' AND flow = OLD.flow AND code = json_extract(OLD.problem, '$.code')
        AND cause = OLD.cause;
    DELETE FROM parked_causes
      WHERE OLD.state = 'parked' AND flow = OLD.flow AND code = json_extract(OLD.problem, '$.code')
        AND cause = OLD.cause AND count <= 0;
    INSERT INTO parked_causes (flow, code, cause, count, most)
      SELECT NEW.flow, json_extract(NEW.problem, '$.code'), NEW.cause, 1, 1
      WHERE NEW.state = 'parked' AND NEW.problem IS NOT NULL
      ON CONFLICT (flow, code, cause) DO UPDATE SET count = count + 1, most = max(most, count + 1);
  END;
  CREATE TRIGGER causes_uncounted AFTER DELETE ON tasks WHEN OLD.state = 'parked'
  BEGIN
    UPDATE parked_causes SET count = count - 1
      WHERE flow = OLD.flow AND code = json_extract(OLD.problem, '$.code') AND cause = OLD.cause;
    DELETE FROM parked_causes
      WHERE flow = OLD.flow AND code = json_extract(OLD.problem, '$.code') AND cause = OLD.cause AND count <= 0;
  END;
  CREATE TRIGGER cause_ended AFTER DELETE ON parked_causes WHEN OLD.problem IS NOT NULL
  BEGIN
    INSERT INTO ended_causes (flow, cause, problem, count, at)
      VALUES (OLD.flow, OLD.cause, OLD.problem, OLD.most, OLD.at)
      ON CONFLICT (flow, cause) DO UPDATE SET problem = excluded.problem, count = excluded.count, at = excluded.at;
  END;

  CREATE TABLE parked_sums (
    flow TEXT NOT NULL, cause TEXT NOT NULL, part INTEGER NOT NULL, sums TEXT, PRIMARY KEY (flow, cause, part)
  ) WITHOUT ROWID;
  INSERT INTO parked_sums (flow, cause, part)
    SELECT DISTINCT flow, cause, id / 256 FROM tasks
    WHERE state = 'parked' AND problem IS NOT NULL AND substr(flow, 1, 7) = 'orders:';
  CREATE TRIGGER sums_begun AFTER INSERT ON tasks
  WHEN NEW.state = 'parked' AND NEW.problem IS NOT NULL AND substr(NEW.flow, 1, 7) = 'orders:'
  BEGIN
    INSERT INTO parked_sums (flow, cause, part) VALUES (NEW.flow, NEW.cause, NEW.id / 256)
      ON CONFLICT (flow, cause, part) DO UPDATE SET sums = NULL WHERE sums IS NOT NULL;
  END;
  CREATE TRIGGER sums_changed AFTER UPDATE OF state, flow, problem ON tasks
  WHEN (OLD.state = 'parked' OR NEW.state = 'parked')
    AND (OLD.state <> NEW.state OR OLD.flow <> NEW.flow OR OLD.cause IS NOT NEW.cause)
  BEGIN
    UPDATE parked_sums SET sums = NULL
      WHERE OLD.state = 'parked' AND flow = OLD.flow AND cause = OLD.cause AND part = OLD.id / 256
        AND sums IS NOT NULL;
    INSERT INTO parked_sums (flow, cause, part)
      SELECT NEW.flow, NEW.cause, NEW.id / 256
      WHERE NEW.state = 'parked' AND NEW.problem IS NOT NULL AND substr(NEW.flow, 1, 7) = 'orders:'
      ON CONFLICT (flow, cause, part) DO UPDATE SET sums = NULL WHERE sums IS NOT NULL;
  END;
  CREATE TRIGGER sums_read AFTER UPDATE OF gross, currency ON register WHEN NEW.open = 'parked'
  BEGIN
    UPDATE parked_sums SET sums = NULL
      WHERE sums IS NOT NULL AND (flow, cause, part) IN (
        SELECT flow, cause, id / 256 FROM tasks
        WHERE flow = NEW.flow AND key = NEW.key AND state IN ('queued', 'running', 'waiting', 'parked'));
  END;

  CREATE TABLE remedies (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, who TEXT NOT NULL, via TEXT NOT NULL, what TEXT NOT NULL,
    flow TEXT NOT NULL, cause TEXT NOT NULL, problem TEXT NOT NULL, why TEXT, takes_back INTEGER,
    total INTEGER NOT NULL, done INTEGER NOT NULL DEFAULT 0, ended_at INTEGER
  );
  CREATE INDEX remedies_of_cause ON remedies (flow, cause, id);
  CREATE INDEX remedies_under_way ON remedies (id) WHERE ended_at IS NULL;
  ALTER TABLE tasks ADD COLUMN remedy INTEGER;
  CREATE INDEX tasks_of_remedy ON tasks (remedy) WHERE remedy IS NOT NULL;
`;
