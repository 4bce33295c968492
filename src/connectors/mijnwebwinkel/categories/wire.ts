import { z } from 'zod';
import type { Category } from '../../../records/category.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { flag, linkedId, needed, text } from '../../wire/fields.ts';
import { eachOf, type List, type ListPage, pageOf } from '../lists.ts';
import { inShopLanguage } from '../products/articles.ts';
import { unwrapped } from '../wrapped.ts';

/** A page of the shop (sheet 7.11); one at the top has no parent, or 0. */
const fields = z.looseObject({
  id: needed(text),
  parent_category_id: linkedId,
  title: text,
  content: text,
  hidden: flag,
});
export type CategoryWire = z.infer<typeof fields>;

export const categoryWire = unwrapped('category', fields);

function categoryList(api: Api): List<CategoryWire> {
  return { path: path`/categories`, name: 'categories', row: fields, query: inShopLanguage(api) };
}

export function categoryPage(api: Api, offset: number): Promise<ListPage<CategoryWire>> {
  return pageOf(api, categoryList(api), offset);
}

/** Every one once. */
export async function allCategories(api: Api): Promise<CategoryWire[]> {
  const byId = new Map<string, CategoryWire>();
  for await (const row of eachOf(api, categoryList(api))) byId.set(row.id, row);
  return [...byId.values()];
}

/** Its place among its siblings is told by its neighbours, not by a number. */
export function categoryFromWire({ id, parent_category_id, title, content, hidden }: CategoryWire): Category {
  return {
    id,
    parentId: parent_category_id ?? null,
    name: title ?? '',
    description: content ?? '',
    active: hidden === undefined ? undefined : !hidden,
  };
}
