/** A product as the stand-in keeps it. */
export interface Level {
  readonly available: number;
  /** Sold and not sent yet. */
  readonly committed: number;
  readonly incoming: number;
  readonly updatedAt: number;
}

export interface Variant {
  readonly id: string;
  readonly itemId: string;
  /** A value of every option, in the order of the options. */
  readonly values: readonly string[];
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly price: string;
  readonly compareAtPrice: string | null;
  readonly taxable: boolean;
  readonly policy: 'DENY' | 'CONTINUE';
  readonly tracked: boolean;
  readonly requiresShipping: boolean;
  readonly cost: string | null;
  readonly weight: { readonly value: number; readonly unit: string };
  readonly harmonizedSystemCode: string | null;
  readonly countryCodeOfOrigin: string | null;
  readonly mediaId: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** By location; a location that is missing does not stock the item. */
  readonly levels: Readonly<Record<string, Level>>;
}

export interface Option {
  readonly id: string;
  readonly name: string;
  readonly values: readonly { readonly id: string; readonly name: string }[];
}

export interface MediaImage {
  readonly id: string;
  readonly alt: string | null;
  readonly source: string;
  /** That of its source, where none was given. */
  readonly fileName?: string;
  readonly mimeType: string;
  readonly createdAt: number;
  /** Whether the shop could fetch it. */
  readonly failed: boolean;
}

export interface Product {
  readonly id: string;
  readonly title: string;
  readonly handle: string;
  readonly descriptionHtml: string;
  readonly vendor: string;
  readonly productType: string;
  readonly status: 'ACTIVE' | 'ARCHIVED' | 'DRAFT' | 'UNLISTED';
  readonly tags: readonly string[];
  readonly giftCard: boolean;
  readonly templateSuffix: string | null;
  readonly seo: { readonly title: string | null; readonly description: string | null };
  readonly options: readonly Option[];
  readonly variants: readonly Variant[];
  readonly media: readonly MediaImage[];
  /** Ids of collections. */
  readonly collections: readonly string[];
  /** Ids of publications. */
  readonly publications: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface ProductCollection {
  readonly id: string;
  readonly title: string;
  readonly handle: string;
  readonly descriptionHtml: string;
  readonly sortOrder: string;
  /** A smart one is filled by its rules: here, by the tag of that name. */
  readonly smartTag: string | null;
  readonly seo: { readonly title: string | null; readonly description: string | null };
  readonly publications: readonly string[];
  readonly updatedAt: number;
}

export function isDefaultOnly({ options }: Pick<Product, 'options'>): boolean {
  const [option] = options;
  return options.length === 1 && option?.name === 'Title' && option.values[0]?.name === 'Default Title';
}

export function variantTitle(product: Pick<Product, 'options'>, { values }: Variant): string {
  return isDefaultOnly(product) ? 'Default Title' : values.join(' / ');
}
