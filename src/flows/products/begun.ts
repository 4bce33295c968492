/** What batches were about to make of a product, part by part, as long as nobody knows what became of it. */
import type { ProductDraft, ProductTraits } from '../../connectors/contract/products.ts';
import type { Begun, SentPictures, SentProduct } from '../bulk.ts';
import { sentVersions } from './plan/pictures.ts';
import type { MeetPlan } from './plan/plan.ts';
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
  const { products = {}, pictures = {} } = begun ?? {};
  const other = part === null ? Object.values(products)[0] : products[''];
  const product =
    products[part ?? ''] ??
    (other && { at: other.at, sku }) ??
    (isUnanswered({ link }) ? { at: 0, sku: factsOf({ link }).sku } : null);
  return unitBegun(product, pictures[part ?? ''] ?? null);
}

/**
 * What is to be told before these plans are carried out, at the latest when the lease ends; null: nothing. What was begun before stays begun
 * until the report.
 */
export function intentOf(
  before: Begun | null,
  plans: readonly Planned[],
  traits: ProductTraits,
  leaseEndsAt: number,
): Begun | null {
  const isNew = plans.some((plan) => plan.kind === 'create' || sentBy(plan, traits, leaseEndsAt) !== null);
  return isNew ? begunOfAll(before, plans, (plan) => begunBy(plan, traits, leaseEndsAt)) : null;
}

/** What is begun of one product of the target while its plan is carried out: its calls may be under way until then. */
export function begunBy(plan: Planned, traits: ProductTraits, at: number): UnitBegun | null {
  const { begun } = plan.unit;
  const product = plan.kind === 'create' ? productBegun(plan.draft, at) : begun?.product;
  return unitBegun(product ?? null, sentBy(plan, traits, at) ?? begun?.pictures ?? null);
}

export function productBegun({ sku, variants }: ProductDraft, at: number): SentProduct {
  const theirs = variants.flatMap((each) => each.sku?.trim() || []);
  return { at, sku, ...(theirs.length === 0 ? {} : { variants: theirs }) };
}

/** Pictures that this plan sends to a target which names them itself; null: none. */
export function sentBy(plan: Planned, { namesPictures }: ProductTraits, at: number): SentPictures | null {
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
export function begunOfAll<Each extends { readonly unit: Unit }>(
  before: Begun | null,
  units: readonly Each[],
  of: (each: Each) => UnitBegun | null,
): Begun | null {
  const present = new Set(units.map(({ unit }) => unit.part ?? ''));
  const left = <Sent>(all: Readonly<Record<string, Sent>> = {}) =>
    Object.entries(all).filter(([part]) => part !== '' && !present.has('') && !present.has(part));
  const now = units.map((each) => [each.unit.part ?? '', of(each)] as const);
  const products = now.flatMap(([part, begun]) => (begun?.product ? [[part, begun.product] as const] : []));
  const pictures = now.flatMap(([part, begun]) => (begun?.pictures ? [[part, begun.pictures] as const] : []));
  const all: Begun = {
    products: Object.fromEntries([...left(before?.products), ...products]),
    pictures: Object.fromEntries([...left(before?.pictures), ...pictures]),
  };
  return Object.keys(all.products).length + Object.keys(all.pictures).length === 0 ? null : all;
}

export function unitBegun(product: UnitBegun['product'], pictures: UnitBegun['pictures']): UnitBegun | null {
  return product === null && pictures === null ? null : { product, pictures };
}
