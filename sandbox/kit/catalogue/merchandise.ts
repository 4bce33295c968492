import { z } from 'zod';
import { money } from '../shop/sale-fields.ts';
import type { Catalogue, Pieces } from './catalogue.ts';

export const pieces = z.union([z.number().int(), z.literal('unlimited')]);

/** What a system knows of a product, in words that all systems share. Null: there is none. */
export const productEdit = z
  .strictObject({
    name: z.string().min(1),
    sku: z.string().nullable(),
    /** As the shop shows it: with VAT in a shop whose prices include it. */
    price: money,
    listPrice: money.nullable(),
    /** HTML. */
    description: z.string(),
    active: z.boolean(),
    /** Ids of categories, all of them. */
    categories: z.array(z.string()),
  })
  .partial();

export const newProduct = productEdit
  .required({ name: true, price: true })
  .extend({ pieces: pieces.default(0) });

export const newVariant = z.strictObject({
  sku: z.string().nullable().default(null),
  /** A value of every option, by the option's name. A value that is new becomes one of the option. */
  options: z.record(z.string(), z.string().min(1)),
  price: money.optional(),
  pieces: pieces.default(0),
});

/** `options` renames: the variant's value of an option becomes another word. */
export const variantEdit = z
  .strictObject({
    sku: z.string().nullable(),
    price: money,
    options: z.record(z.string(), z.string().min(1)),
  })
  .partial();

export const newPicture = z.strictObject({
  /** The picture is made of its name: another name is another picture. */
  fileName: z.string().regex(/^[\w.-]+$/),
  alt: z.string().default(''),
  /** The picture that gives way, counted from 0; a further one when left out. */
  replaces: z.number().int().nonnegative().optional(),
});

export const newCategory = z.strictObject({
  name: z.string().min(1),
  /** Null: at the top. */
  parent: z.string().nullable().default(null),
  description: z.string().default(''),
  active: z.boolean().default(true),
});

export const categoryEdit = z
  .strictObject({ name: z.string().min(1), parent: z.string().nullable(), active: z.boolean() })
  .partial();

export type ProductEdit = z.infer<typeof productEdit>;
export type NewProduct = z.infer<typeof newProduct>;
export type NewVariant = z.infer<typeof newVariant>;
export type VariantEdit = z.infer<typeof variantEdit>;
export type NewPicture = z.infer<typeof newPicture>;
export type NewCategory = z.infer<typeof newCategory>;
export type CategoryEdit = z.infer<typeof categoryEdit>;

export interface VariantView {
  readonly id: string;
  readonly sku: string | null;
  readonly options: Readonly<Record<string, string>>;
  readonly price: string;
  readonly pieces: Pieces;
}

export interface ProductView {
  readonly id: string;
  readonly sku: string | null;
  readonly name: string;
  readonly price: string;
  readonly listPrice: string | null;
  readonly description: string;
  readonly active: boolean;
  readonly categories: readonly string[];
  /** Addresses, the main one first. */
  readonly pictures: readonly string[];
  readonly variants: readonly VariantView[];
  readonly pieces: Pieces;
}

export interface CategoryView {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  readonly active: boolean;
}

/** What a merchant does to the catalogue by hand. Everything throws a `Refusal` where the system would not let them. */
export interface Merchandise {
  /** As if all of it had always been there. */
  readonly fill: (catalogue: Catalogue) => void;
  /** Ids of products that have the SKU, or a variant that has it. */
  readonly withSku: (sku: string) => readonly string[];
  readonly view: (id: string) => ProductView;
  /** All products; in Magento also those that are variants of another one. */
  readonly all: () => readonly ProductView[];
  /** A product without variants; its id. */
  readonly add: (product: NewProduct) => string;
  /** What is left out stays; null takes away. */
  readonly edit: (id: string, changes: ProductEdit) => void;
  readonly remove: (id: string) => void;
  /** Sets the pieces of every product and variant with that SKU; how many there were. */
  readonly setStock: (sku: string, pieces: Pieces) => number;
  readonly addVariant: (id: string, variant: NewVariant) => string;
  readonly editVariant: (id: string, variant: string, changes: VariantEdit) => void;
  readonly removeVariant: (id: string, variant: string) => void;
  readonly addPicture: (id: string, picture: NewPicture) => void;
  /** By its place, counted from 0. */
  readonly removePicture: (id: string, place: number) => void;
  readonly categories: () => readonly CategoryView[];
  readonly addCategory: (category: NewCategory) => string;
  readonly editCategory: (id: string, changes: CategoryEdit) => void;
  readonly removeCategory: (id: string) => void;
}
