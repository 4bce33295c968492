/** Variations (sheet 5). */
import { isObject, type Json, type JsonObject, without } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { withoutNulls } from '../fields.ts';
import { absentField, combinationNotFound, refusal, wrongField } from '../refusal.ts';
import { valuesIn } from './attributes.ts';
import { withChosen } from './options.ts';
import {
  type Chosen,
  type Combination,
  choiceKey,
  chosenIn,
  type StoredProduct,
  sharesStock,
} from './product.ts';
import { combinationFields } from './shapes.ts';
import { checkSkus } from './skus.ts';
import { stockOf, withStock } from './stock.ts';

const maxPerRequest = 200;

export function combinationOf({ combinations }: StoredProduct, key: string): Combination {
  const found = combinations.find(({ id }) => String(id) === key);
  if (found === undefined) throw combinationNotFound(key);
  return found;
}

/** Option values that do not exist yet are created (sheet 5). */
export function addCombination(
  assortment: Assortment,
  product: StoredProduct,
  body: JsonObject,
): Combination {
  const chosen = chosenOf(body);
  if (product.combinations.some(({ options }) => choiceKey(options) === choiceKey(chosen)))
    throw duplicated();
  const added = combinationFrom(assortment, product, chosen, body, product.combinations.length + 1);
  const changed = {
    options: withChosen(product.options, chosen),
    combinations: [...product.combinations, added],
  };
  checkSkus(assortment, product, { ...product, ...changed });
  assortment.changeProduct(product, changed);
  return added;
}

export function changeCombination(
  assortment: Assortment,
  product: StoredProduct,
  combination: Combination,
  body: JsonObject,
): void {
  const chosen = body.options === undefined ? combination.options : chosenOf(body);
  const others = product.combinations.filter((each) => each !== combination);
  if (others.some(({ options }) => choiceKey(options) === choiceKey(chosen))) throw duplicated();
  const after = combinationFrom(assortment, product, chosen, body, combination.number, combination);
  const changed = {
    options: withChosen(product.options, chosen),
    combinations: product.combinations.map((each) => (each === combination ? after : each)),
  };
  checkSkus(assortment, product, { ...product, ...changed });
  assortment.changeProduct(product, changed);
}

/** The whole list of a product (`saveCombinations`): what is not in it goes; a variation keeps its id by its choices. */
export function combinationsIn(
  assortment: Assortment,
  product: StoredProduct,
  list: readonly Json[],
): Pick<StoredProduct, 'options' | 'combinations'> {
  if (list.length > maxPerRequest) {
    throw refusal(
      400,
      'COMBINATION_LIMIT_PER_REQUEST_EXCEEDED',
      `At most ${maxPerRequest} variations in one request`,
    );
  }
  const before = new Map(product.combinations.map((each) => [choiceKey(each.options), each]));
  const taken = new Set<string>();
  let options = product.options;
  const combinations = list.map((given, index) => {
    if (!isObject(given)) throw wrongField('Product', 'combinations');
    const chosen = chosenOf(given);
    const key = choiceKey(chosen);
    if (taken.has(key)) throw duplicated();
    taken.add(key);
    options = withChosen(options, chosen);
    return combinationFrom(assortment, product, chosen, given, index + 1, before.get(key));
  });
  return { options, combinations };
}

function combinationFrom(
  assortment: Assortment,
  product: StoredProduct,
  chosen: readonly Chosen[],
  body: JsonObject,
  number: number,
  before?: Combination,
): Combination {
  const settings = assortment.settings();
  if (!settings.planAllowsVariations) {
    throw refusal(402, 'NOT_AVAILABLE_ON_CURRENT_PLAN', 'Variations are not available on the current plan');
  }
  const sent = combinationFields(body);
  const { attributes } = sent;
  const rest = without(sent, 'attributes', 'options', 'quantity', 'unlimited');
  const fields = withoutNulls({ ...before?.fields, ...rest });
  const sharing = sharesStock(product, { fields });
  if (sharing) checkSharedStock(product, sent);
  // One that gets a number of its own begins with the stock that it shared.
  const stockBefore = before === undefined ? null : stockOf(product, before);
  const own = without(fields, 'quantity', 'unlimited');
  const stocked = sharing ? own : { ...own, ...stockIn(withStock(stockBefore, stockIn(sent), settings)) };
  const productClass = assortment.productClass(String(product.fields.productClassId ?? 0));
  return {
    id: before?.id ?? assortment.ids.next('combinationId'),
    number,
    options: chosen,
    fields: stocked,
    values: Array.isArray(attributes) ? valuesIn(attributes, productClass, settings) : (before?.values ?? []),
    picture: before?.picture ?? null,
  };
}

function stockIn({ quantity, unlimited }: JsonObject): JsonObject {
  return {
    ...(typeof quantity === 'number' ? { quantity } : {}),
    ...(typeof unlimited === 'boolean' ? { unlimited } : {}),
  };
}

/** A variation under the product's own SKU has the product's stock (sheets 2.5, 4.7). */
function checkSharedStock({ fields }: StoredProduct, sent: JsonObject): void {
  const differs = (['quantity', 'unlimited'] as const).some(
    (name) => sent[name] !== undefined && sent[name] !== null && sent[name] !== fields[name],
  );
  if (differs) {
    throw refusal(
      400,
      'DIFFERENT_COMBINATION_STOCK',
      'A variation with the SKU of its product must have the same stock',
    );
  }
}

function chosenOf(body: JsonObject): Chosen[] {
  if (body.options === undefined || body.options === null) throw absentField('Combination', 'options');
  const chosen = chosenIn(body.options);
  if (chosen === null) throw wrongField('Combination', 'options');
  return chosen;
}

function duplicated() {
  return refusal(409, 'COMBINATION_DUPLICATED', 'A variation with these options already exists');
}
