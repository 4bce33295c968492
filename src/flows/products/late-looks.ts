/** What a look finds of late work, where nothing comes of the look: the product waits for a person, or only the other direction has seen it. */
import type { ProductTraits, StandingProduct } from '../../connectors/contract/products.ts';
import { canonicalJson } from '../../records/canonical-json.ts';
import { afterLook } from '../late.ts';
import type { LateProduct, ProductFacts, VariantFacts } from '../links.ts';
import type { Fingerprint } from '../merge.ts';
import { attributePrints, attributesDone } from './late-attributes.ts';
import { isCategoriesLate } from './late-categories.ts';
import { broughtThere, picturesTaken, type StandingPictures } from './late-pictures.ts';
import { type Fields, fingerprints, lateNames, standsOfAll, standsOfVariant } from './late-prints.ts';
import { ownField } from './plan/fields.ts';
import { unclear } from './unclear-marks.ts';
import type { Unit } from './units.ts';

/** What a look finds. `own`: what only the target tells; null where it is the source of the other direction that looks. */
interface Seen extends Pick<StandingProduct, 'product'> {
  readonly own: Own | null;
}

interface Own extends Pick<StandingProduct, 'values'> {
  readonly traits: ProductTraits;
  readonly pictures: StandingPictures;
}

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
  const facts = await lookedAt(back.link.facts, { product, own: null }, fingerprint, now);
  return facts === back.link.facts ? unit : { ...unit, back: { ...back, link: { ...back.link, facts } } };
}

/** What of this call stands there, though something else was said last; null: nothing. */
async function foundOf(
  late: LateProduct,
  facts: ProductFacts,
  { product, own }: Seen,
  fingerprint: Fingerprint,
): Promise<LateProduct | null> {
  const { sent, attributes, categories, left, pictures, dropped, brought = [], until } = late;
  const stands = await fingerprints(standsOfAll({ product, values: own?.values ?? {} }), fingerprint);
  const lists = { ...(categories && { categories }), ...(left && { left }) };
  const isListed = own === null || isCategoriesLate(facts.categories, lists, product.categories ?? []);
  const sentPictures = { ...(pictures && { pictures }), ...(dropped && { dropped }) };
  const isTaken = own === null || picturesTaken(facts.pictures, [sentPictures], own.pictures).length > 0;
  const names = lateNames({ late: [sent], stands, known: facts.said });
  const ours = own === null ? brought : broughtThere(brought, facts.pictures, own.pictures);
  const found = {
    sent: only(sent, (name) => names.includes(name) || (own === null && name.startsWith(ownField))),
    attributes: own === null ? attributes : await attributesFound(late, facts, product, own, fingerprint),
    variants: await variantsFound(late, facts, { product, own }, fingerprint),
    ...(isListed ? lists : {}),
    ...(isTaken ? sentPictures : {}),
    ...(ours.length > 0 && { brought: ours }),
  };
  return Object.values(found).some((each) => Object.keys(each).length > 0) ? { until, ...found } : null;
}

/** All that were in the list where something was done of it: what came after it is told by that. */
async function attributesFound(
  late: LateProduct,
  { attributes: known }: ProductFacts,
  { attributes = [] }: Seen['product'],
  { traits }: Own,
  fingerprint: Fingerprint,
): Promise<Fields> {
  const stands = await attributePrints(attributes, { fingerprint });
  const names = attributesDone(traits, known, [late], stands);
  const sent = names.length === 0 ? [] : Object.entries(late.attributes);
  return Object.fromEntries(sent.map(([name, print]) => [name, names.includes(name) ? print : unclear]));
}

/** Of one that is not there nothing stands, and it may have gone by this call. */
async function variantsFound(
  late: LateProduct,
  { variants: known, pictures }: ProductFacts,
  { product, own }: Seen,
  fingerprint: Fingerprint,
): Promise<LateProduct['variants']> {
  const there = product.variants ?? [];
  const isUntied = Object.values(known).some(({ id }) => id !== '' && !there.some((each) => each.id === id));
  const found: Record<string, Fields> = {};
  for (const [sourceId, fields] of Object.entries(late.variants)) {
    const { id, said = {} }: Partial<VariantFacts> = known[sourceId] ?? {};
    const names = new Set<string>();
    for (const each of there) {
      const stands = await fingerprints(standsOfVariant(product, each, pictures), fingerprint);
      const isIt = each.id === id || stands.sku === fields.sku;
      if (isIt) for (const name of lateNames({ late: [fields], stands, known: said })) names.add(name);
    }
    // A source names pictures otherwise.
    if (own === null && fields.image !== undefined) names.add('image');
    if (names.size > 0 || isUntied) found[sourceId] = only(fields, (name) => names.has(name));
  }
  return found;
}

function only(fields: Fields, isLeft: (name: string) => boolean): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => isLeft(name)));
}
