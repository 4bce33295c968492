import type { ProductChanges, VariantDraft } from '../../../connectors/contract/products.ts';
import { rejected } from '../../../records/problem.ts';
import type { Product, Variant } from '../../../records/product.ts';
import type { VariantFacts } from '../../links.ts';
import { keptOf } from '../conflicts.ts';
import type { Speaker } from '../endpoints.ts';
import type { VariantSaying } from '../saying/variants.ts';
import { unclear } from '../unclear-marks.ts';
import { type Compared, type Conflict, compare, type Said } from './compare.ts';
import { type Matched, matchVariants } from './match-variants.ts';

export interface VariantsPlan {
  readonly changes: ProductChanges['variants'];
  readonly added: readonly VariantSaying[];
  /** Of those that stand there, by the source's id. */
  readonly facts: Readonly<Record<string, VariantFacts>>;
  /** Names of fields that both sides have from now on, by the source's id. */
  readonly settled: ReadonlyMap<string, ReadonlySet<string>>;
  /** Fields that both sides changed, each behind the SKU of its variant. */
  readonly conflicts: readonly Conflict[];
  /** Some of them have other options than before. */
  readonly needsOptions: boolean;
}

/** What variants are compared by. */
export interface VariantsMeeting {
  readonly speaker: Speaker;
  readonly sku: string;
  readonly standing: Product;
  readonly facts: Readonly<Record<string, VariantFacts>>;
  /** The version of each picture that the product has there, or is about to have, by the target's id where it has one. */
  readonly versions: ReadonlyMap<string, string>;
  readonly updates: boolean;
  readonly completes: boolean;
  readonly named: boolean;
  /** Fields that are the other direction's to see to, by the source's id. */
  readonly others: ReadonlyMap<string, ReadonlySet<string>>;
  /** One that is not there may have gone by a call that was done late. */
  readonly mayBeUntied: boolean;
  /** One that was sent and is not there may still come. */
  readonly mayCome: (sourceId: string) => boolean;
  /** Of what stood there of one, the fields that both sides may change. */
  readonly askedAbout: (facts: Partial<VariantFacts>) => Readonly<Record<string, string>>;
}

export async function planVariants(
  sayings: readonly VariantSaying[],
  meeting: VariantsMeeting,
): Promise<VariantsPlan> {
  const { speaker, standing, updates } = meeting;
  const facts = found(meeting);
  const linked = new Set(Object.values(facts).map(({ id }) => id));
  const isOwn = (id: string) => meeting.completes || linked.has(id);
  const matched = matchVariants(sayings, standing, facts, speaker.target, isOwn);
  checkSkus(meeting, matched);
  const known: Record<string, VariantFacts> = {};
  const change = new Map<string, Partial<VariantDraft>>();
  const settled = new Map<string, ReadonlySet<string>>();
  const added: VariantSaying[] = [];
  const conflicts: Conflict[] = [];
  for (const { saying, there, isLost } of matched) {
    const { sourceId, sku = '' } = saying.draft;
    const was = facts[sourceId];
    if (there === null) {
      if (!updates || !saying.isMade) continue;
      // The merchant took it away: it stays away until the source changes it.
      const isTaken = isLost && !meeting.named && !meeting.mayBeUntied;
      if (isTaken && was !== undefined && (await isUnchanged(saying, was, meeting))) {
        known[sourceId] = was;
      } else added.push(saying);
      continue;
    }
    const before = was ?? Object.values(facts).find(({ id }) => id === there.id);
    const compared = await compareVariant(saying, there, before, meeting);
    const write = new Map(compared.write);
    if (isRevived(saying, there, before) && updates && speaker.traits.variantsActive)
      write.set('active', true);
    if (write.size > 0) change.set(there.id, Object.fromEntries(write));
    settled.set(sourceId, compared.settled);
    const off = saying.isOff && updates ? ({ off: true } as const) : {};
    conflicts.push(
      ...compared.conflicts.map((each) => ({ ...each, part: `${there.sku ?? sku} ${each.part}` })),
    );
    known[sourceId] = {
      ...{ id: there.id, sku, said: toldOf(saying, compared, updates), prices: saying.prices, ...off },
      ...keptOf(before ?? {}, compared),
    };
  }
  const left = leftOver({ ...meeting, facts }, known, added);
  const total = (standing.variants?.length ?? 0) + added.length;
  const { maxVariants: max } = speaker.traits;
  if (added.length > 0 && total > max) {
    throw rejected('too_many_variants', { system: speaker.system, sku: meeting.sku, count: total, max });
  }
  return {
    changes: { add: added.map(({ draft }) => draft), change, retire: left.retire },
    added,
    facts: { ...known, ...left.facts, ...awaited(meeting, facts, added) },
    settled,
    conflicts,
    needsOptions: added.length > 0 || [...change.values()].some(({ options }) => options !== undefined),
  };
}

/** One that was sent and not answered is found by its SKU, or is not there. */
function found({ facts, standing, speaker: { target } }: VariantsMeeting): VariantsMeeting['facts'] {
  const idOf = (sku: string) =>
    standing.variants?.find(
      (each) => each.sku !== undefined && target.skuKey(each.sku) === target.skuKey(sku),
    )?.id;
  return Object.fromEntries(
    Object.entries(facts).flatMap(([sourceId, fact]) => {
      const id = fact.id || idOf(fact.sku);
      return id === undefined ? [] : [[sourceId, { ...fact, id }]];
    }),
  );
}

/** Variants that the source has no longer, and that may still come to stand there. `there`: those that do. */
function awaited(
  { facts, mayCome }: VariantsMeeting,
  there: VariantsMeeting['facts'],
  added: readonly VariantSaying[],
): VariantsMeeting['facts'] {
  const isAdded = (id: string) => added.some(({ draft }) => draft.sourceId === id);
  const isAwaited = (id: string) => there[id] === undefined && !isAdded(id) && mayCome(id);
  return Object.fromEntries(Object.entries(facts).filter(([sourceId]) => isAwaited(sourceId)));
}

/** Variants that the source has no longer: they keep their place, and with `gone: deactivate` are switched off once. */
function leftOver(
  { facts, standing, speaker, updates }: VariantsMeeting,
  known: Readonly<Record<string, VariantFacts>>,
  added: readonly VariantSaying[],
) {
  const taken = new Set(Object.values(known).map(({ id }) => id));
  const isAdded = (id: string) => added.some(({ draft }) => draft.sourceId === id);
  const left = Object.entries(facts).filter(
    ([sourceId, { id }]) =>
      known[sourceId] === undefined &&
      !isAdded(sourceId) &&
      !taken.has(id) &&
      standing.variants?.some((each) => each.id === id),
  );
  const isOn = (id: string) => !standing.variants?.some((each) => each.id === id && isOff(each));
  const switchesOff = speaker.settings.gone === 'deactivate' && updates;
  return {
    retire: switchesOff
      ? left.filter(([, { retired, id }]) => !retired && isOn(id)).map(([, { id }]) => id)
      : [],
    facts: Object.fromEntries(
      left.map(([sourceId, fact]) => [sourceId, { ...fact, retired: true as const }]),
    ),
  };
}

async function compareVariant(
  saying: VariantSaying,
  there: Variant,
  before: VariantFacts | undefined,
  meeting: VariantsMeeting,
): Promise<Compared> {
  const { updates, completes, speaker } = meeting;
  const others = meeting.others.get(saying.draft.sourceId);
  return compare({
    fields: saidOf(saying, there, meeting).filter(({ name }) => !others?.has(name)),
    known: before?.said ?? {},
    stood: meeting.askedAbout(before ?? {}),
    ...{ updates, completes, fingerprint: speaker.fingerprint },
  });
}

/** What stands there of a variant, by field: the product's where it has nothing of its own. */
export function standsOf(of: Product, there: Variant | null): Readonly<Record<string, unknown>> {
  const { price = of.price, weightKg = of.weightKg } = there ?? {};
  const listPrice = there?.listPrice === undefined ? of.listPrice : there.listPrice;
  return { ...there, price, weightKg, listPrice, active: there?.active ?? true };
}

/** What is said of a variant, each beside what stands there. */
function saidOf(
  { draft }: VariantSaying,
  there: Variant | null,
  { speaker, standing, versions }: VariantsMeeting,
): Said[] {
  const { sourceId: _id, image, ...said } = draft;
  const stands = standsOf(standing, there);
  const fields = Object.entries(said).map(([name, value]) => {
    const mode = speaker.settings.fields[name as 'sku'] === 'createOnly' ? 'createOnly' : 'always';
    return { name, value, mode, there: stands[name] } as const;
  });
  if (image === undefined || ![...versions.values()].includes(image)) return fields;
  const shown = versions.get(there?.image ?? '');
  return [...fields, { name: 'image', value: image, mode: 'always', there: shown }];
}

async function isUnchanged(
  saying: VariantSaying,
  was: VariantFacts,
  meeting: VariantsMeeting,
): Promise<boolean> {
  const fields = saidOf(saying, null, meeting);
  const { fingerprint } = meeting.speaker;
  const now = await compare({ fields, known: {}, stood: {}, updates: true, completes: true, fingerprint });
  return Object.entries(now.said).every(([name, each]) => (was.said[name] ?? each) === each);
}

/** Whether Koppel switched it off, or may have, and the source has it now. */
function isRevived({ draft }: VariantSaying, there: Variant, before: VariantFacts | undefined): boolean {
  const isKoppels = before?.retired === true || before?.said.active === unclear;
  return isKoppels && isOff(there) && draft.active !== false;
}

/** Of a source that does not tell whether it is sold nothing is left unclear of that. */
function toldOf({ draft }: VariantSaying, { said }: Compared, updates: boolean): VariantFacts['said'] {
  if (!updates || draft.active !== undefined || said.active !== unclear) return said;
  const { active: _active, ...rest } = said;
  return rest;
}

function isOff({ active }: Variant): boolean {
  return active === false;
}

/** A SKU that another variant of this product has there, which keeps it. Throws `sku_taken`. */
function checkSkus({ speaker, standing }: VariantsMeeting, matched: readonly Matched[]): void {
  const { skuKey } = speaker.target;
  const says = new Map(
    matched.flatMap(({ there, saying }) => (there ? [[there.id, saying.draft.sku] as const] : [])),
  );
  for (const { saying, there } of matched) {
    const { sku } = saying.draft;
    if (sku === undefined || (there?.sku !== undefined && skuKey(there.sku) === skuKey(sku))) continue;
    const owner = standing.variants?.find(
      (each) => each.id !== there?.id && each.sku !== undefined && skuKey(each.sku) === skuKey(sku),
    );
    if (owner === undefined) continue;
    const next = says.get(owner.id);
    const letsGo = next !== undefined && skuKey(next) !== skuKey(sku);
    if (!letsGo) throw rejected('sku_taken', { system: speaker.system, sku, by: [owner.id] });
  }
}
