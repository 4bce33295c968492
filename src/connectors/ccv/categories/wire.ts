import { z } from 'zod';
import type { Category } from '../../../records/category.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { amount, flag, linkedId, needed, part, text } from '../../wire/fields.ts';
import { allOf, type List } from '../lists.ts';

/** Sheet 6.9; one at the top has a parent without an id. */
export const categoryWire = z.looseObject({
  id: needed(text),
  name: text,
  description: text,
  position: amount,
  show_on_website: flag,
  parentcategory: part(z.object({ id: linkedId })),
});
export type CategoryWire = z.infer<typeof categoryWire>;

export const categoryList: List<CategoryWire> = { path: path`/categories/`, row: categoryWire };

export function allCategories(api: Api): Promise<CategoryWire[]> {
  return allOf(api, categoryList);
}

export function parentOf({ parentcategory }: CategoryWire): string | null {
  return parentcategory?.id ?? null;
}

export function categoryFromWire(wire: CategoryWire): Category {
  const { id, name, description, position, show_on_website: active } = wire;
  return {
    id,
    parentId: parentOf(wire),
    name: name ?? '',
    description: description ?? '',
    active,
    position: position === undefined ? undefined : Number(position),
  };
}
