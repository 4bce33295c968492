/** What a plan tells the target of a product, as it is known of calls that may be done late. */
import type { PictureDraft, ProductChanges } from '../../connectors/contract/products.ts';
import type { ProductFacts, SentFields } from '../links.ts';
import type { Fingerprint } from '../merge.ts';
import { categoriesSent, type LateCategories } from './late-categories.ts';
import { type LatePictures, picturesSent } from './late-pictures.ts';
import { attributesOf, fingerprints, ownFields } from './late-prints.ts';
import type { CreatePlan, MeetPlan } from './plan/plan.ts';

/** `active`: what is said by that, as a fingerprint. */
export function sentByOff(active: string): SentFields {
  return { sent: { active }, attributes: {}, variants: {} };
}

export async function sentFields(plan: CreatePlan | MeetPlan, fingerprint: Fingerprint): Promise<SentFields> {
  const { fields, values, attributes, lists, variants } = sentParts(plan);
  const ofVariants: Record<string, Record<string, string>> = {};
  for (const [sourceId, sent] of variants) ofVariants[sourceId] = await fingerprints(sent, fingerprint);
  return {
    sent: await fingerprints({ ...fields, ...ownFields(values) }, fingerprint),
    attributes: await fingerprints(attributesOf(attributes), fingerprint),
    variants: ofVariants,
    ...lists,
  };
}

/** Pictures of Koppel's that stand there by a call that was done late, or may come to. */
export function broughtLate({ late = [] }: Pick<ProductFacts, 'late'>): ReadonlySet<string> {
  return new Set(late.flatMap(({ brought = [] }) => brought));
}

/** Pictures that go by their address are named by it. */
function broughtBy(pictures: readonly PictureDraft[]): Pick<SentFields, 'brought'> {
  const brought = pictures.flatMap(({ fileName, url }) => (fileName === url.trim() ? [fileName] : []));
  return brought.length === 0 ? {} : { brought };
}

interface SentParts extends Pick<ProductChanges, 'fields' | 'values' | 'attributes'> {
  readonly lists: LateCategories & LatePictures & Pick<SentFields, 'brought'>;
  readonly variants: readonly (readonly [sourceId: string, sent: object])[];
}

function sentParts(plan: CreatePlan | MeetPlan): SentParts {
  if (plan.kind === 'create') {
    const { saying, draft } = plan;
    const { fields, values } = saying;
    const variants = draft.variants.map(({ sourceId, ...sent }) => [sourceId, sent] as const);
    return {
      fields,
      values,
      attributes: draft.attributes,
      lists: {
        categories: saying.categories?.placed ?? {},
        ...picturesSent(plan),
        ...broughtBy(draft.pictures),
      },
      variants,
    };
  }
  const { changes, facts: known } = plan;
  const { fields, values, attributes, pictures } = changes;
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
    lists: {
      ...categoriesSent(plan),
      ...picturesSent(plan),
      ...broughtBy([...pictures.replace.values(), ...pictures.add]),
    },
    variants: [...changed, ...retired, ...added],
  };
}
