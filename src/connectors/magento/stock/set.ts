import { big } from '../../../records/money.ts';
import type { Api } from '../../contract/api.ts';
import type { Refusal } from '../../contract/refusal.ts';
import type { LevelChange, LevelOutcome } from '../../contract/stock.ts';
import { inventoryOf, sourceAt } from './inventory.ts';
import { sellsBelowZero, settingsOf, stockItem, updateStockItem } from './stock-items.ts';
import { type Row, writeRows } from './write.ts';

/** Writes levels, each with its status: the shop does not derive that from the quantity (sheet 17.23). */
export async function writeLevels(
  api: Api,
  changes: readonly LevelChange[],
  location: string | null,
): Promise<readonly LevelOutcome[]> {
  const inventory = await inventoryOf(api);
  return inventory === null
    ? writeOlder(api, changes)
    : writeSources(api, changes, sourceAt(inventory, location));
}

/** Levels that are asked for one by one before their list is written: what is written stays so where a run ends in between. */
const askedAtOnce = 15;

async function writeSources(
  api: Api,
  changes: readonly LevelChange[],
  source: string,
): Promise<LevelOutcome[]> {
  const outcomes: LevelOutcome[] = [];
  let list: LevelChange[] = [];
  let asked = 0;
  for (const change of changes) {
    const isAsked = isAskedFor(change);
    if (isAsked && asked === askedAtOnce) {
      outcomes.push(...(await writeList(api, list, source)));
      list = [];
      asked = 0;
    }
    if (isAsked) asked++;
    list.push(change);
  }
  return [...outcomes, ...(await writeList(api, list, source))];
}

function isAskedFor({ quantity, managed, standing }: LevelChange): boolean {
  return big(quantity).lte(0) || (managed !== undefined && managed !== standing.managed);
}

async function writeList(api: Api, changes: readonly LevelChange[], source: string): Promise<LevelOutcome[]> {
  const planned: { readonly row?: Row; readonly refusal?: Refusal }[] = [];
  for (const change of changes) {
    const sku = skuOf(change);
    if (sku !== sku.trim() || sku === '') planned.push({ refusal: blankEdges });
    else {
      await switchCounting(api, sku, change);
      planned.push(change.managed === false ? {} : { row: await rowFor(api, change, source) });
    }
  }
  const refused = await writeRows(
    api,
    planned.flatMap(({ row }) => row ?? []),
  );
  return planned.map(({ row, refusal }) => {
    const why = refusal ?? (row && refused.get(row));
    return why === undefined ? { kind: 'written' } : { kind: 'refused', refusal: why };
  });
}

/** Known to refuse the whole list (magento/inventory#3413), so it is not sent. */
const blankEdges: Refusal = {
  said: 'The SKU begins or ends with a blank, which Magento does not take in its sources.',
  fields: ['sku'],
  kind: 'rejected',
};

/** As the shop writes it, which may be in other capitals than the source's. */
function skuOf({ sku, standing }: LevelChange): string {
  return standing.sku ?? sku;
}

async function rowFor(api: Api, change: LevelChange, source: string): Promise<Row> {
  const sku = skuOf(change);
  const isThere = big(change.quantity).gt(0) || sellsBelowZero(await settingsOf(api, sku));
  return { sku, source_code: source, quantity: Number(change.quantity), status: isThere ? 1 : 0 };
}

/** Before the number: what is not counted shows none. */
async function switchCounting(api: Api, sku: string, { managed, standing }: LevelChange): Promise<void> {
  if (managed === undefined || managed === standing.managed) return;
  await updateStockItem(api, sku, { manage_stock: managed, use_config_manage_stock: false });
}

/** One call for each: there is no other (sheet 12.3). */
async function writeOlder(api: Api, changes: readonly LevelChange[]): Promise<LevelOutcome[]> {
  const outcomes: LevelOutcome[] = [];
  for (const change of changes) {
    const sku = skuOf(change);
    const item = await stockItem(api, sku);
    if (item === null) {
      outcomes.push({ kind: 'gone' });
      continue;
    }
    const isThere = big(change.quantity).gt(0) || sellsBelowZero(item);
    const { managed } = change;
    await updateStockItem(api, sku, {
      ...(managed === undefined ? {} : { manage_stock: managed, use_config_manage_stock: false }),
      ...(managed === false ? {} : { qty: Number(change.quantity), is_in_stock: isThere }),
    });
    outcomes.push({ kind: 'written' });
  }
  return outcomes;
}
