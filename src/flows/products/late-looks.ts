/** What a look finds of late work, where nothing comes of the look: the product waits for a person, or only the other direction has seen it. */
import type { StandingProduct } from '../../connectors/contract/products.ts';
import { canonicalJson } from '../../records/canonical-json.ts';
import { afterLook } from '../late.ts';
import type { LateProduct, ProductFacts } from '../links.ts';
import type { Fingerprint } from '../merge.ts';
import { isCategoriesLate } from './late-categories.ts';
import { picturesTaken } from './late-pictures.ts';
import {
  attributesOf,
  type Fields,
  fingerprints,
  sameNames,
  standsOfAll,
  standsOfVariant,
} from './late-prints.ts';
import { ownField } from './plan/fields.ts';
import type { Unit } from './units.ts';

/** What a look finds: of the target's own fields null where it is the source of the other direction that looks. */
type Seen = Pick<StandingProduct, 'product'> & { readonly values: StandingProduct['values'] | null };

/**
 * After a look that nothing comes of. Of what can no longer be done only that is left which it found there; whatever comes to stand there later is
 * somebody's change.
 */
export async function lookedAt(
  facts: ProductFacts,
  seen: Seen,
  fingerprint: Fingerprint,
  now: Date,
): Promise<ProductFacts> {
  const { late = [], ...rest } = facts;
  const left = await afterLook(late, now, (each) => foundOf(each, facts, seen, fingerprint));
  if (left === late || canonicalJson(left) === canonicalJson(late)) return facts;
  return left.length === 0 ? rest : { ...rest, late: left };
}

/** The same of a look at the source, at which the other direction's late work may have left something. */
export async function lookedBackAt(unit: Unit, fingerprint: Fingerprint, now: Date): Promise<Unit> {
  const { back, product } = unit;
  if (back === null) return unit;
  const facts = await lookedAt(back.link.facts, { product, values: null }, fingerprint, now);
  return facts === back.link.facts ? unit : { ...unit, back: { ...back, link: { ...back.link, facts } } };
}

/** What of this call stands there; null: nothing. */
async function foundOf(
  { sent, attributes, variants, categories, left, pictures, dropped, brought = [], until }: LateProduct,
  facts: ProductFacts,
  { product, values }: Seen,
  fingerprint: Fingerprint,
): Promise<LateProduct | null> {
  const isWhole = values !== null;
  const stands = await fingerprints(standsOfAll({ product, values: values ?? {} }), fingerprint);
  const own = await fingerprints(attributesOf(product.attributes ?? []), fingerprint);
  const lists = { ...(categories && { categories }), ...(left && { left }) };
  const isListed = !isWhole || isCategoriesLate(facts.categories, lists, product.categories ?? []);
  const sentPictures = { ...(pictures && { pictures }), ...(dropped && { dropped }) };
  const isTaken = !isWhole || picturesTaken(facts.pictures, [sentPictures], product).length > 0;
  const images = (product.images ?? []).map(({ version }) => version);
  const known = Object.values(facts.pictures);
  const ours = isWhole ? brought.filter((id) => images.includes(id) && !known.includes(id)) : brought;
  const found = {
    sent: only(sent, ([name, print]) => stands[name] === print || (!isWhole && name.startsWith(ownField))),
    attributes: only(attributes, ([name, print]) => !isWhole || own[name] === print),
    variants: await variantsFound(variants, facts, { product, values }, fingerprint),
    ...(isListed ? lists : {}),
    ...(isTaken ? sentPictures : {}),
    ...(ours.length > 0 && { brought: ours }),
  };
  return Object.values(found).some((each) => Object.keys(each).length > 0) ? { until, ...found } : null;
}

/** Of one that is not there nothing stands, and it may have gone by this call. */
async function variantsFound(
  sent: LateProduct['variants'],
  facts: ProductFacts,
  { product, values }: Seen,
  fingerprint: Fingerprint,
): Promise<LateProduct['variants']> {
  const there = product.variants ?? [];
  const isUntied = Object.values(facts.variants).some(
    ({ id }) => id !== '' && !there.some((each) => each.id === id),
  );
  const found: Record<string, Fields> = {};
  for (const [sourceId, fields] of Object.entries(sent)) {
    const names = new Set<string>();
    for (const each of there) {
      const stands = await fingerprints(standsOfVariant(product, each, facts.pictures), fingerprint);
      const isIt = each.id === facts.variants[sourceId]?.id || stands.sku === fields.sku;
      if (isIt) for (const name of sameNames([fields], stands)) names.add(name);
    }
    // A source names pictures otherwise.
    if (values === null && fields.image !== undefined) names.add('image');
    if (names.size > 0 || isUntied) found[sourceId] = only(fields, ([name]) => names.has(name));
  }
  return found;
}

function only(fields: Fields, isLeft: (entry: readonly [string, string]) => boolean): Fields {
  return Object.fromEntries(Object.entries(fields).filter(isLeft));
}
