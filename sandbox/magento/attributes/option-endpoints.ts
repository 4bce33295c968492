/** Options of an attribute (sheet 10.7). */
import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type Json, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import { readView } from '../catalogue/scope.ts';
import { type Call, type Endpoint, under } from '../endpoint.ts';
import { shape, shaped } from '../fields.ts';
import { refusal, required } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { type Attribute, type AttributeOption, isFixed, optionsOnWire, selects } from './attribute.ts';
import { optionLabelled } from './values.ts';

const attributes = 'Magento_Catalog::attributes_attributes';

export const optionShape = shape({
  int: 'sort_order',
  string: 'label value',
  bool: 'is_default',
  any: 'extension_attributes',
  lists: { store_labels: shape({ int: 'store_id', string: 'label' }) },
});

export function optionEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/V1/products/attributes');
  const { catalogue } = shop;
  return [
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
  ];
}

export function attributeNamed({ catalogue }: Shop, { parameters }: Call): Attribute {
  const code = parameters.code ?? '';
  const found = catalogue.attributes.get(code) ?? catalogue.attributeById(Number(code));
  if (found !== undefined) return found;
  const text = 'The attribute with a "%1" attributeCode doesn\'t exist. Verify the attribute and try again.';
  throw refusal(404, text, [code]);
}

export function labelsIn(given: Json | undefined): Record<string, string> {
  return Object.fromEntries(objectsIn(given).map((each) => [String(each.store_id), textIn(each, 'label')]));
}

export function optionFrom(id: number, given: JsonObject, before?: AttributeOption): AttributeOption {
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
  const isChoice = selects.includes(attribute.input) || attribute.input === 'multiselect';
  if (!isChoice || isFixed(attribute.code)) {
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
