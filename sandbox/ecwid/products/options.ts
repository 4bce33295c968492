/** What a buyer can choose, and the variations made of it (sheets 4.4, 5). */
import { isObject, type Json, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { absentField, refusal, wrongField } from '../refusal.ts';
import { type Chosen, type Combination, choicesOf, hasChoices, type StoredProduct } from './product.ts';

const types = [
  ...['SELECT', 'RADIO', 'CHECKBOX', 'TEXTFIELD', 'TEXTAREA', 'DATE', 'FILES', 'SIZE', 'SWATCHES'],
];

/** The options of a body, checked. */
export function optionsIn(list: readonly Json[]): JsonObject[] {
  return list.map((option) => {
    if (!isObject(option)) throw wrongField('Product', 'options');
    if (textIn(option, 'name') === '') throw absentField('ProductOption', 'name');
    const type = option.type ?? 'SELECT';
    if (typeof type !== 'string' || !types.includes(type)) throw wrongField('ProductOption', 'type');
    const choices = objectsIn(option.choices);
    if (choices.some((choice) => textIn(choice, 'text') === '')) throw absentField('ProductOption', 'text');
    if (choices.some(({ priceModifier = 0 }) => !Number.isFinite(priceModifier))) {
      throw wrongField('ProductOption', 'priceModifier');
    }
    return { ...option, type, choices };
  });
}

interface Terms {
  /** Query parameter `rebuildVariationsOnOptionsUpdate`: variations that no longer fit go, instead of a refusal. */
  readonly rebuild: boolean;
}

/** The product with other options. Throws 409 where a variation uses what is taken away (sheet 4.4). */
export function withOptions(
  assortment: Assortment,
  product: StoredProduct,
  options: readonly JsonObject[],
  { rebuild }: Terms,
): Pick<StoredProduct, 'options' | 'combinations'> {
  const misfits = product.combinations.map((each) => misfitOf(each, options));
  const [misfit] = misfits.filter((each) => each !== null);
  if (misfit !== undefined && !rebuild) {
    throw refusal(409, misfit, 'A variation of the product uses the option or value that is removed');
  }
  const fitting = product.combinations.filter((_, index) => misfits[index] === null);
  const isNew = keyOf(options) !== keyOf(product.options) && assortment.settings().combinationIds === 'new';
  return { options, combinations: isNew ? fitting.map((each) => renumbered(assortment, each)) : fitting };
}

function misfitOf({ options: chosen }: Combination, options: readonly JsonObject[]): string | null {
  for (const { name, value } of chosen) {
    const option = options.find((each) => each.name === name);
    if (option === undefined) return 'COMBINATION_CONTAINS_REMOVED_OPTION';
    if (hasChoices(option) && !choicesOf(option).includes(value)) {
      return 'COMBINATION_CONTAINS_REMOVED_OPTION_VALUE';
    }
  }
  return null;
}

export function renumbered(assortment: Assortment, combination: Combination): Combination {
  return { ...combination, id: assortment.ids.next('combinationId') };
}

/** The options with whatever a new variation names besides, as `SELECT` (sheet 5). */
export function withChosen(options: readonly JsonObject[], chosen: readonly Chosen[]): readonly JsonObject[] {
  const result = [...options];
  for (const { name, value } of chosen) {
    const place = result.findIndex((each) => each.name === name);
    const found = result[place];
    const choice = { text: value, priceModifier: 0, priceModifierType: 'ABSOLUTE' };
    if (found === undefined) result.push({ type: 'SELECT', name, choices: [choice], required: true });
    else if (hasChoices(found) && !choicesOf(found).includes(value)) {
      result[place] = { ...found, choices: [...objectsIn(found.choices), choice] };
    }
  }
  return result;
}

/** What makes options other ones: their names and values, in whatever order. */
function keyOf(options: readonly JsonObject[]): string {
  return JSON.stringify(options.map((each) => [each.name ?? '', choicesOf(each).sort()]).sort());
}
