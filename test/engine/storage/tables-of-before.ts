import { readFileSync } from 'node:fs';
import { type Sql, whereOf } from '../../../src/engine/storage/sql.ts';

/** As the landed version stored them (schema 5): its dump tells how (test/fixtures/landed). */
const dump = JSON.parse(readFileSync('test/fixtures/landed/shop-to-books.json', 'utf8')) as {
  readonly schema: number;
  readonly statements: readonly string[];
};

export function makeTablesOfBefore(sql: Sql): void {
  for (const statement of dump.statements) sql.exec(statement);
  sql.exec("INSERT INTO meta VALUES ('schema', ?)", String(dump.schema));
}

/** One row, its columns by name. */
export function insert(sql: Sql, table: string, row: Readonly<Record<string, string | number | null>>): void {
  const { bindings } = whereOf(Object.entries(row));
  const marks = bindings.map(() => '?').join(', ');
  sql.exec(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${marks})`, ...bindings);
}
