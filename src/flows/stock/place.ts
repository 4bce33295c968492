/** Where levels stand in the target. An id that was kept is proven by the SKU that stands there. */
import { articleIds, type FoundArticles } from '../article-ids.ts';
import { skuKeyOf } from '../sku-key.ts';
import { refusedOf, unknownOf } from './verdicts.ts';
import type { Context, Endpoints, Item, Placed, Verdict } from './work.ts';

export interface Placing {
  readonly placed: readonly Placed[];
  /** Of the others: the target has no such SKU, or has it several times. */
  readonly verdicts: readonly Verdict[];
}

/** Finds the items in the target, in bulk; an id that is gone, or of another SKU by now, is looked up once more. */
export async function placeLevels(
  context: Context,
  endpoints: Endpoints,
  items: readonly Item[],
): Promise<Placing> {
  const asked = items.filter((item) => isLookedUpAnew(context, item)).map(({ sku }) => sku);
  if (asked.length > 0) await context.forgetIds('article', unique(asked));
  // What was unknown may have been written since, by a run that ended before it could tell: of what is gone the last number would stay.
  const unsure = items.filter(
    (item) => trustedId(context, item) === null && (item.level !== null || item.known?.state === 'unknown'),
  );
  const { ids, twice } = await idsOf(context, endpoints, unsure);
  const first = await standAt(
    context,
    endpoints,
    items,
    (item) => trustedId(context, item) ?? ids.get(item.sku) ?? null,
  );
  // Also of what is gone: a system may give variants new ids, and the last number would stay there.
  const wrong = first.absent.filter(({ id }) => id !== null);
  const again = await placeAgain(
    context,
    endpoints,
    wrong.map(({ item }) => item),
  );
  return {
    placed: [...first.placed, ...again.placed],
    verdicts: [
      ...first.absent
        .filter((each) => !wrong.includes(each))
        .flatMap(({ item }) => absentOf(context, item, twice)),
      ...again.verdicts,
    ],
  };
}

/** Forgets ids that were wrong, and looks their SKUs up once more. A search knows of no places: what is not where it says has no level at this one. */
export async function placeAgain(
  context: Context,
  endpoints: Endpoints,
  items: readonly Item[],
): Promise<Placing> {
  if (items.length === 0) return { placed: [], verdicts: [] };
  await context.forgetIds('article', unique(items.map(({ sku }) => sku)));
  const { ids, twice } = await idsOf(context, endpoints, items);
  const { placed, absent } = await standAt(context, endpoints, items, (item) => ids.get(item.sku) ?? null);
  return {
    placed: placed.map((each) => ({ ...each, isLookedUpAgain: true })),
    verdicts: absent.flatMap(({ item }) => absentOf(context, item, twice)),
  };
}

/** Of what the source has no longer nothing is to be written, wherever it stands. */
function absentOf(context: Context, item: Item, twice: FoundArticles['twice']): Verdict[] {
  const problem = twice.get(item.sku);
  return problem === undefined || item.level === null ? unknownOf(context, item) : [refusedOf(item, problem)];
}

export interface Standing<One extends Item> {
  readonly placed: readonly Placed[];
  readonly absent: readonly { readonly item: One; readonly id: string | null }[];
}

/** The items as they stand at these ids now; `absent`: not there, or another SKU is. */
export async function standAt<One extends Item>(
  context: Context,
  { target }: Endpoints,
  items: readonly One[],
  idOf: (item: One) => string | null,
): Promise<Standing<One>> {
  const ids = new Map(items.map((item) => [item, idOf(item)]));
  const wanted = unique([...ids.values()].filter((id) => id !== null));
  const { targetLocation = null } = context.settings;
  const standing =
    wanted.length === 0 ? new Map() : await target.standing(context.target.api, wanted, targetLocation);
  const skuKey = skuKeyOf(context.target.connector);
  const placed: Placed[] = [];
  const absent: { item: One; id: string | null }[] = [];
  for (const [item, id] of ids) {
    const level = id === null ? undefined : standing.get(id);
    const isOther = level?.sku !== undefined && skuKey(level.sku) !== skuKey(item.sku);
    if (id === null || level === undefined || isOther) absent.push({ item, id });
    else placed.push({ ...item, id, standing: level, isLookedUpAgain: false });
  }
  return { placed, absent };
}

function idsOf(context: Context, { target }: Endpoints, items: readonly Item[]): Promise<FoundArticles> {
  return articleIds(context, target.skus, unique(items.map(({ sku }) => sku)));
}

/** The id that was found before. What a person asks for is looked up anew. */
function trustedId(context: Context, item: Item): string | null {
  return isLookedUpAnew(context, item) ? null : (item.known?.targetId ?? null);
}

/** Where a variant goes by words that the merchant may change, its id alone tells which it is: as long as that stands there, it does. */
function isLookedUpAnew({ target }: Context, { key, level, known }: Item): boolean {
  const isNamedByWords = target.connector.products?.source?.variantSku !== undefined;
  if (isNamedByWords && known?.targetId != null) return false;
  return level !== null && key.asked && key.isCompared !== true;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
