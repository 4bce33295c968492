/** A category as the database keeps it. Its values are by store view, as those of a product. */
import type { Values } from '../products/product.ts';

export interface Category {
  readonly id: number;
  /** 0 for the root of all roots. */
  readonly parentId: number;
  readonly position: number;
  readonly values: Values;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const rootOfRoots = 1;
export const defaultRoot = 2;

const blank = { createdAt: '2024-01-05 12:00:00', updatedAt: '2024-01-05 12:00:00', position: 1 };

/** What a fresh shop has: the root of all roots, and the one that shows in its stores. */
export const freshCategories: readonly Category[] = [
  { ...blank, id: rootOfRoots, parentId: 0, values: { 0: { name: 'Root Catalog' } } },
  {
    ...blank,
    id: defaultRoot,
    parentId: rootOfRoots,
    values: { 0: { name: 'Standaardcategorie', is_active: true, include_in_menu: true, is_anchor: '1' } },
  },
];
