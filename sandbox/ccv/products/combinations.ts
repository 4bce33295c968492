/** What CCV makes of the values that a product offers: nobody adds or deletes a combination (sheet 6.8). */
import type { Assortment } from '../assortment.ts';
import { type Combination, keyOf, type Product } from './product.ts';

/** Attributes of these kinds make combinations: menus. Texts have no values, additional menus make none. */
const combining: readonly number[] = [1, 4];

/**
 * The product with the combinations of its values. One that was there keeps its numbers and its stock, but maybe not
 * its id; a new one starts with `stock`.
 */
export function recombined(assortment: Assortment, product: Product, stock = 0): Product {
  const keepsIds = assortment.settings().combinationIds === 'kept';
  const before = new Map(product.combinations.map((each) => [keyOf(each.valueIds), each]));
  const sets = valueSets(assortment, product);
  if (sets.length === before.size && sets.every((set) => before.has(keyOf(set)))) return product;
  const combinations = sets.map((valueIds): Combination => {
    const known = before.get(keyOf(valueIds));
    const fields = known?.fields ?? { stock };
    const id = known !== undefined && keepsIds ? known.id : assortment.ids.next('combination');
    return { id, valueIds, fields };
  });
  const switches = assortment.settings().stocktypeOfVariants === 'switches' && before.size === 0;
  const fields = switches && sets.length > 0 ? { ...product.fields, stocktype: 'Attribute' } : product.fields;
  return { ...product, fields, combinations };
}

/** The same combinations under other ids, as after an option was renamed. */
export function renumbered(assortment: Assortment, product: Product): Product {
  if (assortment.settings().combinationIds === 'kept') return product;
  const combinations = product.combinations.map((each) => ({
    ...each,
    id: assortment.ids.next('combination'),
  }));
  return { ...product, combinations };
}

/** A value of every attribute that combines, in all ways. */
function valueSets(assortment: Assortment, { values }: Product): number[][] {
  const byAttribute = new Map<number, number[]>();
  for (const { valueId } of [...values].sort((one, other) => one.position - other.position)) {
    const { attributeId } = assortment.attributeValue(String(valueId));
    if (!combining.includes(assortment.attribute(String(attributeId)).kind)) continue;
    byAttribute.set(attributeId, [...(byAttribute.get(attributeId) ?? []), valueId]);
  }
  if (byAttribute.size === 0) return [];
  return [...byAttribute.values()].reduce<number[][]>(
    (sofar, ids) => sofar.flatMap((set) => ids.map((id) => [...set, id])),
    [[]],
  );
}
