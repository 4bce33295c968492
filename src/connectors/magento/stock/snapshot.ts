/**
 * Magento tells no date of a stock (sheet 16), so its lists are compared: what can be sold, which an order changes, and what lies in the
 * sources, which a shipment or the merchant changes. Without sources it is the list of the older records.
 */
import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { bySnapshot, type ChangeWindow, type SnapshotPage, type SnapshotRow } from '../../contract/source.ts';
import { digest } from '../../wire/digest.ts';
import { list, needed, text } from '../../wire/fields.ts';
import { readToken } from '../../wire/pages.ts';
import { amount } from '../fields.ts';
import { skuWire } from '../products/sku.ts';
import { allRowsWith, type Filter, found, longPageSize, searchQuery } from '../search.ts';
import { type Inventory, inventoryOf } from './inventory.ts';
import { itemWire, type Salable, type SourceItem, salableWire } from './source-items.ts';
import { stockItemWire } from './stock-items.ts';

const token = z.union([
  z.object({ list: z.literal('salable'), sku: z.string() }),
  /** The first page of it comes after no row. */
  z.object({ list: z.literal('sources'), sku: z.string().optional(), source: z.string().optional() }),
  z.object({ list: z.literal('items'), page: z.int().positive() }),
]);

type Token = z.infer<typeof token>;

export const stockChanges = bySnapshot({
  reportsGone: true,
  listsAll: true,
  // Of 300 rows each: a shop of 50,000 SKUs is gone through within ten windows.
  pagesPerWindow: 40,
  async page(api, { page }: ChangeWindow) {
    const inventory = await inventoryOf(api);
    const at = page === null ? null : readToken(page, token);
    if (inventory === null) return olderPage(api, at?.list === 'items' ? at.page : 1);
    return at?.list === 'sources'
      ? sourcesPage(api, at)
      : salablePage(api, inventory, at?.list === 'salable' ? at.sku : null);
  },
});

async function salablePage(api: Api, { website }: Inventory, after: string | null): Promise<SnapshotPage> {
  const { items, total_count: total } = await api.get(
    path`/V1/inventory/export-stock-salable-qty/website/${website}`,
    found(salableWire),
    searchQuery({
      groups: after === null ? [] : [{ field: 'sku', condition: 'gt', value: after }],
      sort: [{ field: 'sku', direction: 'ASC' }],
      pageSize: longPageSize,
    }),
  );
  const end = items.at(-1);
  const isLast = end === undefined || end.sku === after || isWhole(items.length, total);
  return page(
    await Promise.all(items.map(salableRow)),
    isLast ? { list: 'sources' } : { list: 'salable', sku: end.sku },
  );
}

async function sourcesPage(
  api: Api,
  { sku, source }: { readonly sku?: string | undefined; readonly source?: string | undefined },
): Promise<SnapshotPage> {
  const behind: (Filter | Filter[])[] =
    sku === undefined || source === undefined
      ? []
      : [
          { field: 'sku', condition: 'gteq', value: sku },
          [
            { field: 'sku', condition: 'gt', value: sku },
            { field: 'source_code', condition: 'gt', value: source },
          ],
        ];
  const { items, total_count: total } = await api.get(
    path`/V1/inventory/source-items`,
    found(itemWire),
    searchQuery({
      groups: behind,
      sort: [
        { field: 'sku', direction: 'ASC' },
        { field: 'source_code', direction: 'ASC' },
      ],
      pageSize: longPageSize,
    }),
  );
  const end = items.at(-1);
  const isStuck = end !== undefined && end.sku === sku && end.source_code === source;
  const isLast = end === undefined || isStuck || isWhole(items.length, total);
  return page(
    await Promise.all(items.map(sourceRow)),
    isLast ? null : { list: 'sources', sku: end.sku, source: end.source_code },
  );
}

const olderWire = z.object({ items: list(stockItemWire), total_count: amount });
const productWire = z.object({ id: needed(text), sku: skuWire });

/** Every record with less than more than there can be. */
const anyQuantity = 99_999_999;

async function olderPage(api: Api, number: number): Promise<SnapshotPage> {
  const { items, total_count: total } = await api.get(path`/V1/stockItems/lowStock/`, olderWire, {
    scopeId: 0,
    qty: anyQuantity,
    currentPage: number,
    pageSize: longPageSize,
  });
  const ids = items.flatMap(({ product_id: id }) => id ?? []);
  const search = { path: path`/V1/products`, row: productWire, field: 'entity_id', fields: 'id,sku' };
  const skus = new Map((await allRowsWith(api, search, ids)).map(({ id, sku }) => [id, sku]));
  const rows = items.map(({ product_id: id = '', ...numbers }) => {
    const sku = skus.get(id);
    return sku === undefined ? null : row(sku, 'item', numbers);
  });
  // A page beyond the end may repeat the last one (sheet 4.3).
  const isLast = items.length === 0 || number * longPageSize >= Number(total ?? 0);
  return page(
    (await Promise.all(rows)).filter((each) => each !== null),
    isLast ? null : { list: 'items', page: number + 1 },
  );
}

/** The shop may cut pages shorter than asked (sheet 6); its total counts all that match. */
function isWhole(rows: number, total: string | undefined): boolean {
  return rows < longPageSize && Number(total ?? 0) <= rows;
}

function page(rows: readonly SnapshotRow[], next: Token | null): SnapshotPage {
  return { rows, next: next === null ? null : JSON.stringify(next) };
}

/** What was read of some SKUs, as the lists have it. */
export function rowsOf(items: readonly SourceItem[], salable: readonly Salable[]): Promise<SnapshotRow[]> {
  return Promise.all([...salable.map(salableRow), ...items.map(sourceRow)]);
}

function salableRow({ sku, ...rest }: Salable): Promise<SnapshotRow> {
  return row(sku, 'salable', rest);
}

function sourceRow({ sku, source_code: code, quantity, status }: SourceItem): Promise<SnapshotRow> {
  return row(sku, code, [quantity, status]);
}

async function row(sku: string, place: string, numbers: unknown): Promise<SnapshotRow> {
  return { key: `${place}:${sku}`, digest: await digest({ sku, numbers }), subject: sku };
}
