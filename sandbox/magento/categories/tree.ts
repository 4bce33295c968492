/** Where a category stands (sheet 11). */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { valueIn } from '../products/product.ts';
import { takenKey } from '../products/url-keys.ts';
import { noSuchEntity, refusal } from '../refusal.ts';
import { type Category, defaultRoot, rootOfRoots } from './category.ts';

/** Ids from the root of all roots down to the category itself: `1/2/14`. */
export function pathOf(catalogue: Catalogue, category: Category): number[] {
  const parent = catalogue.categories.get(String(category.parentId));
  return parent === undefined ? [category.id] : [...pathOf(catalogue, parent), category.id];
}

/** 0 for the root of all roots, 1 for roots. */
export function levelOf(catalogue: Catalogue, category: Category): number {
  return pathOf(catalogue, category).length - 1;
}

/** A category and all below it. */
export function withDescendants(catalogue: Catalogue, category: Category): Category[] {
  const below = catalogue.subcategories(category.id);
  return [category, ...below.flatMap((each) => withDescendants(catalogue, each))];
}

/** Below the last of the categories there, or behind a certain one. */
export function placeBelow(catalogue: Catalogue, parentId: number, afterId: number | null): number {
  const there = catalogue.subcategories(parentId);
  const after = there.find(({ id }) => id === afterId);
  return (after ?? there.at(-1))?.position ?? 0;
}

/** Throws a `Refusal` where the parent has another category of the same address. */
export function requireFreeAddress(catalogue: Catalogue, category: Category): void {
  const key = (each: Category) => String(valueIn(each.values, 'url_key', 0) ?? '');
  const others = catalogue.subcategories(category.parentId).filter(({ id }) => id !== category.id);
  const isShown = category.parentId !== rootOfRoots && key(category) !== '';
  if (isShown && others.some((other) => key(other) === key(category))) throw takenKey();
}

export function moveCategory(
  catalogue: Catalogue,
  category: Category,
  parentId: number,
  afterId: number | null,
): Category {
  const parent = catalogue.categories.get(String(parentId));
  if (parent === undefined) throw noSuchEntity('id', parentId);
  if (withDescendants(catalogue, category).some(({ id }) => id === parentId)) {
    throw refusal(400, 'Operation do not allow to move a parent category to any of children category');
  }
  const position = placeBelow(catalogue, parentId, afterId) + 1;
  const moved = { ...category, parentId, position };
  requireFreeAddress(catalogue, moved);
  for (const each of catalogue.subcategories(parentId)) {
    if (each.id === category.id || each.position < position) continue;
    catalogue.categories.put(String(each.id), { ...each, position: each.position + 1 });
  }
  return catalogue.saveCategory(moved);
}

/** With all below it; products stay, without the links. Throws a `Refusal` for the two that a shop needs. */
export function deleteCategory(catalogue: Catalogue, category: Category): void {
  if (category.id === rootOfRoots || category.id === defaultRoot) {
    throw refusal(400, 'Cannot delete category with id %1', [category.id]);
  }
  const gone = withDescendants(catalogue, category).map(({ id }) => id);
  for (const product of catalogue.products.all()) {
    if (!product.categories.some(({ id }) => gone.includes(id))) continue;
    const categories = product.categories.filter(({ id }) => !gone.includes(id));
    catalogue.save({ ...product, categories }, false);
  }
  for (const id of gone) catalogue.categories.delete(String(id));
}
