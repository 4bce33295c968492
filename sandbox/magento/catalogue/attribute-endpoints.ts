/** Attributes, their options, and the sets that they stand in (sheet 10.1, 10.7). */
import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type Json, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import { type Call, type Endpoint, idIn, list, under } from '../endpoint.ts';
import { shape, shaped } from '../fields.ts';
import { noSuchEntity, refusal, required, requireFields } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import {
  type Attribute,
  type AttributeOption,
  type AttributeSet,
  attributeOf,
  attributeOnWire,
  backends,
  optionsOnWire,
  productEntityType,
  selects,
} from './attribute.ts';
import { optionLabelled } from './attribute-values.ts';
import { readView } from './scope.ts';

const attributes = 'Magento_Catalog::attributes_attributes';
const sets = 'Magento_Catalog::sets';

const optionShape = shape({
  int: 'sort_order',
  string: 'label value',
  bool: 'is_default',
  any: 'extension_attributes',
  lists: { store_labels: shape({ int: 'store_id', string: 'label' }) },
});

/** What the stand-in heeds of an attribute; the rest is taken in and shown as a shop has it by default. */
const heeded = [
  'attribute_code',
  'frontend_input',
  'scope',
  'is_required',
  'default_frontend_label',
  'frontend_labels',
  'options',
];

export function attributeEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/V1/products/attributes');
  const { catalogue } = shop;
  const shown = (attribute: Attribute, call: Call) =>
    attributeOnWire(attribute, readView(call), catalogue.priceScope());
  const all = (call: Call) => catalogue.attributes.all().map((each) => shown(each, call));
  return [
    on('GET', '', attributes, (call) =>
      list(shop, call, { rows: all(call), columns: new Set(Object.keys(all(call)[0] ?? {})) }),
    ),
    on('POST', '', attributes, (call) => shown(create(shop, attributeIn(call)), call)),
    on('GET', '/{code}', attributes, (call) => shown(attributeNamed(shop, call), call)),
    on('PUT', '/{code}', attributes, (call) =>
      shown(change(shop, attributeNamed(shop, call), attributeIn(call)), call),
    ),
    on('DELETE', '/{code}', attributes, (call) => {
      const { code, isUserDefined } = attributeNamed(shop, call);
      if (!isUserDefined) throw refusal(400, "The system attribute can't be deleted.");
      return catalogue.attributes.delete(code);
    }),
    on('GET', '/{code}/options', attributes, (call) =>
      optionsOnWire(attributeNamed(shop, call), readView(call)),
    ),
    on('POST', '/{code}/options', attributes, (call) => addOption(shop, call)),
    on('PUT', '/{code}/options/{optionId}', attributes, (call) => changeOption(shop, call)),
    on('DELETE', '/{code}/options/{optionId}', attributes, (call) => {
      const attribute = attributeNamed(shop, call);
      const { id } = optionIn(attribute, call);
      const options = attribute.options.filter((each) => each.id !== id);
      catalogue.attributes.set(attribute.code, { ...attribute, options });
      return true;
    }),
    ...setEndpoints(shop),
  ];
}

function setEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/V1/products/attribute-sets');
  const { catalogue } = shop;
  const setNamed = (id: string) => {
    const set = catalogue.sets.get(id);
    if (set === undefined) throw noSuchEntity('attributeSetId', Number(id));
    return set;
  };
  const columns = new Set(['attribute_set_id', 'attribute_set_name', 'sort_order', 'entity_type_id']);
  return [
    on('GET', '/sets/list', sets, (call) =>
      list(shop, call, { rows: catalogue.sets.all().map(setOnWire), columns }),
    ),
    // The id of the attribute's place in the set.
    on('POST', '/attributes', sets, ({ body }) => {
      requireFields(body, ['attribute_set_id', 'attribute_group_id', 'attribute_code', 'sort_order']);
      const set = setNamed(String(body.attribute_set_id));
      const code = String(body.attribute_code);
      const attribute = catalogue.attributes.get(code);
      if (attribute === undefined) throw noSuchEntity('attributeCode', code);
      const members = [...new Set([...set.attributes, code])];
      catalogue.sets.set(String(set.id), { ...set, attributes: members });
      return String(attribute.id);
    }),
    on('GET', '/{id}', sets, (call) => setOnWire(setNamed(idIn(call, 'id')))),
    on('GET', '/{id}/attributes', sets, (call) => {
      const { id } = setNamed(idIn(call, 'id'));
      const priceScope = catalogue.priceScope();
      return catalogue.attributesOf(id).map((each) => attributeOnWire(each, readView(call), priceScope));
    }),
  ];
}

function setOnWire({ id, name }: AttributeSet): JsonObject {
  return { attribute_set_id: id, attribute_set_name: name, sort_order: 1, entity_type_id: productEntityType };
}

function attributeNamed({ catalogue }: Shop, { parameters }: Call): Attribute {
  const code = parameters.code ?? '';
  const found = catalogue.attributes.get(code) ?? catalogue.attributeById(Number(code));
  if (found !== undefined) return found;
  const text = 'The attribute with a "%1" attributeCode doesn\'t exist. Verify the attribute and try again.';
  throw refusal(404, text, [code]);
}

function attributeIn({ body }: Call): JsonObject {
  if (!isObject(body.attribute)) throw required('attribute');
  return Object.fromEntries(Object.entries(body.attribute).filter(([name]) => heeded.includes(name)));
}

function labelsIn(given: Json | undefined): Record<string, string> {
  return Object.fromEntries(objectsIn(given).map((each) => [String(each.store_id), textIn(each, 'label')]));
}

function create({ catalogue }: Shop, given: JsonObject): Attribute {
  const labels = labelsIn(given.frontend_labels);
  const label = textIn(given, 'default_frontend_label') || labels[0];
  if (label === undefined)
    throw refusal(400, '"%fieldName" is required. Enter and try again.', { fieldName: 'frontend_label' });
  const code =
    textIn(given, 'attribute_code') ||
    label
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_|_$/g, '');
  if (!/^[a-z][a-z0-9_]{0,59}$/.test(code)) {
    const text =
      'Attribute code "%1" is invalid. Please use only letters (a-z or A-Z), numbers (0-9) or underscore (_) in this field, and the first character should be a letter.';
    throw refusal(400, text, [code]);
  }
  if (catalogue.attributes.has(code)) throw refusal(400, 'An attribute with the same code already exists.');
  const input = textIn(given, 'frontend_input') || 'text';
  if (backends[input] === undefined)
    throw refusal(400, 'Input type "%value" not found in the input types list.', { value: input });
  const attribute = attributeOf({
    id: catalogue.ids.next('attribute'),
    code,
    input,
    label,
    labels,
    scope: scopeIn(given.scope),
    isRequired: given.is_required === true,
    isUserDefined: true,
    options: objectsIn(given.options)
      .map((option) => shaped(option, optionShape))
      .filter((option) => textIn(option, 'label').trim() !== '')
      .map((option) => optionFrom(catalogue.ids.next('option'), option)),
  });
  catalogue.attributes.set(code, attribute);
  return attribute;
}

/** Store view is the default of an attribute that the merchant makes. */
function scopeIn(given: Json | undefined): Attribute['scope'] {
  return given === 'global' || given === 'website' ? given : 'store';
}

function change({ catalogue }: Shop, before: Attribute, given: JsonObject): Attribute {
  const changed: Attribute = {
    ...before,
    label: textIn(given, 'default_frontend_label') || before.label,
    labels: given.frontend_labels === undefined ? before.labels : labelsIn(given.frontend_labels),
    scope: given.scope === undefined ? before.scope : scopeIn(given.scope),
    isRequired: given.is_required === undefined ? before.isRequired : given.is_required === true,
  };
  catalogue.attributes.set(changed.code, changed);
  return changed;
}

function optionFrom(id: number, given: JsonObject, before?: AttributeOption): AttributeOption {
  return {
    id,
    label: textIn(given, 'label') || before?.label || '',
    sortOrder: Number(given.sort_order ?? before?.sortOrder ?? 0),
    isDefault: given.is_default === undefined ? (before?.isDefault ?? false) : given.is_default === true,
    labels: given.store_labels === undefined ? (before?.labels ?? {}) : labelsIn(given.store_labels),
  };
}

function addOption(shop: Shop, call: Call): string {
  const { catalogue, settings } = shop;
  const attribute = attributeNamed(shop, call);
  const given = bodyOption(attribute, call);
  refuseLabel(settings().optionLabelsUnique, attribute, given, null);
  const option = optionFrom(catalogue.ids.next('option'), given);
  catalogue.attributes.set(attribute.code, { ...attribute, options: [...attribute.options, option] });
  switch (settings().optionAnswer) {
    case 'prefixed':
      return `id_${option.id}`;
    case 'bare':
      return String(option.id);
    case 'unknown':
      return 'id_new_option';
  }
}

function changeOption(shop: Shop, call: Call): boolean {
  const attribute = attributeNamed(shop, call);
  const before = optionIn(attribute, call);
  const given = bodyOption(attribute, call);
  refuseLabel(shop.settings().optionLabelsUnique, attribute, given, before.id);
  const options = attribute.options.map((each) =>
    each.id === before.id ? optionFrom(before.id, given, before) : each,
  );
  shop.catalogue.attributes.set(attribute.code, { ...attribute, options });
  return true;
}

/** The wording is inferred. */
function refuseLabel(
  isUnique: boolean,
  attribute: Attribute,
  given: JsonObject,
  except: number | null,
): void {
  const same = optionLabelled(attribute, textIn(given, 'label'));
  if (!isUnique || same === undefined || same.id === except) return;
  throw refusal(400, "Admin store attribute option label '%1' is already exists.", [textIn(given, 'label')]);
}

function bodyOption(attribute: Attribute, { body }: Call): JsonObject {
  if (!isObject(body.option)) throw required('option');
  if (!selects.includes(attribute.input) && attribute.input !== 'multiselect') {
    throw refusal(400, 'The "%1" attribute doesn\'t work with options.', [attribute.code]);
  }
  const given = shaped(body.option, optionShape);
  if (textIn(given, 'label').trim() === '')
    throw refusal(400, 'The attribute option label is empty. Enter the value and try again.');
  return given;
}

function optionIn({ code, options }: Attribute, { parameters }: Call): AttributeOption {
  const option = options.find(({ id }) => String(id) === parameters.optionId);
  if (option !== undefined) return option;
  const text = 'The "%1" attribute doesn\'t include an option id "%2".';
  throw refusal(404, text, [code, parameters.optionId ?? '']);
}
