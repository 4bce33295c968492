/** Product types (sheet 6.2). */
import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type JsonObject, textIn } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { type Call, type Endpoint, under } from '../endpoint.ts';
import { absentField, refusal, wrongField } from '../refusal.ts';
import { type Attribute, attributeTypes, type ProductClass, showings } from './product-class.ts';

export function classEndpoints(assortment: Assortment): Route<Endpoint>[] {
  const on = under('/api/v3/{storeId}/classes');
  const found = ({ parameters }: Call) => assortment.productClass(parameters.classId ?? '');
  return [
    on('GET', '', ['read_catalog'], () => assortment.classes().map(onWire)),
    on('POST', '', ['create_catalog'], ({ body }) => {
      if (textIn(body, 'name') === '') throw absentField('ProductClass', 'name');
      const id = assortment.ids.next('classId');
      const attributes = attributesIn(assortment, body, []) ?? [];
      assortment.saveClass({ id, name: textIn(body, 'name'), attributes }, 'created');
      return { id };
    }),
    on('GET', '/{classId}', ['read_catalog'], (call) => onWire(found(call))),
    on('PUT', '/{classId}', ['update_catalog'], (call) => {
      const before = found(call);
      const attributes = attributesIn(assortment, call.body, before.attributes) ?? before.attributes;
      const name = textIn(call.body, 'name') || before.name;
      assortment.saveClass({ ...before, name, attributes }, 'updated');
      return { updateCount: 1 };
    }),
    on('DELETE', '/{classId}', ['update_catalog'], (call) => {
      const productClass = found(call);
      if (productClass.id === 0) throw refusal(400, 'WRONG_PARAMETER', 'The General type can not be deleted');
      // Its products move to General.
      for (const product of assortment.products.all()) {
        if (product.fields.productClassId !== productClass.id) continue;
        assortment.changeProduct(product, { fields: { ...product.fields, productClassId: 0 } });
      }
      assortment.deleteClass(productClass);
      return { deleteCount: 1 };
    }),
  ];
}

function onWire({ id, name, attributes }: ProductClass): JsonObject {
  return {
    id,
    ...(id === 0 ? {} : { name }),
    googleTaxonomy: 'DEFAULT',
    attributes: attributes.map((each) => ({ ...each, nameTranslated: { nl: each.name } })),
  };
}

/** The list that is sent is the whole list: an attribute that is not in it goes, with all values of it. */
function attributesIn(
  assortment: Assortment,
  { attributes }: JsonObject,
  before: readonly Attribute[],
): Attribute[] | null {
  if (attributes === undefined || attributes === null) return null;
  if (!Array.isArray(attributes)) throw wrongField('ProductClass', 'attributes');
  return attributes.map((given) => {
    if (!isObject(given)) throw wrongField('ProductClass', 'attributes');
    const known = before.find(({ id }) => id === given.id);
    const name = textIn(given, 'name') || known?.name;
    if (name === undefined) throw absentField('Attribute', 'name');
    const type = given.type ?? known?.type ?? 'CUSTOM';
    const show = given.show ?? known?.show ?? 'DESCR';
    if (!attributeTypes.includes(String(type))) throw wrongField('Attribute', 'type');
    if (!showings.includes(String(show))) throw wrongField('Attribute', 'show');
    const id = known?.id ?? assortment.ids.next('attributeId');
    return { id, name, type: String(type), show: String(show) };
  });
}
