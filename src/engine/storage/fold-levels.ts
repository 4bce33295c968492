import type { Sql } from './sql.ts';

/**
 * Folds SKUs that SQLite did not: `lower` leaves every letter beyond ASCII as it is, and `trim` every blank but a space, so that orders of such a
 * SKU would not find its level.
 */
export function foldLevels(sql: Sql): void {
  const rows = sql.exec("SELECT flow, sku FROM levels WHERE sku GLOB '*[^ -~]*'");
  for (const { flow, sku } of rows)
    sql.exec(
      'UPDATE levels SET folded = ? WHERE flow = ? AND sku = ?',
      String(sku).trim().toLowerCase(),
      String(flow),
      String(sku),
    );
}
