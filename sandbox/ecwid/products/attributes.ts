/** Attributes are declared on the product type; a product carries values of them (sheet 4.5). */
import { isObject, type Json, type JsonObject, textIn } from '../../kit/json.ts';
import { type Attribute, type ProductClass, showings } from '../classes/product-class.ts';
import { refusal, wrongField } from '../refusal.ts';
import type { EcwidSettings } from '../settings.ts';
import type { AttributeValue } from './product.ts';

/** The values of a body: each names its attribute by `id`, by `alias` or by `name`. An empty value is none. */
export function valuesIn(
  list: readonly Json[],
  { attributes }: ProductClass,
  { unknownAttributes }: Pick<EcwidSettings, 'unknownAttributes'>,
): AttributeValue[] {
  return list.flatMap((given) => {
    if (!isObject(given)) throw wrongField('Product', 'attributes');
    const attribute = attributes.find((each) => isMeant(each, given));
    if (attribute === undefined) {
      if (unknownAttributes === 'ignored') return [];
      throw refusal(400, 'WRONG_PARAMETER', 'The product type does not have the attribute');
    }
    const { value = '', show } = given;
    if (value !== null && typeof value !== 'string') throw wrongField('AttributeValue', 'value');
    if (show !== undefined && !showings.includes(String(show))) throw wrongField('AttributeValue', 'show');
    if (value === '' || value === null) return [];
    return [{ id: attribute.id, value, ...(show === undefined ? {} : { show: String(show) }) }];
  });
}

/** As shown: without the values of attributes that the type no longer has (sheet 6.2). */
export function valuesOnWire(values: readonly AttributeValue[], { attributes }: ProductClass): JsonObject[] {
  return attributes.flatMap(({ id, name, type, show }) => {
    const own = values.find((each) => each.id === id);
    if (own === undefined) return [];
    const nameTranslated = { nl: name };
    const valueTranslated = { nl: own.value };
    return [{ id, name, nameTranslated, value: own.value, valueTranslated, type, show: own.show ?? show }];
  });
}

/** The value of the attribute of a type, such as `BRAND`. */
export function valueOfType(
  values: readonly AttributeValue[],
  { attributes }: ProductClass,
  type: string,
): string {
  const attribute = attributes.find((each) => each.type === type);
  return values.find(({ id }) => id === attribute?.id)?.value ?? '';
}

function isMeant({ id, name, type }: Attribute, given: JsonObject): boolean {
  if (typeof given.id === 'number') return given.id === id;
  const alias = textIn(given, 'alias');
  return alias === '' ? given.name === name : alias === type;
}
