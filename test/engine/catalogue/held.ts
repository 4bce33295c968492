/** What a shop holds of a catalogue, in words that both systems share. */
export interface HeldCatalogue {
  /** Each by its path, with what else is told of it. */
  readonly categories: readonly HeldCategory[];
  readonly products: readonly HeldProduct[];
}

export interface HeldCategory {
  /** Names from the top, joined by ` » `, which stands in no name. */
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

/** Tells the path of a category by its id; nothing of one that is not in the list, as of what a root hangs under. */
export function pathsOf<Id>(
  categories: readonly { readonly id: Id; readonly parent: Id | null; readonly name: string }[],
): (id: Id | null) => string {
  const byId = new Map(categories.map((each) => [each.id, each]));
  const pathOf = (id: Id | null): string => {
    const each = id === null ? undefined : byId.get(id);
    return each === undefined ? '' : [pathOf(each.parent), each.name].filter(Boolean).join(' » ');
  };
  return pathOf;
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
      .toSorted((one, other) => compare(one.sku, other.sku) || compare(one.name, other.name)),
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
