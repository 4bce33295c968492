/** Levels as they stand, of a shop with sources. */
import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { StockLevel } from '../../../records/stock-level.ts';
import type { Api } from '../../contract/api.ts';
import { skuKey } from '../products/sku.ts';
import type { Inventory } from './inventory.ts';
import { type Salable, type SourceItem, salableQuantities, sourceItems } from './source-items.ts';
import { type StockItem, settingsOf } from './stock-items.ts';

/** What the shop says of one SKU. */
export interface Shelf {
  readonly sku: string;
  /** In every source, also in those that are not sold from. */
  readonly items: readonly SourceItem[];
  /** In stock, in the sources that the website sells from. */
  readonly inStock: Decimal;
  readonly managed: boolean;
  /** Of open orders; undefined where it cannot be told. */
  readonly reserved: Decimal | undefined;
  /** What the website can sell; undefined: nothing is told of it. */
  readonly salable: Salable | undefined;
}

/** By `skuKey`. What has no row anywhere is left out. */
export async function shelvesOf(
  api: Api,
  inventory: Inventory,
  skus: readonly string[],
): Promise<ReadonlyMap<string, Shelf>> {
  const first = await sourceItems(api, skus);
  const salable = await salableQuantities(api, inventory, skus);
  const added = [...salable].filter(([key, sold]) => isMore(sold, first.get(key) ?? [], inventory));
  // What came between the two calls would be told beside open orders that it does not cover.
  const again = await sourceItems(
    api,
    added.map(([, { sku }]) => sku),
  );
  const items = new Map([...first, ...again]);
  const shelves = new Map<string, Shelf>();
  for (const key of new Set([...items.keys(), ...salable.keys()])) {
    const rows = items.get(key) ?? [];
    const sold = salable.get(key);
    const sku = rows[0]?.sku ?? sold?.sku ?? key;
    const inStock = inStockOf(rows, inventory);
    const isTold = isPlain(inStock, sold) || isSoldOut(inStock, sold);
    const item = isTold ? undefined : await settingsOf(api, sku);
    shelves.set(key, {
      sku,
      items: rows,
      salable: sold,
      inStock,
      managed: item?.manage_stock ?? true,
      reserved: reservedOf(inStock, sold, item),
    });
  }
  return shelves;
}

/** Whether more can be sold than these rows have. */
function isMore({ qty }: Salable, rows: readonly SourceItem[], inventory: Inventory): boolean {
  return qty !== undefined && big(qty).gt(inStockOf(rows, inventory));
}

function inStockOf(rows: readonly SourceItem[], inventory: Inventory): Decimal {
  return normalise(sum(rows.filter((row) => isSold(row, inventory)).map(({ quantity }) => quantity)));
}

function isSold({ source_code: code, status }: SourceItem, { sold }: Inventory): boolean {
  return status === '1' && sold.has(code);
}

/** Nothing is reserved or held back, and as it can be sold it is counted: the older record would tell nothing more. */
function isPlain(inStock: Decimal, salable: Salable | undefined): boolean {
  return salable?.qty !== undefined && big(salable.qty).gt(0) && big(salable.qty).eq(inStock);
}

/** Nothing is there and nothing is reserved. As it cannot be sold it is counted: what is not counted always can. */
function isSoldOut(inStock: Decimal, salable: Salable | undefined): boolean {
  return salable?.is_salable === false && big(inStock).eq(0) && big(salable.qty ?? '0').eq(0);
}

/** What is in stock, less what can be sold, less what the shop never sells (sheet 12.1). */
function reservedOf(
  inStock: Decimal,
  salable: Salable | undefined,
  item: StockItem | null | undefined,
): Decimal | undefined {
  if (salable?.qty === undefined) return undefined;
  const reserved = big(inStock)
    .minus(salable.qty)
    .minus(item?.min_qty ?? '0');
  return reserved.gt(0) ? normalise(reserved) : '0';
}

/** All that the website sells from, as one. Null where it keeps none of it. */
export function levelOfAll({ sku, items, inStock, managed, reserved }: Shelf, { sold }: Inventory) {
  if (!items.some(({ source_code: code }) => sold.has(code))) return null;
  return {
    sku,
    managed,
    onHand: inStock,
    ...(reserved === undefined ? {} : { reserved, available: lessened(inStock, reserved) }),
  } satisfies StockLevel;
}

/** Of one source. Null where it has no row. Open orders are of a stock as a whole: of one of its sources only if it is the only one. */
export function levelAt(shelf: Shelf, location: string, { sold }: Inventory): StockLevel | null {
  const row = shelf.items.find(({ source_code: code }) => code === location);
  if (row === undefined) return null;
  const { sku, managed, reserved } = shelf;
  const onHand = row.status === '1' ? row.quantity : '0';
  const isOnly = sold.size === 1 && sold.has(location);
  return {
    sku,
    managed,
    location,
    onHand,
    ...(isOnly && reserved !== undefined ? { reserved, available: lessened(onHand, reserved) } : {}),
  };
}

export function lessened(onHand: Decimal, reserved: Decimal): Decimal {
  return normalise(big(onHand).minus(reserved));
}

export function shelfOf(shelves: ReadonlyMap<string, Shelf>, sku: string): Shelf | undefined {
  return shelves.get(skuKey(sku));
}
