import { textIn } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import type { StoredCategory } from './category.ts';

/** The category and all below it. */
export function subtreeOf(assortment: Assortment, id: string): string[] {
  const below = new Map<string, string[]>();
  for (const each of assortment.categories.all()) {
    const parent = String(each.parentId);
    below.set(parent, [...(below.get(parent) ?? []), String(each.id)]);
  }
  const found = [id];
  for (const each of found) found.push(...(below.get(each) ?? []));
  return found;
}

/** The names from the top down. */
export function pathOf(assortment: Assortment, category: StoredCategory): string[] {
  const name = textIn(category.fields, 'name');
  const parent = assortment.categories.get(String(category.parentId));
  return parent === undefined ? [name] : [...pathOf(assortment, parent), name];
}
