import { each, together } from '../../kit/fields/shape.ts';
import type { JsonObject } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { type FieldKind, withoutNulls, writable } from '../fields.ts';
import { categoryIdsOf } from '../products/search.ts';
import { withTexts } from '../products/texts.ts';
import { absentField, productNotFound, refusal, wrongField } from '../refusal.ts';
import type { StoredCategory } from './category.ts';
import { subtreeOf } from './tree.ts';

/** What of a category can be written (sheet 6.1). */
const shape = together<FieldKind>(
  each('number', 'parentId orderBy'),
  each('text', 'name description seoTitle seoDescription customSlug externalReferenceId'),
  each('boolean', 'enabled'),
  each('object', 'nameTranslated descriptionTranslated seoTitleTranslated seoDescriptionTranslated alt'),
  each('list', 'productIds'),
);

export function createCategory(assortment: Assortment, body: JsonObject): StoredCategory {
  const { parentId, orderBy, productIds, ...fields } = checked(body);
  if (fields.name === undefined || fields.name === null) throw absentField('Category', 'name');
  const parent = parentOf(assortment, parentId) ?? 0;
  const siblings = assortment.categories.all().filter((each) => each.parentId === parent);
  const last = siblings.reduce((most, each) => Math.max(most, each.orderBy), 0);
  const category = {
    id: assortment.ids.next('categoryId'),
    parentId: parent,
    orderBy: typeof orderBy === 'number' ? orderBy : last + 10,
    fields: withoutNulls(fields),
    picture: null,
    updatedAt: assortment.world.now(),
  };
  const products = productKeys(assortment, productIds);
  assortment.addCategory(category);
  if (products !== null) assign(assortment, category, products);
  return category;
}

export function updateCategory(assortment: Assortment, category: StoredCategory, body: JsonObject): void {
  const { parentId, orderBy, productIds, ...fields } = checked(body);
  const parent = parentOf(assortment, parentId) ?? category.parentId;
  if (subtreeOf(assortment, String(category.id)).includes(String(parent))) {
    throw wrongField('Category', 'parentId');
  }
  const products = productKeys(assortment, productIds);
  assortment.changeCategory(category, {
    parentId: parent,
    orderBy: typeof orderBy === 'number' ? orderBy : category.orderBy,
    fields: withoutNulls({ ...category.fields, ...fields }),
  });
  if (products !== null) {
    // The list is the whole list (sheet 6.1, inferred).
    const key = String(category.id);
    const before = assortment.products.all().filter((each) => categoryIdsOf(each).includes(key));
    const leaving = before.map(({ id }) => String(id)).filter((id) => !products.includes(id));
    unassign(assortment, category, leaving);
    assign(assortment, category, products);
  }
}

/** With all below it. */
export function deleteCategory(assortment: Assortment, category: StoredCategory): number {
  const keys = subtreeOf(assortment, String(category.id));
  for (const key of keys.reverse()) {
    const each = assortment.category(key);
    const members = assortment.products.all().filter((one) => categoryIdsOf(one).includes(key));
    unassign(
      assortment,
      each,
      members.map(({ id }) => String(id)),
    );
    assortment.deleteCategory(each);
  }
  return 1;
}

export function assign(assortment: Assortment, { id }: StoredCategory, products: readonly string[]): void {
  for (const key of products) {
    const product = assortment.product(key);
    const ids = categoryIdsOf(product).map(Number);
    if (!ids.includes(id)) {
      assortment.changeProduct(product, { fields: { ...product.fields, categoryIds: [...ids, id] } });
    }
  }
}

export function unassign(assortment: Assortment, { id }: StoredCategory, products: readonly string[]): void {
  for (const key of products) {
    const product = assortment.product(key);
    const ids = categoryIdsOf(product).map(Number);
    if (ids.includes(id)) {
      const categoryIds = ids.filter((each) => each !== id);
      assortment.changeProduct(product, { fields: { ...product.fields, categoryIds } });
    }
  }
}

/** The products that a body lists, all of which there must be; null where it has no list. */
export function productKeys(assortment: Assortment, list: unknown): string[] | null {
  if (!Array.isArray(list)) return null;
  return list.map((each) => {
    if (typeof each !== 'number') throw wrongField('Category', 'productIds');
    if (assortment.products.get(String(each)) === undefined) throw productNotFound(String(each));
    return String(each);
  });
}

function checked(body: JsonObject): JsonObject {
  const fields = withTexts(writable(body, shape, 'Category'));
  if (fields.name === '' || fields.name === null) throw wrongField('Category', 'name');
  return fields;
}

function parentOf(assortment: Assortment, parentId: unknown): number | undefined {
  if (typeof parentId !== 'number') return parentId === null ? 0 : undefined;
  if (parentId !== 0 && assortment.categories.get(String(parentId)) === undefined) {
    throw refusal(404, 'CATEGORIES_NOT_FOUND', `Category #${parentId} not found`);
  }
  return parentId;
}
