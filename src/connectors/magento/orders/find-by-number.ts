import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { Numbered } from '../../contract/source.ts';
import { needed, text } from '../../wire/fields.ts';
import { numbered } from '../../wire/numbered.ts';
import { inStore } from '../scope.ts';
import { found, safePageSize, searchQuery } from '../search.ts';

const rowWire = z
  .object({ entity_id: needed(text), increment_id: needed(text) })
  .transform(({ entity_id: key, increment_id: number }) => ({ key, number }));

/**
 * Numbers are drawn per store view (sheet 7.2), and paths take the other id (sheet 7.1). The database compares without
 * regard to case; `_` and `%` in a number stand for any letter there, so its hits are candidates.
 */
export async function findByNumber(api: Api, number: string): Promise<readonly Numbered[]> {
  const { items } = await api.get(
    path`/V1/orders`,
    found(rowWire),
    searchQuery({
      groups: [{ field: 'increment_id', condition: 'like', value: `${number}%` }, ...inStore(api)],
      sort: [{ field: 'entity_id', direction: 'DESC' }],
      pageSize: safePageSize,
      fields: 'entity_id,increment_id',
    }),
  );
  return numbered(items, number);
}
