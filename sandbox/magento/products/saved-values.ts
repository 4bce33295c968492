/** The values that a save of a product leaves it with, in the views that it is about (sheet 10.10). */
import { type Json, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import type { Attribute } from '../attributes/attribute.ts';
import { storedValue, topLevel } from '../attributes/values.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Product, rowsFor, type Values, valuesIn, withValue } from './product.ts';
import { urlKeyOf } from './url-keys.ts';

/** Attributes that the product's set does not have are passed over without a word. */
export function valuesOf(
  catalogue: Catalogue,
  draft: Product,
  given: JsonObject,
  storeId: number,
  isNew: boolean,
): Values {
  const attributes = new Map(catalogue.attributesOf(draft.attributeSetId).map((each) => [each.code, each]));
  const sent = sentValues(given);
  if (isNew) {
    const derived = urlKeyOf(textIn(given, 'name'));
    sent.unshift(['status', 1], ['visibility', 4], ['options_container', 'container2'], ['url_key', derived]);
  }
  const inherited = storeId === 0 || isNew ? [] : inheritedValues(catalogue, draft, storeId, attributes);
  return [...inherited, ...sent].reduce((values, [code, value]) => {
    const attribute = attributes.get(code);
    if (attribute === undefined || code === 'sku') return values;
    const kept = storedValue(
      attribute,
      code === 'url_key' ? urlKeyOf(String(value ?? '')) : value,
      catalogue.settings().decimals,
    );
    const at = isNew ? [0] : rowsFor(catalogue.scopeOf(attribute), storeId);
    return withValue(values, code, kept, at);
  }, draft.values);
}

function sentValues(given: JsonObject): [string, Json][] {
  const custom = objectsIn(given.custom_attributes).map((each): [string, Json] => [
    textIn(each, 'attribute_code'),
    each.value ?? null,
  ]);
  const top = topLevel.flatMap((name): [string, Json][] => {
    const value = given[name];
    return value === undefined ? [] : [[name, value]];
  });
  return [...custom, ...top];
}

/** A save for one view writes what the view only inherited as its own, which hides later changes (sheet 10.10). */
function inheritedValues(
  catalogue: Catalogue,
  { values }: Product,
  storeId: number,
  attributes: ReadonlyMap<string, Attribute>,
): [string, Json][] {
  if (catalogue.settings().viewSave === 'given') return [];
  return Object.entries(valuesIn(values, storeId)).filter(([code]) => {
    const attribute = attributes.get(code);
    return attribute !== undefined && catalogue.scopeOf(attribute) === 'store';
  });
}
