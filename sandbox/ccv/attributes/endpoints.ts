/**
 * Attributes of the shop, their values, and what products offer of them (sheet 6.8). Taken for strict: a `type` that the shop
 * does not use is refused; a second value of the same name, or the same value a second time at a product, is 500.40.
 */
import { together } from '../../kit/fields/shape.ts';
import { type JsonObject, numberIn, textIn } from '../../kit/json.ts';
import { byNumber } from '../../kit/search/sorting.ts';
import type { Assortment, Attribute, AttributeValue } from '../assortment.ts';
import { type Call, idIn, objectIn, on, type Routes } from '../call/call.ts';
import { type FieldKind, int, number, readBodyFields, text } from '../call/fields.ts';
import { pagedList, plainList } from '../call/lists.ts';
import { recombined } from '../products/combinations.ts';
import { setsOnWire, valueOnWire } from '../products/on-wire.ts';
import type { OfferedValue, Product } from '../products/product.ts';
import { coded, invalid, notFound } from '../refusal.ts';

const attributeFields = text('name type');
const valueFields = together<FieldKind>(text('name'), number('default_price'));
const offeredChanges = together<FieldKind>(number('price'), int('position'));
const offeredFields = together<FieldKind>(offeredChanges, int('optionvalue'), number('stock'));

export function attributeEndpoints(assortment: Assortment): Routes {
  const show = (call: Call) => (each: Attribute) => attributeOnWire(each, call);
  const found = (call: Call) => assortment.attribute(idIn(call));
  const kindOf = (type: string) => {
    const kind = assortment.settings().attributeTypes.indexOf(type) + 1;
    if (kind === 0) throw invalid(`The type ${type} does not exist`);
    return kind;
  };
  return [
    on('GET', '/attributes', (call) => plainList(call, assortment.attributes.all(), { show: show(call) })),
    on('POST', '/attributes', (call) => {
      const sent = readBodyFields(objectIn(call), attributeFields, call.settings, ['name', 'type']);
      const kind = kindOf(textIn(sent, 'type'));
      const attribute = { id: assortment.ids.next('attribute'), name: textIn(sent, 'name'), kind };
      assortment.attributes.set(String(attribute.id), attribute);
      return show(call)(attribute);
    }),
    on('GET', '/attributes/{id}', (call) => show(call)(found(call))),
    on('PATCH', '/attributes/{id}', (call) => {
      const attribute = found(call);
      const sent = readBodyFields(objectIn(call), attributeFields, call.settings);
      const kind = sent.type === undefined ? attribute.kind : kindOf(textIn(sent, 'type'));
      const name = textIn(sent, 'name') || attribute.name;
      assortment.attributes.set(String(attribute.id), { ...attribute, name, kind });
      return undefined;
    }),
    on('DELETE', '/attributes/{id}', (call) => {
      const { id } = found(call);
      for (const value of valuesOf(assortment, id)) removeValue(assortment, value);
      assortment.attributes.delete(String(id));
      return undefined;
    }),
    ...valueEndpoints(assortment),
    ...offeredEndpoints(assortment),
  ];
}

function attributeOnWire({ id, name, kind }: Attribute, { links, settings }: Call): JsonObject {
  return {
    href: links.self('attributes', id),
    id,
    name,
    attribute_type: kind,
    type: settings.attributeTypes[kind - 1] ?? '',
    attribute_values: links.ref('attributes', id, 'attributevalues'),
    parent: links.ref('attributes'),
  };
}

export function valuesOf(assortment: Assortment, attributeId: number): AttributeValue[] {
  return assortment.attributeValues.all().filter((each) => each.attributeId === attributeId);
}

function valueEndpoints(assortment: Assortment): Routes {
  const show = ({ id, name, defaultPrice, attributeId }: AttributeValue, { links }: Call): JsonObject => ({
    href: links.self('attributevalues', id),
    id,
    name,
    default_price: defaultPrice,
    attribute_id: attributeId,
    parent: links.ref('attributes', attributeId),
  });
  const found = (call: Call) => assortment.attributeValue(idIn(call));
  const save = (value: AttributeValue) => {
    const others = valuesOf(assortment, value.attributeId).filter(({ id }) => id !== value.id);
    if (others.some(({ name }) => name === value.name)) throw coded('500.40', 'name already exists');
    assortment.attributeValues.set(String(value.id), value);
    return value;
  };
  return [
    on('GET', '/attributes/{id}/attributevalues', (call) => {
      const { id } = assortment.attribute(idIn(call));
      return plainList(call, valuesOf(assortment, id), { show: (each) => show(each, call) });
    }),
    on('POST', '/attributes/{id}/attributevalues', (call) => {
      const { id: attributeId } = assortment.attribute(idIn(call));
      const sent = readBodyFields(objectIn(call), valueFields, call.settings, ['name', 'default_price']);
      const own = { name: textIn(sent, 'name'), defaultPrice: numberIn(sent, 'default_price') };
      return show(save({ id: assortment.ids.next('attributeValue'), attributeId, ...own }), call);
    }),
    on('GET', '/attributevalues/{id}', (call) => show(found(call), call)),
    on('PATCH', '/attributevalues/{id}', (call) => {
      const value = found(call);
      const sent = readBodyFields(objectIn(call), valueFields, call.settings);
      const defaultPrice =
        sent.default_price === undefined ? value.defaultPrice : numberIn(sent, 'default_price');
      save({ ...value, name: textIn(sent, 'name') || value.name, defaultPrice });
      return undefined;
    }),
    on('DELETE', '/attributevalues/{id}', (call) => {
      removeValue(assortment, found(call));
      return undefined;
    }),
  ];
}

/** Products lose it, and the combinations that it makes. */
function removeValue(assortment: Assortment, { id }: AttributeValue): void {
  for (const product of assortment.products.all()) {
    const values = product.values.filter(({ valueId }) => valueId !== id);
    if (values.length === product.values.length) continue;
    assortment.save(recombined(assortment, { ...product, values }), 'combinations');
  }
  assortment.attributeValues.delete(String(id));
}

function offeredEndpoints(assortment: Assortment): Routes {
  const show = (call: Call) => (each: OfferedValue) => valueOnWire(each, { assortment, links: call.links });
  const found = (call: Call) => {
    const product = assortment.withValue(idIn(call));
    const offered = product.values.find(({ id }) => String(id) === idIn(call));
    if (offered === undefined) throw notFound('productattributevalues');
    return { product, offered };
  };
  const orders = {
    position: byNumber(({ position }: OfferedValue) => position),
    optionposition: byNumber(({ position }: OfferedValue) => position),
  };
  const change = (product: Product, values: readonly OfferedValue[]) =>
    assortment.save(recombined(assortment, { ...product, values }), 'combinations');
  return [
    on('GET', '/products/{id}/productattributevalues', (call) =>
      pagedList(call, assortment.product(idIn(call)).values, { show: show(call), orders }),
    ),
    on('GET', '/products/{id}/productattributesets', (call) => {
      const sets = setsOnWire(assortment.product(idIn(call)), { assortment, links: call.links });
      const attributeposition = byNumber((each: JsonObject) => numberIn(each, 'attributeposition'));
      return plainList(call, sets, { show: (each) => each, orders: { attributeposition } });
    }),
    on('POST', '/products/{id}/productattributevalues', (call) => {
      const product = assortment.product(idIn(call));
      const sent = readBodyFields(objectIn(call), offeredFields, call.settings, ['optionvalue', 'price']);
      return show(call)(offer(assortment, product, sent));
    }),
    on('GET', '/productattributevalues/{id}', (call) => show(call)(found(call).offered)),
    on('PATCH', '/productattributevalues/{id}', (call) => {
      const { product, offered } = found(call);
      const sent = readBodyFields(objectIn(call), offeredChanges, call.settings);
      const price = sent.price === undefined ? offered.price : numberIn(sent, 'price');
      const position = sent.position === undefined ? offered.position : numberIn(sent, 'position');
      change(
        product,
        product.values.map((each) => (each === offered ? { ...each, price, position } : each)),
      );
      return undefined;
    }),
    on('DELETE', '/productattributevalues/{id}', (call) => {
      const { product, offered } = found(call);
      change(
        product,
        product.values.filter((each) => each !== offered),
      );
      return undefined;
    }),
  ];
}

/** One more value at a product; `stock` is what its new combinations start with. */
function offer(assortment: Assortment, product: Product, sent: JsonObject): OfferedValue {
  const valueId = assortment.attributeValue(String(sent.optionvalue)).id;
  if (product.values.some((each) => each.valueId === valueId)) {
    throw coded('500.40', 'The product has this value already');
  }
  const position = sent.position === undefined ? product.values.length + 1 : numberIn(sent, 'position');
  const offered = { id: assortment.ids.next('value'), valueId, price: numberIn(sent, 'price'), position };
  const values = [...product.values, offered];
  assortment.save(recombined(assortment, { ...product, values }, numberIn(sent, 'stock')), 'combinations');
  return offered;
}
