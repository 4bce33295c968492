import { z } from 'zod';
import type { Api } from '../contract/api.ts';
import { type BySnapshot, bySnapshot, type ChangeWindow } from '../contract/source.ts';
import { digest } from './digest.ts';
import { readToken } from './pages.ts';

const token = z.object({ offset: z.int().nonnegative() });

interface Page<Row> {
  readonly rows: readonly Row[];
  /** Null: there are no more. */
  readonly next: number | null;
}

/** Changes of a list that shows everything there is, in pages by offset. `stateOf`: what of a row is compared. */
export function comparedList<Row extends { readonly id: string }>(
  read: (api: Api, offset: number) => Promise<Page<Row>>,
  stateOf: (row: Row) => unknown,
  options: Pick<BySnapshot, 'pagesPerWindow'> = {},
): BySnapshot {
  return bySnapshot({
    ...options,
    reportsGone: true,
    listsAll: true,
    async page(api, { page }) {
      const { rows, next } = await read(api, offsetOf(page));
      const listed = rows.map(async (row) => ({ key: row.id, digest: await digest(stateOf(row)) }));
      return { rows: await Promise.all(listed), next: offsetToken(next) };
    },
  });
}

/** Where a page of a list begins that is read over several windows. */
export function offsetOf(page: ChangeWindow['page']): number {
  return page === null ? 0 : readToken(page, token).offset;
}

/** The same, for the next window. */
export function offsetToken(next: number | null): string | null {
  return next === null ? null : JSON.stringify({ offset: next });
}
