import type { JsonObject } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import type { Links } from '../call/links.ts';
import type { Fact, Product } from '../products/product.ts';
import type { Property, PropertyGroup, PropertyOption } from './property.ts';

export function groupOnWire({ id, name }: PropertyGroup, links: Links): JsonObject {
  const properties = links.to('productpropertygroups', id, 'productproperties');
  return { href: links.self('productpropertygroups', id), id, name, productproperties: properties };
}

export function propertyOnWire(property: Property, assortment: Assortment, links: Links): JsonObject {
  const { id, groupId: _, ...fields } = property;
  const options = optionsOf(assortment, id).map((each) => optionOnWire(each, links));
  return {
    href: links.self('productproperties', id),
    id,
    ...fields,
    options: { ...links.ref('productproperties', id, 'productpropertyoptions'), collection: options },
    children: [],
  };
}

export function optionsOf(assortment: Assortment, propertyId: number): PropertyOption[] {
  return assortment.propertyOptions.all().filter((each) => each.propertyId === propertyId);
}

export function optionOnWire({ id, name, position }: PropertyOption, links: Links): JsonObject {
  return { href: links.self('productpropertyoptions', id), id, name, position };
}

export function factOnWire({ id: productId }: Product, fact: Fact, links: Links): JsonObject {
  return {
    href: links.self('productpropertyvalues', fact.id),
    id: fact.id,
    product_id: productId,
    product_property_id: fact.propertyId,
    value: fact.value,
  };
}

/** The groups of a product, each with the values of its properties. */
export function factsOnWire(product: Product, assortment: Assortment, links: Links): JsonObject[] {
  return product.groups.map(({ id, groupId }) => ({
    href: links.self('producttopropertygroups', id),
    id,
    product_id: product.id,
    product_property_group_id: groupId,
    product_href: links.to('products', product.id),
    product_property_group_href: links.to('productpropertygroups', groupId),
    values: {
      collection: product.facts
        .filter(({ propertyId }) => assortment.properties.get(String(propertyId))?.groupId === groupId)
        .map((fact) => factOnWire(product, fact, links)),
    },
  }));
}
