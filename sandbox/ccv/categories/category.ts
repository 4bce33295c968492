import type { JsonObject } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import type { Links } from '../call/links.ts';

export interface Category {
  readonly id: number;
  /** Null: at the top. */
  readonly parentId: number | null;
  readonly name: string;
  readonly description: string;
  readonly position: number;
  readonly isShown: boolean;
  /** Everything else that can be sent, under its own name. */
  readonly fields: JsonObject;
}

export const blankCategory: JsonObject = {
  description_photo_size: null,
  description_photo_position: null,
  description_photo: null,
  description_bottom: '',
  searchwords: '',
  photo: null,
  show_big_photo: false,
  productphoto_in_canvas: false,
  show_orderbutton: true,
  orderby: '',
  items_per_page: 12,
  layout_of_categories_id: null,
  color: null,
  color_alternative: null,
  meta_description: '',
  meta_keywords: '',
  page_title: '',
  no_index: false,
  no_follow: false,
  alias: '',
};

/** Sheet 6.9. */
export function categoryOnWire(category: Category, links: Links): JsonObject {
  const { id, parentId, name, description, position, isShown, fields } = category;
  const below = (list: string) => links.ref('categories', id, list);
  return {
    href: links.self('categories', id),
    id,
    name,
    description,
    ...blankCategory,
    ...fields,
    position,
    layout_of_products: { id: 1, ...links.ref('categoryproductlayouts', 1) },
    show_on_website: isShown,
    deeplink: `${links.root}/c${id}`,
    producttocategories: below('producttocategories'),
    categories: below('categories'),
    parentcategory:
      parentId === null ? { id: null, href: null } : { id: parentId, ...links.ref('categories', parentId) },
    parent: links.ref('categories'),
  };
}

/** The categories right below one, or at the top, by their position. */
export function categoriesBelow(assortment: Assortment, parentId: number | null): Category[] {
  return assortment.categories
    .all()
    .filter((each) => each.parentId === parentId)
    .sort((one, other) => one.position - other.position || one.id - other.id);
}

export function treeOnWire(
  assortment: Assortment,
  links: Links,
  parentId: number | null = null,
): JsonObject[] {
  return categoriesBelow(assortment, parentId).map(({ id, name, description, position, isShown }) => ({
    href: links.to('categories', id),
    id,
    name,
    description,
    position,
    show_on_website: isShown,
    deeplink: `${links.root}/c${id}`,
    children: treeOnWire(assortment, links, id),
  }));
}
