/** Walking through the pages of a list. */
import type { z } from 'zod';
import { rejected } from '../../records/problem.ts';

/** Of a hundred records, as most systems give them: more than any list that is read for one record. */
const maxPages = 1_000;

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly isLast: boolean;
}

/** Every row of a list, page after page. Throws `list_endless` where a system never says that it was the last. */
export async function* eachRow<Row>(
  read: (page: number, offset: number) => Promise<Page<Row>>,
): AsyncGenerator<Row> {
  let offset = 0;
  for (let page = 1; page <= maxPages; page++) {
    const { rows, isLast } = await read(page, offset);
    yield* rows;
    if (isLast || rows.length === 0) return;
    offset += rows.length;
  }
  throw rejected('list_endless', { pages: maxPages });
}

/** Reads where an earlier page ended, in the connector's own form. Throws `page_unreadable`. */
export function readToken<T>(token: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(token));
  } catch {
    throw rejected('page_unreadable', {});
  }
}
