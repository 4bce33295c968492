import { z } from 'zod';
import type { Api, Query } from '../api.ts';

function pageWire<T>(row: z.ZodType<T>) {
  return z.looseObject({
    data: z.array(row),
    // An object, or null at the end; without it a list could end too early unnoticed.
    _links: z.looseObject({ next: z.unknown() }),
  });
}

/**
 * Every row of a list, page after page. The address in `_links.next` loses filters, so pages are counted here and all
 * filters sent again (sheet 3.1).
 */
export async function* rows<T>(
  api: Api,
  path: string,
  row: z.ZodType<T>,
  filters: Query = {},
): AsyncGenerator<T> {
  const schema = pageWire(row);
  for (let page = 1; ; page++) {
    const { data, _links } = await api.get(path, schema, { ...filters, page });
    yield* data;
    if (data.length === 0 || _links.next === null || _links.next === undefined) return;
  }
}

/** `query` takes this many characters at least (sheet 3.4). */
export const shortestQuery = 3;
