/** Attribute sets (sheet 10.1): an attribute stands in one before products have it. */
import type { Route } from '../../kit/http/route-table.ts';
import type { JsonObject } from '../../kit/json.ts';
import { readView } from '../catalogue/scope.ts';
import { type Endpoint, idIn, list, under } from '../endpoint.ts';
import { noSuchEntity, requireFields } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { type AttributeSet, attributeOnWire, productEntityType } from './attribute.ts';

const sets = 'Magento_Catalog::sets';

export function setEndpoints(shop: Shop): Route<Endpoint>[] {
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
