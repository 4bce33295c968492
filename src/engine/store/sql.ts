export type SqlValue = string | number | null;
export type Row = Record<string, SqlValue>;

/** SQLite as the stores need it: a Durable Object's storage in production, any SQLite in a simulation. Synchronous. */
export interface Sql {
  exec<R extends Row = Row>(query: string, ...bindings: SqlValue[]): R[];
  /** All or nothing. */
  transaction<T>(work: () => T): T;
}
