/** The calls of one product: one write, and further ones where its pictures would not fit into the memory together. */
import type {
  PictureDraft,
  ProductChanges,
  StandingProduct,
  VariantDraft,
  WrittenProduct,
} from '../../../connectors/contract/products.ts';
import { asProblem, type ProblemData } from '../../../records/problem.ts';
import type { Context, Endpoints, Speaker } from '../endpoints.ts';
import { noChanges } from '../no-changes.ts';
import type { CreatePlan, MeetPlan } from '../plan/plan.ts';
import type { Unit } from '../units.ts';
import { fetchPictures } from './fetch-pictures.ts';
import type { SentPrices } from './prices.ts';
import { shownChanges } from './shown.ts';

interface Sending {
  readonly context: Context;
  readonly endpoints: Endpoints;
  readonly speaker: Speaker;
  readonly prices: SentPrices;
}

export interface Sent {
  readonly written: WrittenProduct;
  readonly problems: readonly ProblemData[];
  /** Nothing of it has to be looked at again. */
  readonly isWhole: boolean;
}

export async function createProduct(sending: Sending, { unit, draft }: CreatePlan): Promise<Sent> {
  const { context, endpoints, speaker } = sending;
  const { api } = context.endsFor(unit.key).target;
  const first = await fetchPictures(context, speaker, draft.sku, draft.pictures);
  const written = await endpoints.target.create(api, { ...draft, pictures: first.pictures });
  const problems = [...first.problems, ...written.problems];
  return sendLater(sending, unit, { written, problems, isWhole: first.later.length === 0 }, first.later);
}

export async function updateProduct(sending: Sending, plan: MeetPlan): Promise<Sent> {
  const { context, endpoints, speaker, prices } = sending;
  const { unit, standing, changes } = plan;
  const price = prices.get(plan) ?? 'alone';
  if (price === 'written') return { written: noneWritten(standing), problems: [], isWhole: true };
  if (price !== 'alone') throw price;
  const { sku = '' } = unit.product;
  const { add, replace, remove, describe, shown = [] } = changes.pictures;
  const first = await fetchPictures(context, speaker, sku, [...replace.values(), ...add, ...shown]);
  const fetched = new Map(first.pictures.map((picture) => [picture.version, picture]));
  const pictures = {
    add: add.flatMap(({ version }) => fetched.get(version) ?? []),
    replace: new Map(
      [...replace].flatMap(([id, { version }]) => {
        const picture = fetched.get(version);
        return picture === undefined ? [] : [[id, picture] as const];
      }),
    ),
    remove,
    ...(describe === undefined ? {} : { describe }),
    shown: shown.flatMap(({ version }) => fetched.get(version) ?? []),
  };
  const sent = { ...changes, pictures };
  const answer = isEmpty(sent)
    ? noneWritten(standing)
    : await endpoints.target.update(api(sending, unit), standing, sent);
  const written = withUnshown(answer, sent);
  const problems = [...first.problems, ...written.problems];
  // A picture that takes another one's place waits for the next run, which finds it in the same place.
  const later = first.later.filter(({ version }) => add.some((each) => each.version === version));
  return sendLater(sending, unit, { written, problems, isWhole: first.later.length === 0 }, later);
}

/** A variant whose picture could not be had shows it another time. */
function withUnshown(written: WrittenProduct, { variants, pictures }: ProductChanges): WrittenProduct {
  const { add, replace, shown = [] } = pictures;
  const sent = new Set([...add, ...replace.values(), ...shown].map(({ version }) => version));
  const lacks = ({ image }: Partial<VariantDraft>) => image !== undefined && !sent.has(image);
  const changed = [...variants.change].flatMap(([id, each]) => (lacks(each) ? [id] : []));
  const added = variants.add.flatMap((each) =>
    lacks(each) ? (written.variants.get(each.sourceId) ?? []) : [],
  );
  if (changed.length + added.length === 0) return written;
  const { undone = { product: new Set<never>(), variants: new Set<string>() } } = written;
  const now = changed.map((id) => written.renumbered?.get(id) ?? id);
  const before = undone.ofVariants ?? new Map<string, readonly (keyof VariantDraft)[]>();
  const unshown = [...now, ...added].map((id) => [id, [...(before.get(id) ?? []), 'image']] as const);
  return { ...written, undone: { ...undone, ofVariants: new Map([...before, ...unshown]) } };
}

/** The product stands there whatever becomes of these: what fails is told beside the rest. */
async function sendLater(
  sending: Sending,
  unit: Unit,
  sent: Sent,
  drafts: readonly PictureDraft[],
): Promise<Sent> {
  if (drafts.length === 0) return sent;
  const { context, endpoints, speaker } = sending;
  const { written, problems } = sent;
  const next = await fetchPictures(context, speaker, unit.product.sku ?? '', drafts);
  try {
    const standing = await endpoints.target.get(api(sending, unit), written.id);
    if (standing === null) return sent;
    const pictures = { ...noChanges.pictures, add: next.pictures };
    const more =
      next.pictures.length === 0
        ? noneWritten(standing)
        : await endpoints.target.update(api(sending, unit), standing, { ...noChanges, pictures });
    const both = {
      ...written,
      pictures: new Map([...written.pictures, ...more.pictures]),
      unfinished: new Map([...(written.unfinished ?? []), ...(more.unfinished ?? [])]),
      unanswered: new Set([...(written.unanswered ?? []), ...(more.unanswered ?? [])]),
    };
    const all = {
      written: both,
      problems: [...problems, ...next.problems, ...more.problems],
      isWhole: false,
    };
    return await sendLater(sending, unit, all, next.later);
  } catch (error) {
    return { ...sent, problems: [...problems, asProblem(error).toData()] };
  }
}

function api({ context }: Sending, { key }: Unit) {
  return context.endsFor(key).target.api;
}

function isEmpty(changes: ProductChanges): boolean {
  return Object.keys(shownChanges(changes)).length === 0;
}

function noneWritten({ id }: StandingProduct): WrittenProduct {
  return { id, variants: new Map(), pictures: new Map(), problems: [] };
}
