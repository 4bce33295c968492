/** What batches were about to do of a product, part by part, as long as nobody knows what became of it. */
import type { ProductDraft, ProductTraits } from '../../connectors/contract/products.ts';
import type { Begun, SentPictures, SentProduct } from '../bulk.ts';
import { begunOrNone } from '../left-begun.ts';
import type { Speaker } from './endpoints.ts';
import { withUpdate } from './late-deaths.ts';
import { sentFields } from './late-sent.ts';
import { sentVersions } from './plan/pictures.ts';
import type { CreatePlan, MeetPlan } from './plan/plan.ts';
import type { Planned } from './plan-batch.ts';
import { factsOf, isUnanswered, type Unit, type UnitBegun } from './units.ts';

/**
 * What was begun of one product of the target; null: nothing. A link that leads nowhere tells that it was. What was begun in another shape,
 * before the variants were taken apart or put together, may come to have a SKU of this one.
 */
export function begunOf(
  begun: Begun | null,
  { part, product: { sku = '' }, link }: Pick<Unit, 'part' | 'product' | 'link'>,
): UnitBegun | null {
  const { products = {}, pictures = {}, updates = {} } = begun ?? {};
  const other = part === null ? Object.values(products)[0] : products[''];
  const product =
    products[part ?? ''] ??
    (other && { at: other.at, sku }) ??
    (isUnanswered({ link }) ? { at: 0, sku: factsOf({ link }).sku } : null);
  return unitBegun(product, pictures[part ?? ''] ?? null, updates[part ?? '']);
}

/** What is begun of one product of the target while its plan is carried out: its calls may be under way until then. */
export async function begunBy(plan: Planned, speaker: Speaker, at: number): Promise<UnitBegun | null> {
  const { begun } = plan.unit;
  const product = plan.kind === 'create' ? productBegun(plan.draft, at) : begun?.product;
  const pictures = sentPictures(plan, speaker.traits, at) ?? begun?.pictures;
  const updates = begun?.updates ?? [];
  const own = isWriting(plan) ? await sentFields(plan, speaker) : null;
  return unitBegun(product ?? null, pictures ?? null, own === null ? updates : withUpdate(updates, own, at));
}

export function isWriting(plan: Planned): plan is CreatePlan | MeetPlan {
  return plan.kind === 'create' || (plan.kind === 'meet' && plan.writes && !tellsFirst(plan));
}

export function productBegun({ sku, variants }: ProductDraft, at: number): SentProduct {
  const theirs = variants.flatMap((each) => each.sku?.trim() || []);
  return { at, sku, ...(theirs.length === 0 ? {} : { variants: theirs }) };
}

/** Pictures that this plan sends to a target which names them itself; null: none. */
export function sentPictures(
  plan: Planned,
  { namesPictures }: ProductTraits,
  at: number,
): SentPictures | null {
  if (!namesPictures || (plan.kind !== 'create' && plan.kind !== 'meet')) return null;
  const isCreate = plan.kind === 'create';
  if (!isCreate && tellsFirst(plan)) return null;
  const sent = isCreate ? plan.draft.pictures.map(({ version }) => version) : sentVersions(plan.pictures);
  const stood = isCreate ? [] : (plan.standing.product.images ?? []).map(({ version }) => version);
  return sent.length === 0 ? null : { at, sent, stood };
}

/**
 * What is known only by what an earlier batch was about to do has to be in the link before more is done: a product by the SKU that it was begun
 * under, before it gets another one; pictures by what stood there before, before more are sent.
 */
export function tellsFirst({ how, changes: { fields, pictures }, pictures: { isFresh } }: MeetPlan): boolean {
  const isSending = pictures.add.length + pictures.replace.size > 0;
  return (how === 'made' && fields.sku !== undefined) || (isFresh && isSending);
}

/** What is begun of a product as a whole; null: nothing. Of a part that the source has no longer it stays as it was. */
export function begunOfAll(
  before: Begun | null,
  units: readonly { readonly unit: Unit; readonly begun: UnitBegun | null }[],
): Begun | null {
  const present = new Set(units.map(({ unit }) => unit.part ?? ''));
  const all = <Sent>(
    known: Readonly<Record<string, Sent>> = {},
    sentOf: (begun: UnitBegun | null) => Sent | null | undefined,
  ): Readonly<Record<string, Sent>> => {
    const left = Object.entries(known).filter(
      ([part]) => part !== '' && !present.has('') && !present.has(part),
    );
    const now = units.flatMap(({ unit, begun }) => {
      const sent = sentOf(begun);
      return sent ? [[unit.part ?? '', sent] as const] : [];
    });
    return Object.fromEntries([...left, ...now]);
  };
  return begunOrNone({
    products: all(before?.products, (begun) => begun?.product),
    pictures: all(before?.pictures, (begun) => begun?.pictures),
    updates: all(before?.updates, (begun) => (begun?.updates.length ? begun.updates : null)),
  });
}

export function unitBegun(
  product: UnitBegun['product'],
  pictures: UnitBegun['pictures'],
  updates: UnitBegun['updates'] = [],
): UnitBegun | null {
  return product === null && pictures === null && updates.length === 0
    ? null
    : { product, pictures, updates };
}
