import { big } from '../../records/money.ts';
import { skuKeyOf } from '../sku-key.ts';
import { type Deciding, type Decision, decide } from './decide.ts';
import { sortMissing } from './gone.ts';
import { placeLevels } from './place.ts';
import { readSource, type SourceRead } from './read-source.ts';
import { itemsOf, readyItems, sharedBy } from './ready.ts';
import { sharedElsewhere } from './shared.ts';
import { nothingUnderWay, piecesOf, type UnderWay, withOrders } from './under-way.ts';
import { ofKey, settled } from './verdicts.ts';
import type { Context, Endpoints, Key, Placed, Verdict } from './work.ts';

export interface Decided {
  readonly placed: Placed;
  readonly by: Deciding;
  readonly decision: Decision;
}

/** What is to become of a batch. */
export interface Plan {
  readonly read: SourceRead;
  readonly withoutSku: number;
  readonly decided: readonly Decided[];
  /** What is settled without looking at the target's number, and what could not be read. */
  readonly verdicts: readonly Verdict[];
  readonly underWay: UnderWay;
  /** Keys outside of the batch that are to be looked at because of one in it. */
  readonly others: ReadonlyMap<Key, readonly string[]>;
}

/**
 * Reads and decides. The order of the readings counts: what is under way is asked for before the source is read and once more after
 * the target was, so that an order which arrives meanwhile, or is placed, lowers a level and never leaves it too high.
 */
export async function planLevels(
  context: Context,
  endpoints: Endpoints,
  batch: readonly Key[],
): Promise<Plan> {
  const { sourceLocations = null } = context.settings;
  const keys = batch.map(({ key }) => key);
  const read = await readSource(context, endpoints.source, keys, sourceLocations);
  const { items, withoutSku } = itemsOf(batch, read);
  const skuKey = skuKeyOf(context.target.connector);
  const missing = await sortMissing(
    context,
    endpoints,
    batch,
    read,
    new Set(items.map(({ sku }) => skuKey(sku))),
  );
  const ready = await readyItems(context, items, await sharedElsewhere(context, items));
  const settledBefore = [
    ...[...read.failed].flatMap(([name, problem]) =>
      keysCalled(batch, name).map((key) => ofKey(key, problem)),
    ),
    ...missing.verdicts,
    ...ready.verdicts,
  ];
  const open = [...ready.items, ...missing.gone];
  if (open.length === 0) {
    return {
      read,
      withoutSku,
      decided: [],
      verdicts: settledBefore,
      underWay: nothingUnderWay,
      others: missing.others,
    };
  }
  const first = await withOrders(context, nothingUnderWay, context.ordersAtFirst);
  const { placed, verdicts: absent } = await placeLevels(context, endpoints, open);
  const underWay = await withOrders(context, first, await context.ordersUnderWay());
  const { alone, verdicts } = onlyOwners(placed);
  return {
    read,
    withoutSku,
    decided: await decideAll(context, endpoints, alone, underWay),
    verdicts: [...settledBefore, ...verdicts, ...absent],
    underWay,
    others: missing.others,
  };
}

export async function decideAll(
  context: Context,
  { target }: Endpoints,
  all: readonly Placed[],
  { pieces }: UnderWay,
): Promise<Decided[]> {
  if (all.length === 0) return [];
  const { settings } = context;
  const counts = await target.counts(context.target.api);
  const isNew = await newOnes(context, all);
  const off = await skusOff(context, all);
  const skuKey = skuKeyOf(context.target.connector);
  return all.map((read) => {
    const staleUntil = target.readsLists ? listsStaleUntil(context, read) : null;
    // Whether it is counted may be read as it was before, too.
    const standing = staleUntil === null ? read.standing : { ...read.standing, managed: true };
    const placed = { ...read, standing };
    const by = {
      ...settings,
      counts,
      salesTakenOff: context.salesTakenOff,
      negative: settings.negative && target.negative,
      underWay: pieces.get(skuKey(placed.sku)) ?? big('0'),
      unseen: piecesOf(placed.sku, placed.key.unseen ?? [], skuKey),
      isNew: isNew(read),
      staleUntil,
      isOff: off.has(skuKey(placed.sku)),
    };
    return { placed, by, decision: decide(placed, by) };
  });
}

/** Until when lists may not show the number of Koppel's that stands there, in epoch milliseconds; null where they show what there is. */
function listsStaleUntil({ target, now }: Context, { id, known }: Placed): number | null {
  if (known === null || known.targetId !== id || known.quantity === null || known.writtenAt === null)
    return null;
  const isNumber = known.state === 'written' || known.state === 'gone';
  const until = known.writtenAt + target.connector.searchDelayMs;
  return isNumber && now().getTime() < until ? until : null;
}

/** SKU keys of variants that the source does not sell for now, where the target cannot switch them off by themselves. */
async function skusOff(context: Context, all: readonly Placed[]): Promise<ReadonlySet<string>> {
  const parents = all.flatMap(({ standing: { productId, variantId } }) =>
    productId === undefined || variantId === undefined ? [] : [productId],
  );
  const { connector, api } = context.target;
  const products = connector.products?.target;
  if (parents.length === 0 || products === undefined || products.traits(api.account).variantsActive)
    return new Set();
  const skus = await context.skusOff([...new Set(parents)]);
  return new Set(skus.map(products.skuKey));
}

/** A system may begin without counting what is made there. */
async function newOnes(context: Context, all: readonly Placed[]): Promise<(placed: Placed) => boolean> {
  const isOpen = ({ level, standing, known }: Placed) =>
    level !== null && standing.managed === false && (known === null || known.state === 'unknown');
  const open = all.filter(isOpen).flatMap(({ standing: { productId } }) => productId ?? []);
  const made = open.length === 0 ? [] : await context.madeProducts([...new Set(open)]);
  return (placed) => isOpen(placed) && made.includes(placed.standing.productId ?? '');
}

/** Two SKUs that lead to one record of the target: neither is written. What is gone leaves the record to the other. */
function onlyOwners(placed: readonly Placed[]): { alone: Placed[]; verdicts: Verdict[] } {
  const alone: Placed[] = [];
  const verdicts: Verdict[] = [];
  for (const group of Map.groupBy(placed, ({ id }) => id).values()) {
    const there = group.filter(({ level }) => level !== null);
    const owners = there.length > 0 ? there : group.slice(0, 1);
    if (owners.length > 1) verdicts.push(...sharedBy(owners));
    else alone.push(...owners);
    const others = group.filter((each) => !owners.includes(each));
    verdicts.push(...others.map((each) => settled(each, { state: 'gone', targetId: null, quantity: null })));
  }
  return { alone, verdicts };
}

function keysCalled(batch: readonly Key[], name: string): readonly Key[] {
  return batch.filter(({ key }) => key === name);
}
