import type {
  PictureDraft,
  ProductChanges,
  ProductDraft,
  StandingProduct,
} from '../../../connectors/contract/products.ts';
import type { JsonObject } from '../../../connectors/contract/target.ts';
import { canonicalJson } from '../../../records/canonical-json.ts';
import { problem } from '../../../records/problem.ts';
import type { ProductFacts } from '../../links.ts';
import { askedAbout, keptOf } from '../conflicts.ts';
import type { Context, Speaker } from '../endpoints.ts';
import { factsWithDeaths } from '../late-deaths.ts';
import { lookedBackAt } from '../late-looks.ts';
import { broughtLate, standingPictures } from '../late-pictures.ts';
import {
  broughtBack,
  lateUntil,
  mayBeUntied,
  mayCome,
  type Names,
  stillLate,
  underIdsOfNow,
  withLateMarks,
} from '../late-work.ts';
import { openUntil } from '../open-until.ts';
import { linkedId, type Placed } from '../place/place.ts';
import { pictureMark } from '../saying/pictures.ts';
import type { Saying } from '../saying/saying.ts';
import { met, unclear } from '../unclear-marks.ts';
import { factsOf, isUnanswered, noFacts, type Unit } from '../units.ts';
import { type Conflict, compare } from './compare.ts';
import { bodyOf, checkLengths, draftOf, withKnownImage } from './draft.ts';
import { apartByOwner, saidFields } from './fields.ts';
import { planAttributes, planCategories } from './lists.ts';
import { type PicturesPlan, planPictures } from './pictures.ts';
import { planVariants, type VariantsMeeting, type VariantsPlan } from './variants.ts';

export interface CreatePlan {
  readonly kind: 'create';
  readonly unit: Unit;
  readonly saying: Saying;
  readonly draft: ProductDraft;
  readonly body: JsonObject;
}

export interface MeetPlan {
  readonly kind: 'meet';
  readonly unit: Unit;
  readonly saying: Saying;
  readonly how: 'linked' | 'adopted' | 'made';
  readonly standing: StandingProduct;
  readonly changes: ProductChanges;
  readonly writes: boolean;
  /** Something else is said than before, though both sides may have it by now. */
  readonly isNews: boolean;
  /** Something else is known of the way back than before. */
  readonly isBackNews: boolean;
  /** Names of fields that both sides have from now on. */
  readonly settled: ReadonlySet<string>;
  /** What both sides changed: a person must see it. */
  readonly conflicts: readonly Conflict[];
  readonly variants: VariantsPlan;
  readonly pictures: PicturesPlan;
  /** When what was sent and may still come to be is looked for again, in epoch milliseconds; null: nothing is. */
  readonly looksAgainAt: number | null;
  /** What is known once all of it is done, but for what only the answer tells. */
  readonly facts: ProductFacts;
}

export type UnitPlan = CreatePlan | MeetPlan | { readonly kind: 'leave'; readonly unit: Unit };

/** Makes no calls. `leave`: it is not there, and is not to be made. */
export async function planUnit(
  context: Context,
  speaker: Speaker,
  unit: Unit,
  { saying, placed }: { readonly saying: Saying; readonly placed: Placed },
): Promise<UnitPlan> {
  if (placed.kind === 'none' && !speaker.settings.create) return { kind: 'leave', unit };
  const begun = unit.begun?.product ?? null;
  const retryAt = begun && openUntil(context, begun.at);
  if (retryAt !== null && !isThere(unit, placed)) throw problem('wait', 'outcome_unknown', {}, { retryAt });
  if (placed.kind !== 'none') return meet(context, speaker, unit, saying, placed);
  const draft = draftOf(speaker, saying, unit);
  return { kind: 'create', unit, saying, draft, body: bodyOf(context, speaker, draft) };
}

/** Whether what was begun has come to be: whatever else has its SKU there is another one. */
function isThere(unit: Unit, placed: Placed): boolean {
  return placed.kind === 'made' || (placed.kind !== 'none' && placed.standing.id === linkedId(unit));
}

async function meet(
  context: Context,
  speaker: Speaker,
  before: Unit,
  saying: Saying,
  { kind: how, standing }: Exclude<Placed, { kind: 'none' }>,
): Promise<MeetPlan> {
  const { settings, fingerprint } = speaker;
  const unit = await lookedBackAt(before, fingerprint, context.now());
  const isKnown = how !== 'adopted' || standing.id === linkedId(unit);
  const linked =
    how === 'linked' || (isUnanswered(unit) && isKnown) ? factsOf(unit) : unlinkedFacts(context, unit);
  const mark = await pictureMark(unit.product.id);
  const shownThere = standingPictures(standing, mark, speaker.traits);
  const facts = await withLateMarks(speaker, linked, standing, shownThere);
  const late = stillLate(facts, context.now());
  const others = await broughtBack(context, unit, fingerprint);
  const completes = how === 'made';
  const updates = settings.update || completes;
  const fields = saidFields(settings, saying, standing, isOffByKoppel(facts, how, standing));
  const compared = await compare({
    fields: fields.filter(({ name }) => !others.product.has(name)),
    known: facts.said,
    stood: askedAbout(context, facts),
    ...{ updates, completes, fingerprint },
  });
  const sent = unit.begun?.pictures ?? null;
  const retryAt = sent && openUntil(context, sent.at);
  const isOpen = retryAt !== null;
  const pictures = planPicturesOf(saying, standing, facts, { updates, how, unit, mark, isOpen });
  const categories = await categoriesOf(speaker, saying, standing, facts, updates);
  const attributes =
    saying.attributes === null || !updates
      ? { write: [], ours: facts.attributes }
      : await planAttributes(
          saying.attributes,
          standing.product.attributes ?? [],
          facts.attributes,
          fingerprint,
        );
  const shown = shownPictures(pictures);
  const variants = await variantsOf(speaker, unit, saying, standing, facts, {
    askedAbout: (each) => askedAbout(context, each),
    updates,
    completes,
    versions: shown,
    others: others.variants,
    mayBeUntied: mayBeUntied(facts),
    mayCome: (sourceId) => mayCome(late, sourceId),
  });
  const showing = new Set(shown.values());
  const changes: ProductChanges = {
    ...apartByOwner(compared.write),
    attributes: attributes.write,
    variants: { ...variants.changes, add: variants.changes.add.map((each) => withKnownImage(each, showing)) },
    options: variants.needsOptions ? saying.options : [],
    categories: { add: categories.add, remove: categories.remove },
    pictures: {
      ...{ add: pictures.add, replace: pictures.replace, remove: pictures.remove },
      describe: pictures.describe,
      shown: shownAnew(saying, pictures, variants.changes),
    },
    createValues: settings.createValues,
  };
  checkLengths(context, speaker, changes);
  return {
    ...{ kind: 'meet', unit, saying, how, standing, changes, variants, pictures },
    writes: isAny(changes),
    isNews:
      canonicalJson(allSaid(facts.said, facts.variants)) !==
      canonicalJson(allSaid({ ...facts.said, ...compared.said }, variants.facts)),
    isBackNews: unit !== before,
    settled: compared.settled,
    looksAgainAt: (pictures.awaits ? retryAt : null) ?? lateUntil(late),
    conflicts: [...compared.conflicts, ...variants.conflicts],
    facts: {
      sku: unit.product.sku ?? '',
      said: {
        ...compared.said,
        ...categories.said,
        ...(saying.pictures !== null && updates ? { pictures: met } : {}),
      },
      ...keptOf(facts, compared),
      prices: saying.prices,
      ...(completes || facts.made ? { made: true } : {}),
      ...underIdsOfNow(late, facts.variants, variants.facts),
      variants: variants.facts,
      pictures: pictures.known,
      categories: categories.ours,
      attributes: attributes.ours,
    },
  };
}

/** Of one that no link leads to: only what batches that died were about to say of it. */
function unlinkedFacts(context: Context, { begun }: Unit): ProductFacts {
  return factsWithDeaths(context, noFacts, begun?.updates);
}

/** Whether Koppel switched it off, or may have; of one that was made just now it says so as it was made. */
function isOffByKoppel(
  { gone, said }: ProductFacts,
  how: MeetPlan['how'],
  { product: { active } }: StandingProduct,
): boolean {
  return gone === true || (how === 'linked' && said.active === unclear && active === false);
}

function allSaid(said: ProductFacts['said'], variants: ProductFacts['variants']) {
  return [said, Object.entries(variants).map(([id, each]) => [id, each.said])];
}

function planPicturesOf(
  { pictures }: Saying,
  standing: StandingProduct,
  facts: ProductFacts,
  {
    updates,
    how,
    unit,
    mark,
    isOpen,
  }: {
    readonly updates: boolean;
    readonly how: MeetPlan['how'];
    readonly unit: Unit;
    readonly mark: string;
    readonly isOpen: boolean;
  },
): PicturesPlan {
  if (pictures === null || !updates) {
    const { pictures: linked } = facts;
    const nothing = { add: [], replace: new Map(), remove: [], describe: new Map() };
    return { ...nothing, known: linked, before: linked, isFresh: false, awaits: false };
  }
  const isFirst = how !== 'made' && !facts.made && facts.said.pictures === undefined;
  const sent = unit.begun?.pictures ?? null;
  const begun = sent && { ...sent, isOpen };
  return planPictures(pictures, standing, facts.pictures, {
    isFirst,
    begun,
    mark,
    brought: broughtLate(facts),
  });
}

/** Nothing is added while the source says what it said last time: one that the merchant took it out of stays out. */
async function categoriesOf(
  { fingerprint }: Speaker,
  { categories: wanted }: Saying,
  { product }: StandingProduct,
  facts: ProductFacts,
  updates: boolean,
) {
  const now = wanted === null ? undefined : await fingerprint(wanted);
  if (wanted === null || now === undefined || !updates || facts.said.categories === now) {
    return { add: [], remove: [], ours: facts.categories, said: {} };
  }
  const isUnclear = facts.said.categories === unclear;
  const plan = planCategories(wanted, product.categories ?? [], facts.categories, isUnclear);
  return { ...plan, said: { categories: now } };
}

/** The version of each picture by the target's id, and of those that are about to be there. */
function shownPictures({ known, add, replace }: PicturesPlan): ReadonlyMap<string, string> {
  const there = Object.entries(known).flatMap(([version, id]) => (id === '' ? [] : [[id, version] as const]));
  const coming = [...add, ...replace.values()].map(({ version }) => [`new ${version}`, version] as const);
  return new Map([...there, ...coming]);
}

/** Pictures that stand there, and that variants are to show which did not. */
function shownAnew(
  { pictures }: Saying,
  { add, replace }: PicturesPlan,
  { add: added, change }: VariantsPlan['changes'],
): readonly PictureDraft[] {
  const wanted = new Set([...added, ...change.values()].map(({ image }) => image));
  const coming = new Set([...add, ...replace.values()].map(({ version }) => version));
  return (pictures ?? []).filter(({ version }) => wanted.has(version) && !coming.has(version));
}

async function variantsOf(
  speaker: Speaker,
  unit: Unit,
  { variants }: Saying,
  { product: standing }: StandingProduct,
  facts: ProductFacts,
  how: {
    readonly askedAbout: VariantsMeeting['askedAbout'];
    readonly updates: boolean;
    readonly completes: boolean;
    readonly versions: ReadonlyMap<string, string>;
    readonly others: Names['variants'];
    readonly mayBeUntied: boolean;
    readonly mayCome: VariantsMeeting['mayCome'];
  },
): Promise<VariantsPlan> {
  const { sku = '' } = unit.product;
  if (variants !== null) {
    return planVariants(variants, {
      speaker,
      sku,
      standing,
      facts: facts.variants,
      named: unit.named,
      ...how,
    });
  }
  return {
    changes: { add: [], change: new Map(), retire: [] },
    added: [],
    facts: facts.variants,
    conflicts: [],
    settled: new Map(),
    needsOptions: false,
  };
}

function isAny({ fields, values, attributes, variants, categories, pictures }: ProductChanges): boolean {
  const sizes = [
    Object.keys(fields).length + Object.keys(values).length + attributes.length,
    variants.add.length + variants.change.size + variants.retire.length,
    categories.add.length + categories.remove.length,
    pictures.add.length + pictures.replace.size + pictures.remove.length + (pictures.describe?.size ?? 0),
  ];
  return sizes.some((size) => size > 0);
}
