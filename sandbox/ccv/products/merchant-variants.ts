/** Variants as the merchant edits them: CCV makes them of the values that a product offers. */
import Big from 'big.js';
import type { NewVariant, VariantEdit } from '../../kit/catalogue/merchandise.ts';
import type { Assortment, Attribute, AttributeValue } from '../assortment.ts';
import { notFound } from '../refusal.ts';
import { recombined, renumbered } from './combinations.ts';
import { withCombination } from './endpoints.ts';
import { type Combination, combinationOf, type OfferedValue, type Product, sellPrice } from './product.ts';

/** By its name; made where there is none, as a menu. */
export function attributeNamed(assortment: Assortment, name: string): Attribute {
  const known = assortment.attributes.all().find((each) => each.name === name);
  if (known !== undefined) return known;
  const made = { id: assortment.ids.next('attribute'), name, kind: 1 };
  assortment.attributes.set(String(made.id), made);
  return made;
}

export function valueNamed(assortment: Assortment, attributeId: number, name: string): AttributeValue {
  const known = assortment.attributeValues
    .all()
    .find((each) => each.attributeId === attributeId && each.name === name);
  if (known !== undefined) return known;
  const made = { id: assortment.ids.next('attributeValue'), attributeId, name, defaultPrice: 0 };
  assortment.attributeValues.set(String(made.id), made);
  return made;
}

/** A value that is new becomes one of the product, with all its combinations; the id of the one that was meant. */
export function addVariant(
  assortment: Assortment,
  product: Product,
  { sku, options, price, pieces }: NewVariant,
): string {
  const meant = Object.entries(options).map(([name, word]) =>
    valueNamed(assortment, attributeNamed(assortment, name).id, word),
  );
  const fresh = meant.filter(({ id }) => !product.values.some(({ valueId }) => valueId === id));
  const extra = price === undefined ? 0 : Number(Big(price).minus(sellPrice(product)).toFixed());
  const added = fresh.map(
    ({ id }, index): OfferedValue => ({
      id: assortment.ids.next('value'),
      valueId: id,
      price: index === 0 ? extra : 0,
      position: product.values.length + index + 1,
    }),
  );
  const fields = { ...product.fields, stocktype: 'Attribute' };
  const widened = recombined(assortment, { ...product, fields, values: [...product.values, ...added] });
  const combination = combinationOf(
    widened,
    meant.map(({ id }) => id),
  );
  if (combination === undefined) throw notFound('attributecombinations');
  const number = sku ?? '';
  const stock = pieces === 'unlimited' ? 0 : pieces;
  const own = { ...combination.fields, stock, sku_number: number, product_number: number };
  assortment.save(withCombination(widened, { ...combination, fields: own }), 'combinations');
  return String(combination.id);
}

/** A word is that of the shop: every product that offers the value shows the new one. */
export function editVariant(
  assortment: Assortment,
  product: Product,
  key: string,
  changes: VariantEdit,
): void {
  const combination = combinationIn(product, key);
  const { sku, price, options = {} } = changes;
  const values = combination.valueIds.map((id) => assortment.attributeValue(String(id)));
  const renamed = Object.entries(options).map(([name, word]) => {
    const value = values.find((each) => assortment.attribute(String(each.attributeId)).name === name);
    if (value === undefined) throw notFound('attributevalues');
    assortment.attributeValues.set(String(value.id), { ...value, name: word });
    return value;
  });
  const number = sku ?? '';
  const numbers = sku === undefined ? {} : { sku_number: number, product_number: number };
  const kept = withCombination(product, { ...combination, fields: { ...combination.fields, ...numbers } });
  const repriced = price === undefined ? kept : withPrice(kept, combination, price);
  assortment.save(renamed.length > 0 ? renumbered(assortment, repriced) : repriced, 'combinations');
}

/** What its first value adds is what the variant costs more: others that have the value too cost it as well. */
function withPrice(product: Product, { valueIds }: Combination, price: string): Product {
  const [first] = valueIds;
  const others = product.values
    .filter(({ valueId }) => valueIds.includes(valueId) && valueId !== first)
    .reduce((sum, each) => sum.plus(each.price), Big(0));
  const extra = Number(Big(price).minus(sellPrice(product)).minus(others).toFixed());
  const values = product.values.map((each) => (each.valueId === first ? { ...each, price: extra } : each));
  return { ...product, values };
}

/** The merchant takes values away, not combinations: all that have the last of its values go. */
export function removeVariant(assortment: Assortment, product: Product, key: string): void {
  const last = combinationIn(product, key).valueIds.at(-1);
  const values = product.values.filter(({ valueId }) => valueId !== last);
  assortment.save(recombined(assortment, { ...product, values }), 'combinations');
}

function combinationIn({ combinations }: Product, key: string): Combination {
  const combination = combinations.find(({ id }) => String(id) === key);
  if (combination === undefined) throw notFound('attributecombinations');
  return combination;
}
