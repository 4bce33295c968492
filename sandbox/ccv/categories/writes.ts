/** Categories that come over the API, or that the merchant edits (sheet 6.9). */
import { type Shape, together } from '../../kit/fields/shape.ts';
import { type JsonObject, numberIn, textIn, without } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { type FieldKind, flag, int, readBodyFields, text } from '../call/fields.ts';
import { invalid } from '../refusal.ts';
import { type Category, categoriesBelow } from './category.ts';

const shape: Shape<FieldKind> = together(
  text(`name description description_bottom description_photo_position description_photo_size description_photo_source
    description_photo_file_type searchwords photo_source photo_file_type orderby meta_description meta_keywords page_title
    alias`),
  int(`layout_of_products_id color color_alternative layout_of_categories_id items_per_page position
    parentcategory_id`),
  flag('show_big_photo productphoto_in_canvas show_orderbutton show_on_website no_index no_follow'),
);

const ownFields = ['name', 'description', 'position', 'show_on_website', 'parentcategory_id'];
/** Pictures of categories are taken and not shown. */
const unseen = ['description_photo_source', 'description_photo_file_type', 'photo_source', 'photo_file_type'];

export function createCategory(assortment: Assortment, body: JsonObject): Category {
  const sent = readBodyFields(body, shape, assortment.settings(), ['name']);
  const id = assortment.ids.next('category');
  const blank = { id, parentId: null, name: '', description: '', position: 0, isShown: true, fields: {} };
  const made = withSent(assortment, blank, { ...sent, ...topOf(assortment, body) });
  const position = made.position || categoriesBelow(assortment, made.parentId).length + 1;
  return assortment.saveCategory({ ...made, position }, 'created');
}

export function changeCategory(assortment: Assortment, category: Category, body: JsonObject): Category {
  const sent = readBodyFields(body, shape, assortment.settings());
  const changed = withSent(assortment, category, { ...sent, ...topOf(assortment, body) });
  return assortment.saveCategory(changed, 'updated');
}

/** What says that it stands at the top: null, which else counts as not sent, or zero. */
function topOf(assortment: Assortment, { parentcategory_id: parent }: JsonObject): JsonObject {
  const isTop = assortment.settings().topCategory === 'null' ? parent === null : parent === 0;
  return isTop ? { parentcategory_id: null } : {};
}

function withSent(assortment: Assortment, category: Category, sent: JsonObject): Category {
  const name = sent.name === undefined ? category.name : textIn(sent, 'name');
  if (name.trim() === '') throw invalid('name is empty');
  if (name.length > 200) throw invalid('name has more than 200 characters');
  const parentId = parentIn(assortment, category, sent);
  return {
    id: category.id,
    parentId,
    name,
    description: sent.description === undefined ? category.description : textIn(sent, 'description'),
    position: sent.position === undefined ? category.position : numberIn(sent, 'position'),
    isShown: typeof sent.show_on_website === 'boolean' ? sent.show_on_website : category.isShown,
    fields: { ...category.fields, ...without(sent, ...ownFields, ...unseen, 'layout_of_products_id') },
  };
}

/** Not below itself. */
function parentIn(assortment: Assortment, { id, parentId }: Category, sent: JsonObject): number | null {
  const asked = sent.parentcategory_id;
  if (asked === undefined) return parentId;
  if (asked === null) return null;
  const parent = assortment.category(String(asked));
  for (let each: Category | undefined = parent; each !== undefined; ) {
    if (each.id === id) throw invalid('A category cannot stand below itself');
    each = each.parentId === null ? undefined : assortment.categories.get(String(each.parentId));
  }
  return parent.id;
}
