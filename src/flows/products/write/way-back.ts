/**
 * Two systems that are kept in step both ways: what is written to the one comes back from it as a change. Lists need no care, as what
 * comes back of them stands there already. A field may come back otherwise than it was sent, and would spoil the other: so what the way
 * back will say of it is known from now on.
 */
import type { Decimal } from '../../../records/money.ts';
import { Problem } from '../../../records/problem.ts';
import type { Product } from '../../../records/product.ts';
import type { BackLink } from '../../bulk.ts';
import type { ProductFacts, ProductLink, VariantFacts } from '../../links.ts';
import { saidAs } from '../../merge.ts';
import { type Context, type Endpoints, type Reverse, type Speaker, short } from '../endpoints.ts';
import type { CreatePlan, MeetPlan } from '../plan/plan.ts';
import { turned } from '../saying/known-prices.ts';
import { pricingOf } from '../saying/prices.ts';
import { type Saying, sayingOf } from '../saying/saying.ts';
import { met, pictureId } from '../unclear-marks.ts';
import { noFacts } from '../units.ts';
import type { SentPrices } from './prices.ts';
import { type Sides, settledOf, stoodOf, variantsStoodOf } from './stood.ts';

interface Writing {
  readonly context: Context;
  readonly endpoints: Endpoints;
  readonly reverse: Reverse | null;
  readonly prices: SentPrices;
  /** What was read of those whose prices alone were written. */
  readonly views: ReadonlyMap<string, Product>;
}

/** What both directions know from now on; `back` null where nothing goes back. */
export interface BothLinks {
  readonly link: ProductLink;
  readonly back: BackLink | null;
}

/** Reads what stands in the target now: it is known to both directions, and no news. */
export async function bothLinks(
  writing: Writing,
  plan: CreatePlan | MeetPlan,
  link: ProductLink,
): Promise<BothLinks> {
  const { reverse, context } = writing;
  const { unit } = plan;
  const key = link.targetId;
  if (reverse === null) return { link, back: null };
  if (unit.part !== null) {
    const facts = { ...noFacts, variantOf: true } as const;
    return { link, back: { key, link: { targetId: unit.key, fingerprint: '', facts } } };
  }
  const { api } = context.endsFor(unit.key).target;
  const view = viewOf(writing, plan) ?? (await reverse.endpoints.source.get(api, key));
  const known = unit.back?.key === key ? unit.back.link.facts : noFacts;
  const { settings } = context;
  const sides: Sides | null = view && {
    ...{ plan, modes: settings.fields, source: unit.product, target: view, facts: link.facts },
    fingerprint: short(context),
  };
  const back = await factsBack(writing, reverse, plan, link, known, sides);
  const facts = sides === null ? link.facts : await withStood(sides, link.facts);
  return {
    link: { ...link, facts },
    back: { key, link: { targetId: unit.key, fingerprint: '', facts: back } },
  };
}

/** What is known of the target without asking, where its price alone was written. */
function viewOf({ prices, views }: Writing, plan: CreatePlan | MeetPlan): Product | undefined {
  const isPriced = plan.kind === 'meet' && prices.get(plan) === 'written';
  return isPriced ? views.get(plan.standing.id) : undefined;
}

/** With what stands there of fields that both sides have from now on. */
async function withStood(sides: Sides, facts: ProductFacts): Promise<ProductFacts> {
  const variants = await variantsStoodOf(sides, 'target');
  return {
    ...facts,
    stood: { ...facts.stood, ...(await stoodOf(sides, 'target')) },
    variants: Object.fromEntries(
      Object.entries(facts.variants).map(([sourceId, each]) => {
        const stood = variants.get(sourceId);
        return [sourceId, stood === undefined ? each : { ...each, stood: { ...each.stood, ...stood } }];
      }),
    ),
  };
}

async function factsBack(
  writing: Writing,
  reverse: Reverse,
  plan: CreatePlan | MeetPlan,
  link: ProductLink,
  known: ProductFacts,
  sides: Sides | null,
): Promise<ProductFacts> {
  const { context } = writing;
  const { unit } = plan;
  const view = sides?.target ?? null;
  const speaker = speakerBack(context, reverse);
  const vat = view === null ? undefined : vatBack(speaker, view);
  const paired = pairsBack(unit.key, link, vat);
  const saying = view === null ? null : await sayingBack(speaker, view, { key: unit.key, link }, paired);
  const pictures = view === null ? {} : await picturesBack(writing, view, plan, link);
  const fingerprint = short(context);
  const isSettled = (name: string) => plan.kind === 'create' || plan.settled.has(name);
  const isAllSettled = plan.kind === 'create' || Object.keys(plan.saying.fields).every(isSettled);
  const said: Record<string, string> = { ...known.said, pictures: met };
  for (const [name, value] of Object.entries(saying?.fields ?? {})) {
    if (isSettled(name)) said[name] = await saidAs(value, fingerprint);
  }
  for (const [name, value] of Object.entries(saying?.values ?? {})) {
    if (isAllSettled) said[`value.${name}`] = await saidAs(value, fingerprint);
  }
  const isOpen = plan.kind === 'meet' && plan.conflicts.length > 0;
  return {
    ...(isOpen ? known : unflagged(known)),
    sku: view?.sku ?? unit.product.sku ?? '',
    said,
    stood: { ...known.stood, ...(sides && (await stoodOf(sides, 'source'))) },
    prices: paired.facts.prices ?? {},
    variants: await variantsBack(sides, plan, { link, paired }, saying, known, fingerprint),
    pictures: { ...known.pictures, ...pictures },
  };
}

/** Both sides are equal now in what they both had changed. */
function unflagged({ flagged: _flagged, undo: _undo, ...facts }: ProductFacts): ProductFacts {
  return facts;
}

function speakerBack({ source, fingerprint }: Context, { flow, endpoints }: Reverse): Speaker {
  const { settings, mapping } = flow;
  return {
    ...{ settings, mapping, target: endpoints.target, system: source.connector.name },
    traits: endpoints.target.traits(source.api.account),
    categories: new Map(),
    fingerprint: short({ fingerprint }),
  };
}

/** The VAT that the way back puts on prices. */
function vatBack(speaker: Speaker, view: Product): Decimal | undefined {
  try {
    return pricingOf(speaker, view).vat;
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** Both sides are equal by these prices, whatever the way back would make of the target's. */
function pairsBack(key: string, { facts }: ProductLink, vat: Decimal | undefined): ProductLink {
  const variants = Object.entries(facts.variants).map(
    ([sourceId, { id, sku, prices }]): [string, VariantFacts] => [
      id,
      { id: sourceId, sku, said: {}, prices: turned(prices, vat) },
    ],
  );
  const prices = turned(facts.prices, vat);
  const back = { ...noFacts, prices, variants: Object.fromEntries(variants) };
  return { targetId: key, fingerprint: '', facts: back };
}

/** Null where it would be refused: the way back says so itself. */
async function sayingBack(
  speaker: Speaker,
  view: Product,
  back: BackLink,
  link: ProductLink,
): Promise<Saying | null> {
  try {
    return await sayingOf(speaker, { product: view, link, back });
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

async function variantsBack(
  sides: Sides | null,
  plan: CreatePlan | MeetPlan,
  { link, paired }: { readonly link: ProductLink; readonly paired: ProductLink },
  saying: Saying | null,
  known: ProductFacts,
  fingerprint: Speaker['fingerprint'],
): Promise<ProductFacts['variants']> {
  const isOpen = plan.kind === 'meet' && plan.conflicts.length > 0;
  const stood = await (sides && variantsStoodOf(sides, 'source'));
  const variants: Record<string, VariantFacts> = { ...known.variants };
  for (const [sourceId, { id, sku, retired }] of Object.entries(link.facts.variants)) {
    if (retired || id === '') continue;
    const { said: before = {}, stood: stoodBefore, flagged, off } = known.variants[id] ?? {};
    const said: Record<string, string> = { ...before };
    const own = saying?.variants?.find(({ draft }) => draft.sourceId === id)?.draft;
    const settled = settledOf(plan, sourceId, Object.keys(own ?? {}));
    for (const [name, value] of Object.entries(own ?? {})) {
      if (name !== 'sourceId' && settled.has(name)) said[name] = await saidAs(value, fingerprint);
    }
    variants[id] = {
      ...{ id: sourceId, sku, said, prices: paired.facts.variants[id]?.prices ?? {} },
      stood: { ...stoodBefore, ...stood?.get(sourceId) },
      ...(off ? { off } : {}),
      ...(isOpen && flagged !== undefined ? { flagged } : {}),
    };
  }
  return variants;
}

/** The target's pictures under the versions that its source gives them: those that Koppel put there, and all where both sides had some. */
async function picturesBack(
  writing: Writing,
  view: Product,
  plan: CreatePlan | MeetPlan,
  { targetId, facts }: ProductLink,
): Promise<Record<string, string>> {
  const { api } = writing.context.endsFor(plan.unit.key).target;
  const isPriced = plan.kind === 'meet' && viewOf(writing, plan) !== undefined;
  const standing = isPriced ? plan.standing : await writing.endpoints.target.get(api, targetId);
  const known = Object.values(facts.pictures);
  const ours = new Set(known.flatMap((fact) => pictureId(fact) ?? []));
  const isMet = plan.kind === 'meet' && plan.how === 'adopted' && known.includes('');
  const there = (standing?.product.images ?? []).filter(({ version }) => isMet || ours.has(version));
  const urls = new Set(there.map(({ url }) => url));
  return Object.fromEntries(
    (view.images ?? []).flatMap(({ url, version }) => (urls.has(url) ? [[version, '']] : [])),
  );
}
