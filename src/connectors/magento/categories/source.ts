import { z } from 'zod';
import type { Category } from '../../../records/category.ts';
import type { Api } from '../../contract/api.ts';
import type { CategorySource } from '../../contract/categories.ts';
import { path } from '../../contract/path.ts';
import { byTime } from '../../contract/source.ts';
import { freshMs } from '../../wire/changes.ts';
import { countedId } from '../../wire/counted-id.ts';
import { needed, text } from '../../wire/fields.ts';
import { changePage } from '../change-pages.ts';
import { allRowsWith, type Filter } from '../search.ts';
import { rootCategory } from '../store.ts';
import { categoryFromWire, categoryWire, isRoot } from './wire.ts';

const rowWire = z
  .object({ id: needed(text), updated_at: needed(text) })
  .transform(({ id, updated_at: updatedAt }) => ({ id, updatedAt, version: updatedAt }));

const categories = path`/V1/categories/list`;

export const categorySource: CategorySource = {
  changes: byTime(async (api, window) =>
    changePage(api, window, {
      flow: 'categories',
      path: categories,
      row: rowWire,
      fields: 'id,updated_at',
      freshMs: freshMs.timeAlone,
      where: await belowRoot(api),
    }),
  ),

  async get(api, key) {
    return (await categoriesOf(api, [key])).get(key) ?? null;
  },

  getMany: categoriesOf,
};

/** Above it are roots (sheet 11). */
const topLevel = '2';

/** Another store of the shop may have a tree of its own. */
async function belowRoot(api: Api): Promise<Filter[]> {
  if (api.account.traits.scope !== 'store') return [{ field: 'level', condition: 'gteq', value: topLevel }];
  return [{ field: 'path', condition: 'like', value: `1/${await rootCategory(api)}/%` }];
}

async function categoriesOf(api: Api, keys: readonly string[]): Promise<Map<string, Category>> {
  const ids = keys.filter((key) => countedId(key) !== '');
  const search = { path: categories, row: categoryWire, field: 'entity_id', where: await belowRoot(api) };
  const rows = (await allRowsWith(api, search, ids)).filter((row) => !isRoot(row));
  return new Map(rows.map((row) => [row.id, categoryFromWire(row)]));
}
