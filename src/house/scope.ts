import type { Sql } from '../engine/storage/sql.ts';

/**
 * An integration is deleted: nothing is for it any more, so that another one that gets its id is nobody's by that. `table`: rows that are for all
 * integrations (null), or for those whose ids they list. Returns the ids of rows that were for this one alone.
 */
export function forNoneOf(sql: Sql, table: 'tokens' | 'channels', integration: string): number[] {
  sql.exec(
    `UPDATE ${table} SET integrations =
       (SELECT json_group_array(value) FROM json_each(${table}.integrations) WHERE value <> ?1)
     WHERE EXISTS (SELECT 1 FROM json_each(${table}.integrations) WHERE value = ?1)`,
    integration,
  );
  return sql.exec(`SELECT id FROM ${table} WHERE integrations = '[]'`).map(({ id }) => Number(id));
}
