import { z } from 'zod';
import { decimal } from './money.ts';

/** A choice that variants differ in, or a fact about a product. Names and values are the source's own words. */
const named = z.object({ name: z.string().min(1), values: z.array(z.string()) });

const picture = z.object({
  /** Where it can be fetched without credentials. */
  url: z.string(),
  alt: z.string().optional(),
  /** Counted from 0; the first is the main one. */
  position: z.number().int(),
  /** Tells one picture from another, whatever its address: equal versions need no second look. */
  version: z.string().min(1),
});

const variant = z.object({
  id: z.string().min(1),
  sku: z.string().optional(),
  /** A value of every option of the product, by the option's name. */
  options: z.record(z.string(), z.string()),
  /** Left out where it is the product's; of `listPrice` null says that there is none. */
  price: decimal.optional(),
  listPrice: decimal.nullable().optional(),
  gtin: z.string().optional(),
  weightKg: decimal.optional(),
  active: z.boolean().optional(),
  /** The version of one of the product's pictures. */
  image: z.string().optional(),
});

/**
 * Something that a shop sells, as the source states it. A field or list that is left out is not known: nothing follows from it for the
 * target. An empty text or list says that there is none.
 */
export const product = z.object({
  id: z.string().min(1),
  /** As the source writes it, with its zeros and blanks. */
  sku: z.string().optional(),
  name: z.string(),
  kind: z.enum(['simple', 'variants']),
  /** What it is instead of one that can be carried, without an article: `bundle`, `gift card`. */
  unsupported: z.string().optional(),
  active: z.boolean(),
  /** HTML. */
  description: z.string().optional(),
  shortDescription: z.string().optional(),
  /** EAN or UPC, with its zeros. */
  gtin: z.string().optional(),
  brand: z.string().optional(),
  weightKg: decimal.optional(),
  price: decimal.optional(),
  /** The price struck through; null: there is none. */
  listPrice: decimal.nullable().optional(),
  /** ISO 4217. */
  currency: z.string(),
  /** Left out where the system does not tell. */
  pricesIncludeVat: z.boolean().optional(),
  /** A percentage at home: `"21"`. */
  vatRate: decimal.optional(),
  /** The source's own tax class. */
  vatClass: z.string().optional(),
  attributes: z.array(named).optional(),
  options: z.array(named).optional(),
  variants: z.array(variant).optional(),
  /** Ids of the source. */
  categories: z.array(z.string()).optional(),
  images: z.array(picture).optional(),
  updatedAt: z.iso.datetime().optional(),
});

export type Product = z.infer<typeof product>;
export type Variant = z.infer<typeof variant>;
export type Picture = z.infer<typeof picture>;
export type Named = z.infer<typeof named>;
