import { type JsonObject, textIn } from '../json.ts';
import type { Route } from '../route-table.ts';
import type { Endpoint } from './endpoint.ts';
import { dateText, readMoment } from './moments.ts';
import { fulfillmentStatuses, paymentStatuses } from './order-fields.ts';
import { merged, paymentOptions, profile, shippingOptions } from './profile.ts';
import { storeId } from './settings.ts';
import type { Shop } from './shop.ts';

const store = '/api/v3/{storeId}';
const reading = ['read_store_profile'];

/** The profile and what belongs to it (sheet 8). The lists of options are bare arrays. */
export function profileEndpoints(shop: Shop): Route<Endpoint>[] {
  return [
    {
      method: 'GET',
      template: `${store}/profile`,
      handler: { scopes: reading, answer: () => profile(shop.settings(), shop.profileChanges) },
    },
    {
      method: 'PUT',
      template: `${store}/profile`,
      handler: {
        scopes: ['update_store_profile'],
        answer: ({ body }) => {
          shop.profileChanges = merged(shop.profileChanges, body);
          shop.profileUpdatedAt = shop.world.now();
          shop.events.emit('profile.updated', Number(storeId));
          return { updateCount: 1 };
        },
      },
    },
    {
      method: 'GET',
      template: `${store}/profile/order_statuses`,
      handler: { scopes: reading, answer: () => ({ items: orderStatuses() }) },
    },
    {
      method: 'GET',
      template: `${store}/profile/paymentOptions`,
      handler: { scopes: reading, answer: paymentOptions },
    },
    {
      method: 'GET',
      template: `${store}/profile/shippingOptions`,
      handler: { scopes: reading, answer: shippingOptions },
    },
    {
      method: 'GET',
      template: `${store}/latest-stats`,
      handler: { scopes: reading, answer: () => latestStats(shop) },
    },
  ];
}

/** Sheet 3.4. An unfinished order is none. */
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
    dateText(rows.reduce((last, row) => Math.max(last, readMoment(textIn(row, field)) ?? 0), 0));
  return {
    ordersUpdated: latest(shop.orders.all(), 'updateDate'),
    customersUpdated: latest(shop.customers.all(), 'updated'),
    profileUpdated: dateText(shop.profileUpdatedAt),
  };
}
