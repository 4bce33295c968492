import { gid } from '../ids.ts';
import { shopDomain } from '../shop-domain.ts';

/** In the shop's admin, by its number there. */
export function orderPage(shop: string, id: string): string | null {
  return gid('Order', id) === null ? null : `https://${shopDomain({ shop })}/admin/orders/${id}`;
}
