/**
 * Whoever works for a system goes on after Koppel hung up. An update that was not answered is made again at once, as repeating it changes
 * nothing; but the first one may be done minutes later, and bring back what was changed since. For as long as that may be, the link knows
 * all that the call said, also of what only goes along with what was changed: what stands in the target by it is nobody's change, and is said anew.
 */
import type { StandingProduct } from '../../connectors/contract/products.ts';
import { canonicalJson } from '../../records/canonical-json.ts';
import type { ProblemData } from '../../records/problem.ts';
import type { LateProduct, ProductFacts, ProductLink, SentFields } from '../links.ts';
import { type Fingerprint, saidAs } from '../merge.ts';
import { commitDelayMsOf } from '../write-once.ts';
import type { Context, Endpoints, Speaker } from './endpoints.ts';
import { attributePrints, attributesDone } from './late-attributes.ts';
import { withLateCategories } from './late-categories.ts';
import { picturesTaken, type StandingPictures } from './late-pictures.ts';
import {
  type Fields,
  fieldsOf,
  fingerprints,
  sentOf,
  sentOfVariant,
  standsOfAll,
  standsOfVariant,
} from './late-prints.ts';
import { sentByOff, sentFields } from './late-sent.ts';
import { areVariantsMoved, fieldsDone } from './late-together.ts';
import type { CreatePlan, MeetPlan } from './plan/plan.ts';
import { marked } from './unclear-marks.ts';
import type { Unit } from './units.ts';

/** Names of fields by what is known of them; of a variant by the source's id. */
export interface Names {
  readonly product: ReadonlySet<string>;
  readonly variants: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Whether the call that ended so may still be done: it was neither refused nor kept back, nor one too many. */
export function mayBeDone({ kind, code }: Pick<ProblemData, 'kind' | 'code'>): boolean {
  return (kind === 'retry' && code !== 'rate_limited') || kind === 'outcome-unknown';
}

/** What is known of a product after a write, where calls of it that were not answered may still be done. */
export async function withLateParts(
  { context, speaker }: { readonly context: Context; readonly speaker: Speaker },
  plan: CreatePlan | MeetPlan,
  facts: ProductFacts,
  { problems }: { readonly problems: readonly Pick<ProblemData, 'kind' | 'code'>[] },
): Promise<ProductFacts> {
  if (!problems.some(mayBeDone)) return facts;
  return withLate(context, facts, await sentFields(plan, speaker), context.now().getTime());
}

/** The same of one that was to be switched off, which ended so. `active`: what was said by that. */
export function withLateOff(
  context: Context,
  { target }: Pick<Endpoints, 'target'>,
  facts: ProductFacts,
  problem: ProblemData,
  active: string,
): ProductFacts {
  if (!mayBeDone(problem)) return facts;
  const sent = sentByOff(active, facts, target.traits(context.target.api.account));
  return withLate(context, facts, sent, context.now().getTime());
}

/** Until when one that is switched off may be switched on again so; null: it stays off. Epoch milliseconds. */
export function lateOnUntil({ late = [], apart = {} }: ProductFacts): number | null {
  const parts = Object.values(apart).flatMap(({ facts }) => facts.late ?? []);
  return lateUntil({ late: [...late, ...parts].filter(({ sent }) => sent.active !== undefined) });
}

/** `at`: until when Koppel may have been waiting for an answer, in epoch milliseconds. */
export function withLate(
  { target: { connector } }: Pick<Context, 'target'>,
  { late = [], ...facts }: ProductFacts,
  sent: SentFields,
  at: number,
): ProductFacts {
  // What is sent once more and not answered again is one thing, for longer.
  const isSame = ({ until: _until, ...each }: LateProduct) => canonicalJson(each) === canonicalJson(sent);
  const before = late.filter(isSame).map(({ until }) => until);
  const until = Math.max(at + commitDelayMsOf(connector) + connector.searchDelayMs, ...before);
  return { ...facts, late: [...late.filter((each) => !isSame(each)), { until, ...sent }] };
}

/** What may still be done after this look at the target; whatever may not has been found by it. */
export function stillLate({ late = [] }: Pick<ProductFacts, 'late'>, now: Date): Pick<ProductFacts, 'late'> {
  const left = late.filter(({ until }) => until > now.getTime());
  return left.length === 0 ? {} : { late: left };
}

/** Under the ids that variants have at the source `now`: a shop that makes its variants anew with an edit gives them others. */
export function underIdsOfNow(
  { late }: Pick<ProductFacts, 'late'>,
  before: ProductFacts['variants'],
  now: ProductFacts['variants'],
): Pick<ProductFacts, 'late'> {
  if (late === undefined) return {};
  const nowOf = new Map(Object.entries(now).flatMap(([sourceId, { id }]) => (id ? [[id, sourceId]] : [])));
  const idOf = (sourceId: string) => nowOf.get(before[sourceId]?.id ?? '') ?? sourceId;
  const moved = late.map(({ variants, ...each }) => {
    const sent = Object.entries(variants).map(([sourceId, fields]) => [idOf(sourceId), fields]);
    return { ...each, variants: Object.fromEntries(sent) };
  });
  return { late: moved };
}

/** When the target is to be looked at once more, in epoch milliseconds; null: nothing may still be done there. */
export function lateUntil({ late = [] }: Pick<ProductFacts, 'late'>): number | null {
  return late.length === 0 ? null : Math.max(...late.map(({ until }) => until));
}

/** Marks what stands there by a call that was done late in the place of what is known of it: it is said anew, also where it is taken back. */
export async function withLateMarks(
  { traits, fingerprint }: Pick<Speaker, 'traits' | 'fingerprint'>,
  facts: ProductFacts,
  standing: StandingProduct,
  pictures: StandingPictures,
): Promise<ProductFacts> {
  const { late = [] } = facts;
  if (late.length === 0) return facts;
  const { product } = standing;
  const stands = await fingerprints(standsOfAll(standing), fingerprint);
  const attributes = await attributePrints(product.attributes ?? [], { fingerprint });
  const taken = picturesTaken(facts.pictures, late, pictures);
  const shown = await Promise.all(taken.map((version) => saidAs(version, fingerprint)));
  const whole = { late: sentOf(late), stands, known: facts.said };
  const moved = areVariantsMoved(traits, whole) ? ['price'] : [];
  const variants: Record<string, ProductFacts['variants'][string]> = {};
  for (const [sourceId, fact] of Object.entries(facts.variants)) {
    const there = product.variants?.find(({ id }) => id === fact.id);
    const own = there && (await fingerprints(standsOfVariant(product, there, facts.pictures), fingerprint));
    const met = own && { late: sentOfVariant(late, sourceId, own.sku), stands: own, known: fact.said };
    const brought = met === undefined ? [] : [...fieldsDone(traits, met), ...moved];
    // What it showed has gone by it.
    const isBare = there?.image === undefined && shown.includes(fact.said.image ?? '');
    const names = isBare ? [...brought, 'image'] : brought;
    const { retired, ...rest } = fact;
    // One that was switched on by it is switched off once more.
    const isOnAgain = retired && names.includes('active') && there?.active !== false;
    variants[sourceId] = {
      ...(isOnAgain ? rest : fact),
      said: { ...fact.said, ...marked(names) },
    };
  }
  const lists = withLateCategories(facts, late, product.categories ?? []);
  return {
    ...facts,
    said: { ...lists.said, ...marked(fieldsDone(traits, whole)) },
    attributes: {
      ...facts.attributes,
      ...marked(attributesDone(traits, facts.attributes, late, attributes)),
    },
    categories: lists.categories,
    pictures: Object.fromEntries(
      Object.entries(facts.pictures).filter(([version]) => !taken.includes(version)),
    ),
    variants,
  };
}

/** Whether this variant of the source may still come, or change, by a call that was not answered. */
export function mayCome({ late = [] }: Pick<ProductFacts, 'late'>, sourceId: string): boolean {
  return late.some(({ variants }) => variants[sourceId] !== undefined);
}

/** Whether a variant that is not there may have gone by a list that was sent before it came. */
export function mayBeUntied({ late = [] }: Pick<ProductFacts, 'late'>): boolean {
  return late.some(({ variants }) => Object.keys(variants).length > 0);
}

/** What this source has by a call of the other direction that was done late: that one sees to it, and it is no news. */
export async function broughtBack(
  { source }: Pick<Context, 'source'>,
  { back, product }: Unit,
  fingerprint: Fingerprint,
): Promise<Names> {
  const { late = [], said = {}, variants: known = {} }: Partial<ProductFacts> = back?.link.facts ?? {};
  if (late.length === 0) return { product: new Set(), variants: new Map() };
  const traits = source.connector.products?.target?.traits(source.api.account) ?? {};
  const own = await fingerprints(fieldsOf(product), fingerprint);
  const whole = { late: sentOf(late), stands: own, known: said };
  const moved = areVariantsMoved(traits, whole) ? ['price'] : [];
  const variants = new Map<string, ReadonlySet<string>>();
  for (const [theirId, { id, said: ofVariant }] of Object.entries(known)) {
    const here = product.variants?.find((each) => each.id === id);
    if (here === undefined) continue;
    const stands = await fingerprints(standsOfVariant(product, here, {}), fingerprint);
    const met = { late: sentOfVariant(late, theirId, stands.sku), stands, known: ofVariant };
    variants.set(id, told([...fieldsDone(traits, met), ...moved], stands));
  }
  return { product: told(fieldsDone(traits, whole), own), variants };
}

/** Without what a source does not tell. */
function told(names: readonly string[], own: Fields): ReadonlySet<string> {
  return new Set(names.filter((name) => own[name] !== undefined));
}

/** As if the link did not know the SKUs that a late call may take from it. */
export function withoutLateSkus({ facts, ...link }: ProductLink): ProductLink {
  const { late = [], variants } = facts;
  const isOpen = (sourceId: string) => late.some((each) => each.variants[sourceId]?.sku !== undefined);
  const sku = late.some(({ sent }) => sent.sku !== undefined) ? '' : facts.sku;
  const known = Object.entries(variants).filter(([sourceId]) => !isOpen(sourceId));
  return { ...link, facts: { ...facts, sku, variants: Object.fromEntries(known) } };
}
