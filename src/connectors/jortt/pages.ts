import { z } from 'zod';
import type { Api, Query } from '../contract/api.ts';
import type { Path } from '../contract/path.ts';
import { eachRow } from '../wire/pages.ts';

/** `query` takes this many characters at least (sheet 3.4). */
export const minQueryLength = 3;

function pageWire<T>(row: z.ZodType<T>) {
  return z.looseObject({
    data: z.array(row),
    // An object, or null at the end; without it a list could end too early unnoticed.
    _links: z.looseObject({ next: z.unknown() }),
  });
}

/** Every row of a list, page after page. */
export function rows<T>(api: Api, path: Path, row: z.ZodType<T>, filters: Query = {}): AsyncGenerator<T> {
  return eachRow(async (page) => {
    const { data, isLast } = await onePage(api, path, row, page, filters);
    return { rows: data, isLast };
  });
}

/**
 * The address in `_links.next` loses filters, so pages are counted by who asks, and all filters sent again (sheet 3.1).
 */
export async function onePage<T>(
  api: Api,
  path: Path,
  row: z.ZodType<T>,
  page: number,
  filters: Query = {},
): Promise<{ data: T[]; isLast: boolean }> {
  const { data, _links } = await api.get(path, pageWire(row), { ...filters, page });
  return { data, isLast: data.length === 0 || _links.next === null || _links.next === undefined };
}
