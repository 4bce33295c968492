import type { Sql } from './sql.ts';

/** Brings what was begun of products into the form of today, part by part: before, a step had the SKU of one of them, and pictures beside it. */
export function begunByPart(sql: Sql): void {
  sql.exec(
    `UPDATE steps SET reference = NULL, parts = json_object(
       'products', iif(ifnull(reference, '') = '', json('{}'), json_object('', json_object('at', intended_at, 'sku', reference))),
       'pictures', json(ifnull(parts, '{}')))
     WHERE instr(name, ':product:') > 0`,
  );
}
