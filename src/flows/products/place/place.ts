/** Where a product of the source stands in the target: by its link, else by its SKU. */
import type { ProductTarget, SkuPlace, StandingProduct } from '../../../connectors/contract/products.ts';
import { awaitedKey, problem, rejected } from '../../../records/problem.ts';
import type { Product } from '../../../records/product.ts';
import type { Speaker } from '../endpoints.ts';
import { isUnanswered, type Unit } from '../units.ts';
import { checkBegun, type StillOpen } from './begun-elsewhere.ts';
import { labelOf } from './label.ts';
import { checkSource, looseSkus, newSkus, type OwnSku, ownSkus, type SourceSkus } from './source-skus.ts';

/** What was read of both sides, for the batch as a whole. */
export interface Known {
  readonly skus: SourceSkus;
  /** In the target, by its key of the SKU. */
  readonly places: ReadonlyMap<string, readonly SkuPlace[]>;
  readonly standing: ReadonlyMap<string, StandingProduct>;
  /** By the target's id: whom else it is linked to that the source still has. */
  readonly owners: ReadonlyMap<string, readonly string[]>;
  /** Those that are whole products, as the source has them now. */
  readonly ownedBy: ReadonlyMap<string, Product>;
  /** What may still come to stand in the target. */
  readonly open: readonly StillOpen[];
}

/** `made`: an earlier batch has made it, and perhaps not all of it. */
export type Placed =
  | { readonly kind: 'none' }
  | { readonly kind: 'linked' | 'adopted' | 'made'; readonly standing: StandingProduct };

/** The target's id that a link of either direction leads to. */
export function linkedId({ link, back }: Unit): string | null {
  return link?.targetId || back?.key || null;
}

/** Throws what needs a person: a SKU that is taken, stands twice, or is another product's; a product that was deleted there. */
export function placeOf(of: Unit, speaker: Speaker, known: Known): Placed {
  const unit = isUnanswered(of) ? { ...of, link: null } : of;
  checkSource(unit, known.skus, speaker.target, speaker.settings);
  const id = linkedId(unit);
  const linked = id === null ? undefined : known.standing.get(id);
  const skus = looseSkus(unit, speaker.target, speaker.settings);
  if (linked !== undefined) {
    checkFree(unit, speaker, known, { skus, id: linked.id });
    return { kind: unit.link === null ? 'adopted' : 'linked', standing: linked };
  }
  const found = foundId(unit, speaker, known);
  const standing = found === null ? undefined : known.standing.get(found);
  if (standing !== undefined) {
    const owner = otherOwner(unit, standing.id, known.owners);
    const sku = unit.product.sku ?? '';
    if (owner !== undefined) {
      const params = { system: speaker.system, sku, id: standing.id, other: owner };
      if (!isLetGo(unit, sku, standing.id, speaker, known)) throw rejected('sku_linked', params);
      throw problem('retry', 'sku_linked', params, { awaits: awaitedKey(owner) });
    }
    const isMade = madeIds(unit, speaker, known).includes(standing.id);
    const all = allSkus(unit, speaker);
    // It is linked under the SKU that it stands under, and gets the new one then.
    const checked = isMade && isToldFirst(unit, standing, speaker) ? all.filter(isOfVariant) : all;
    checkFree({ ...unit, link: null }, speaker, known, { skus: checked, id: standing.id });
    return { kind: isMade ? 'made' : 'adopted', standing };
  }
  if (unit.link !== null && !unit.named && !isMaking(unit)) {
    const { targetId } = unit.link;
    throw rejected('product_gone', { of: 'target', system: speaker.system, id: targetId });
  }
  checkFree({ ...unit, link: null }, speaker, known, { skus: allSkus(unit, speaker), id: null });
  return { kind: 'none' };
}

/** Its own, which was begun, comes before what stands under the SKU that it has by now. */
function foundId(unit: Unit, speaker: Speaker, known: Known): string | null {
  const made = madeIds(unit, speaker, known);
  if (made.length > 1) {
    const sku = unit.begun?.product?.sku ?? '';
    throw rejected('sku_twice', { of: 'target', system: speaker.system, sku, places: made });
  }
  return made[0] ?? idBySku(unit, speaker, known);
}

/** What stands under the SKU that it was begun under, else what has the SKUs of the variants that it was begun with, and is nobody else's. */
export function madeIds(
  unit: Pick<Unit, 'key' | 'part' | 'begun'>,
  { target }: Pick<Speaker, 'target'>,
  { places, owners }: Pick<Known, 'places' | 'owners'>,
): readonly string[] {
  const { own, theirs } = madePlaces(unit, target, places);
  const isFree = (id: string) => otherOwner(unit, id, owners) === undefined;
  const whole = own.filter(isFree);
  if (whole.length > 0) return whole;
  const ids = theirs.filter(isFree);
  return ids.length === 1 ? ids : [];
}

interface MadePlaces {
  /** Under the SKU that it was begun under. */
  readonly own: readonly string[];
  /** With variants that it was begun with. */
  readonly theirs: readonly string[];
}

/** Ids of all that it may be, whoever they belong to. */
export function madePlaces(
  { begun }: Pick<Unit, 'begun'>,
  { skuKey }: ProductTarget,
  places: Known['places'],
): MadePlaces {
  const { sku = '', variants = [] } = begun?.product ?? {};
  const placesOf = (each: string) => (each.trim() ? (places.get(skuKey(each)) ?? []) : []);
  const own = placesOf(sku).filter(({ variantId }) => variantId === null);
  const theirs = variants.flatMap(placesOf).filter(({ variantId }) => variantId !== null);
  return {
    own: own.map(({ productId }) => productId),
    theirs: [...new Set(theirs.map((each) => each.productId))],
  };
}

/** The one product of the target that has the SKU; of one with variants else the one that has all of theirs. */
export function idBySku(
  { product }: Pick<Unit, 'product'>,
  { target, system }: Speaker,
  { places }: Pick<Known, 'places'>,
): string | null {
  const { sku = '' } = product;
  const found = places.get(target.skuKey(sku)) ?? [];
  if (found.length > 1) {
    throw rejected('sku_twice', { of: 'target', system, sku, places: found.map(({ id }) => id) });
  }
  const [place] = found;
  if (place !== undefined) {
    if (place.variantId !== null) throw rejected('sku_taken', { system, sku, by: [place.id] });
    return place.productId;
  }
  const theirs = (product.variants ?? []).flatMap((each) =>
    each.sku?.trim() ? (places.get(target.skuKey(each.sku)) ?? []) : [],
  );
  const ids = new Set(theirs.filter(({ variantId }) => variantId !== null).map(({ productId }) => productId));
  const [id] = ids;
  return ids.size === 1 && id !== undefined ? id : null;
}

function otherOwner(
  unit: Pick<Unit, 'key' | 'part'>,
  id: string,
  owners: Known['owners'],
): string | undefined {
  return owners.get(id)?.find((each) => each !== labelOf(unit));
}

function allSkus(unit: Unit, { target, settings }: Speaker): readonly OwnSku[] {
  return newSkus({ ...unit, link: null }, target, settings);
}

/** Whether its own SKU is written only after it was linked: see `tellsFirst`. */
function isToldFirst(
  { product: { sku } }: Unit,
  { product }: StandingProduct,
  { target: { skuKey }, settings: { fields } }: Speaker,
): boolean {
  return fields.sku === 'always' && !!sku?.trim() && skuKey(sku) !== skuKey(product.sku ?? '');
}

function isOfVariant({ variantId }: OwnSku): boolean {
  return variantId !== null;
}

/** SKUs that are new to this product, which stands in the target at `id`. */
interface NewSkus {
  readonly skus: readonly OwnSku[];
  readonly id: string | null;
}

/** They must not be another one's there, now or soon. Throws `sku_taken`, naming both, and a `wait` problem until it is sure. */
function checkFree(unit: Unit, speaker: Speaker, known: Known, { skus, id }: NewSkus): void {
  const { target, system } = speaker;
  checkBegun(unit, skus, target, known.open);
  for (const { sku } of skus) {
    const others = (known.places.get(target.skuKey(sku)) ?? []).filter(
      (place) => place.productId !== id && !isLeftLoose(unit, id, place, known),
    );
    if (others.length === 0) continue;
    const params = { system, sku, by: others.map((each) => each.id) };
    const kept = others.filter(({ productId }) => !isLetGo(unit, sku, productId, speaker, known));
    if (kept.length > 0) throw rejected('sku_taken', params);
    const [owner = ''] = others.flatMap(({ productId }) => otherOwner(unit, productId, known.owners) ?? []);
    throw problem('retry', 'sku_taken', params, { awaits: awaitedKey(owner) });
  }
}

/**
 * Whether the product that has the SKU there is linked to one of the source that has it no longer, so that it is free once that one is
 * carried. Whether that one waits for this product in turn, alone or by way of others, the engine knows.
 */
function isLetGo(
  unit: Unit,
  sku: string,
  id: string,
  { target: { skuKey } }: Speaker,
  { owners, ownedBy }: Known,
): boolean {
  const product = ownedBy.get(otherOwner(unit, id, owners) ?? '');
  return product !== undefined && ownSkus(product, false).every((each) => skuKey(each.sku) !== skuKey(sku));
}

/** An earlier batch was about to make the product itself. */
export function isMaking({ begun }: Pick<Unit, 'begun'>): boolean {
  return begun !== null && begun.product !== null;
}

/** A variant that an earlier batch made and did not come to tie to its product: it died, or the answer to the variant was lost. */
function isLeftLoose(
  unit: Unit,
  id: string | null,
  { productId, variantId, isUntied }: SkuPlace,
  { owners }: Known,
): boolean {
  const isOwn = isMaking(unit) || (id !== null && isUntied === true);
  return isOwn && variantId === null && (owners.get(productId) ?? []).length === 0;
}
