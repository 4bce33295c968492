/**
 * Two systems that are kept in step both ways: what is written to the one comes back from it as a change. Lists need no care, as what
 * comes back of them stands there already. A field may come back otherwise than it was sent, and would spoil the other: so what the way
 * back will say of it is known from now on.
 */
import { Problem } from '../../../records/problem.ts';
import type { Product } from '../../../records/product.ts';
import type { BackLink } from '../../bulk.ts';
import type { ProductFacts, ProductLink, VariantFacts } from '../../links.ts';
import { saidAs } from '../../merge.ts';
import { type Context, type Endpoints, type Reverse, type Speaker, short } from '../endpoints.ts';
import type { CreatePlan, MeetPlan } from '../plan/plan.ts';
import { turned } from '../saying/prices.ts';
import { type Saying, sayingOf } from '../saying/saying.ts';
import { met } from '../unclear-marks.ts';
import { noFacts } from '../units.ts';

interface Writing {
  readonly context: Context;
  readonly endpoints: Endpoints;
  readonly reverse: Reverse | null;
}

/** Returns what the way back knows from now on; null where nothing goes back. */
export async function backOf(
  writing: Writing,
  plan: CreatePlan | MeetPlan,
  link: ProductLink,
): Promise<BackLink | null> {
  const { reverse } = writing;
  const { unit } = plan;
  const key = link.targetId;
  if (reverse === null) return null;
  if (unit.part !== null) {
    return { key, link: { targetId: unit.key, fingerprint: '', facts: { ...noFacts, variantOf: true } } };
  }
  const known = unit.back?.key === key ? unit.back.link.facts : noFacts;
  const facts = await factsBack(writing, reverse, plan, link, known);
  return { key, link: { targetId: unit.key, fingerprint: '', facts } };
}

async function factsBack(
  { context, endpoints }: Writing,
  reverse: Reverse,
  plan: CreatePlan | MeetPlan,
  link: ProductLink,
  known: ProductFacts,
): Promise<ProductFacts> {
  const { unit } = plan;
  const { api } = context.endsFor(unit.key).target;
  const view = await reverse.endpoints.source.get(api, link.targetId);
  const saying = view === null ? null : await sayingBack(context, reverse, view, { key: unit.key, link });
  const pictures = view === null ? {} : await picturesBack(endpoints, api, view, plan, link);
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
  return {
    ...known,
    sku: view?.sku ?? unit.product.sku ?? '',
    said,
    prices: turned(link.facts.prices ?? {}),
    variants: await variantsBack(plan, link, saying, known, fingerprint),
    pictures: { ...known.pictures, ...pictures },
  };
}

/** Null where it would be refused: the way back says so itself. */
async function sayingBack(
  { source, fingerprint }: Context,
  { flow, endpoints }: Reverse,
  view: Product,
  back: BackLink,
): Promise<Saying | null> {
  const { settings, mapping } = flow;
  const speaker: Speaker = {
    ...{ settings, mapping, target: endpoints.target, system: source.connector.name },
    traits: endpoints.target.traits(source.api.account),
    categories: new Map(),
    fingerprint: short({ fingerprint }),
  };
  try {
    return await sayingOf(speaker, { product: view, back });
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

async function variantsBack(
  plan: CreatePlan | MeetPlan,
  link: ProductLink,
  saying: Saying | null,
  known: ProductFacts,
  fingerprint: Speaker['fingerprint'],
): Promise<ProductFacts['variants']> {
  const variants: Record<string, VariantFacts> = { ...known.variants };
  for (const [sourceId, { id, sku, prices = {}, retired }] of Object.entries(link.facts.variants)) {
    if (retired) continue;
    const said: Record<string, string> = { ...known.variants[id]?.said };
    const own = saying?.variants?.find(({ draft }) => draft.sourceId === id)?.draft;
    const isNew =
      plan.kind === 'create' || plan.variants.added.some(({ draft }) => draft.sourceId === sourceId);
    const settled = plan.kind === 'create' ? undefined : plan.variants.settled.get(sourceId);
    for (const [name, value] of Object.entries(own ?? {})) {
      if (name !== 'sourceId' && (isNew || settled?.has(name))) said[name] = await saidAs(value, fingerprint);
    }
    variants[id] = { id: sourceId, sku, said, prices: turned(prices) };
  }
  return variants;
}

/** The target's pictures under the versions that its source gives them: those that Koppel put there, and all where both sides had some. */
async function picturesBack(
  { target }: Endpoints,
  api: Context['target']['api'],
  view: Product,
  plan: CreatePlan | MeetPlan,
  { targetId, facts }: ProductLink,
): Promise<Record<string, string>> {
  const standing = await target.get(api, targetId);
  const ours = new Set(Object.values(facts.pictures));
  const isMet = plan.kind === 'meet' && plan.how === 'adopted' && ours.has('');
  const there = (standing?.product.images ?? []).filter(({ version }) => isMet || ours.has(version));
  const urls = new Set(there.map(({ url }) => url));
  return Object.fromEntries(
    (view.images ?? []).flatMap(({ url, version }) => (urls.has(url) ? [[version, '']] : [])),
  );
}
