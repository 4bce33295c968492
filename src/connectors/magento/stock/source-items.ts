/** Quantities in sources, and what of them can be sold (sheet 12.1, 12.2). */
import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { flag, needed, text } from '../../wire/fields.ts';
import { amount } from '../fields.ts';
import { skuKey, skuWire } from '../products/sku.ts';
import { allRowsWith, longPageSize } from '../search.ts';
import type { Inventory } from './inventory.ts';

export const itemWire = z.object({
  sku: skuWire,
  source_code: needed(text),
  quantity: needed(amount),
  status: text,
});

export const salableWire = z.object({ sku: skuWire, qty: amount, is_salable: flag.catch(undefined) });

export type SourceItem = z.infer<typeof itemWire>;
export type Salable = z.infer<typeof salableWire>;

/** By `skuKey`. */
export async function sourceItems(
  api: Api,
  skus: Iterable<string>,
): Promise<ReadonlyMap<string, readonly SourceItem[]>> {
  const search = {
    path: path`/V1/inventory/source-items`,
    row: itemWire,
    field: 'sku',
    sort: 'sku',
    pageSize: longPageSize,
  };
  return Map.groupBy(await allRowsWith(api, search, skus), ({ sku }) => skuKey(sku));
}

/** What the website can sell, by `skuKey`. What it does not sell is left out. */
export async function salableQuantities(
  api: Api,
  { website }: Inventory,
  skus: Iterable<string>,
): Promise<ReadonlyMap<string, Salable>> {
  const search = {
    path: path`/V1/inventory/export-stock-salable-qty/website/${website}`,
    row: salableWire,
    field: 'sku',
    sort: 'sku',
    pageSize: longPageSize,
  };
  return new Map((await allRowsWith(api, search, skus)).map((row) => [skuKey(row.sku), row]));
}
