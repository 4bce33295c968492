/** Categories as the API shows them for a store view (sheet 11). */
import type { JsonObject } from '../../kit/json.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { valueIn, valuesIn } from '../products/product.ts';
import type { Category } from './category.ts';
import { levelOf, pathOf } from './tree.ts';

const ownFields = ['name', 'is_active', 'include_in_menu'];

export function categoryOnWire(catalogue: Catalogue, category: Category, storeId: number): JsonObject {
  const values = valuesIn(category.values, storeId);
  const children = catalogue.subcategories(category.id).map(({ id }) => id);
  const path = pathOf(catalogue, category).join('/');
  const custom: JsonObject = {
    ...Object.fromEntries(Object.entries(values).filter(([code]) => !ownFields.includes(code))),
    path,
    children_count: String(children.length),
    ...urlPath(catalogue, category, storeId),
  };
  return {
    id: category.id,
    parent_id: category.parentId,
    name: values.name ?? '',
    is_active: values.is_active ?? false,
    position: category.position,
    level: levelOf(catalogue, category),
    children: children.join(','),
    created_at: category.createdAt,
    updated_at: category.updatedAt,
    path,
    available_sort_by: [],
    include_in_menu: values.include_in_menu ?? true,
    custom_attributes: Object.entries(custom).map(([attribute_code, value]) => ({ attribute_code, value })),
  };
}

/** The tree below a category, so many levels deep. */
export function treeOnWire(
  catalogue: Catalogue,
  category: Category,
  storeId: number,
  depth: number,
  counts: ReadonlyMap<number, number>,
): JsonObject {
  const values = valuesIn(category.values, storeId);
  return {
    id: category.id,
    parent_id: category.parentId,
    name: values.name ?? '',
    is_active: values.is_active ?? false,
    position: category.position,
    level: levelOf(catalogue, category),
    product_count: counts.get(category.id) ?? 0,
    children_data:
      depth <= 0
        ? []
        : catalogue
            .subcategories(category.id)
            .map((each) => treeOnWire(catalogue, each, storeId, depth - 1, counts)),
  };
}

/** Products by category. */
export function productCounts(catalogue: Catalogue): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { categories } of catalogue.products.all()) {
    for (const { id } of categories) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Roots have no address. */
function urlPath(catalogue: Catalogue, category: Category, storeId: number): JsonObject {
  const keys = pathOf(catalogue, category)
    .slice(2)
    .map((id) => String(valueIn(catalogue.category(id).values, 'url_key', storeId) ?? ''));
  return keys.length === 0 ? {} : { url_path: keys.join('/') };
}
