/**
 * What is known of a product after a write that may have been done, or half of it. Whatever was sent is said anew by the next run, also if
 * the source has taken it back by then; what stands there already is not sent again.
 */
import type { PictureDraft } from '../../../connectors/contract/products.ts';
import type { ProductFacts } from '../../links.ts';
import { ownField } from '../plan/fields.ts';
import type { CreatePlan, MeetPlan } from '../plan/plan.ts';
import { leavingPicture, marked, unclearPicture, unfinishedPicture } from '../unclear-marks.ts';
import { variantUnclear } from './undone.ts';

/** The same of a product that was to be made: where it stands, if it does, is found by its SKU. */
export function factsOfUnanswered({ saying, draft }: CreatePlan): ProductFacts {
  const own = Object.keys(saying.values).map((name) => `${ownField}${name}`);
  const pictures = draft.pictures.map(({ version, fileName }) => [version, unclearPicture(fileName)]);
  return {
    sku: draft.sku,
    said: marked([
      ...Object.keys(saying.fields),
      ...own,
      ...(saying.categories === null ? [] : ['categories']),
    ]),
    made: true,
    variants: addedUnclear(saying.variants ?? []),
    pictures: Object.fromEntries(pictures),
    categories: saying.categories?.placed ?? {},
    attributes: marked(draft.attributes.map(({ name }) => name)),
  };
}

export function factsUnclear({ facts, changes, variants, unit, pictures: plan }: MeetPlan): ProductFacts {
  const own = Object.keys(changes.values).map((name) => `${ownField}${name}`);
  const lists = changes.categories.add.length + changes.categories.remove.length > 0 ? ['categories'] : [];
  const before = unit.link?.facts;
  const removed = Object.entries(before?.categories ?? {}).filter(([id]) =>
    changes.categories.remove.includes(id),
  );
  const { add, replace, remove, describe = new Map<string, PictureDraft>() } = changes.pictures;
  const sent = [...add, ...replace.values()];
  const touched = new Set([...replace.keys(), ...remove]);
  const kept = Object.entries(plan.before).flatMap(([version, id]) =>
    touched.has(id) ? [[version, leavingPicture(id)] as const] : [],
  );
  return {
    ...facts,
    said: { ...facts.said, ...marked([...Object.keys(changes.fields), ...own, ...lists]) },
    attributes: { ...facts.attributes, ...marked(changes.attributes.map(({ name }) => name)) },
    categories: { ...facts.categories, ...Object.fromEntries(removed) },
    pictures: {
      ...Object.fromEntries(kept),
      ...facts.pictures,
      ...Object.fromEntries([...describe].map(([id, { version }]) => [version, unfinishedPicture(id)])),
      ...Object.fromEntries(sent.map(({ version, fileName }) => [version, unclearPicture(fileName)])),
    },
    variants: { ...variantsUnclear({ facts, changes }), ...addedUnclear(variants.added) },
  };
}

function variantsUnclear({ facts, changes }: Pick<MeetPlan, 'facts' | 'changes'>): ProductFacts['variants'] {
  const { change, retire } = changes.variants;
  return Object.fromEntries(
    Object.entries(facts.variants).map(([sourceId, fact]) => {
      const sent = Object.keys(change.get(fact.id) ?? {});
      return [sourceId, sent.length > 0 || retire.includes(fact.id) ? variantUnclear(fact, sent) : fact];
    }),
  );
}

/** Found by the SKU, if it was made. */
export function addedUnclear(added: MeetPlan['variants']['added']): ProductFacts['variants'] {
  return Object.fromEntries(
    added.flatMap(({ draft: { sourceId, sku = '' } }) =>
      sku === '' ? [] : [[sourceId, { id: '', sku, said: {} }]],
    ),
  );
}
