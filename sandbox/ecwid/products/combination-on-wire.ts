import Big from 'big.js';
import { isObject, type JsonObject, numberIn, objectsIn, textIn, without } from '../../kit/json.ts';
import { asNumber } from '../../kit/money/cents.ts';
import type { ProductClass } from '../classes/product-class.ts';
import { altOf, pictureFields } from '../pictures/picture.ts';
import { valuesOnWire } from './attributes.ts';
import type { Combination, StoredProduct } from './product.ts';
import { stockOf } from './stock.ts';

/** A variation as it is shown (sheet 5). What it inherits from the product is left out. */
export function combinationOnWire(
  product: StoredProduct,
  combination: Combination,
  productClass: ProductClass,
  { pictures }: { readonly pictures: string },
): JsonObject {
  const { id, number, options, fields, values, picture } = combination;
  const price = priceOf(product, combination);
  const stock = stockOf(product, combination);
  const unlimited = stock.unlimited === true;
  const quantity = numberIn(stock, 'quantity');
  return {
    dimensions: { length: 0, width: 0, height: 0 },
    volume: 0,
    outOfStockVisibilityBehaviour: 'SHOW',
    ...without(fields, 'quantity', 'unlimited'),
    id,
    combinationNumber: number,
    options: options.map(({ name, value }) => ({
      name,
      nameTranslated: { nl: name },
      value,
      valueTranslated: { nl: value },
    })),
    ...pictureFields(picture, pictures),
    inStock: unlimited || quantity > 0,
    unlimited,
    ...(unlimited ? {} : { quantity }),
    defaultDisplayedPrice: price,
    defaultDisplayedPriceFormatted: priceText(price),
    attributes: valuesOnWire(values, productClass),
    alt: picture === null ? (isObject(fields.alt) ? fields.alt : { translated: {} }) : altOf(picture),
  };
}

/** Its own price, or the product's with what the choices add to it (sheet 5). */
export function priceOf(product: StoredProduct, { fields, options: chosen }: Combination): number {
  if (typeof fields.price === 'number') return fields.price;
  const base = Big(numberIn(product.fields, 'price'));
  const added = chosen.map(({ name, value }) => {
    const option = product.options.find((each) => each.name === name);
    const choice = objectsIn(option?.choices).find((each) => each.text === value) ?? {};
    const modifier = Big(numberIn(choice, 'priceModifier'));
    return choice.priceModifierType === 'PERCENT' ? base.times(modifier).div(100) : modifier;
  });
  return asNumber(added.reduce((total, each) => total.plus(each), base));
}

export function optionOnWire(option: JsonObject): JsonObject {
  const name = textIn(option, 'name');
  const choices = objectsIn(option.choices).map((choice) => {
    const text = textIn(choice, 'text');
    return { priceModifier: 0, priceModifierType: 'ABSOLUTE', textTranslated: { nl: text }, ...choice, text };
  });
  return { defaultChoice: 0, required: false, nameTranslated: { nl: name }, ...option, name, choices };
}

export function priceText(price: number): string {
  return `€${price.toFixed(2).replace('.', ',')}`;
}
