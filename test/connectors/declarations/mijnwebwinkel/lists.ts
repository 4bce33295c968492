import { z } from 'zod';
import type { Api, Query } from '../../../../src/connectors/contract/api.ts';
import type { Path } from '../../../../src/connectors/contract/path.ts';

/** Ten when left out (sheet 12). */
export const pageSize = 100;

/** A list, bare or in an envelope: the description and the live API differ in which is which (sheet 3). */
export function listOf<Row>(name: string, row: z.ZodType<Row>) {
  const rows = z.array(row);
  return z.union([rows, z.object({ [name]: rows }).transform((envelope) => envelope[name] ?? [])]);
}

/** There is no total: a page that is short is the last. */
export async function pageOf<Row>(
  api: Api,
  list: { readonly path: Path; readonly name: string; readonly row: z.ZodType<Row>; readonly query: Query },
  offset: number,
): Promise<{ readonly rows: readonly Row[]; readonly next: number | null }> {
  const query = { ...list.query, limit: pageSize, offset };
  const rows = await api.get(list.path, listOf(list.name, list.row), query);
  return { rows, next: rows.length < pageSize ? null : offset + rows.length };
}
