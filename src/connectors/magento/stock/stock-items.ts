/** The older record of a product's stock (sheet 12.3). Beside sources it still tells whether stock is counted, and its threshold. */
import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { JsonObject } from '../../contract/target.ts';
import { flag, text } from '../../wire/fields.ts';
import { amount } from '../fields.ts';
import { fitsPath } from '../products/sku.ts';

export const stockItemWire = z.object({
  product_id: text,
  qty: amount,
  is_in_stock: flag.catch(undefined),
  manage_stock: flag.catch(undefined),
  min_qty: amount,
  backorders: text,
});

export type StockItem = z.infer<typeof stockItemWire>;

/** Null where there is none. */
export async function stockItem(api: Api, sku: string): Promise<StockItem | null> {
  return api.find(path`/V1/stockItems/${sku}`, stockItemWire);
}

/** What is known of a product beside its sources; null also where its SKU cannot be asked for. */
export async function settingsOf(api: Api, sku: string): Promise<StockItem | null> {
  return fitsPath(sku) ? stockItem(api, sku) : null;
}

export function sellsBelowZero(item: StockItem | null): boolean {
  return (item?.backorders ?? '0') !== '0';
}

/** Sets what is named. The id in the path is not checked (sheet 12.3). */
export async function updateStockItem(api: Api, sku: string, fields: JsonObject): Promise<void> {
  await api.update(path`/V1/products/${sku}/stockItems/1`, { stockItem: fields });
}
