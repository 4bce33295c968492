import type Big from 'big.js';
import { isObject, type Json, type JsonObject, textIn } from '../../kit/json.ts';
import { sumOf } from '../../kit/money/cents.ts';
import { add, onWire } from '../amounts.ts';
import { deduct } from '../inventory/sales.ts';
import { rowsOf, toShip } from '../orders/row-quantities.ts';
import { afterInvoiceOrShipment, canShip, isIn } from '../orders/state.ts';
import { invalidDocument } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { excessive, foreignRows } from './asked-quantities.ts';
import { copied } from './on-file.ts';

export interface ShipmentRequest {
  /** By row; null is all that is left. */
  readonly quantities: ReadonlyMap<number, Big> | null;
  readonly tracks: readonly JsonObject[];
  readonly sourceCode: string;
}

/** Makes a shipment; its id (sheet 8.4). Throws a `Refusal`. */
export function ship(
  shop: Shop,
  stored: JsonObject,
  { quantities, tracks, sourceCode }: ShipmentRequest,
): number {
  const order = structuredClone(stored);
  const parts = rowsOf(order)
    .map((row) => ({
      row,
      quantity: quantities === null ? toShip(order, row) : (quantities.get(Number(row.item_id)) ?? null),
    }))
    .flatMap(({ row, quantity }) => (quantity?.gt(0) ? [{ row, quantity }] : []));
  check(order, quantities, parts.length, tracks);
  const sent = new Map(parts.map(({ row, quantity }) => [Number(row.item_id), quantity]));
  deduct(shop, order, sent, sourceCode, 'shipment_created');
  const id = shop.ids.next('shipments');
  const at = shop.now();
  const orderId = order.entity_id ?? 0;
  const address = isObject(order.shipping_address) ? order.shipping_address.entity_id : undefined;
  shop.saveDocument('shipments', {
    entity_id: id,
    increment_id: shop.nextNumber('shipments', Number(order.store_id)),
    created_at: at,
    updated_at: at,
    order_id: orderId,
    ...copied(order, ['store_id', 'customer_id', 'billing_address_id']),
    ...(address === undefined ? {} : { shipping_address_id: address }),
    packages: [],
    total_qty: onWire(sumOf(parts.map(({ quantity }) => quantity))),
    items: parts.map(({ row, quantity }) => ({
      entity_id: shop.ids.next('documentItem'),
      parent_id: id,
      order_item_id: row.item_id ?? 0,
      ...copied(row, ['product_id', 'sku', 'name', 'price', 'weight']),
      qty: onWire(quantity),
    })),
    tracks: tracks.map((track) => trackOnFile(shop, track, orderId, id)),
    comments: [],
    extension_attributes: { source_code: sourceCode },
  });
  for (const { row, quantity } of parts) add(row, 'qty_shipped', 'order', quantity);
  afterInvoiceOrShipment(order);
  shop.saveOrder(order);
  return id;
}

export function trackOnFile(shop: Shop, track: JsonObject, orderId: Json, shipmentId: number): JsonObject {
  const at = shop.now();
  return {
    order_id: orderId,
    created_at: at,
    entity_id: shop.ids.next('track'),
    parent_id: shipmentId,
    updated_at: at,
    weight: track.weight ?? null,
    qty: track.qty ?? null,
    description: track.description ?? null,
    track_number: textIn(track, 'track_number'),
    title: textIn(track, 'title'),
    carrier_code: textIn(track, 'carrier_code'),
  };
}

function check(
  order: JsonObject,
  asked: ReadonlyMap<number, Big> | null,
  parts: number,
  tracks: readonly JsonObject[],
): void {
  const reasons: string[] = [];
  if (isIn(order, 'holded', 'payment_review', 'canceled')) {
    reasons.push(`A shipment cannot be created when an order has a status of ${textIn(order, 'status')}`);
  } else if (!canShip(order)) {
    reasons.push('The order does not allow a shipment to be created.');
  }
  for (const id of foreignRows(order, asked)) {
    reasons.push(`The shipment contains product SKU "${id}" that is not part of the original order.`);
  }
  for (const sku of excessive(order, asked, (row) => toShip(order, row))) {
    reasons.push(
      `The quantity to ship must not be greater than the unshipped quantity for product SKU "${sku}".`,
    );
  }
  if (reasons.length === 0 && parts === 0) reasons.push("You can't create a shipment without products.");
  if (tracks.some((track) => textIn(track, 'track_number') === ''))
    reasons.push('Please enter a tracking number.');
  if (reasons.length > 0) throw invalidDocument('Shipment', reasons);
}
