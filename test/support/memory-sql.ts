import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Row, Sql, SqlValue } from '../../src/engine/storage/sql.ts';

interface Prepared {
  readonly statement: StatementSync;
  /** How many bindings the query uses. */
  readonly wants: number;
}

/** Node's own SQLite in memory, as the stores need it. Statements are prepared once. */
export class MemoryDatabase {
  readonly #database = new DatabaseSync(':memory:');
  readonly #statements = new Map<string, Prepared>();
  #depth = 0;

  /** Durable Objects want a binding for every number that a query uses, and no more; so does this. */
  run(query: string, bindings: readonly SqlValue[]): Row[] {
    const { statement, wants } = this.#prepared(query);
    if (bindings.length !== wants) throw new Error(`${bindings.length} bindings for: ${query}`);
    return statement.all(...bindings) as Row[];
  }

  transaction<T>(work: () => T): T {
    const name = `inner${this.#depth++}`;
    this.do(`SAVEPOINT ${name}`);
    try {
      const result = work();
      this.do(`RELEASE ${name}`);
      return result;
    } catch (error) {
      this.do(`ROLLBACK TO ${name}; RELEASE ${name}`);
      throw error;
    } finally {
      this.#depth--;
    }
  }

  /** Statements without rows, such as savepoints. */
  do(statements: string): void {
    this.#database.exec(statements);
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #prepared(query: string): Prepared {
    const known = this.#statements.get(query);
    if (known !== undefined) return known;
    const numbers = [...query.matchAll(/\?(\d*)/g)].map(([, number], index) => Number(number || index + 1));
    const prepared = { statement: this.#database.prepare(query), wants: Math.max(0, ...numbers) };
    // What makes or changes a table is not repeated.
    if (/^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)/i.test(query)) this.#statements.set(query, prepared);
    return prepared;
  }
}

export function memorySql(): Sql {
  const database = new MemoryDatabase();
  return {
    exec: <R extends Row>(query: string, ...bindings: SqlValue[]) =>
      database.run(query, bindings).map((row) => ({ ...row }) as R),
    transaction: (work) => database.transaction(work),
  };
}

/** What is stored at this moment, on its own from now on. Triggers come last: their work is among the rows already. */
export function copyOf(sql: Sql): Sql {
  const copy = memorySql();
  const tables = sql.exec(
    "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'trigger' ORDER BY type DESC, rowid",
  );
  for (const { name, sql: statement } of tables) {
    if (name !== 'sqlite_sequence') copy.exec(String(statement));
  }
  for (const { name } of tables) {
    if (!sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", name ?? null)[0]) continue;
    // Columns that are computed are not among these.
    const columns = sql.exec('SELECT name FROM pragma_table_info(?)', name ?? null).map((each) => each.name);
    for (const row of sql.exec(`SELECT ${columns.join(', ')} FROM ${name}`)) {
      const marks = Object.keys(row).map(() => '?');
      copy.exec(
        `INSERT OR REPLACE INTO ${name} (${Object.keys(row).join(', ')}) VALUES (${marks.join(', ')})`,
        ...Object.values(row),
      );
    }
  }
  for (const trigger of sql.exec("SELECT sql FROM sqlite_master WHERE type = 'trigger'")) {
    copy.exec(String(trigger.sql));
  }
  return copy;
}
