import { z } from 'zod';
import { Problem } from '../../../../records/problem.ts';
import type { Api } from '../../../contract/api.ts';
import { path } from '../../../contract/path.ts';
import { list, needed, part, text } from '../../../wire/fields.ts';
import { isObject } from '../../../wire/objects.ts';
import { utcTimestamp } from '../../../wire/timestamps.ts';
import { amount } from '../../fields.ts';
import { rowsWith } from '../../search.ts';
import { inBaseCurrency } from '../base-amounts.ts';

/** Sheet 8.2: amounts are positive, but for the header's discount. */
const fields = z.object({
  entity_id: needed(text),
  created_at: utcTimestamp,
  state: text,
  grand_total: needed(amount),
  tax_amount: amount,
  discount_amount: amount,
  shipping_amount: amount,
  shipping_tax_amount: amount,
  shipping_discount_tax_compensation_amount: amount,
  adjustment_positive: amount,
  adjustment_negative: amount,
  items: list(
    z.object({
      order_item_id: text,
      qty: amount,
      price: amount,
      row_total: amount,
      tax_amount: amount,
      discount_amount: amount,
      discount_tax_compensation_amount: amount,
    }),
  ),
  extension_attributes: part(
    z.object({ gift_cards_amount: amount, customer_balance_amount: amount, reward_currency_amount: amount }),
  ),
});

/** A memo, and the same in the currency of the shop's books, where that is another. */
export const memoWire = z.preprocess(
  (raw) => (isObject(raw) ? { ...raw, books: inBaseCurrency(raw) } : raw),
  fields.extend({ books: fields.nullish().catch(null) }),
);

export type MemoWire = z.infer<typeof fields>;
export type MemoAnswer = z.infer<typeof memoWire>;

const cancelled = '3';

/**
 * The order's credit memos, oldest first. Empty where the shop does not let them be read: then its rows tell what was given
 * back, without its days.
 */
export async function creditMemos(api: Api, orderId: string): Promise<MemoAnswer[]> {
  const search = { path: path`/V1/creditmemos`, row: memoWire, field: 'order_id' };
  try {
    const memos: MemoAnswer[] = [];
    for await (const memo of rowsWith(api, search, [orderId])) {
      if (memo.state !== cancelled) memos.push(memo);
    }
    return memos;
  } catch (error) {
    // A missing permission is answered as wrong credentials are (sheet 2.1); those fail at the order itself.
    if (error instanceof Problem && (error.kind === 'auth' || error.kind === 'rejected')) return [];
    throw error;
  }
}
