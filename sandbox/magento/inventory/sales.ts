/** What orders and their documents do to the goods (sheet 12.1). Products that the shop does not have are nobody's. */
import Big from 'big.js';
import type { JsonObject } from '../../kit/json.ts';
import { childrenOf, parentOf, rowsOf } from '../orders/row-quantities.ts';
import { refusal } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { viewById, websites } from '../stores/stores.ts';
import { defaultSource, defaultStock, isCounted } from './rows.ts';

interface Goods {
  readonly sku: string;
  readonly quantity: Big;
}

type Quantities = ReadonlyMap<number, Big>;

/** By row of the order: what is in a bundle is taken from its parts, the child row of a configurable one is its parent's. */
export function goodsOf(shop: Shop, order: JsonObject, quantities: Quantities): Goods[] {
  const goods = rowsOf(order).flatMap((row): Goods[] => {
    const quantity = quantities.get(Number(row.item_id));
    const parent = parentOf(order, row);
    if (quantity === undefined || quantity.eq(0) || parent?.product_type === 'configurable') return [];
    if (row.product_type !== 'bundle') return [{ sku: String(row.sku), quantity }];
    return childrenOf(order, row).map((child) => {
      const each = Big(Number(child.qty_ordered)).div(Number(row.qty_ordered));
      return { sku: String(child.sku), quantity: quantity.times(each) };
    });
  });
  return goods.filter(({ sku }) => isKept(shop, sku));
}

/** All rows without a parent, as a checkout orders them. */
export function orderedGoods(shop: Shop, order: JsonObject): Goods[] {
  const parents = rowsOf(order).filter((row) => row.parent_item_id === undefined);
  return goodsOf(
    shop,
    order,
    new Map(parents.map((row) => [Number(row.item_id), Big(Number(row.qty_ordered))])),
  );
}

/** An order promises goods, or takes them at once where nothing is promised. */
export function placed(shop: Shop, order: JsonObject): void {
  for (const goods of orderedGoods(shop, order)) {
    if (reserves(shop)) promise(shop, order, goods, 'order_placed', -1);
    else move(shop, defaultSource, goods, -1);
  }
}

export function cancelled(shop: Shop, order: JsonObject, quantities: Quantities): void {
  for (const goods of goodsOf(shop, order, quantities)) {
    if (reserves(shop)) promise(shop, order, goods, 'order_canceled', 1);
    else move(shop, defaultSource, goods, 1);
  }
}

/** Goods leave a source, and are promised no longer. Throws a `Refusal` where the source has less of them. */
export function deduct(
  shop: Shop,
  order: JsonObject,
  quantities: Quantities,
  sourceCode: string,
  event: 'shipment_created' | 'invoice_created',
): void {
  if (!reserves(shop)) return;
  const goods = goodsOf(shop, order, quantities);
  for (const { sku, quantity } of summed(goods)) {
    const there = shop.inventory.item(sku, sourceCode)?.quantity;
    if (there !== undefined && quantity.lte(there)) continue;
    // The reason is in the shop's log only (sheet 8.4).
    throw refusal(400, 'Could not save a shipment, see error log for details');
  }
  for (const each of goods) {
    move(shop, sourceCode, each, -1);
    promise(shop, order, each, event, 1);
  }
}

/** What was not sent yet is promised no longer; what was goes back to the source only where the merchant says so. */
export function refunded(shop: Shop, order: JsonObject, unsent: Quantities, returned: Quantities): void {
  for (const goods of goodsOf(shop, order, unsent)) {
    if (reserves(shop)) promise(shop, order, goods, 'creditmemo_created', 1);
  }
  for (const goods of goodsOf(shop, order, returned)) move(shop, defaultSource, goods, 1);
}

export function reserves(shop: Shop): boolean {
  const { inventory, reservations } = shop.settings();
  return inventory && reservations;
}

function isKept({ catalogue, inventory }: Shop, sku: string): boolean {
  const product = catalogue.findProduct(sku);
  return product !== undefined && isCounted(product) && inventory.isManaged(product);
}

function promise(shop: Shop, order: JsonObject, goods: Goods, event: string, sign: 1 | -1): void {
  const websiteId = viewById(Number(order.store_id))?.websiteId;
  const website = websites.find(({ id }) => id === websiteId)?.code ?? '';
  shop.inventory.reserve({
    sku: goods.sku,
    stockId: shop.inventory.stockOfWebsite(website)?.id ?? defaultStock,
    quantity: goods.quantity.times(sign).toNumber(),
    event,
    orderId: Number(order.entity_id),
  });
}

/** An emptied source is out of stock, unless the shop sells what it does not have; goods that come back are in stock. */
function move(
  { catalogue, inventory }: Shop,
  sourceCode: string,
  { sku, quantity }: Goods,
  sign: 1 | -1,
): void {
  const before = inventory.item(sku, sourceCode);
  const after = Big(before?.quantity ?? 0).plus(quantity.times(sign));
  const product = catalogue.findProduct(sku);
  const mayBeBelow = product !== undefined && inventory.allowsBackorders(product);
  let status = before?.status ?? 1;
  if (sign < 0 && after.lte(0) && !mayBeBelow) status = 0;
  if (sign > 0 && after.gt(0)) status = 1;
  inventory.setItem({ sku, sourceCode, quantity: after.toNumber(), status });
}

function summed(goods: readonly Goods[]): Goods[] {
  const sums = new Map<string, Big>();
  for (const { sku, quantity } of goods) sums.set(sku, (sums.get(sku) ?? Big(0)).plus(quantity));
  return [...sums].map(([sku, quantity]) => ({ sku, quantity }));
}
