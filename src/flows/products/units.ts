/** What is to be one product in the target: a product of the source, or with `split` one of its variants. */
import type { Product, Variant } from '../../records/product.ts';
import type { BackLink, SentPictures, SentProduct, SentUpdate } from '../bulk.ts';
import type { ProductFacts, ProductLink } from '../links.ts';

export interface Unit {
  /** The product's id in the source. */
  readonly key: string;
  /** The variant's id; null: the whole product. */
  readonly part: string | null;
  readonly product: Product;
  readonly link: ProductLink | null;
  /** What the other direction knows of it. */
  readonly back: BackLink | null;
  /** A person asked for it, and for just this one. */
  readonly asked: boolean;
  readonly named: boolean;
  /** What an earlier batch was about to do of it. */
  readonly begun: UnitBegun | null;
  /** The target's lists may still show it as it was before. */
  readonly isJustWritten: boolean;
}

/** What may come to be of one product of the target. */
export interface UnitBegun {
  /** The product itself. */
  readonly product: SentProduct | null;
  /** Pictures that go to a target which names them itself. */
  readonly pictures: SentPictures | null;
  /** What batches that died were about to say of it. */
  readonly updates: readonly SentUpdate[];
}

export const noFacts: ProductFacts = {
  sku: '',
  said: {},
  variants: {},
  pictures: {},
  categories: {},
  attributes: {},
};

/** The facts of a link, and what stands for them where there is none. */
export function factsOf({ link }: Pick<Unit, 'link'>): ProductFacts {
  return link?.facts ?? noFacts;
}

/** The link of a product that is several in the target; null: none of them was met yet. */
export function linkOfParts(parts: Readonly<Record<string, ProductLink>>): ProductLink | null {
  const all = Object.values(parts);
  const first = all.find(({ targetId }) => targetId !== '') ?? all[0];
  if (first === undefined) return null;
  const { sku } = first.facts;
  return { targetId: first.targetId, fingerprint: '', facts: { ...noFacts, sku, apart: parts } };
}

/** Whether it was to be made, and nobody knows whether it was: its link leads nowhere yet. */
export function isUnanswered({ link }: Pick<Unit, 'link'>): boolean {
  return link !== null && link.targetId === '';
}

/** Takes a product apart into its variants: each has its own name, and of the product whatever it has not of its own. */
export function apart(product: Product): readonly { readonly part: string; readonly product: Product }[] {
  return (product.variants ?? []).map((variant) => ({
    part: variant.id,
    product: variantAsProduct(product, variant),
  }));
}

function variantAsProduct(product: Product, variant: Variant): Product {
  const { options: _options, variants: _variants, gtin: _gtin, sku: _sku, ...shared } = product;
  const { price, listPrice, gtin, weightKg, image, sku } = variant;
  const own = Object.entries({ price, listPrice, gtin, weightKg, sku }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    ...shared,
    ...Object.fromEntries(own),
    kind: 'simple',
    name: nameOf(product, variant),
    active: product.active && variant.active !== false,
    ...(product.images === undefined ? {} : { images: ownFirst(product.images, image) }),
  };
}

/** `Shirt, M, blue`, in the order of the product's options. */
function nameOf({ name, options = [] }: Product, variant: Variant): string {
  const order = [...new Set([...options.map((each) => each.name), ...Object.keys(variant.options)])];
  const values = order.flatMap((option) => variant.options[option]?.trim() || []);
  return [name, ...values].join(', ');
}

function ownFirst(images: NonNullable<Product['images']>, version: string | undefined) {
  const sorted = [...images].sort((a, b) => a.position - b.position);
  const own = sorted.filter((image) => image.version === version);
  return [...own, ...sorted.filter((image) => image.version !== version)].map((image, position) => ({
    ...image,
    position,
  }));
}
