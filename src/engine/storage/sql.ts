export type SqlValue = string | number | null;
export type Row = Record<string, SqlValue>;

/** SQLite as the stores need it: a Durable Object's storage in production, any SQLite in a simulation. Synchronous. */
export interface Sql {
  exec<R extends Row = Row>(query: string, ...bindings: SqlValue[]): R[];
  /** All or nothing. */
  transaction<T>(work: () => T): T;
}

/** A WHERE clause of the conditions that have a value. */
export function whereOf(conditions: readonly (readonly [string, SqlValue | undefined])[]) {
  const used = conditions.filter((each): each is readonly [string, SqlValue] => each[1] !== undefined);
  const where = used.length > 0 ? `WHERE ${used.map(([condition]) => condition).join(' AND ')}` : '';
  return { where, bindings: used.map(([, value]) => value) };
}
