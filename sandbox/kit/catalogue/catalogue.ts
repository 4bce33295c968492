/** What a shop sells, independent of any system: the seeds of all stand-ins are translated from this. */
import type { VatKind } from '../shop/vat-kind.ts';

export interface CataloguePicture {
  /** Unique within the catalogue: `mok-em-2.png`. */
  readonly fileName: string;
  readonly alt: string;
}

/** Pieces in stock; `unlimited` where the merchant does not count. */
export type Pieces = number | 'unlimited';

export interface CatalogueVariant {
  /** Null: the merchant gave none. */
  readonly sku: string | null;
  /** A value of every option of the product, by the option's name. */
  readonly options: Readonly<Record<string, string>>;
  /** Euros with VAT, two decimals; left out where it is the product's. */
  readonly price?: string;
  readonly gtin?: string;
  readonly weightKg?: string;
  readonly active: boolean;
  readonly pieces: Pieces;
}

export interface CatalogueProduct {
  /** Tells the products of a catalogue apart; no system sees it. */
  readonly key: string;
  readonly sku: string | null;
  readonly name: string;
  readonly active: boolean;
  /** HTML. */
  readonly description: string;
  readonly shortDescription?: string;
  readonly gtin?: string;
  readonly brand?: string;
  readonly weightKg?: string;
  /** Euros with Dutch VAT, two decimals. */
  readonly price: string;
  /** The price struck through, in the same form. */
  readonly listPrice?: string;
  readonly vat: VatKind;
  readonly attributes: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** What variants differ in; empty without variants. */
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly variants: readonly CatalogueVariant[];
  /** Keys of categories. */
  readonly categories: readonly string[];
  /** The first is the main one. */
  readonly pictures: readonly CataloguePicture[];
  /** Of a product with variants: not looked at. */
  readonly pieces: Pieces;
}

export interface CatalogueCategory {
  readonly key: string;
  /** Null: at the top. Parents stand before their children. */
  readonly parent: string | null;
  readonly name: string;
  /** HTML. */
  readonly description: string;
  readonly active: boolean;
}

export interface Catalogue {
  readonly categories: readonly CatalogueCategory[];
  readonly products: readonly CatalogueProduct[];
}
