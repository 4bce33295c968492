/** Levels that were known of a key, and that the source names no more. */
import type { StockLevel } from '../../records/stock-level.ts';
import type { KnownLevel } from '../bulk.ts';
import { skuKeyOf } from '../sku-key.ts';
import { levelKeyOf } from './level-key.ts';
import { readSource, type SourceRead } from './read-source.ts';
import { settled } from './verdicts.ts';
import type { Context, Endpoints, Item, Key, Verdict } from './work.ts';

interface Missing {
  readonly key: Key;
  readonly known: KnownLevel;
}

/** What is gone is to be written as 0, once; the rest is only told. */
export interface Sorted {
  readonly gone: readonly Item[];
  readonly verdicts: readonly Verdict[];
  /** Keys that have now what one of the batch had. */
  readonly others: ReadonlyMap<Key, readonly string[]>;
}

/**
 * Tells what is gone from what only has no level at the chosen places, and from what another product has now. `elsewhere`: SKUs that
 * keys of this batch have.
 */
export async function sortMissing(
  context: Context,
  { source }: Endpoints,
  batch: readonly Key[],
  read: SourceRead,
  elsewhere: ReadonlySet<string>,
): Promise<Sorted> {
  const missing = batch.flatMap((key) => missingOf(key, read));
  const places =
    context.settings.sourceLocations === undefined ? null : await anywhere(context, source, read, batch);
  const unplaced = places === null ? [] : unplacedOf(batch, places.rows, read);
  const answered = missing.filter((each) => isAnswered(each, read, places, context));
  const moved = await movedAmong(context, answered, elsewhere);
  const left = answered.filter((each) => !moved.has(each) && each.known.state !== 'gone');
  return {
    gone: left.map(({ key, known }) => ({ key, sku: known.sku, level: null, known, factor: 1 })),
    verdicts: [
      ...unplaced,
      ...[...moved.keys()]
        .filter(({ known }) => known.targetId !== null)
        .map(({ key, known }) =>
          settled({ key, sku: known.sku, known }, { state: 'gone', targetId: null, quantity: null }),
        ),
    ],
    others: new Map([...moved].flatMap(([{ key }, to]) => (to.length === 0 ? [] : [[key, to] as const]))),
  };
}

/** Whether the source has said that it has it nowhere, and not only at no chosen place. */
function isAnswered(
  { key, known }: Missing,
  read: SourceRead,
  places: SourceRead | null,
  { settings }: Context,
): boolean {
  if (!read.rows.has(key.key) || settings.sourceLocations === undefined) return true;
  const rows = places?.rows.get(key.key);
  return rows !== undefined && !skusOf(rows).has(known.sku);
}

function missingOf(key: Key, { rows, failed }: SourceRead): Missing[] {
  if (failed.has(key.key)) return [];
  const skus = skusOf(rows.get(key.key));
  return key.known.filter(({ sku }) => !skus.has(sku)).map((known) => ({ key, known }));
}

/** Keys that are there, and of which something is missing at the chosen places, as the shop has them anywhere. */
async function anywhere(
  context: Context,
  source: Endpoints['source'],
  read: SourceRead,
  batch: readonly Key[],
): Promise<SourceRead | null> {
  const doubtful = batch.filter((key) => {
    const rows = read.rows.get(key.key);
    if (rows === undefined) return false;
    const isNews = missingOf(key, read).some(({ known }) => key.asked || isOpen(known));
    return isNews || (rows.length === 0 && key.known.length === 0);
  });
  if (doubtful.length === 0) return null;
  const keys = doubtful.map(({ key }) => key);
  return readSource(context, source, keys, null);
}

/** What has no level there and was never written stays so until it has one. What was written may be gone by now. */
function isOpen({ state, quantity }: KnownLevel): boolean {
  return state !== 'gone' && (state !== 'unplaced' || quantity !== null);
}

function unplacedOf(
  batch: readonly Key[],
  anywhereRows: SourceRead['rows'],
  { rows }: SourceRead,
): Verdict[] {
  return batch.flatMap((key) => {
    const placed = skusOf(rows.get(key.key));
    const known = new Map(key.known.map((each) => [each.sku, each]));
    return [...skusOf(anywhereRows.get(key.key))]
      .filter((sku) => !placed.has(sku) && (key.asked || known.get(sku)?.state !== 'unplaced'))
      .map((sku) => settled({ key, sku, known: known.get(sku) ?? null }, { state: 'unplaced' }));
  });
}

/** Those whose SKU stands with another product now, which has the number there; with its key where it is not in the batch. */
async function movedAmong(
  context: Context,
  missing: readonly Missing[],
  elsewhere: ReadonlySet<string>,
): Promise<ReadonlyMap<Missing, readonly string[]>> {
  const skuKey = skuKeyOf(context.target.connector);
  const here = missing.filter(({ known }) => elsewhere.has(skuKey(known.sku)));
  const { api, connector } = context.source;
  const products = connector.products?.source;
  // A key that is the SKU itself is gone when the source says so.
  const asked = missing.filter(
    (each) => !here.includes(each) && each.known.state !== 'gone' && each.known.sku !== each.key.key,
  );
  const inBatch = here.map((each) => [each, []] as const);
  if (products === undefined || asked.length === 0) return new Map(inBatch);
  const found = await products.find(api, [...new Set(asked.map(({ known }) => known.sku))]);
  const there = asked.flatMap((each) => {
    // A search may go on naming what was just deleted under its own product.
    const keys = (found.get(each.known.sku) ?? []).map(levelKeyOf).filter((key) => key !== each.key.key);
    return keys.length === 0 ? [] : [[each, keys] as const];
  });
  return new Map<Missing, readonly string[]>([...inBatch, ...there]);
}

function skusOf(rows: readonly StockLevel[] = []): ReadonlySet<string> {
  return new Set(rows.flatMap(({ sku }) => (sku === undefined ? [] : [sku])));
}
