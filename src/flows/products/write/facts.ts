/** What is known of a product once it was written: what was meant, and the ids that the answer tells. */
import type { PictureDraft, WrittenProduct } from '../../../connectors/contract/products.ts';
import type { ProductFacts, VariantFacts } from '../../links.ts';
import { saidAs } from '../../merge.ts';
import type { Speaker } from '../endpoints.ts';
import { ownField } from '../plan/fields.ts';
import type { CreatePlan, MeetPlan } from '../plan/plan.ts';
import type { VariantSaying } from '../saying/variants.ts';
import { leavingPicture, unfinishedPicture } from '../unclear-marks.ts';
import { addedUnclear } from './unclear.ts';
import { withUndone } from './undone.ts';

export async function factsOfCreated(
  { fingerprint }: Speaker,
  { saying, draft, unit }: CreatePlan,
  written: WrittenProduct,
): Promise<ProductFacts> {
  const own = Object.entries(saying.values).map(([name, value]) => [`${ownField}${name}`, value] as const);
  const said = await fingerprints([...Object.entries(saying.fields), ...own], fingerprint);
  const categories = saying.categories === null ? {} : { categories: await fingerprint(saying.categories) };
  const facts: ProductFacts = {
    sku: unit.product.sku ?? '',
    said: { ...said, ...categories },
    prices: saying.prices,
    made: true,
    variants: await addedFacts(saying.variants ?? [], written, fingerprint),
    pictures: sentPictures(
      draft.pictures.map(({ version }) => version),
      written,
    ),
    categories: saying.categories?.placed ?? {},
    attributes: await fingerprints(
      draft.attributes.map(({ name, values }) => [name, values] as const),
      fingerprint,
    ),
  };
  const sent = { fields: saying.fields, values: saying.values, attributes: draft.attributes };
  return withUndone(facts, written, sent, addedDrafts(saying.variants ?? [], written));
}

/** A picture that could not be replaced stays Koppel's, so that the next one takes its place. */
export async function factsOfMet(
  { fingerprint }: Speaker,
  { facts, changes, variants, pictures, unit }: MeetPlan,
  written: WrittenProduct | null,
): Promise<ProductFacts> {
  if (written === null) return facts;
  const { add, replace, describe } = changes.pictures;
  const versions = [...add, ...replace.values(), ...(describe?.values() ?? [])].map(({ version }) => version);
  const sent = sentPictures(versions, written);
  const failed = [...replace].filter(([, { version }]) => !written.pictures.has(version)).map(([id]) => id);
  const before = Object.entries(pictures.before).flatMap(([version, id]) => {
    if (written.undone?.pictures?.has(id)) return [[version, leavingPicture(id)] as const];
    return failed.includes(id) ? [[version, id] as const] : [];
  });
  const { renumbered } = written;
  const isUntaken = written.undone?.product.has('categories');
  const removed = Object.entries(unit.link?.facts.categories ?? {}).filter(([id]) =>
    changes.categories.remove.includes(id),
  );
  const done: ProductFacts = {
    ...facts,
    variants: {
      ...withIdsOfNow(facts.variants, renumbered),
      ...(await addedFacts(variants.added, written, fingerprint, changes.pictures.shown)),
    },
    categories: { ...facts.categories, ...(isUntaken ? Object.fromEntries(removed) : {}) },
    pictures: { ...Object.fromEntries(before), ...facts.pictures, ...sent },
  };
  const changed = [...changes.variants.change].map(
    ([id, each]) => [renumbered?.get(id) ?? id, each] as const,
  );
  return withUndone(done, written, changes, new Map([...changed, ...addedDrafts(variants.added, written)]));
}

function withIdsOfNow(
  variants: ProductFacts['variants'],
  renumbered: WrittenProduct['renumbered'],
): ProductFacts['variants'] {
  return Object.fromEntries(
    Object.entries(variants).map(([sourceId, fact]) => [
      sourceId,
      { ...fact, id: renumbered?.get(fact.id) ?? fact.id },
    ]),
  );
}

/** What was sent of variants that were made, by the target's id. */
function addedDrafts(
  added: readonly VariantSaying[],
  { variants }: WrittenProduct,
): ReadonlyMap<string, object> {
  return new Map(
    added.flatMap(({ draft: { sourceId, ...sent } }) => {
      const id = variants.get(sourceId);
      return id === undefined ? [] : [[id, sent] as const];
    }),
  );
}

function sentPictures(
  versions: readonly string[],
  { pictures, unfinished }: WrittenProduct,
): Record<string, string> {
  return Object.fromEntries(
    versions.flatMap((version) => {
      const begun = unfinished?.get(version);
      const id = begun === undefined ? pictures.get(version) : unfinishedPicture(begun);
      return id === undefined ? [] : [[version, id]];
    }),
  );
}

/** `standing`: pictures that stood there already, and were sent for variants alone. */
async function addedFacts(
  added: readonly VariantSaying[],
  { variants, pictures, problems }: WrittenProduct,
  fingerprint: Speaker['fingerprint'],
  standing: readonly PictureDraft[] = [],
): Promise<Record<string, VariantFacts>> {
  // A call that was not answered may still make them, while their SKUs change at the source.
  const mayCome = problems.some(({ kind }) => kind !== 'rejected');
  const untold = mayCome ? added.filter(({ draft: { sourceId } }) => !variants.has(sourceId)) : [];
  const facts: Record<string, VariantFacts> = { ...addedUnclear(untold) };
  for (const { draft, prices } of added) {
    const id = variants.get(draft.sourceId);
    if (id === undefined) continue;
    const { sourceId, image, ...fields } = draft;
    const isThere = pictures.has(image ?? '') || standing.some(({ version }) => version === image);
    const shown = image !== undefined && isThere ? { image } : {};
    const said = await fingerprints(Object.entries({ ...fields, ...shown }), fingerprint);
    facts[sourceId] = { id, sku: draft.sku ?? '', said, prices };
  }
  return facts;
}

async function fingerprints(
  entries: readonly (readonly [string, unknown])[],
  fingerprint: Speaker['fingerprint'],
): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const [name, value] of entries) said[name] = await saidAs(value, fingerprint);
  return said;
}
