import Big from 'big.js';
import type { Pieces } from '../../kit/catalogue/catalogue.ts';
import type { JsonObject } from '../../kit/json.ts';
import type { VatKind } from '../../kit/shop/vat-kind.ts';

/** A choice group of the store (sheet 7.2). */
export interface ArticleList {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly options: readonly ListOption[];
}

export interface ListOption {
  readonly id: number;
  readonly name: string;
  /** What it adds to the price of the article: a decimal. */
  readonly price: string;
}

/** A choice group as an article offers it: some of its options, maybe at another price. */
export interface OfferedList {
  readonly id: number;
  readonly hasImages: boolean;
  readonly options: readonly OfferedOption[];
}

export interface OfferedOption {
  readonly id: number;
  /** Null: that of the list. */
  readonly price: string | null;
  readonly imageIds: readonly string[];
}

/** A combination of options. It has no SKU and no price (sheet 7.2). */
export interface Variant {
  readonly id: number;
  readonly optionIds: readonly number[];
  /** Null: not counted. */
  readonly stock: number | null;
  readonly canBackorder: boolean;
}

export interface ArticleImage {
  readonly id: string;
  readonly position: number;
  readonly originalName: string;
  readonly file: string;
}

export interface OnPage {
  readonly pageId: number;
  /** The number in the address of the shop: another one than the article's own (sheet 12, 7). */
  readonly urlId: number;
  readonly isActive: boolean;
  readonly isMain: boolean;
}

export interface Article {
  readonly id: number;
  readonly uuid: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** What is kept as sent: `name`, `description`, `sku` and so on. */
  readonly fields: JsonObject;
  readonly price: {
    readonly default: string;
    readonly action: string | null;
    readonly purchase: string | null;
  };
  /** Null: unlimited. */
  readonly stock: number | null;
  readonly extra: {
    readonly visible: Readonly<Record<string, string>>;
    readonly invisible: Readonly<Record<string, string>>;
  };
  readonly pages: readonly OnPage[];
  readonly lists: readonly OfferedList[];
  readonly variants: readonly Variant[];
  readonly images: readonly ArticleImage[];
  /** The API tells only whether there is any (sheet 7.9). */
  readonly vat: VatKind;
}

export function skuOf({ fields }: Article): string {
  return String(fields.sku ?? '');
}

/** Of a unit without options, as the shop shows it. */
export function priceOf({ price }: Article): string {
  return price.action ?? price.default;
}

export function optionPrice(option: OfferedOption, list: ArticleList): string {
  return option.price ?? list.options.find(({ id }) => id === option.id)?.price ?? '0.00';
}

/** The variant of just these options, in any order. */
export function variantOf({ variants }: Article, optionIds: readonly number[]): Variant | undefined {
  const key = keyOf(optionIds);
  return variants.find((each) => keyOf(each.optionIds) === key);
}

/** The same for the same options in any order. */
export function keyOf(optionIds: readonly number[]): string {
  return [...optionIds].sort((one, other) => one - other).join('-');
}

/** With so many pieces more of it, or of the variant; the article itself where nothing is counted. */
export function withMoved(article: Article, optionIds: readonly number[], pieces: number): Article {
  const variant = variantOf(article, optionIds);
  if (variant === undefined) {
    return article.stock === null ? article : { ...article, stock: article.stock + pieces };
  }
  const { stock } = variant;
  if (stock === null) return article;
  const moved = { ...variant, stock: stock + pieces };
  return { ...article, variants: article.variants.map((each) => (each === variant ? moved : each)) };
}

/** Null: unlimited. */
export function piecesOf(article: Article, optionIds: readonly number[]): number | null {
  const variant = variantOf(article, optionIds);
  return variant === undefined ? article.stock : variant.stock;
}

/** Null as soon as one of them is not counted. */
export function sumOfVariants({ variants }: Article): number | null {
  return variants.reduce<number | null>(
    (sum, { stock }) => (sum === null || stock === null ? null : sum + stock),
    0,
  );
}

/** Kilograms of a unit: the merchant's own field, in which anything may stand. */
export function weightOf({ extra }: Article): string {
  const weight = extra.invisible.weight ?? '';
  return /^\d{1,6}(\.\d{1,6})?$/.test(weight) ? weight : '0';
}

/** Null: unlimited. */
export function stockOf(pieces: Pieces): number | null {
  return pieces === 'unlimited' ? null : pieces;
}

export function twoDecimals(amount: string): string {
  return Big(amount).toFixed(2);
}
