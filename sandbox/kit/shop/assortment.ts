import type { VatKind } from './vat-kind.ts';

/** Something that a shop sells, independent of any system. The price is in euros and includes Dutch VAT. */
export interface Article {
  readonly productId: number;
  readonly sku: string;
  readonly name: string;
  readonly price: string;
  readonly vat: VatKind;
  /** Kilograms. An article with weight 0 is not sent. */
  readonly weight: number;
  /** What the buyer chooses, and among what. */
  readonly options?: readonly { readonly name: string; readonly values: readonly string[] }[];
}

/** Writes articles in short, with ids from a first one on. `More` is what a system knows of an article besides. */
export function articlesFrom<More extends object = Pick<Article, 'options'>>(firstId: number) {
  return (
    number: number,
    sku: string,
    name: string,
    price: string,
    vat: VatKind,
    weight: number,
    more: More = {} as More,
  ): Article & More => ({ productId: firstId + number, sku, name, price, vat, weight, ...more });
}
