/** What a plan tells the target of a product, as it is known of calls that may be done late. */
import type { ProductTraits } from '../../connectors/contract/products.ts';
import type { ProductFacts, SentFields } from '../links.ts';
import type { Speaker } from './endpoints.ts';
import { attributePrints, attributesSent } from './late-attributes.ts';
import { categoriesSent } from './late-categories.ts';
import { picturesSent } from './late-pictures.ts';
import { fingerprints, ownFields } from './late-prints.ts';
import { alongWith } from './late-together.ts';
import type { CreatePlan, MeetPlan } from './plan/plan.ts';

type Known = Pick<Speaker, 'traits' | 'fingerprint'>;
type Variants = readonly (readonly [sourceId: string, sent: object])[];

/** `active`: what is said by that, as a fingerprint. `facts`: what is known of the product. */
export function sentByOff(
  active: string,
  { categories }: Pick<ProductFacts, 'categories'>,
  traits: ProductTraits,
): SentFields {
  const lists = alongWith(traits, ['active']).has('categories') ? { categories } : {};
  return { sent: { active }, attributes: {}, variants: {}, ...lists };
}

export function sentFields(plan: CreatePlan | MeetPlan, known: Known): Promise<SentFields> {
  return plan.kind === 'create' ? sentByCreate(plan, known) : sentByMeet(plan, known);
}

async function sentByCreate(plan: CreatePlan, known: Known): Promise<SentFields> {
  const { saying, draft } = plan;
  const { fields, values } = saying;
  const categories = saying.categories?.placed ?? {};
  return {
    sent: await fingerprints({ ...fields, ...ownFields(values) }, known.fingerprint),
    attributes: await attributePrints(draft.attributes, known),
    variants: await ofVariants(
      draft.variants.map(({ sourceId, ...sent }) => [sourceId, sent] as const),
      known,
    ),
    ...(Object.keys(categories).length > 0 && { categories }),
    ...picturesSent(plan),
  };
}

/** Also what goes together with what is changed, where Koppel has said that: of what the merchant has changed it says nothing. */
async function sentByMeet(plan: MeetPlan, known: Known): Promise<SentFields> {
  const { changes, saying, settled } = plan;
  const { fields, values, attributes, categories } = changes;
  const told = [
    ...Object.keys(fields),
    ...(attributes.length > 0 ? ['attributes'] : []),
    ...(categories.add.length + categories.remove.length > 0 ? ['categories'] : []),
  ];
  const along = alongWith(known.traits, told);
  const sent = { ...settledOf(saying.fields, along, settled), ...fields, ...ownFields(values) };
  return {
    sent: await fingerprints(sent, known.fingerprint),
    attributes: await attributesSent(plan, told, known),
    variants: await ofVariants(variantsSent(plan, known), known),
    ...categoriesSent(plan, along.has('categories')),
    ...picturesSent(plan),
  };
}

function variantsSent({ changes, facts, saying, variants }: MeetPlan, { traits }: Known): Variants {
  const drafts = new Map((saying.variants ?? []).map(({ draft }) => [draft.sourceId, draft] as const));
  const known = Object.entries(facts.variants);
  const changed = known.flatMap(([sourceId, { id }]) => {
    const sent = changes.variants.change.get(id);
    if (sent === undefined) return [];
    const along = alongWith(traits, Object.keys(sent));
    const settled = variants.settled.get(sourceId) ?? new Set<string>();
    return [[sourceId, { ...settledOf(drafts.get(sourceId) ?? {}, along, settled), ...sent }] as const];
  });
  const retired = known.flatMap(([sourceId, { id }]) =>
    changes.variants.retire.includes(id) ? [[sourceId, { active: false }] as const] : [],
  );
  const added = changes.variants.add.map(({ sourceId, ...sent }) => [sourceId, sent] as const);
  return [...changed, ...retired, ...added];
}

function settledOf(said: object, along: ReadonlySet<string>, settled: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(said).filter(([name]) => along.has(name) && settled.has(name)));
}

async function ofVariants(variants: Variants, { fingerprint }: Known): Promise<SentFields['variants']> {
  const prints: Record<string, Readonly<Record<string, string>>> = {};
  for (const [sourceId, sent] of variants) prints[sourceId] = await fingerprints(sent, fingerprint);
  return prints;
}
