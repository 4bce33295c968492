/**
 * Facts about products (sheet 6.8). Taken for strict: a product needs the group of a property first; a property has one value
 * at a product; of a property with options the value is one of them.
 */
import { together } from '../../kit/fields/shape.ts';
import { type JsonObject, numberIn, textIn } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { type Call, idIn, objectIn, on, type Routes } from '../call/call.ts';
import { type FieldKind, int, readBodyFields, text } from '../call/fields.ts';
import { plainList } from '../call/lists.ts';
import { coded, invalid, notFound } from '../refusal.ts';
import { factOnWire, factsOnWire, groupOnWire, optionOnWire, optionsOf, propertyOnWire } from './on-wire.ts';
import type { Property } from './property.ts';

/** Words of `type` are not known: one has a list of options, the other does not. */
const types: readonly string[] = ['text', 'select'];

const groupFields = text('name');
const propertyFields = together<FieldKind>(text('name description icon type'), int('parent position'));
const optionFields = together<FieldKind>(text('name'), int('position'));

export function propertyEndpoints(assortment: Assortment): Routes {
  return [
    ...groupEndpoints(assortment),
    ...propertiesEndpoints(assortment),
    ...optionEndpoints(assortment),
    ...productEndpoints(assortment),
  ];
}

function groupEndpoints(assortment: Assortment): Routes {
  const { propertyGroups, ids } = assortment;
  const found = (call: Call) => existing(propertyGroups.get(idIn(call)), 'productpropertygroups');
  const nameIn = (call: Call) =>
    textIn(readBodyFields(objectIn(call), groupFields, call.settings, ['name']), 'name');
  return [
    on('GET', '/productpropertygroups', (call) =>
      plainList(call, propertyGroups.all(), { show: (each) => groupOnWire(each, call.links) }),
    ),
    on('POST', '/productpropertygroups', (call) => {
      const group = { id: ids.next('property'), name: nameIn(call) };
      propertyGroups.set(String(group.id), group);
      return groupOnWire(group, call.links);
    }),
    on('GET', '/productpropertygroups/{id}', (call) => groupOnWire(found(call), call.links)),
    on('PATCH', '/productpropertygroups/{id}', (call) => {
      const group = found(call);
      propertyGroups.set(String(group.id), { ...group, name: nameIn(call) });
      return undefined;
    }),
  ];
}

function propertiesEndpoints(assortment: Assortment): Routes {
  const { properties, propertyGroups, ids } = assortment;
  const found = (call: Call) => existing(properties.get(idIn(call)), 'productproperties');
  const save = (property: Property) => {
    if (!types.includes(property.type)) throw invalid(`The type ${property.type} does not exist`);
    properties.set(String(property.id), property);
    return property;
  };
  return [
    on('GET', '/productpropertygroups/{id}/productproperties', (call) => {
      const { id } = existing(propertyGroups.get(idIn(call)), 'productpropertygroups');
      const rows = properties.all().filter(({ groupId }) => groupId === id);
      return plainList(call, rows, { show: (each) => propertyOnWire(each, assortment, call.links) });
    }),
    on('POST', '/productpropertygroups/{id}/productproperties', (call) => {
      const { id: groupId } = existing(propertyGroups.get(idIn(call)), 'productpropertygroups');
      const sent = readBodyFields(objectIn(call), propertyFields, call.settings, ['name']);
      const blank = { parent: null, description: '', position: 1, icon: null, type: 'text', name: '' };
      // The shape has checked what kind each of them is.
      const property = { ...blank, ...sent, id: ids.next('property'), groupId } as Property;
      return propertyOnWire(save(property), assortment, call.links);
    }),
    on('GET', '/productproperties/{id}', (call) => propertyOnWire(found(call), assortment, call.links)),
    on('PATCH', '/productproperties/{id}', (call) => {
      const sent = readBodyFields(objectIn(call), propertyFields, call.settings);
      save({ ...found(call), ...sent } as Property);
      return undefined;
    }),
  ];
}

function optionEndpoints(assortment: Assortment): Routes {
  const { properties, propertyOptions, ids } = assortment;
  const propertyIn = (call: Call) => existing(properties.get(idIn(call)), 'productproperties');
  return [
    on('GET', '/productproperties/{id}/productpropertyoptions', (call) => {
      const rows = optionsOf(assortment, propertyIn(call).id);
      return plainList(call, rows, { show: (each) => optionOnWire(each, call.links) });
    }),
    on('POST', '/productproperties/{id}/productpropertyoptions', (call) => {
      const { id: propertyId } = propertyIn(call);
      const sent = readBodyFields(objectIn(call), optionFields, call.settings, ['name']);
      const name = textIn(sent, 'name');
      if (optionsOf(assortment, propertyId).some((each) => each.name === name)) {
        throw coded('500.40', 'name already exists');
      }
      const option = { id: ids.next('property'), propertyId, name, position: numberIn(sent, 'position') };
      propertyOptions.set(String(option.id), option);
      return optionOnWire(option, call.links);
    }),
  ];
}

const groupLink = int('product_id product_property_group_id');
const factChanges = text('value');
const factFields = together<FieldKind>(factChanges, int('product_id product_property_id'));

function productEndpoints(assortment: Assortment): Routes {
  const { properties, propertyGroups, ids } = assortment;
  const found = (call: Call) => {
    const product = assortment.withFact(idIn(call));
    const fact = product.facts.find(({ id }) => String(id) === idIn(call));
    return { product, fact: existing(fact, 'productpropertyvalues') };
  };
  return [
    on('GET', '/products/{id}/producttopropertygroups', (call) => {
      const rows = factsOnWire(assortment.product(idIn(call)), assortment, call.links);
      return plainList(call, rows, { show: (each: JsonObject) => each });
    }),
    on('POST', '/producttopropertygroups', (call) => {
      const required = ['product_id', 'product_property_group_id'];
      const sent = readBodyFields(objectIn(call), groupLink, call.settings, required);
      const product = assortment.product(String(sent.product_id));
      const group = propertyGroups.get(String(sent.product_property_group_id));
      const { id: groupId } = existing(group, 'productpropertygroups');
      if (product.groups.some((each) => each.groupId === groupId)) {
        throw coded('500.40', 'The product has this group already');
      }
      const groups = [...product.groups, { id: ids.next('fact'), groupId }];
      const saved = assortment.save({ ...product, groups });
      return factsOnWire(saved, assortment, call.links).at(-1) ?? {};
    }),
    on('POST', '/productpropertyvalues', (call) => {
      const required = ['product_id', 'product_property_id', 'value'];
      const sent = readBodyFields(objectIn(call), factFields, call.settings, required);
      const product = assortment.product(String(sent.product_id));
      const property = existing(properties.get(String(sent.product_property_id)), 'productproperties');
      if (!product.groups.some(({ groupId }) => groupId === property.groupId)) {
        throw invalid('The product does not have the group of this property');
      }
      if (product.facts.some(({ propertyId }) => propertyId === property.id)) {
        throw coded('500.40', 'The product has a value of this property already');
      }
      const value = valueIn(assortment, property, sent);
      const fact = { id: ids.next('fact'), propertyId: property.id, value };
      const saved = assortment.save({ ...product, facts: [...product.facts, fact] });
      return factOnWire(saved, fact, call.links);
    }),
    on('GET', '/productpropertyvalues/{id}', (call) => {
      const { product, fact } = found(call);
      return factOnWire(product, fact, call.links);
    }),
    on('PATCH', '/productpropertyvalues/{id}', (call) => {
      const { product, fact } = found(call);
      const sent = readBodyFields(objectIn(call), factChanges, call.settings, ['value']);
      const property = existing(properties.get(String(fact.propertyId)), 'productproperties');
      const changed = { ...fact, value: valueIn(assortment, property, sent) };
      const facts = product.facts.map((each) => (each === fact ? changed : each));
      assortment.save({ ...product, facts });
      return undefined;
    }),
    on('DELETE', '/productpropertyvalues/{id}', (call) => {
      const { product, fact } = found(call);
      assortment.save({ ...product, facts: product.facts.filter((each) => each !== fact) });
      return undefined;
    }),
  ];
}

function valueIn(assortment: Assortment, { id }: Property, sent: JsonObject): string {
  const value = textIn(sent, 'value');
  const options = optionsOf(assortment, id);
  if (options.length > 0 && !options.some(({ name }) => name === value)) {
    throw invalid(`${value} is no option of this property`);
  }
  return value;
}

function existing<Entity>(entity: Entity | undefined, what: string): Entity {
  if (entity === undefined) throw notFound(what);
  return entity;
}
