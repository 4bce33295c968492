/** The old stock item of a product: with MSI, its quantity and status are those of the default source (sheet 12.3). */
import type { JsonObject } from '../../kit/json.ts';
import { numberIn } from '../../kit/json.ts';
import type { Product } from '../products/product.ts';
import type { Shop } from '../shop.ts';
import { defaultSource, defaultStock, isCounted } from './rows.ts';

const ofTheConfiguration: JsonObject = {
  is_qty_decimal: false,
  show_default_notification_message: false,
  use_config_min_qty: true,
  min_qty: 0,
  use_config_min_sale_qty: 1,
  min_sale_qty: 1,
  use_config_max_sale_qty: true,
  max_sale_qty: 10_000,
  use_config_backorders: true,
  backorders: 0,
  use_config_notify_stock_qty: true,
  notify_stock_qty: 1,
  use_config_qty_increments: true,
  qty_increments: 0,
  use_config_enable_qty_inc: true,
  enable_qty_increments: false,
  use_config_manage_stock: true,
  manage_stock: true,
  low_stock_date: null,
  is_decimal_divided: false,
  stock_status_changed_auto: 0,
};

export function stockItemOf({ inventory }: Shop, product: Product): JsonObject {
  const own = inventory.stockSettingsOf(product);
  const item = inventory.item(product.sku, defaultSource);
  return {
    item_id: product.id,
    product_id: product.id,
    stock_id: defaultStock,
    qty: item?.quantity ?? 0,
    is_in_stock: isCounted(product) ? item?.status === 1 : own.is_in_stock === true,
    ...ofTheConfiguration,
    ...ownOf(own),
  };
}

/** A partial one: what is left out stays. */
export function saveStockItem({ inventory }: Shop, product: Product, given: JsonObject): void {
  const { qty, is_in_stock, item_id, product_id, stock_id, extension_attributes, ...settings } = given;
  // A status that the merchant set is no longer one that followed the children.
  const isOwnStatus = !isCounted(product) && is_in_stock !== undefined;
  const status: JsonObject = isOwnStatus ? { is_in_stock, stock_status_changed_auto: 0 } : {};
  if (Object.keys(settings).length > 0 || isOwnStatus) {
    inventory.changeStockSettings(product, { ...settings, ...status });
  }
  if (isCounted(product) && (qty !== undefined || is_in_stock !== undefined)) {
    const before = inventory.item(product.sku, defaultSource);
    inventory.setItem({
      sku: product.sku,
      sourceCode: defaultSource,
      quantity: qty === undefined ? (before?.quantity ?? 0) : numberIn(given, 'qty'),
      status: is_in_stock === undefined ? (before?.status ?? 0) : Number(is_in_stock === true),
    });
  }
  if (!isOwnStatus) inventory.followChildren(product);
}

function ownOf({ is_in_stock: _, ...own }: JsonObject): JsonObject {
  return own;
}
