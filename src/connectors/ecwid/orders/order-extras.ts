import { extrasIn } from '../../wire/extras.ts';
import { asObject } from '../../wire/objects.ts';

/** Where apps and the merchant's own checkout fields put what Ecwid has no field for (sheet 3.7). */
const places = ['extraFields', 'orderExtraFields', 'additionalInfo', 'externalOrderData', 'paymentParams'];

/** Amounts in an order's fields that are no part of it. */
export function orderExtras(raw: unknown): Record<string, string> {
  const order = asObject(raw);
  return Object.assign({}, ...places.map((place) => extrasIn(order[place], place)));
}
