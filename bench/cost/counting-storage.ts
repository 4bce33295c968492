import type { Tally } from './tally.ts';

/**
 * Has an object's storage counted: the statements on its SQLite, the values by key (a row each) and its alarm, of which
 * every setting is a row written (CLOUDFLARE.md, "DO rows"). `offsetMs` is how far the object's clock is ahead of the
 * alarm's.
 */
export function countStorage(
  storage: DurableObjectStorage,
  object: string,
  tally: Tally,
  offsetMs: () => number = () => 0,
): void {
  countStatements(storage, object, tally);
  countValues(storage, object, tally);
  countAlarm(storage, tally, offsetMs);
}

function countStatements({ sql }: DurableObjectStorage, object: string, tally: Tally): void {
  const exec = sql.exec.bind(sql);
  sql.exec = <Row extends Record<string, SqlStorageValue>>(query: string, ...bindings: unknown[]) => {
    const cursor = exec<Row>(query, ...bindings);
    tally.statement({ object, sql: query.replace(/\s+/g, ' ').trim(), rows: cursor });
    return cursor;
  };
}

function countValues(storage: DurableObjectStorage, object: string, tally: Tally): void {
  const count = (sql: string, rowsRead: number, rowsWritten: number) =>
    tally.statement({ object, sql, rows: { rowsRead, rowsWritten } });
  const get = storage.get.bind(storage) as (key: string) => Promise<unknown>;
  const put = storage.put.bind(storage) as (key: string, value: unknown) => Promise<void>;
  Object.assign(storage, {
    get: (key: string) => {
      count(`get ${key}`, 1, 0);
      return get(key);
    },
    put: (key: string, value: unknown) => {
      count(`put ${key}`, 0, 1);
      return put(key, value);
    },
  });
}

function countAlarm(storage: DurableObjectStorage, tally: Tally, offsetMs: () => number): void {
  const setAlarm = storage.setAlarm.bind(storage);
  const getAlarm = storage.getAlarm.bind(storage);
  const deleteAlarm = storage.deleteAlarm.bind(storage);
  Object.assign(storage, {
    setAlarm: (at: number) => {
      tally.add('alarmSettings');
      return setAlarm(at - offsetMs());
    },
    getAlarm: async () => {
      const at = await getAlarm();
      return at === null ? null : at + offsetMs();
    },
    deleteAlarm: () => {
      tally.add('alarmSettings');
      return deleteAlarm();
    },
  });
}
