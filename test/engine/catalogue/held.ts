/** What a shop holds of a catalogue, in words that both systems share. */
export interface HeldCatalogue {
  /** Names from the top, joined by ` > `, with what else is told of each. */
  readonly categories: readonly HeldCategory[];
  readonly products: readonly HeldProduct[];
}

export interface HeldCategory {
  readonly path: string;
  readonly description: string;
  readonly active: boolean;
}

export interface HeldProduct {
  readonly sku: string;
  readonly name: string;
  readonly description: string;
  readonly shortDescription: string;
  /** As the shop shows it, with VAT; null of a product whose variants have prices alone. */
  readonly price: string | null;
  readonly listPrice: string | null;
  readonly active: boolean;
  readonly gtin: string;
  readonly brand: string;
  readonly origin: string;
  readonly weightKg: string;
  readonly vatRate: string;
  readonly categories: readonly string[];
  readonly pictures: readonly HeldPicture[];
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly variants: readonly HeldVariant[];
  readonly level: HeldLevel;
}

/** Pieces; `uncounted`: the shop does not count it; null of what has no stock of its own. */
export type HeldLevel = number | 'uncounted' | null;

export interface HeldPicture {
  /** The bytes, by the name of the file that the sandbox makes them of; an address where it keeps no bytes. */
  readonly shows: string;
  readonly alt: string;
}

export interface HeldVariant {
  readonly sku: string;
  readonly options: Readonly<Record<string, string>>;
  readonly price: string;
  readonly listPrice: string | null;
  readonly gtin: string;
  readonly weightKg: string;
  readonly active: boolean;
  readonly level: HeldLevel;
}

/** In an order that says nothing of the shop's. */
export function inOrder({ categories, products }: HeldCatalogue): HeldCatalogue {
  return {
    categories: categories.toSorted((one, other) => compare(one.path, other.path)),
    products: products
      .map((each) => ({
        ...each,
        categories: each.categories.toSorted(compare),
        variants: each.variants.toSorted((one, other) => compare(one.sku, other.sku)),
      }))
      .toSorted((one, other) => compare(one.sku, other.sku)),
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
