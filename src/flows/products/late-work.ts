/**
 * Whoever works for a system goes on after Koppel hung up. An update that was not answered is made again at once, as repeating it changes
 * nothing; but the first one may be done minutes later, and bring back what was changed since. For as long as that may be, the link knows
 * what was sent: what stands in the target and is just that is nobody's change, and is said anew.
 */
import type { ProductChanges, StandingProduct } from '../../connectors/contract/products.ts';
import { canonicalJson } from '../../records/canonical-json.ts';
import { big, normalise } from '../../records/money.ts';
import type { ProblemData } from '../../records/problem.ts';
import type { Product, Variant } from '../../records/product.ts';
import type { LateProduct, ProductFacts, ProductLink } from '../links.ts';
import { type Fingerprint, saidAs } from '../merge.ts';
import { commitDelayMsOf } from '../write-once.ts';
import type { Context, Speaker } from './endpoints.ts';
import {
  categoriesSent,
  isCategoriesLate,
  type LateCategories,
  withLateCategories,
} from './late-categories.ts';
import { amounts } from './plan/compare.ts';
import { ownField } from './plan/fields.ts';
import type { CreatePlan, MeetPlan } from './plan/plan.ts';
import { standsOf } from './plan/variants.ts';
import { marked, unfinishedId } from './unclear-marks.ts';
import type { Unit } from './units.ts';

/** Names of fields by what is known of them; of a variant by the source's id. */
export interface Names {
  readonly product: ReadonlySet<string>;
  readonly variants: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Whether the call that ended so may still be done: it was neither refused nor kept back, nor one too many. */
function mayBeDone({ kind, code }: Pick<ProblemData, 'kind' | 'code'>): boolean {
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
  return withLate(context, facts, await sentBy(plan, facts, speaker.fingerprint));
}

/** The same of one that was to be switched off, which ended so. `active`: what was said by that. */
export function withLateOff(
  context: Context,
  facts: ProductFacts,
  problem: ProblemData,
  active: string,
): ProductFacts {
  return mayBeDone(problem)
    ? withLate(context, facts, { sent: { active }, attributes: {}, variants: {} })
    : facts;
}

/** Until when one that is switched off may be switched on again so; null: it stays off. Epoch milliseconds. */
export function lateOnUntil({ late = [], apart = {} }: ProductFacts): number | null {
  const parts = Object.values(apart).flatMap(({ facts }) => facts.late ?? []);
  return lateUntil({ late: [...late, ...parts].filter(({ sent }) => sent.active !== undefined) });
}

function withLate(
  { now, target: { connector } }: Context,
  { late = [], ...facts }: ProductFacts,
  sent: Omit<LateProduct, 'until'>,
): ProductFacts {
  const until = now().getTime() + commitDelayMsOf(connector) + connector.searchDelayMs;
  // What is sent once more and not answered again is one thing, for longer.
  const others = late.filter(({ until: _until, ...each }) => canonicalJson(each) !== canonicalJson(sent));
  return { ...facts, late: [...others, { until, ...sent }] };
}

/** What may still be done after this look at the target; whatever may not has been found by it. */
export function stillLate({ late = [] }: Pick<ProductFacts, 'late'>, now: Date): Pick<ProductFacts, 'late'> {
  const left = late.filter(({ until }) => until > now.getTime());
  return left.length === 0 ? {} : { late: left };
}

/** What a look finds: of the target's own fields null where it is the source of the other direction that looks. */
type Seen = Pick<StandingProduct, 'product'> & { readonly values: StandingProduct['values'] | null };

/**
 * After a look that nothing comes of. Of what can no longer be done only that is left which it found there; whatever comes to stand there later is
 * somebody's change.
 */
export async function lookedAt<Facts extends ProductFacts>(
  facts: Facts,
  seen: Seen,
  fingerprint: Fingerprint,
  now: Date,
): Promise<Facts> {
  const { late = [], ...rest } = facts;
  const isOver = ({ until }: LateProduct) => until <= now.getTime();
  if (!late.some(isOver)) return facts;
  const left: LateProduct[] = [];
  for (const each of late) {
    const found = isOver(each) ? await foundOf(each, facts, seen, fingerprint) : each;
    if (found !== null) left.push(found);
  }
  return (left.length === 0 ? rest : { ...rest, late: left }) as Facts;
}

/** The same of a look at the source, at which the other direction's late work may have left something. */
export async function lookedBackAt(unit: Unit, fingerprint: Fingerprint, now: Date): Promise<Unit> {
  const { back, product } = unit;
  if (back === null) return unit;
  const facts = await lookedAt(back.link.facts, { product, values: null }, fingerprint, now);
  return facts === back.link.facts ? unit : { ...unit, back: { ...back, link: { ...back.link, facts } } };
}

/** What of this call stands there; null: nothing. */
async function foundOf(
  { sent, attributes, variants, categories, left, until }: LateProduct,
  facts: ProductFacts,
  { product, values }: Seen,
  fingerprint: Fingerprint,
): Promise<LateProduct | null> {
  const isWhole = values !== null;
  const stands = await fingerprints(standsOfAll({ product, values: values ?? {} }), fingerprint);
  const own = await fingerprints(attributesOf(product.attributes ?? []), fingerprint);
  const lists = { ...(categories && { categories }), ...(left && { left }) };
  const isListed = !isWhole || isCategoriesLate(facts.categories, lists, product.categories ?? []);
  const found = {
    sent: only(sent, ([name, print]) => stands[name] === print || (!isWhole && name.startsWith(ownField))),
    attributes: only(attributes, ([name, print]) => !isWhole || own[name] === print),
    variants: await variantsFound(variants, facts, { product, values }, fingerprint),
    ...(isListed ? lists : {}),
  };
  return Object.values(found).some((each) => Object.keys(each).length > 0) ? { until, ...found } : null;
}

/** Of one that is not there nothing stands, and it may have gone by this call. */
async function variantsFound(
  sent: LateProduct['variants'],
  facts: ProductFacts,
  { product, values }: Seen,
  fingerprint: Fingerprint,
): Promise<LateProduct['variants']> {
  const there = product.variants ?? [];
  const isUntied = Object.values(facts.variants).some(
    ({ id }) => id !== '' && !there.some((each) => each.id === id),
  );
  const found: Record<string, Fields> = {};
  for (const [sourceId, fields] of Object.entries(sent)) {
    const names = new Set<string>();
    for (const each of there) {
      const stands = await fingerprints(standsOfVariant(product, each, facts.pictures), fingerprint);
      const isIt = each.id === facts.variants[sourceId]?.id || stands.sku === fields.sku;
      if (isIt) for (const name of sameNames([fields], stands)) names.add(name);
    }
    // A source names pictures otherwise.
    if (values === null && fields.image !== undefined) names.add('image');
    if (names.size > 0 || isUntied) found[sourceId] = only(fields, ([name]) => names.has(name));
  }
  return found;
}

function only(fields: Fields, isLeft: (entry: readonly [string, string]) => boolean): Fields {
  return Object.fromEntries(Object.entries(fields).filter(isLeft));
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
  facts: ProductFacts,
  standing: StandingProduct,
  fingerprint: Fingerprint,
): Promise<ProductFacts> {
  const { late = [] } = facts;
  if (late.length === 0) return facts;
  const stands = await fingerprints(standsOfAll(standing), fingerprint);
  const attributes = await fingerprints(attributesOf(standing.product.attributes ?? []), fingerprint);
  const sentAttributes = late.map((each) => each.attributes);
  const variants: Record<string, ProductFacts['variants'][string]> = {};
  for (const [sourceId, fact] of Object.entries(facts.variants)) {
    const there = standing.product.variants?.find(({ id }) => id === fact.id);
    const shown = there && standsOfVariant(standing.product, there, facts.pictures);
    const own = shown && (await fingerprints(shown, fingerprint));
    const names = own === undefined ? [] : sameNames(sentOfVariant(late, sourceId, own.sku), own);
    const { retired, ...rest } = fact;
    // One that was switched on by it is switched off once more.
    const isOnAgain = retired && names.includes('active') && there?.active !== false;
    variants[sourceId] = {
      ...(isOnAgain ? rest : fact),
      said: { ...fact.said, ...marked(names) },
    };
  }
  const lists = withLateCategories(facts, late, standing.product.categories ?? []);
  return {
    ...facts,
    said: { ...lists.said, ...marked(sameNames(sentOf(late), stands)) },
    attributes: { ...facts.attributes, ...marked(sameNames(sentAttributes, attributes)) },
    categories: lists.categories,
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
export async function broughtBack({ back, product }: Unit, fingerprint: Fingerprint): Promise<Names> {
  const { late = [], variants: known = {} }: Partial<ProductFacts> = back?.link.facts ?? {};
  if (late.length === 0) return { product: new Set(), variants: new Map() };
  const variants = new Map<string, ReadonlySet<string>>();
  for (const [theirId, { id }] of Object.entries(known)) {
    const here = product.variants?.find((each) => each.id === id);
    if (here === undefined) continue;
    const own = await fingerprints(standsOfVariant(product, here, {}), fingerprint);
    variants.set(id, new Set(sameNames(sentOfVariant(late, theirId, own.sku), own)));
  }
  const own = await fingerprints(fieldsOf(product), fingerprint);
  return { product: new Set(sameNames(sentOf(late), own)), variants };
}

/** As if the link did not know the SKUs that a late call may take from it. */
export function withoutLateSkus({ facts, ...link }: ProductLink): ProductLink {
  const { late = [], variants } = facts;
  const isOpen = (sourceId: string) => late.some((each) => each.variants[sourceId]?.sku !== undefined);
  const sku = late.some(({ sent }) => sent.sku !== undefined) ? '' : facts.sku;
  const known = Object.entries(variants).filter(([sourceId]) => !isOpen(sourceId));
  return { ...link, facts: { ...facts, sku, variants: Object.fromEntries(known) } };
}

async function sentBy(
  plan: CreatePlan | MeetPlan,
  facts: ProductFacts,
  fingerprint: Fingerprint,
): Promise<Omit<LateProduct, 'until'>> {
  const { fields, values, attributes, categories, variants } = sentParts(plan, facts);
  const ofVariants: Record<string, Record<string, string>> = {};
  for (const [sourceId, sent] of variants) ofVariants[sourceId] = await fingerprints(sent, fingerprint);
  return {
    sent: await fingerprints({ ...fields, ...ownFields(values) }, fingerprint),
    attributes: await fingerprints(attributesOf(attributes), fingerprint),
    variants: ofVariants,
    ...categories,
  };
}

interface SentParts extends Pick<ProductChanges, 'fields' | 'values' | 'attributes'> {
  readonly categories: LateCategories;
  readonly variants: readonly (readonly [sourceId: string, sent: object])[];
}

function sentParts(plan: CreatePlan | MeetPlan, facts: ProductFacts): SentParts {
  if (plan.kind === 'create') {
    const { saying, draft } = plan;
    const { fields, values } = saying;
    const variants = draft.variants.map(({ sourceId, ...sent }) => [sourceId, sent] as const);
    return {
      fields,
      values,
      attributes: draft.attributes,
      categories: { categories: facts.categories },
      variants,
    };
  }
  const { changes, facts: known } = plan;
  const { fields, values, attributes } = changes;
  const changed = Object.entries(known.variants).flatMap(([sourceId, { id }]) => {
    const sent = changes.variants.change.get(id);
    return sent === undefined ? [] : [[sourceId, sent] as const];
  });
  const retired = Object.entries(known.variants).flatMap(([sourceId, { id }]) =>
    changes.variants.retire.includes(id) ? [[sourceId, { active: false }] as const] : [],
  );
  const added = changes.variants.add.map(({ sourceId, ...sent }) => [sourceId, sent] as const);
  return {
    ...{ fields, values, attributes },
    categories: categoriesSent(plan),
    variants: [...changed, ...retired, ...added],
  };
}

type Fields = Readonly<Record<string, string>>;

function sentOf(late: readonly LateProduct[]): readonly Fields[] {
  return late.map(({ sent }) => sent);
}

/** Also what was sent under its SKU, before it had this id at the source: some systems take that as a change of what has the SKU by then. */
function sentOfVariant(late: readonly LateProduct[], sourceId: string, sku = ''): readonly Fields[] {
  return late.flatMap(({ variants }) =>
    Object.entries(variants).flatMap(([id, sent]) =>
      id === sourceId || (sku !== '' && sent.sku === sku) ? [sent] : [],
    ),
  );
}

/** Names of which one of the late calls sent just this. */
function sameNames(late: readonly Fields[], stands: Fields): readonly string[] {
  return Object.keys(stands).filter((name) => late.some((sent) => sent[name] === stands[name]));
}

function standsOfAll({ product, values }: Pick<StandingProduct, 'product' | 'values'>) {
  return { ...fieldsOf(product), ...ownFields(values) };
}

/** `pictures`: the target's id by version. What the variant shows is told by the version, as it was sent. */
function standsOfVariant(product: Product, there: Variant, pictures: ProductFacts['pictures']) {
  const { image, ...stands } = standsOf(product, there);
  const [shown] =
    Object.entries(pictures).find(([, id]) => id !== '' && (unfinishedId(id) ?? id) === image) ?? [];
  return shown === undefined ? stands : { ...stands, image: shown };
}

function fieldsOf({ variants: _variants, options: _options, ...fields }: Product) {
  return fields;
}

function ownFields(values: object) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${ownField}${name}`, value]));
}

function attributesOf(all: ProductChanges['attributes']) {
  return Object.fromEntries(all.map(({ name, values }) => [name, values]));
}

async function fingerprints(values: object, fingerprint: Fingerprint): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const isAmount = amounts.has(name) && typeof value === 'string';
    found[name] = await saidAs(isAmount ? normalise(big(value)) : value, fingerprint);
  }
  return found;
}
