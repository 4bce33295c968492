/** A save of a category: what is left out stays (sheet 11). */
import { isObject, type Json, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { categoryShape } from '../catalogue/shapes.ts';
import { shaped } from '../fields.ts';
import { valueIn, withValue } from '../products/product.ts';
import { urlKeyOf } from '../products/url-keys.ts';
import { noSuchEntity, refusal, required } from '../refusal.ts';
import { type Category, defaultRoot } from './category.ts';
import { placeBelow, requireFreeAddress } from './tree.ts';

/** These belong to the category itself, or follow from where it stands. */
const derived = ['path', 'children_count', 'url_path', 'level', 'children'];
const columns = ['name', 'is_active', 'include_in_menu'] as const;

export function categoryIn(body: JsonObject): JsonObject {
  if (!isObject(body.category)) throw required('category');
  return shaped(body.category, categoryShape);
}

/** `storeId` is 0 for all views. Throws a `Refusal`. */
export function saveCategory(
  catalogue: Catalogue,
  known: Category | undefined,
  given: JsonObject,
  storeId: number,
): Category {
  const before = known ?? newCategory(catalogue, given);
  const isNew = known === undefined;
  const sent = sentValues(given);
  if (isNew) {
    const name = textIn(given, 'name');
    const key = sent.find(([code]) => code === 'url_key')?.[1];
    sent.push(['url_key', urlKeyOf(typeof key === 'string' && key !== '' ? key : name)]);
    sent.unshift(['is_active', false], ['include_in_menu', true], ['is_anchor', '1']);
  }
  const values = sent.reduce(
    (all, [code, value]) => withValue(all, code, value === '' ? null : value, [isNew ? 0 : storeId]),
    before.values,
  );
  // The parent is changed by a move only.
  const position = given.position === undefined ? before.position : Number(given.position);
  const draft = { ...before, values, position };
  if (String(valueIn(values, 'name', storeId) ?? '') === '') {
    throw refusal(400, 'The "%1" attribute value is empty. Set the attribute and try again.', ['Name']);
  }
  requireFreeAddress(catalogue, draft);
  return catalogue.saveCategory(draft);
}

function newCategory(catalogue: Catalogue, given: JsonObject): Category {
  const parentId = Number(given.parent_id ?? defaultRoot);
  if (catalogue.categories.get(String(parentId)) === undefined) throw noSuchEntity('id', parentId);
  const at = catalogue.now();
  return {
    id: catalogue.ids.next('category'),
    parentId,
    position: placeBelow(catalogue, parentId, null) + 1,
    values: { 0: {} },
    createdAt: at,
    updatedAt: at,
  };
}

function sentValues(given: JsonObject): [string, Json][] {
  const top = columns.flatMap((name): [string, Json][] => {
    const value = given[name];
    return value === undefined ? [] : [[name, value]];
  });
  const custom = objectsIn(given.custom_attributes)
    .filter((each) => !derived.includes(textIn(each, 'attribute_code')))
    .map((each): [string, Json] => [textIn(each, 'attribute_code'), each.value ?? null]);
  return [...custom, ...top];
}
