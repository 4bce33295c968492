/** Where a product of the source stands in the target: by its link, else by its SKU. */
import type { SkuPlace, StandingProduct } from '../../../connectors/contract/products.ts';
import { awaitedKey, problem, rejected } from '../../../records/problem.ts';
import type { Product } from '../../../records/product.ts';
import type { Speaker } from '../endpoints.ts';
import { factsOf, isUnanswered, type Unit } from '../units.ts';
import { checkSource, newSkus, ownSkus, type SourceSkus } from './source-skus.ts';

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
}

/** `made`: an earlier batch may have made it, and not all of it. */
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
  if (linked !== undefined) {
    checkTaken(unit, speaker, known, linked.id);
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
    checkTaken({ ...unit, link: null }, speaker, known, standing.id);
    return { kind: isMaking(unit) ? 'made' : 'adopted', standing };
  }
  if (unit.link !== null && !unit.named && !isMaking(unit)) {
    const { targetId } = unit.link;
    throw rejected('product_gone', { of: 'target', system: speaker.system, id: targetId });
  }
  checkTaken({ ...unit, link: null }, speaker, known, null);
  return { kind: 'none' };
}

export function labelOf({ key, part }: Pick<Unit, 'key' | 'part'>): string {
  return part === null ? key : `${key}/${part}`;
}

/** The one product of the target that has the SKU; of one with variants else the one that has all of theirs. */
export function foundId(
  unit: Unit,
  { target, system }: Speaker,
  { places, owners = new Map() }: Pick<Known, 'places'> & Partial<Pick<Known, 'owners'>>,
): string | null {
  const { product, begun } = unit;
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
  // It was begun under another SKU, which the source has corrected since; or given to another product, whose it is there by now.
  const [former] = begun?.product ? (places.get(target.skuKey(begun.product.sku)) ?? []) : [];
  if (former?.variantId === null && otherOwner(unit, former.productId, owners) === undefined)
    return former.productId;
  const placesOf = (each: string | undefined) =>
    each?.trim() ? (places.get(target.skuKey(each)) ?? []) : [];
  const theirs = (product.variants ?? []).flatMap((each) => placesOf(each.sku));
  const formers = (begun?.product?.variants ?? [])
    .flatMap(placesOf)
    .filter(({ productId }) => otherOwner(unit, productId, owners) === undefined);
  const ids = new Set(
    [...theirs, ...formers].filter(({ variantId }) => variantId !== null).map(({ productId }) => productId),
  );
  const [id] = ids;
  return ids.size === 1 && id !== undefined ? id : null;
}

function otherOwner(unit: Unit, id: string, owners: Known['owners']): string | undefined {
  return owners.get(id)?.find((each) => each !== labelOf(unit));
}

/** A SKU that is new to this product must not be another one's there. Throws `sku_taken`, naming both. */
function checkTaken(unit: Unit, speaker: Speaker, known: Known, id: string | null): void {
  const { target, system, settings } = speaker;
  for (const { sku } of newSkus(unit, target, settings)) {
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
 * carried. Where that one wants a SKU of this product in turn, each would wait for the other.
 */
function isLetGo(
  unit: Unit,
  sku: string,
  id: string,
  { target: { skuKey } }: Speaker,
  { owners, ownedBy }: Known,
): boolean {
  const product = ownedBy.get(otherOwner(unit, id, owners) ?? '');
  if (product === undefined) return false;
  const { sku: own, variants } = factsOf(unit);
  const standing = new Set([own, ...Object.values(variants).map((each) => each.sku)].map(skuKey));
  return ownSkus(product, false).every(
    (each) => skuKey(each.sku) !== skuKey(sku) && !standing.has(skuKey(each.sku)),
  );
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
