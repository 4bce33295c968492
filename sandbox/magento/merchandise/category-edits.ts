/** What the merchant does to the tree of categories. */
import type { CategoryEdit, CategoryView, NewCategory } from '../../kit/catalogue/merchandise.ts';
import type { JsonObject } from '../../kit/json.ts';
import { type Category, defaultRoot, rootOfRoots } from '../categories/category.ts';
import { saveCategory } from '../categories/save.ts';
import { moveCategory } from '../categories/tree.ts';
import type { Shop } from '../shop.ts';

export function shownCategories({ catalogue }: Shop): CategoryView[] {
  return catalogue.categories
    .all()
    .filter(({ id }) => id !== rootOfRoots && id !== defaultRoot)
    .map(({ id, parentId, values }) => ({
      id: String(id),
      name: String(values[0]?.name ?? ''),
      parent: parentId === defaultRoot ? null : String(parentId),
      active: values[0]?.is_active === true,
    }));
}

export function addCategory({ catalogue }: Shop, { name, parent, description, active }: NewCategory): string {
  const given = { name, parent_id: Number(parent ?? defaultRoot), is_active: active };
  const custom = description === '' ? [] : [{ attribute_code: 'description', value: description }];
  return String(saveCategory(catalogue, undefined, { ...given, custom_attributes: custom }, 0).id);
}

export function editCategory(
  { catalogue }: Shop,
  category: Category,
  { name, parent, active }: CategoryEdit,
): void {
  const given: JsonObject = {
    ...(name === undefined ? {} : { name }),
    ...(active === undefined ? {} : { is_active: active }),
  };
  const saved = saveCategory(catalogue, category, given, 0);
  if (parent !== undefined) moveCategory(catalogue, saved, Number(parent ?? defaultRoot), null);
}
