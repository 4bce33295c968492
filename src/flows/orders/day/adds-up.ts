import { big, money } from '../../../records/money.ts';
import { partsTotal } from '../../../records/order-parts.ts';
import { rejected } from '../../../records/problem.ts';
import { apart } from '../document/balance.ts';
import { shopVats } from '../document/shop-rounding.ts';
import type { Context } from '../work.ts';
import { missingFrom, roomOf } from './contribution.ts';
import type { ReceiptOrder } from './till-day.ts';

/** Throws `receipt_differs` where a receipt does not come to its own total, or where no way of rounding comes to its VAT. */
export function requireAddsUp({ settings }: Context, order: ReceiptOrder): void {
  const { tolerance } = settings.rounding;
  const parts = partsTotal(order, order.vat);
  const missing = missingFrom(order).abs();
  const isTotal =
    missing.lte(roomOf(order)) ||
    missing.lte(tolerance) ||
    big(order.gross).minus(parts).abs().lte(tolerance);
  const isVat = shopVats(order).some((way) => apart(order.vatByRate, way.byRate).lte(tolerance));
  if (isTotal && isVat) return;
  const shown = (amount: Parameters<typeof money>[0]) => money(amount, order.currency);
  throw rejected('receipt_differs', {
    number: order.number,
    currency: order.currency,
    gross: shown(order.gross),
    vat: shown(order.vat),
    parts: shown(parts),
  });
}
