import type { Product } from '../products/product.ts';
import type { Shop } from '../shop.ts';
import type { ChosenOption } from './order.ts';

/** The values of a combination, as a row names them. */
export function chosenOptions(shop: Shop, product: Product, valueIds: readonly number[]): ChosenOption[] {
  const { assortment, ids } = shop;
  return valueIds.map((valueId) => {
    const value = assortment.attributeValue(String(valueId));
    return {
      id: ids.next('chosenOption'),
      option: assortment.attribute(String(value.attributeId)).name,
      value: value.name,
      price: product.values.find((each) => each.valueId === valueId)?.price ?? 0,
    };
  });
}
