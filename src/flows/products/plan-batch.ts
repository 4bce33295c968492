import { asProblem, type Problem, type ProblemData } from '../../records/problem.ts';
import type { Product } from '../../records/product.ts';
import type { ProductLink } from '../links.ts';
import { type Context, type Endpoints, type Reverse, type Speaker, speakerOf } from './endpoints.ts';
import { heldUp } from './held-up.ts';
import { type Known, linkedId, placeOf } from './place/place.ts';
import { readBoth } from './place/read-both.ts';
import { planUnit, type UnitPlan } from './plan/plan.ts';
import { isKnown, type Key, linkedCategories, type ReadKey, readBatch, takesApart } from './read-batch.ts';
import { type Saying, sayingOf } from './saying/saying.ts';
import type { Unit, UnitBegun } from './units.ts';

/** What is to become of one product of the target. `known`: it says what it said before. */
export type Planned =
  | UnitPlan
  | { readonly kind: 'known'; readonly unit: Unit }
  | {
      readonly kind: 'problem';
      readonly unit: Unit;
      readonly problem: ProblemData;
      /** What is known of it from now on, and what of it may still come to be; left out: as it was. */
      readonly link?: ProductLink;
      readonly begun?: UnitBegun | null;
    };

export type KeyPlan =
  | Exclude<ReadKey, { kind: 'units' }>
  | {
      readonly kind: 'units';
      readonly each: Key;
      readonly product: Product;
      readonly plans: readonly Planned[];
    };

export interface BatchPlan {
  readonly keys: readonly KeyPlan[];
  readonly speaker: Speaker;
}

/** Reads both sides in bulk, and decides. Nothing is written. */
export async function planBatch(
  context: Context,
  endpoints: Endpoints,
  reverse: Reverse | null,
  batch: readonly Key[],
): Promise<BatchPlan> {
  const read = await readBatch(context, endpoints, reverse, batch);
  const products = read.flatMap((each) => (each.kind === 'units' ? [each.product] : []));
  const speaker = speakerOf(context, endpoints, await linkedCategories(context, products));
  const units = read.flatMap((each) => (each.kind === 'units' ? each.units : []));
  const sayings = new Map<Unit, Saying | ProblemData>();
  for (const unit of units) sayings.set(unit, await caught(() => sayingOf(speaker, unit)));
  const news = units.filter((unit) => {
    const saying = sayings.get(unit);
    if (saying === undefined || !isSaying(saying))
      return unit.begun !== null || unit.link?.facts.late !== undefined;
    return !isKnown(unit, saying.fingerprint);
  });
  const apart = takesApart(speaker.settings, speaker.traits.groups);
  const known = await readBoth(context, endpoints, speaker, { units: news, products, takesApart: apart });
  const plans = new Map<Unit, Planned>();
  for (const unit of units) {
    plans.set(
      unit,
      await planOf(context, speaker, unit, sayings.get(unit), news.includes(unit) ? known : null),
    );
  }
  const keys = read.map((each): KeyPlan => {
    if (each.kind !== 'units') return each;
    const { product } = each;
    return {
      kind: 'units',
      each: each.each,
      product,
      plans: each.units.flatMap((unit) => plans.get(unit) ?? []),
    };
  });
  return { keys, speaker };
}

async function planOf(
  context: Context,
  speaker: Speaker,
  unit: Unit,
  saying: Saying | ProblemData | undefined,
  known: (Known & { readonly unread: ReadonlyMap<string, Problem> }) | null,
): Promise<Planned> {
  if (saying === undefined || known === null) {
    return saying === undefined || isSaying(saying)
      ? { kind: 'known', unit }
      : { kind: 'problem', unit, problem: saying };
  }
  const planned = isSaying(saying)
    ? await caught(() => {
        const unread = known.unread.get(linkedId(unit) ?? '');
        if (unread !== undefined) throw unread;
        return planUnit(context, speaker, unit, { saying, placed: placeOf(unit, speaker, known) });
      })
    : saying;
  if ('unit' in planned) return planned;
  return heldUp(context, speaker, unit, planned, known.standing.get(unit.link?.targetId ?? ''));
}

function isSaying(said: Saying | ProblemData): said is Saying {
  return 'fingerprint' in said;
}

/** What is wrong with one product, or what it has to wait for, is its own: no call is made here, and the others go on. */
async function caught<T>(work: () => T | Promise<T>): Promise<T | ProblemData> {
  try {
    return await work();
  } catch (error) {
    return asProblem(error).toData();
  }
}
