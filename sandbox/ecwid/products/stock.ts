import { type JsonObject, numberIn, without } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { absentField, refusal, wrongField } from '../refusal.ts';
import type { EcwidSettings } from '../settings.ts';
import { type Combination, type StoredProduct, sharesStock } from './product.ts';

type Rules = Pick<EcwidSettings, 'quantityOfUnlimited'>;

/**
 * The fields with the stock that follows from what was sent over what was there: a product is counted, and has a
 * `quantity`, or it is `unlimited` and has none (sheet 4.3). A new one of which nothing is said is not counted.
 */
export function withStock(before: JsonObject | null, sent: JsonObject, rules: Rules): JsonObject {
  const rest = without({ ...before, ...sent }, 'quantity', 'unlimited');
  const wasUnlimited = before === null ? undefined : before.unlimited === true;
  const says = typeof sent.quantity === 'number';
  if (sent.unlimited === true) return { ...rest, unlimited: true };
  if (typeof sent.unlimited !== 'boolean') {
    const isLeft = wasUnlimited === true && (!says || rules.quantityOfUnlimited === 'ignored');
    if (isLeft || (wasUnlimited === undefined && !says)) return { ...rest, unlimited: true };
  }
  const quantity = says ? numberIn(sent, 'quantity') : numberIn(before ?? {}, 'quantity');
  return { ...rest, unlimited: false, quantity };
}

/** The fields that hold the stock of a product, or of a variation of it. */
export function stockOf(product: StoredProduct, combination?: Combination): JsonObject {
  return combination === undefined || sharesStock(product, combination) ? product.fields : combination.fields;
}

/** Adds pieces to a product, or to a variation of it that has a stock of its own. Null where nothing is counted. */
export function moved(
  product: StoredProduct,
  combination: Combination | undefined,
  delta: number,
): Partial<StoredProduct> | null {
  const stock = stockOf(product, combination);
  if (stock.unlimited === true) return null;
  const fields = { ...stock, quantity: numberIn(stock, 'quantity') + delta };
  if (combination === undefined || stock === product.fields) return { fields };
  return {
    combinations: product.combinations.map((each) => (each === combination ? { ...each, fields } : each)),
  };
}

/** `PUT …/inventory` (sheet 4.7): stock may go below zero, with a warning. */
export function adjusted(
  assortment: Assortment,
  product: StoredProduct,
  combination: Combination | undefined,
  body: JsonObject,
): JsonObject {
  const { quantityDelta } = body;
  if (quantityDelta === undefined || quantityDelta === null) throw absentField('Inventory', 'quantityDelta');
  if (typeof quantityDelta !== 'number' || !Number.isInteger(quantityDelta)) {
    throw wrongField('Inventory', 'quantityDelta');
  }
  const { deltaOfUnlimited, stockMovesTimestamp } = assortment.settings();
  const changes = moved(product, combination, quantityDelta);
  if (changes === null) {
    if (deltaOfUnlimited === 'ignored') return { updateCount: 0 };
    throw refusal(400, 'WRONG_PARAMETER', 'The stock of the product is unlimited');
  }
  const after = assortment.changeProduct(product, changes, !stockMovesTimestamp);
  const now = stockOf(
    after,
    after.combinations.find(({ id }) => id === combination?.id),
  );
  return numberIn(now, 'quantity') < 0
    ? { updateCount: 1, warning: 'Product has negative stock.' }
    : { updateCount: 1 };
}
