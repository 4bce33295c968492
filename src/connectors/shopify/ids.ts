/**
 * Records go by their number in Koppel, as in the addresses of Shopify's own pages; its API wants the kind before it
 * (sheet 1). Ids are longer than a JavaScript number can be: they stay text.
 */
import { needed, refused, text } from '../wire/fields.ts';

export type Kind =
  | 'Order'
  | 'Customer'
  | 'Product'
  | 'ProductVariant'
  | 'Collection'
  | 'Location'
  | 'InventoryItem'
  | 'MediaImage';

/** Null where it cannot be an id. */
export function gid(kind: Kind, id: string): string | null {
  return /^[1-9]\d{0,19}$/.test(id) ? `gid://shopify/${kind}/${id}` : null;
}

/** The number of `gid://shopify/Order/5512345678901`; of what has none all of it. */
export function numberOf(id: string): string {
  return /^gid:\/\/shopify\/\w+\/(\d+)/.exec(id)?.[1] ?? id;
}

/** An id as an answer has it, by its number. */
export const id = needed(text).transform((value, context) => {
  const number = numberOf(value);
  return /^\d+$/.test(number) ? number : refused(context, 'not_as_expected');
});
