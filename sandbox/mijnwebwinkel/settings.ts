import { z } from 'zod';
import { gateSettings, grants, searchSettings } from '../kit/settings.ts';
import { money } from '../kit/shop/sale-fields.ts';

export const storeToken = 'sandbox-store-token';
export const partnerToken = 'sandbox-partner-token';
export const storeId = 'e5fc0f6a-0000-4000-8000-000000001003';
export const offlineLocationId = '7f0a0f5e-0000-4000-8000-000000000001';

/** What the sheet leaves open is a setting that can be played either way; the first is the default. */
export const mijnwebwinkelSettings = z.strictObject({
  ...gateSettings,
  ...searchSettings,
  /** What needs a right of its own per partner (sheet 2). */
  rights: grants('override_stock', 'override_minimum', 'price_override', 'store.email'),
  /** False: the store's token is enough (sheet: unknown). */
  partnerTokenNeeded: z.boolean().default(true),
  /** The height of the limit is not published; it counts per partner and store (sheet 4). */
  callsPerWindow: z.number().int().positive().default(20),
  windowMs: z.number().int().positive().default(10_000),
  /** Whether a 429 says how long to wait. */
  retryAfter: z.boolean().default(true),
  /** What a `limit` above 100 does (not documented). */
  overlongLimit: z.enum(['clamp', 'refuse']).default('clamp'),
  /** `live`: numbers and amounts as text; `description`: numbers as in the vendor's examples (sheet 12, 1). */
  shapes: z.enum(['live', 'description']).default('live'),
  unknownFields: z.enum(['refused', 'ignored']).default('refused'),
  /** Whether a list without `archived` has archived orders (sheet 6.1: unknown). */
  archivedInList: z.boolean().default(false),
  creditOrdersInList: z.boolean().default(true),
  /** The sign of what a credit order shows (sheet 7.7 tells that of the input only). */
  creditSigns: z.enum(['negative', 'positive']).default('negative'),
  /** `payment`: every cost line is called so, as in the vendor's example (sheet 7.4). */
  costLines: z.enum(['named', 'payment']).default('named'),
  /** Null: there is none. */
  minimumOrder: money.nullable().default(null),
  businessModels: z.enum(['ALL', 'B2C', 'B2B']).default('ALL'),
  duplicateEmails: z.boolean().default(false),
  /** The list of customers has no pages: what comes after so many is cut off (sheet: unknown). */
  customersListed: z.number().int().positive().default(100),
  pricesIncludeTax: z.boolean().default(true),
  /** Whether the stock of an article with variants is their sum, and what is written there is lost (sheet: unknown). */
  stockWithVariants: z.enum(['sum', 'own']).default('sum'),
  /** Whether variants keep their ids when the options of their article change. */
  variantIds: z.enum(['kept', 'new']).default('kept'),
  /** Whether a sale moves the article's time of change (sheet 8: unknown). */
  salesMoveUpdated: z.boolean().default(false),
  /** Whether the pages of an article that is changed are the whole list (sheet 7.11: unknown). */
  categoriesOnPatch: z.enum(['replace', 'add']).default('replace'),
  /** What as a parent says that a page stands at the top: the description knows whole numbers only (sheet 7.11: unknown). */
  topPage: z.enum(['zero', 'null']).default('zero'),
  /** What the references of a tax override are (sheet 7.9: unknown). */
  taxReferences: z.enum(['id', 'uuid']).default('id'),
  /** Where the shop's pictures lie; null: where the sandbox is asked, below `/mijnwebwinkel`. */
  picturesAt: z.url().nullable().default(null),
  /** False: pictures are taken in without fetching their addresses, and made of a name instead. */
  fetchesPictures: z.boolean().default(true),
});

export type MijnwebwinkelSettings = z.infer<typeof mijnwebwinkelSettings>;
