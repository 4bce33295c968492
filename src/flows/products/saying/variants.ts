import type { VariantDraft } from '../../../connectors/contract/products.ts';
import { type ProblemData, rejected } from '../../../records/problem.ts';
import type { Named, Product, Variant } from '../../../records/product.ts';
import type { PricePair, PricePairs } from '../../links.ts';
import type { Speaker } from '../endpoints.ts';
import type { ProductsSettings } from '../settings.ts';
import type { KnownPrices } from './known-prices.ts';
import { optionName } from './names.ts';
import { type Pricing, pairOf } from './prices.ts';

export interface VariantSaying {
  readonly draft: VariantDraft;
  readonly prices: PricePairs;
  /** Where a variant cannot be switched off by itself, one that is not sold is not made. */
  readonly isMade: boolean;
  /** It is not sold, and the target cannot be told so: of one that stands there nothing is left to sell. */
  readonly isOff: boolean;
}

export interface VariantsSaying {
  readonly options: readonly Named[];
  /** Null where the source does not tell. */
  readonly variants: readonly VariantSaying[] | null;
  /** Variants that cannot be sent, and options that are none. */
  readonly problems: readonly ProblemData[];
}

/** Returns what is said of the variants of a product. One that lacks the value of an option is left out, and named. */
export function variantsOf(
  speaker: Speaker,
  product: Product,
  pricing: Pricing | null,
  known: KnownPrices,
): VariantsSaying {
  if (product.kind === 'simple' || product.variants === undefined) {
    return { options: [], variants: product.kind === 'simple' ? [] : null, problems: [] };
  }
  const { settings, traits, system } = speaker;
  const sku = product.sku ?? product.id;
  const count = product.variants.length;
  if (count > traits.maxVariants) {
    throw rejected('too_many_variants', { system, sku, count, max: traits.maxVariants });
  }
  const options = optionsOf(settings, product);
  const empty = options.filter(({ values }) => values.length === 0).map(({ name }) => name);
  const named = options.filter(({ values }) => values.length > 0);
  const lacking = (variant: Variant) =>
    named.filter(
      ({ name }) => !Object.keys(variant.options).some((each) => isNamed(settings, variant, each, name)),
    );
  const whole = product.variants.filter((variant) => lacking(variant).length === 0);
  const broken = product.variants.flatMap((variant) => lacking(variant).map(({ name }) => name));
  return {
    options: named,
    variants: whole.map((variant) => variantSaying(speaker, product, variant, pricing, known)),
    problems: [...new Set([...empty, ...broken])].map((option) =>
      rejected('option_without_value', { sku, option }).toData(),
    ),
  };
}

function isNamed(settings: ProductsSettings, variant: Variant, own: string, name: string): boolean {
  return optionName(settings, own) === name && variant.options[own]?.trim() !== '';
}

/** Options by the target's names, with all values that variants have. */
function optionsOf(settings: ProductsSettings, { options = [], variants = [] }: Product): readonly Named[] {
  const named = new Map<string, Set<string>>();
  const add = (own: string, values: readonly string[]) => {
    const name = optionName(settings, own);
    const known = named.get(name) ?? new Set<string>();
    for (const value of values) if (value.trim() !== '') known.add(value);
    named.set(name, known);
  };
  for (const { name, values } of options) add(name, values);
  for (const variant of variants)
    for (const [name, value] of Object.entries(variant.options)) add(name, [value]);
  return [...named].map(([name, values]) => ({ name, values: [...values] }));
}

function variantSaying(
  { settings, traits }: Speaker,
  product: Product,
  variant: Variant,
  pricing: Pricing | null,
  { variant: knownOf, isOurs }: KnownPrices,
): VariantSaying {
  const { fields } = settings;
  const known = knownOf(variant.id);
  const prices: Record<string, PricePair> = {};
  const price = variant.price ?? product.price;
  const listPrice = variant.listPrice === undefined ? product.listPrice : variant.listPrice;
  if (pricing && price !== undefined) prices.price = pairOf(pricing, traits, price, known.price, isOurs);
  if (pricing && listPrice != null)
    prices.listPrice = pairOf(pricing, traits, listPrice, known.listPrice, isOurs);
  const said = {
    sku: variant.sku?.trim() ? variant.sku : undefined,
    gtin: variant.gtin,
    weightKg: variant.weightKg ?? product.weightKg,
    price: prices.price?.to,
    listPrice: prices.listPrice?.to ?? (listPrice === null ? null : undefined),
    active: traits.variantsActive ? variant.active : undefined,
  };
  const sent = Object.entries(said).filter(
    ([name, value]) => value !== undefined && fields[name as keyof typeof said] !== 'never',
  );
  const image = settings.images === 'none' ? undefined : variant.image;
  return {
    draft: {
      sourceId: variant.id,
      options: Object.fromEntries(
        Object.entries(variant.options).map(([name, value]) => [optionName(settings, name), value]),
      ),
      ...Object.fromEntries(sent),
      ...(image === undefined ? {} : { image }),
    },
    isMade: traits.variantsActive || variant.active !== false,
    isOff: !traits.variantsActive && variant.active === false && fields.active === 'always',
    prices: Object.fromEntries(
      Object.entries(prices).filter(([name]) => fields[name as 'price'] !== 'never'),
    ),
  };
}
