import { DatabaseSync } from 'node:sqlite';
import type { Row, Sql, SqlValue } from '../../src/engine/storage/sql.ts';

/** Node's own SQLite in memory, as the stores need it. */
export function memorySql(): Sql {
  const database = new DatabaseSync(':memory:');
  let depth = 0;
  return {
    exec: <R extends Row>(query: string, ...bindings: SqlValue[]) =>
      database
        .prepare(query)
        .all(...numbered(query, bindings))
        .map((row) => ({ ...row }) as R),
    transaction: (work) => {
      const name = `t${depth++}`;
      database.exec(`SAVEPOINT ${name}`);
      try {
        const result = work();
        database.exec(`RELEASE ${name}`);
        return result;
      } catch (error) {
        database.exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
        throw error;
      } finally {
        depth--;
      }
    },
  };
}

/** What is stored at this moment, on its own from now on. */
export function copyOf(sql: Sql): Sql {
  const copy = memorySql();
  const tables = sql.exec(
    'SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC, rowid',
  );
  for (const { name, sql: statement } of tables) {
    if (name !== 'sqlite_sequence') copy.exec(String(statement));
  }
  for (const { name } of tables) {
    if (!sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", name ?? null)[0]) continue;
    for (const row of sql.exec(`SELECT * FROM ${name}`)) {
      const marks = Object.keys(row).map(() => '?');
      copy.exec(
        `INSERT OR REPLACE INTO ${name} (${Object.keys(row).join(', ')}) VALUES (${marks.join(', ')})`,
        ...Object.values(row),
      );
    }
  }
  return copy;
}

/** Durable Objects want a binding for every number that a query uses, and no more; so does this. */
function numbered(query: string, bindings: readonly SqlValue[]): SqlValue[] {
  const wanted = [...query.matchAll(/\?(\d*)/g)].map(([, number], index) => Number(number || index + 1));
  if (bindings.length !== Math.max(0, ...wanted)) {
    throw new Error(`${bindings.length} bindings for: ${query}`);
  }
  return [...bindings];
}
