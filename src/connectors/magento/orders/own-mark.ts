/**
 * Koppel's own mark on an order that it made: a comment for the staff, which buyers are not shown (sheet 7.5, 7.9). It is kept
 * with the raw save, stands in every answer, and nobody can take it away. `ext_order_id` is left to the reference alone,
 * and `ext_customer_id` to the merchant.
 */
import type { JsonObject } from '../../contract/target.ts';

const mark = 'Made by Koppel';

export function ownMark(status: unknown): JsonObject {
  return {
    comment: mark,
    // Required, though the order has no id yet: the shop sets it when it saves the order.
    parent_id: 0,
    is_customer_notified: 0,
    is_visible_on_front: 0,
    entity_name: 'order',
    ...(status === undefined ? {} : { status }),
  };
}

export function bearsOwnMark(histories: readonly { readonly comment?: string | undefined }[]): boolean {
  return histories.some(({ comment }) => comment === mark);
}
