import { z } from 'zod';

/** Of the category itself, by Magento's own names (sheet 11). */
const ownFields = { include_in_menu: z.boolean() };

const customFields = {
  url_key: z.string(),
  meta_title: z.string(),
  meta_keywords: z.string(),
  meta_description: z.string(),
  display_mode: z.enum(['PRODUCTS', 'PAGE', 'PRODUCTS_AND_PAGE']),
  is_anchor: z.union([z.literal(0), z.literal(1)]),
};

export const categoryFields = z.object({ ...ownFields, ...customFields }).partial();

export function isOwnField(name: string): boolean {
  return Object.hasOwn(ownFields, name);
}

export const customNames = Object.keys(customFields);
