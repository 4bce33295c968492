import { isObject, type Json, numberIn } from '../../kit/json.ts';
import { refusal, wrongField } from '../refusal.ts';

const minQuantity = 2;

/** Prices for larger quantities: positive, and not above the price of one (sheet 2.5). Throws a `Refusal`. */
export function checkWholesalePrices(prices: Json | undefined, price: number, entity: string): void {
  if (!Array.isArray(prices)) return;
  for (const each of prices) {
    if (!isObject(each)) throw wrongField(entity, 'wholesalePrices');
    if (typeof each.price !== 'number') throw wrong('CANT_BE_NULL', 'has no price');
    if (each.price < 0) throw wrong('CANT_BE_NEGATIVE', 'is negative');
    if (each.price > price) throw wrong('TOO_BIG', 'is above the price of the product');
    if (numberIn(each, 'quantity') < minQuantity) throw wrong('QUANTITY_TOO_SMALL', 'has a quantity below 2');
  }
}

function wrong(code: string, what: string) {
  return refusal(400, `WHOLESALE_PRICES_${code}`, `A wholesale price ${what}`);
}
