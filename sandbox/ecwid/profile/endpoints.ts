import type { Route } from '../../kit/http/route-table.ts';
import { type JsonObject, textIn } from '../../kit/json.ts';
import type { Endpoint } from '../endpoint.ts';
import { under } from '../endpoint.ts';
import { fulfillmentStatuses, paymentStatuses } from '../orders/fields.ts';
import type { Shop } from '../shop.ts';
import { dateText, readTimestamp } from '../timestamps.ts';
import { merged, paymentOptions, profile, shippingOptions } from './profile.ts';

const reading = ['read_store_profile'];

/** The profile and what belongs to it (sheet 8). The lists of options are bare arrays. */
export function profileEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/api/v3/{storeId}');
  return [
    on('GET', '/profile', reading, () => profile(shop.settings(), shop.profileChanges.value)),
    on('PUT', '/profile', ['update_store_profile'], ({ body }) => {
      shop.profileChanges.value = merged(shop.profileChanges.value, body);
      shop.profileUpdatedAt.value = shop.world.now();
      shop.happenings.ofProfile();
      return { updateCount: 1 };
    }),
    on('GET', '/profile/order_statuses', reading, () => ({ items: orderStatuses() })),
    on('GET', '/profile/paymentOptions', reading, paymentOptions),
    on('GET', '/profile/shippingOptions', reading, shippingOptions),
    on('GET', '/latest-stats', reading, () => latestStats(shop)),
  ];
}

/** Sheet 3.4. `INCOMPLETE` is not in the list: an unfinished order is not an order yet. */
function orderStatuses(): JsonObject[] {
  const status = (statusId: string, orderStatusType: string, first: string): JsonObject => ({
    statusId,
    orderStatusType,
    defaultStatus: statusId === first,
    enabled: !statusId.startsWith('CUSTOM_'),
    sendNotificationWhenStatusIsAssigned: true,
  });
  return [
    ...paymentStatuses
      .filter((id) => id !== 'INCOMPLETE')
      .map((id) => status(id, 'PAYMENT_STATUS', 'AWAITING_PAYMENT')),
    ...fulfillmentStatuses.map((id) => status(id, 'FULFILLMENT_STATUS', 'AWAITING_PROCESSING')),
  ];
}

/** When something last changed, by area (sheet 8.4). */
function latestStats(shop: Shop): JsonObject {
  const latest = (rows: readonly JsonObject[], field: string) =>
    dateText(rows.reduce((last, row) => Math.max(last, readTimestamp(textIn(row, field)) ?? 0), 0));
  return {
    ordersUpdated: latest(shop.orders.all(), 'updateDate'),
    customersUpdated: latest(shop.customers.all(), 'updated'),
    productsUpdated: dateText(
      shop.assortment.products.all().reduce((last, { updatedAt }) => Math.max(last, updatedAt), 0),
    ),
    categoriesUpdated: dateText(shop.assortment.categoriesUpdatedAt.value),
    profileUpdated: dateText(shop.profileUpdatedAt.value),
  };
}
