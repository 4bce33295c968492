/** Which of the two systems keeps the stock: sources and reservations (MSI), or one number for each product (sheet 12). */
import { z } from 'zod';
import { Problem, rejected } from '../../../records/problem.ts';
import { path } from '../../contract/path.ts';
import { flag, needed, text } from '../../wire/fields.ts';
import { remembered } from '../../wire/remembered.ts';
import { found, longPageSize, searchQuery } from '../search.ts';
import { websiteCode } from '../store.ts';

const sourceWire = z.object({ source_code: needed(text), name: text, enabled: flag.catch(undefined) });
const linkWire = z.object({ stock_id: needed(text), source_code: needed(text) });
const stockWire = z.object({ stock_id: needed(text) });

export type InventorySource = z.infer<typeof sourceWire>;

export interface Inventory {
  readonly sources: readonly InventorySource[];
  /** What the website sells from. */
  readonly stockId: string;
  readonly website: string;
  /** Codes of the enabled sources of that stock. */
  readonly sold: ReadonlySet<string>;
}

/** Always there (sheet 12.1). */
const defaultSource = 'default';

/** Null where the shop has no sources: its routes answer that they do not exist. */
export const inventoryOf = remembered(async (api): Promise<Inventory | null> => {
  const query = (by: string) =>
    searchQuery({ groups: [], sort: [{ field: by, direction: 'ASC' }], pageSize: longPageSize });
  const answer = await unlessNoRoute(() =>
    api.find(path`/V1/inventory/sources`, found(sourceWire), query('source_code')),
  );
  if (answer === null) return null;
  const website = await websiteCode(api);
  const { stock_id: stockId } = await api.get(
    path`/V1/inventory/stock-resolver/website/${website}`,
    stockWire,
  );
  const links = await api.get(path`/V1/inventory/stock-source-links`, found(linkWire), query('source_code'));
  const enabled = new Set(
    answer.items.filter(({ enabled: on }) => on !== false).map(({ source_code: code }) => code),
  );
  const linked = links.items.filter((link) => link.stock_id === stockId).map(({ source_code: code }) => code);
  return {
    sources: answer.items,
    stockId,
    website,
    sold: new Set(linked.filter((code) => enabled.has(code))),
  };
});

/** The source that is written where no place is chosen: the only one that the website sells from, else the default one. */
export function sourceAt({ sources, sold }: Inventory, location: string | null): string {
  const [only, ...others] = sold;
  const wanted = location ?? (only !== undefined && others.length === 0 ? only : defaultSource);
  if (sources.some(({ source_code: code }) => code === wanted)) return wanted;
  throw rejected('location_unknown', { system: 'Magento 2', location: wanted });
}

/** An unknown route is told as a wrong address, which stops a connection (sheet 5.2): here it tells that nothing is there. */
async function unlessNoRoute<T>(ask: () => Promise<T | null>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Problem && error.code === 'shop_not_found') return null;
    throw error;
  }
}
