import type { Sql } from './sql.ts';

/** Gives pictures that were told of without a time that of their step: before, only the step had one, and nobody would know when they are sure. */
export function begunWithTime(sql: Sql): void {
  sql.exec(
    `UPDATE steps SET parts = json_set(parts, '$.pictures', json((
       SELECT json_group_object(each.key, json(iif(each.value ->> '$.at' IS NULL, json_set(each.value, '$.at', intended_at), each.value)))
       FROM json_each(parts, '$.pictures') AS each)))
     WHERE instr(name, ':product:') > 0 AND parts IS NOT NULL
       AND EXISTS (SELECT 1 FROM json_each(parts, '$.pictures') AS each WHERE each.value ->> '$.at' IS NULL)`,
  );
}
