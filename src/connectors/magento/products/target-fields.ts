import { z } from 'zod';

/** Of the product itself, by Magento's own names (sheet 10.2). Websites are none of them: which they are is the merchant's. */
const ownFields = {
  attribute_set_id: z.int().positive(),
  visibility: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
};

/** Attributes that every shop has (sheet 10.3). */
const customFields = {
  meta_title: z.string(),
  meta_keyword: z.string(),
  meta_description: z.string(),
  country_of_manufacture: z.string().regex(/^[A-Z]{2}$/, 'not_a_country'),
  news_from_date: z.string(),
  news_to_date: z.string(),
  /** Given once, when the product is made: an address that people have does not move. */
  url_key: z.string(),
};

export const productFields = z.object({ ...ownFields, ...customFields }).partial();

export function isOwnField(name: string): boolean {
  return Object.hasOwn(ownFields, name);
}

export const customNames = Object.keys(customFields);
