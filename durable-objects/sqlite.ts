import type { Row, Sql, SqlValue } from '../src/engine/storage/sql.ts';

/** The object's own SQLite, as the stores need it. */
export function sqliteOf(storage: DurableObjectStorage): Sql {
  return {
    exec: <R extends Row>(query: string, ...bindings: SqlValue[]) =>
      storage.sql.exec<R>(query, ...bindings).toArray(),
    transaction: (work) => storage.transactionSync(work),
  };
}
