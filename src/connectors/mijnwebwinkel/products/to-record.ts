import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Named, Picture, Product, Variant } from '../../../records/product.ts';
import type { Account } from '../../contract/account.ts';
import { instantOf } from '../local-time.ts';
import { knownExtras } from './extras.ts';
import { type ArticleWire, choicesOf, type ImageWire, skuOfVariant, type VariantWire } from './wire.ts';

export function productFromWire(wire: ArticleWire, { currency, traits }: Account): Product {
  const { pricesIncludeTax, vatRate } = traits;
  const weight = extraOf(wire, knownExtras.weightKg)?.replace(',', '.');
  const isUntaxed = wire.taxable === false;
  return {
    id: wire.id,
    sku: wire.sku,
    name: wire.name ?? '',
    kind: wire.variants.length > 0 ? 'variants' : 'simple',
    active: isShown(wire),
    description: wire.description ?? '',
    ...(wire.short_description === undefined ? {} : { shortDescription: wire.short_description }),
    gtin: extraOf(wire, knownExtras.gtin) ?? '',
    ...(weight !== undefined && /^\d+(\.\d+)?$/.test(weight) ? { weightKg: weight } : {}),
    ...pricesOf(wire),
    currency,
    pricesIncludeVat: pricesIncludeTax === undefined ? undefined : pricesIncludeTax === 'true',
    vatClass: isUntaxed ? 'untaxed' : 'taxed',
    vatRate: isUntaxed ? '0' : vatRate,
    attributes: attributesOf(wire),
    options: optionsOf(wire),
    variants: wire.variants.map((variant) => variantOf(wire, variant)),
    categories: wire.categories.map(({ category_id }) => category_id),
    images: picturesOf(wire),
    updatedAt: instantOf(wire.updated_date, wire.updated_time)?.toISOString(),
  };
}

/** It has no switch of its own (sheet 8.1): one in no category is not hidden by any. */
export function isShown({ categories }: Pick<ArticleWire, 'categories'>): boolean {
  return categories.length === 0 || categories.some(({ is_active }) => is_active !== false);
}

/** With an offer price that is the price, and the other one is struck through (sheet 8.1). */
export function pricesOf({ price }: ArticleWire): Pick<Product, 'price' | 'listPrice'> {
  const isOffer = price?.action !== undefined && big(price.action).gt(0);
  return isOffer
    ? { price: price.action, listPrice: price.default ?? null }
    : { price: price?.default, listPrice: null };
}

/** A merchant's fields stand among those that buyers see, or do not (sheet 7.1). */
function extraOf({ extra }: ArticleWire, name: string): string | undefined {
  return extra?.invisible?.[name] ?? extra?.visible?.[name];
}

function attributesOf({ extra }: ArticleWire): Named[] {
  const known: readonly string[] = Object.values(knownExtras);
  return Object.entries(extra?.visible ?? {}).flatMap(([name, value]) =>
    value === undefined || known.includes(name) ? [] : [{ name, values: [value] }],
  );
}

/** Lists that variants differ in; others ask the buyer something, and stay behind. */
function optionsOf(wire: ArticleWire): Named[] {
  const taken = Map.groupBy(
    wire.variants.flatMap((variant) => choicesOf(wire, variant)),
    ({ list }) => list,
  );
  return [...taken].map(([name, choices]) => ({
    name,
    values: [...new Set(choices.map(({ value }) => value))],
  }));
}

/** It costs what the article does and what its choices add (sheet 7.2). */
function variantOf(wire: ArticleWire, variant: VariantWire): Variant {
  const choices = choicesOf(wire, variant);
  const added = sum(choices.map(({ price }) => price));
  const plus = (amount: Decimal) => normalise(big(amount).plus(added));
  const { price, listPrice } = pricesOf(wire);
  return {
    id: variant.id,
    sku: skuOfVariant(wire, variant),
    options: Object.fromEntries(choices.map(({ list, value }) => [list, value])),
    ...(added.eq(0) || price === undefined ? {} : { price: plus(price) }),
    ...(added.eq(0) || typeof listPrice !== 'string' ? {} : { listPrice: plus(listPrice) }),
  };
}

export function sortedImages({ images }: Pick<ArticleWire, 'images'>): readonly ImageWire[] {
  return images.toSorted((a, b) => Number(a.position ?? 0) - Number(b.position ?? 0));
}

function picturesOf(wire: ArticleWire): Picture[] {
  const shown = sortedImages(wire).flatMap(({ id, url, urls = {} }) => {
    const address = urls.full ?? url ?? Object.values(urls).find((each) => each !== undefined);
    return address === undefined ? [] : [{ url: address, version: id }];
  });
  return shown.map((picture, position) => ({ ...picture, position }));
}
