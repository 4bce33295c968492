/** Which levels of the source can be decided about. */
import { Problem, rejected } from '../../records/problem.ts';
import type { StockLevel } from '../../records/stock-level.ts';
import { skuKeyOf } from '../sku-key.ts';
import { factorOf } from './factor.ts';
import type { SourceRead } from './read-source.ts';
import { chosenQuantity, levelsOf } from './source-level.ts';
import { refusedOf, settled } from './verdicts.ts';
import type { Context, Item, Key, Verdict } from './work.ts';

export interface Ready {
  readonly items: readonly Item[];
  readonly verdicts: readonly Verdict[];
}

/** Every level that has a SKU; `withoutSku` counts the others. */
export function itemsOf(batch: readonly Key[], { rows }: SourceRead): { items: Item[]; withoutSku: number } {
  const items: Item[] = [];
  let withoutSku = 0;
  for (const key of batch) {
    for (const level of levelsOf(rows.get(key.key) ?? [])) {
      const { sku } = level;
      if (sku === undefined) withoutSku++;
      else items.push({ key, sku, level, known: knownOf(key, sku), factor: 1 });
    }
  }
  return { items, withoutSku };
}

/** Leaves out what two share, what the source does not tell the number of, and what the mapping fails for. */
export async function readyItems(
  context: Context,
  items: readonly Item[],
  shared: ReadonlyMap<Item, readonly string[]>,
): Promise<Ready> {
  const skuKey = skuKeyOf(context.target.connector);
  const verdicts: Verdict[] = [];
  const ready: Item[] = [];
  for (const group of Map.groupBy(items, ({ sku }) => skuKey(sku)).values()) {
    const [item] = group;
    const keys = item && shared.get(item);
    if (group.length > 1) verdicts.push(...sharedBy(group));
    else if (item && keys)
      verdicts.push(refusedOf(item, rejected('sku_shared', { sku: item.sku, keys: keys.slice(0, 5) })));
    else if (item?.level) {
      const checked = await readyItem(context, item, item.level);
      if ('of' in checked) verdicts.push(checked);
      else ready.push(checked);
    }
  }
  return { items: ready, verdicts };
}

/** Items of which only one can be what the target has. */
export function sharedBy(items: readonly Item[]): Verdict[] {
  const keys = items.map(({ key, sku, level }) => {
    const of = level?.variantId === undefined ? key.key : `${key.key} (${level.variantId})`;
    return key.key === sku ? sku : `${of}: ${sku}`;
  });
  return items.map((item) =>
    refusedOf(item, rejected('sku_shared', { sku: item.sku, keys: keys.slice(0, 5) })),
  );
}

async function readyItem(context: Context, item: Item, level: StockLevel): Promise<Item | Verdict> {
  if (level.managed === false) return item;
  const { settings, source } = context;
  const { quantity } = settings;
  if (chosenQuantity(level, settings) === null) {
    const problem = rejected('level_unread', { system: source.connector.name, quantity }).toData();
    return settled(item, { state: 'unplaced', problem });
  }
  try {
    return { ...item, factor: await factorOf(context, level) };
  } catch (error) {
    if (error instanceof Problem && error.kind === 'rejected') return refusedOf(item, error);
    throw error;
  }
}

function knownOf({ known }: Key, sku: string): Item['known'] {
  return known.find((each) => each.sku === sku) ?? null;
}
