import type { Order } from '../../records/order.ts';
import type { SoldPieces } from '../links.ts';

/** What an order sells. Lines that name no article are nobody's level. */
export function soldPieces({ lines }: Pick<Order, 'lines'>): readonly SoldPieces[] {
  return lines.flatMap(({ sku, quantity }) => (sku === undefined || sku === '' ? [] : [{ sku, quantity }]));
}
