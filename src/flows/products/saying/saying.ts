import type { PictureDraft, ProductFields } from '../../../connectors/contract/products.ts';
import type { JsonObject } from '../../../connectors/contract/target.ts';
import { choose, pick } from '../../../mapping/choice.ts';
import { mapFields } from '../../../mapping/fields.ts';
import type { ProblemData } from '../../../records/problem.ts';
import type { Named, Product } from '../../../records/product.ts';
import type { PricePair, PricePairs } from '../../links.ts';
import type { Speaker } from '../endpoints.ts';
import type { ProductsSettings } from '../settings.ts';
import type { Unit } from '../units.ts';
import { type CategoriesSaying, categoriesFor } from './categories.ts';
import { knownPrices } from './known-prices.ts';
import { attributesFor } from './names.ts';
import { picturesFor } from './pictures.ts';
import { type Pricing, pairOf, pricingOf } from './prices.ts';
import { type VariantSaying, variantsOf } from './variants.ts';

/** What a flow says of a product, in the target's terms. A list that is null is not known, or none of the flow's business. */
export interface Saying {
  readonly kind: Product['kind'];
  readonly fields: ProductFields;
  readonly prices: PricePairs;
  /** How they, and those of variants, become the target's; null where none are said. */
  readonly pricing: Pricing | null;
  readonly values: JsonObject;
  readonly attributes: readonly Named[] | null;
  readonly categories: CategoriesSaying | null;
  readonly pictures: readonly PictureDraft[] | null;
  readonly options: readonly Named[];
  readonly variants: readonly VariantSaying[] | null;
  readonly problems: readonly ProblemData[];
  /** Keyed fingerprint of all of it. */
  readonly fingerprint: string;
}

/** Makes no calls. Mapped fields have the target's plain names, and read `product`. Throws what parks the product as a whole. */
export async function sayingOf(
  speaker: Speaker,
  unit: Pick<Unit, 'product' | 'link' | 'back'>,
): Promise<Saying> {
  const { product } = unit;
  const { settings, mapping, target, traits } = speaker;
  const { fields: modes, update } = settings;
  const isPriced = modes.price !== 'never' || modes.listPrice !== 'never';
  const hasPrices = [product, ...(product.variants ?? [])].some(
    (each) => each.price !== undefined || each.listPrice,
  );
  const pricing = isPriced && hasPrices ? pricingOf(speaker, product) : null;
  const known = knownPrices(unit);
  const prices: Record<string, PricePair> = {};
  for (const field of ['price', 'listPrice'] as const) {
    const from = product[field];
    if (pricing && from != null && modes[field] !== 'never')
      prices[field] = pairOf(pricing, traits, from, known.product[field], known.isOurs);
  }
  const { options, variants, problems } = variantsOf(speaker, product, pricing, known);
  const said = {
    kind: product.kind,
    fields: fieldsOf(speaker, product, prices),
    prices,
    values: await mapFields('', target.fields, mapping, settings.fixed, { product }),
    attributes: product.attributes === undefined ? null : attributesFor(settings, product.attributes),
    categories: categoriesFor(speaker, product),
    pictures: await picturesFor(settings, traits, product),
    options,
    variants,
    problems,
  };
  const { pictures, ...plain } = said;
  const versions = pictures?.map(({ version }) => version) ?? null;
  const shown = { ...plain, prices: amounts(prices), variants: variants?.map(withAmounts) ?? null };
  const fingerprint = await speaker.fingerprint([shown, versions, { modes, update }]);
  return { ...said, pricing, fingerprint };
}

/** What they were turned with is no news by itself. */
function amounts(prices: PricePairs): PricePairs {
  return Object.fromEntries(Object.entries(prices).map(([field, { from, to }]) => [field, { from, to }]));
}

function withAmounts(variant: VariantSaying): VariantSaying {
  return { ...variant, prices: amounts(variant.prices) };
}

function fieldsOf({ settings, traits }: Speaker, product: Product, prices: PricePairs): ProductFields {
  const { sku, name, active, description, shortDescription, gtin, brand, weightKg, listPrice } = product;
  const all: ProductFields = {
    ...(sku?.trim() ? { sku } : {}),
    ...{ name, active },
    ...(description === undefined ? {} : { description }),
    ...(shortDescription === undefined ? {} : { shortDescription }),
    ...(gtin === undefined ? {} : { gtin }),
    ...(brand === undefined ? {} : { brand }),
    ...(weightKg === undefined ? {} : { weightKg }),
    ...(prices.price === undefined ? {} : { price: prices.price.to }),
    ...(prices.listPrice === undefined ? {} : { listPrice: prices.listPrice.to }),
    ...(listPrice === null ? { listPrice: null } : {}),
    ...vatClassOf(settings, product),
  };
  const isSaid = (field: keyof ProductFields) =>
    settings.fields[field] !== 'never' && !traits.lacks?.has(field);
  return Object.fromEntries(Object.entries(all).filter(([field]) => isSaid(field as keyof ProductFields)));
}

/** An entry for the source's class wins over one for the rate. */
function vatClassOf({ vat, fields }: ProductsSettings, { vatClass, vatRate }: Product): ProductFields {
  if (vat === undefined || fields.vatClass === 'never') return {};
  const exact = vat.force === undefined ? pick({ map: vat.map }, vatClass) : undefined;
  const found = exact ?? choose(vat, vatRate ?? vatClass, 'vat');
  return found === undefined ? {} : { vatClass: found };
}
