import type { VariantEdit } from '../../kit/catalogue/merchandise.ts';
import { type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { refusal } from '../refusal.ts';
import { changeCombination, combinationOf } from './combinations.ts';
import { renumbered } from './options.ts';
import { type Combination, choicesOf, type StoredProduct } from './product.ts';

/** What the merchant changes of a variation: its number and price, and the words of its choices. */
export function editVariant(
  assortment: Assortment,
  product: StoredProduct,
  variant: string,
  { sku, price, options: words = {} }: VariantEdit,
): void {
  const edited = combinationOf(product, variant);
  const body: JsonObject = {
    ...(sku === undefined ? {} : { sku }),
    ...(price === undefined ? {} : { price: Number(price) }),
  };
  if (Object.keys(body).length > 0) changeCombination(assortment, product, edited, body);
  for (const { name, value } of edited.options) {
    const word = words[name];
    if (word !== undefined && word !== value) {
      renameChoice(assortment, assortment.product(String(product.id)), name, value, word);
    }
  }
}

/** Another word for a value, in all variations that have it; their ids follow the setting. */
function renameChoice(
  assortment: Assortment,
  product: StoredProduct,
  name: string,
  value: string,
  word: string,
): void {
  const option = product.options.find((each) => each.name === name);
  if (option === undefined || choicesOf(option).includes(word)) {
    throw refusal(409, 'COMBINATION_DUPLICATED', 'A variation with these options already exists');
  }
  const choices = objectsIn(option.choices).map((choice) =>
    textIn(choice, 'text') === value ? { ...choice, text: word } : choice,
  );
  const renamed = (combination: Combination): Combination => ({
    ...combination,
    options: combination.options.map((each) =>
      each.name === name && each.value === value ? { name, value: word } : each,
    ),
  });
  const isNew = assortment.settings().combinationIds === 'new';
  assortment.changeProduct(product, {
    options: product.options.map((each) => (each === option ? { ...option, choices } : each)),
    combinations: product.combinations.map((each) =>
      isNew ? renumbered(assortment, renamed(each)) : renamed(each),
    ),
  });
}
