/** What orders take from the stock, and give back to it (sheet 3.4). */
import { type JsonObject, numberIn, objectsIn, textIn } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { type Combination, choiceKey, type StoredProduct } from './product.ts';
import { moved } from './stock.ts';

/** Pieces that an order took, by product and variation. */
export interface HeldPieces {
  readonly productId: number;
  readonly combinationId: number | null;
  readonly pieces: number;
}

/** What an order took; `isBack` where it has given all of it back. */
export interface HeldStock {
  readonly pieces: readonly HeldPieces[];
  readonly isBack: boolean;
}

/** Where an order came from: buyers take at once, the API only as `PAID` (sheet 3.4). */
export type Placed = 'by a buyer' | 'over the API';

const givenBack = ['CANCELLED', 'REFUNDED'];

export function stockOfNewOrder(assortment: Assortment, order: JsonObject, placed: Placed): void {
  const status = textIn(order, 'paymentStatus');
  const takes =
    placed === 'over the API'
      ? status === 'PAID' && objectsIn(order.items).every((item) => productIn(assortment, item) !== undefined)
      : status !== 'INCOMPLETE' && !givenBack.includes(status);
  if (takes) take(assortment, order);
}

export function stockOfChangedOrder(assortment: Assortment, before: JsonObject, order: JsonObject): void {
  const [old, now] = [textIn(before, 'paymentStatus'), textIn(order, 'paymentStatus')];
  if (old === now) return;
  const { stockOfLaterPayment, stockOfRevival } = assortment.settings();
  const held = assortment.held.get(textIn(order, 'id'));
  if (givenBack.includes(now)) giveBack(assortment, textIn(order, 'id'));
  else if (held?.isBack === true) {
    if (stockOfRevival === 'falls') hold(assortment, textIn(order, 'id'), held.pieces);
  } else if (held === undefined) {
    const isPaidLater = now === 'PAID' && !givenBack.includes(old) && stockOfLaterPayment === 'falls';
    if (old === 'INCOMPLETE' || isPaidLater) take(assortment, order);
  }
}

export function stockOfDeletedOrder(assortment: Assortment, order: JsonObject): void {
  const id = textIn(order, 'id');
  if (assortment.settings().stockOfDeletedOrder === 'given back') giveBack(assortment, id);
  assortment.held.delete(id);
}

function take(assortment: Assortment, order: JsonObject): void {
  const pieces = objectsIn(order.items).flatMap((item) => {
    const product = productIn(assortment, item);
    const quantity = numberIn(item, 'quantity');
    if (product === undefined || !Number.isInteger(quantity)) return [];
    const combinationId = combinationIn(product, item)?.id ?? null;
    return [{ productId: product.id, combinationId, pieces: quantity }];
  });
  if (pieces.length > 0) hold(assortment, textIn(order, 'id'), pieces);
}

function hold(assortment: Assortment, orderId: string, pieces: readonly HeldPieces[]): void {
  assortment.held.set(orderId, { pieces, isBack: false });
  for (const each of pieces) move(assortment, each, -each.pieces);
}

function giveBack(assortment: Assortment, orderId: string): void {
  const held = assortment.held.get(orderId);
  if (held === undefined || held.isBack) return;
  assortment.held.set(orderId, { ...held, isBack: true });
  for (const each of held.pieces) move(assortment, each, each.pieces);
}

/** A product or variation that is gone by now is passed over. */
function move(assortment: Assortment, { productId, combinationId }: HeldPieces, delta: number): void {
  const product = assortment.products.get(String(productId));
  const combination = product?.combinations.find(({ id }) => id === combinationId);
  if (product === undefined || (combinationId !== null && combination === undefined)) return;
  const changes = moved(product, combination, delta);
  if (changes !== null) {
    assortment.changeProduct(product, changes, !assortment.settings().stockMovesTimestamp);
  }
}

function productIn(assortment: Assortment, item: JsonObject): StoredProduct | undefined {
  return assortment.products.get(String(item.productId));
}

/** By its id, by what the buyer chose, or by its SKU. */
function combinationIn({ combinations }: StoredProduct, item: JsonObject): Combination | undefined {
  const chosen = objectsIn(item.selectedOptions).map((each) => ({
    name: textIn(each, 'name'),
    value: textIn(each, 'value'),
  }));
  const sku = textIn(item, 'sku');
  return (
    combinations.find(({ id }) => id === item.combinationId) ??
    combinations.find(({ options }) => choiceKey(options) === choiceKey(chosen)) ??
    combinations.find(({ fields }) => sku !== '' && fields.sku === sku)
  );
}
