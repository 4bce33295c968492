import { big, money } from '../../../records/money.ts';
import { partsTotal } from '../../../records/order-parts.ts';
import { rejected } from '../../../records/problem.ts';
import { apart } from '../document/balance.ts';
import { shopVats } from '../document/shop-rounding.ts';
import type { ReceiptWork } from './join.ts';

/** Throws `receipt_differs` where a receipt does not come to its own total, or where no way of rounding comes to its VAT. */
export function requireAddsUp({ context, order }: ReceiptWork): void {
  const { tolerance } = context.settings.rounding;
  const parts = partsTotal(order, order.vat);
  const isTotal = big(order.gross).minus(parts).abs().lte(tolerance);
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
