/** Attributes (sheet 10.1, 10.7). */
import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type Json, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import { readView } from '../catalogue/scope.ts';
import { type Call, type Endpoint, list, under } from '../endpoint.ts';
import { shaped } from '../fields.ts';
import { refusal, required } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { type Attribute, attributeOf, attributeOnWire, backends } from './attribute.ts';
import { attributeNamed, labelsIn, optionEndpoints, optionFrom, optionShape } from './option-endpoints.ts';
import { setEndpoints } from './set-endpoints.ts';

const attributes = 'Magento_Catalog::attributes_attributes';

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
    ...optionEndpoints(shop),
    ...setEndpoints(shop),
  ];
}

function attributeIn({ body }: Call): JsonObject {
  if (!isObject(body.attribute)) throw required('attribute');
  return Object.fromEntries(Object.entries(body.attribute).filter(([name]) => heeded.includes(name)));
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
