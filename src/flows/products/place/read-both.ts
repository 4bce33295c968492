import type { SkuPlace, StandingProduct } from '../../../connectors/contract/products.ts';
import { Problem } from '../../../records/problem.ts';
import type { Product } from '../../../records/product.ts';
import type { Context, Endpoints, Speaker } from '../endpoints.ts';
import type { Unit } from '../units.ts';
import { type Beginner, beginnersOf, madeBy, stillOpen } from './begun-elsewhere.ts';
import { labelOf } from './label.ts';
import { idBySku, type Known, linkedId, madePlaces } from './place.ts';
import { looseSkus, ownSkus, sourceSkus } from './source-skus.ts';

/** What a record was read as, or why it could not be. */
export type Read<Item> = ReadonlyMap<string, Item | Problem>;

/** Reads records of the source in bulk. One that cannot be read is told by itself. `isAlone`: no list is asked for it. */
export async function readSource(
  context: Context,
  { source }: Endpoints,
  keys: readonly string[],
  isAlone: (key: string) => boolean = () => false,
): Promise<Read<Product>> {
  return readAll(
    { all: keys, alone: new Set(keys.filter(isAlone)) },
    source.getMany &&
      ((wanted) => source.getMany?.(context.source.api, wanted) ?? Promise.resolve(new Map())),
    (key) => source.get(context.endsFor(key).source.api, key),
  );
}

/** The same of the target. `wanted`: the source's id of what each is read for. */
async function readTarget(
  context: Context,
  { target }: Endpoints,
  wanted: ReadonlyMap<string, string>,
  alone: ReadonlySet<string>,
): Promise<Read<StandingProduct>> {
  return readAll(
    { all: [...wanted.keys()], alone },
    target.getMany && ((ids) => target.getMany?.(context.target.api, ids) ?? Promise.resolve(new Map())),
    (id) => target.get(context.endsFor(wanted.get(id) ?? '').target.api, id),
  );
}

async function readAll<Item>(
  { all, alone }: { readonly all: readonly string[]; readonly alone: ReadonlySet<string> },
  many: ((ids: readonly string[]) => Promise<ReadonlyMap<string, Item>>) | undefined,
  one: (id: string) => Promise<Item | null>,
): Promise<Read<Item>> {
  const found = new Map<string, Item | Problem>();
  const together = all.filter((id) => !alone.has(id));
  if (many !== undefined && together.length > 0) {
    try {
      for (const [id, item] of await many(together)) found.set(id, item);
    } catch (error) {
      // One record that cannot be read must not hold the others up.
      if (!(error instanceof Problem && error.kind === 'rejected')) throw error;
    }
  }
  // A list may not know yet of what was made just now: what it leaves out is gone only where its own address says so.
  for (const id of all.filter((each) => !found.has(each))) {
    try {
      const item = await one(id);
      if (item !== null) found.set(id, item);
    } catch (error) {
      if (!(error instanceof Problem && error.kind === 'rejected')) throw error;
      found.set(id, error);
    }
  }
  return found;
}

interface Batch {
  readonly units: readonly Unit[];
  /** All of the batch, also those that have nothing new. */
  readonly products: readonly Product[];
  readonly takesApart: boolean;
}

/** What both sides have of these products: a handful of calls for the batch, however large. */
export async function readBoth(
  context: Context,
  endpoints: Endpoints,
  speaker: Speaker,
  { units, products, takesApart }: Batch,
): Promise<Known & { readonly unread: ReadonlyMap<string, Problem> }> {
  const wanted = [...new Set(units.flatMap((unit) => lookedUp(unit, speaker)))];
  const skus = await sourceSkus(context, endpoints, products, { takesApart, wanted });
  // What is told of after this stands there by the time of the report, or not at all.
  const begun = wanted.length === 0 ? [] : await context.begunProducts();
  const places: ReadonlyMap<string, readonly SkuPlace[]> =
    wanted.length === 0 ? new Map() : await endpoints.target.find(context.target.api, wanted);
  const ids = new Map<string, string>();
  const alone = new Set<string>();
  const found = new Map<string, string>();
  const others = new Set<string>();
  for (const unit of units) {
    const linked = linkedId(unit);
    if (linked !== null) ids.set(linked, unit.key);
    if (linked !== null && unit.isJustWritten) alone.add(linked);
    for (const { sku } of looseSkus(unit, speaker.target, speaker.settings))
      for (const { productId } of places.get(speaker.target.skuKey(sku)) ?? [])
        if (productId !== linked) others.add(productId);
    const bySku = tried(() => idBySku(unit, speaker, { places }));
    const { own, theirs } = madePlaces(unit, speaker.target, places);
    for (const id of [...own, ...theirs, ...(bySku === null ? [] : [bySku])]) {
      if (id === linked) continue;
      ids.set(id, unit.key);
      found.set(id, unit.key);
    }
  }
  const read = await readTarget(context, endpoints, ids, alone);
  const owners = await ownersOf(context, endpoints, {
    units,
    products,
    found: new Set([...found.keys(), ...others]),
    makers: madeBy(beginnersOf(units, begun), places, speaker.target),
  });
  return {
    skus,
    places,
    standing: only(read, (each): each is StandingProduct => !(each instanceof Problem)),
    unread: only(read, (each): each is Problem => each instanceof Problem),
    owners: owners.keys,
    ownedBy: owners.products,
    open: stillOpen(context, begun),
  };
}

/** All SKUs of a product that may have to be found by them; of one that stands where its link says, those that are new. */
function lookedUp(unit: Unit, { target, settings }: Speaker): readonly string[] {
  const isFound = unit.link === null || unit.asked || unit.begun !== null;
  const skus = isFound ? ownSkus(unit.product, false) : looseSkus(unit, target, settings);
  const { sku: former = '', variants: formers = [] } = unit.begun?.product ?? {};
  return [...skus.map(({ sku }) => sku), ...(former ? [former] : []), ...formers];
}

/** Whom the products that were found by SKU belong to already. Who is not at the source any more has nothing to say. */
async function ownersOf(
  context: Context,
  endpoints: Endpoints,
  {
    units,
    products,
    found,
    makers,
  }: {
    readonly units: readonly Unit[];
    readonly products: readonly Product[];
    readonly found: ReadonlySet<string>;
    readonly makers: ReadonlyMap<string, Beginner>;
  },
): Promise<{ readonly keys: Known['owners']; readonly products: Known['ownedBy'] }> {
  if (found.size === 0) return { keys: new Map(), products: new Map() };
  const owners = await context.linkedTo('product', [...found]);
  const known = new Set(products.map(({ id }) => id));
  // What no link leads to is whose making was begun under its SKU.
  const maker = (id: string) => ((owners.get(id) ?? []).length === 0 ? makers.get(id) : undefined);
  const makersKeys = [...found].flatMap((id) => maker(id)?.key ?? []);
  const others = [...new Set([...[...owners.values()].flat(), ...makersKeys])].filter(
    (key) => !known.has(key),
  );
  const alive = await readSource(context, endpoints, others);
  const parts = units.filter(({ part, link }) => part !== null && link !== null);
  const own = products.map((each) => [each.id, each] as const);
  const keys = new Map(
    [...found].map((id) => [
      id,
      [
        ...(owners.get(id) ?? [])
          .filter((key) => known.has(key) || alive.has(key))
          .filter((key) => !isTakenApart(units, key)),
        ...parts.filter(({ link }) => link?.targetId === id).map(labelOf),
        ...[maker(id)].flatMap((each) =>
          each !== undefined && (known.has(each.key) || alive.has(each.key)) ? [each.label] : [],
        ),
      ],
    ]),
  );
  const read = only(alive, (each): each is Product => !(each instanceof Problem));
  return { keys, products: new Map([...read, ...own]) };
}

/** The parts of a product that is taken apart are named each by itself. */
function isTakenApart(units: readonly Unit[], key: string): boolean {
  return units.some((unit) => unit.key === key && unit.part !== null);
}

/** A SKU that is not clear is told when its product is planned. */
function tried(find: () => string | null): string | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

function only<Item, Wanted extends Item>(
  all: ReadonlyMap<string, Item>,
  isWanted: (item: Item) => item is Wanted,
): ReadonlyMap<string, Wanted> {
  return new Map([...all].flatMap(([id, item]) => (isWanted(item) ? [[id, item] as const] : [])));
}
