import { gid } from '../ids.ts';
import { metafieldTexts } from '../metafields/metafield.ts';
import { type Filters, keyword } from '../search/filter.ts';
import type { Shop } from '../shop.ts';
import { figuresOf, financialStatus, fulfillmentStatus } from './figures.ts';
import type { Order } from './order.ts';
import { returnStatus } from './return-view.ts';

const dayMs = 24 * 3_600_000;

/** Without `read_all_orders` those of the last 60 days: older ones are absent, without an error (sheet 2, 13). */
export function visibleOrders(shop: Shop, orders: readonly Order[]): Order[] {
  if (shop.settings().scopes.includes('read_all_orders')) return [...orders];
  return orders.filter(({ createdAt }) => createdAt > shop.world.now() - 60 * dayMs);
}

/** Sheet 5.1. */
export function orderFilters(shop: Shop): Filters<Order> {
  return {
    id: keyword(({ id }) => id),
    name: keyword(
      ({ name }) => name,
      ({ name }) => name.replace(/^#/, ''),
    ),
    email: { is: 'words', read: ({ email }) => [email] },
    created_at: { is: 'time', read: ({ createdAt }) => createdAt },
    updated_at: { is: 'time', read: ({ updatedAt }) => updatedAt },
    processed_at: { is: 'time', read: ({ processedAt }) => processedAt },
    financial_status: keyword((order) => financialStatus(order)),
    fulfillment_status: keyword(shownFulfillment),
    status: { is: 'keyword', read: statusesOf },
    tag: { is: 'keyword', read: ({ tags }) => tags },
    sku: { is: 'keyword', read: ({ lines }) => lines.map(({ sku }) => sku) },
    source_name: keyword(({ sourceName }) => sourceName),
    source_identifier: keyword(({ sourceIdentifier }) => sourceIdentifier),
    po_number: keyword(({ poNumber }) => poNumber),
    customer_id: keyword(({ customerId }) => customerId),
    gateway: { is: 'keyword', read: ({ transactions }) => transactions.map(({ gateway }) => gateway) },
    discount_code: {
      is: 'keyword',
      read: ({ discounts }) => discounts.filter(({ kind }) => kind === 'code').map(({ name }) => name),
    },
    test: keyword(({ test }) => String(test)),
    confirmation_number: keyword(({ confirmationNumber }) => confirmationNumber),
    return_status: keyword(returnStatus),
    metafields: { is: 'keyword', read: ({ id }) => metafieldTexts(shop, gid('Order', id)) },
  };
}

export function orderText({ name, email, billing, customerId, lines }: Order): (string | null)[] {
  return [
    name,
    email,
    billing?.firstName ?? null,
    billing?.lastName ?? null,
    customerId,
    ...lines.map(({ title }) => title),
  ];
}

export const orderSorts: Readonly<Record<string, (order: Order) => string | number>> = {
  CREATED_AT: ({ createdAt }) => createdAt,
  UPDATED_AT: ({ updatedAt }) => updatedAt,
  PROCESSED_AT: ({ processedAt }) => processedAt,
  ORDER_NUMBER: ({ number }) => number,
  PO_NUMBER: ({ poNumber }) => poNumber ?? '',
  TOTAL_PRICE: (order) => figuresOf(order).total.toNumber(),
  CURRENT_TOTAL_PRICE: (order) => figuresOf(order).current.total.toNumber(),
  FINANCIAL_STATUS: (order) => financialStatus(order),
  FULFILLMENT_STATUS: fulfillmentStatus,
};

function statusesOf({ cancelledAt, closedAt }: Order): string[] {
  if (cancelledAt !== null) return closedAt === null ? ['cancelled', 'not_closed'] : ['cancelled', 'closed'];
  return closedAt === null ? ['open', 'not_closed'] : ['closed'];
}

function shownFulfillment(order: Order): string {
  const words: Readonly<Record<string, string>> = { PARTIALLY_FULFILLED: 'partial', FULFILLED: 'fulfilled' };
  const status = fulfillmentStatus(order);
  return words[status] ?? status.toLowerCase();
}
