/**
 * What stands on one side, of the fields that both sides have from now on, or that neither has: whoever changes one of them next is told by
 * it from whoever did not.
 */
import type { Product } from '../../../records/product.ts';
import type { MetFields, ProductFacts } from '../../links.ts';
import { type Fingerprint, isNone, saidAs } from '../../merge.ts';
import type { CreatePlan, MeetPlan } from '../plan/plan.ts';
import { standsOf } from '../plan/variants.ts';
import type { FieldName, ProductsSettings } from '../settings.ts';

type Stood = NonNullable<MetFields['stood']>;

export interface Sides {
  readonly plan: CreatePlan | MeetPlan;
  readonly modes: ProductsSettings['fields'];
  readonly source: Product;
  readonly target: Product;
  /** From the source to the target. */
  readonly facts: Pick<ProductFacts, 'variants'>;
  readonly fingerprint: Fingerprint;
}

/** Fields that a product, and a variant, may have none of. */
const optional: readonly FieldName[] = [
  'description',
  'shortDescription',
  'gtin',
  'brand',
  'weightKg',
  'listPrice',
];
const ofVariants: readonly FieldName[] = ['sku', 'gtin', 'weightKg', 'listPrice'];

export async function stoodOf(sides: Sides, on: 'source' | 'target'): Promise<Stood> {
  const { plan, source, target } = sides;
  const settled = plan.kind === 'create' ? Object.keys(plan.saying.fields) : plan.settled;
  return stood(sides, { settled, all: optional, source, target }, on);
}

/** Of each variant that stands on both sides, by the source's id. */
export async function variantsStoodOf(
  sides: Sides,
  on: 'source' | 'target',
): Promise<ReadonlyMap<string, Stood>> {
  const { plan, facts } = sides;
  const found = new Map<string, Stood>();
  for (const [sourceId, { id, said }] of Object.entries(facts.variants)) {
    const here = sides.source.variants?.find((each) => each.id === sourceId);
    const there = sides.target.variants?.find((each) => each.id === id);
    if (here === undefined || there === undefined) continue;
    const source = standsOf(sides.source, here);
    const target = standsOf(sides.target, there);
    const settled = settledOf(plan, sourceId, Object.keys(said));
    found.set(sourceId, await stood(sides, { settled, all: ofVariants, source, target }, on));
  }
  return found;
}

/** Names of fields of a variant that both sides have from now on: of one that is made now `all`. */
export function settledOf(
  plan: CreatePlan | MeetPlan,
  sourceId: string,
  all: readonly string[],
): ReadonlySet<string> {
  const isNew =
    plan.kind === 'create' || plan.variants.added.some(({ draft }) => draft.sourceId === sourceId);
  return isNew ? new Set(all) : (plan.variants.settled.get(sourceId) ?? new Set());
}

interface Standing {
  readonly settled: Iterable<string>;
  readonly all: readonly FieldName[];
  readonly source: Readonly<Record<string, unknown>>;
  readonly target: Readonly<Record<string, unknown>>;
}

async function stood(
  { modes, fingerprint }: Sides,
  { settled, all, ...sides }: Standing,
  on: 'source' | 'target',
): Promise<Stood> {
  const { source, target } = sides;
  const neither = all.filter(
    (name) => modes[name] === 'always' && isNone(source[name]) && isNone(target[name]),
  );
  const result: Record<string, string> = Object.fromEntries(neither.map((name) => [name, '']));
  for (const name of settled) {
    const value = sides[on][name];
    // What is shown of a picture is told in each system's own way.
    if (name !== 'image' && value !== undefined) result[name] = await saidAs(value, fingerprint);
  }
  return result;
}
