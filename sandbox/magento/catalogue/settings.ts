import { z } from 'zod';

/** How this shop's version and configuration treat products and categories. */
export const catalogueSettings = {
  /** `catalog/price/scope`: whether websites may have prices of their own (sheet 10.8). */
  priceScope: z.enum(['global', 'website']).default('global'),
  /** Of prices and weights in the database: four up to 2.2, six since (sheet 10.3). */
  decimals: z.union([z.literal(4), z.literal(6)]).default(6),
  /** Whether the prices of the catalogue include tax, which is not in the API (sheet 14); it decides what a filled shop holds. */
  catalogIncludesTax: z.boolean().default(true),
  /** Whether a save for one store view stores all that it inherits as its own, or what was sent (2.4.3 fixed a part, sheet 10.10). */
  viewSave: z.enum(['all', 'given']).default('all'),
  /** Whether `category_links` of a save replace the list, or only add to it, as 2.2 and 2.3 do (reported). */
  categoryLinks: z.enum(['replace', 'add']).default('replace'),
  /** What a save without `website_ids` does to those of a product that exists: some versions assign all (reported). */
  websitesOnSave: z.enum(['keep', 'all']).default('keep'),
  /** Whether products that are not visible by themselves take part in the rule that URL keys are unique. */
  hiddenKeysClash: z.boolean().default(true),
  /** What creating an attribute option answers: `"id_57"`, `"57"`, or an id that says nothing (sheet 10.7). */
  optionAnswer: z.enum(['prefixed', 'bare', 'unknown']).default('prefixed'),
  /** Whether an option with the admin label of another is refused, as newer versions do (sheet 10.7). */
  optionLabelsUnique: z.boolean().default(true),
  /** Whether linking a child takes the roles of the parent's pictures away (reported). */
  linkingLosesRoles: z.boolean().default(false),
  /** Whether a change of the pictures moves `updated_at` (sheet 10.2: not always). */
  mediaMovesUpdatedAt: z.boolean().default(true),
  /** Whether the calls for prices move `updated_at` (sheet 16: by version). */
  pricesMoveUpdatedAt: z.boolean().default(false),
  /** Whether the web server lets a `%2F` in the path through; many answer a page with 404 (sheet 10.9). */
  encodedSlashes: z.boolean().default(true),
  /** Whether signed calls with encoded characters in the path fail, as in 2.4.6 and some later versions (sheet 2.2). */
  encodedPathsBreakSignatures: z.boolean().default(false),
  /** The root category of the wholesale store; that of the home store is 2. */
  wholesaleRoot: z.number().int().positive().default(2),
  /** Items in one array of objects (Web API limits, sheet 6); null takes any number. */
  maxItems: z.number().int().positive().nullable().default(null),
};
