import { z } from 'zod';
import { gateSettings, searchSettings } from '../kit/settings.ts';
import { deliverySettings } from '../kit/webhooks/settings.ts';

export const publicKey = 'sandbox-ccv-public-key';
export const secretKey = 'sandbox-ccv-secret-key';
export const shopDomain = 'theemeester.ccvshop.nl';
export const shopId = 700;

/** What the sheet leaves open is a setting that can be played either way; the first of its values is the default. */
export const ccvSettings = z.strictObject({
  ...gateSettings,
  ...searchSettings,
  ...deliverySettings,
  /** Whether the account is that of a till: `is_salespos` (sheet 1.1). */
  salespos: z.boolean().default(false),
  /** Where the shop lies, for all links; null: where the sandbox is asked, below `/ccv`. */
  root: z.url().nullable().default(null),
  /** How far the shop's clock is ahead. */
  clockSkewMs: z.number().int().default(0),
  /** How answers are signed (sheet 2.5); `wrong` is what a forged one would have. */
  answersSigned: z.enum(['right', 'wrong', 'none']).default('right'),
  /** Per route and minute; the height of the total is not known (sheet 4.2). */
  getsPerMinute: z.number().int().positive().default(150),
  writesPerMinute: z.number().int().positive().default(100),
  queriesPerMinute: z.number().int().positive().default(30),
  callsPerMinute: z.number().int().positive().default(600),
  /** The part of the calls that fail with 500.10, a fault of the limits themselves (sheet 4.1), from 0 to 1. */
  limitFaults: z.number().min(0).max(1).default(0),
  /** Of a list (sheet 3.2: unknown). */
  defaultSize: z.number().int().positive().default(25),
  maxSize: z.number().int().positive().default(150),
  overlongSize: z.enum(['clamp', 'refuse']).default('clamp'),
  /** What `items` is in an empty list of rows, notes and messages: the schemas allow both. */
  emptyRows: z.enum(['list', 'null']).default('list'),
  unknownParameters: z.enum(['refused', 'ignored']).default('refused'),
  unknownFields: z.enum(['refused', 'ignored']).default('refused'),
  /** What a POST that succeeded answers (sheet 3.1). */
  postAnswers: z.enum(['resource', 'empty']).default('resource'),
  /** How links end: those of a resource to itself with a slash, all others without (sheet 3.3). */
  slashes: z.enum(['mixed', 'always', 'never']).default('mixed'),
  /** `text` as in the one real payload (sheet 12, 2). */
  orderUserIds: z.enum(['text', 'number']).default('text'),
  /** Whether `total_orderrow_price` is that of the whole order, as in the one real payload (sheet 12, 1). */
  rowTotals: z.enum(['whole order', 'rows']).default('whole order'),
  /** How often VAT is rounded in an order. */
  vatRounded: z.enum(['per row', 'per rate']).default('per row'),
  /** Whether the bounds of `min_create_date` and `max_create_date` belong to the range. */
  dateBounds: z.enum(['inside', 'outside']).default('inside'),
  /** Whether a basket that is completed keeps the date at which it was begun (unknown): lists by date may pass it by. */
  basketDates: z.enum(['kept', 'moved']).default('kept'),
  /** Whether a PATCH of an order that changes nothing is refused with 500.50. */
  sameValues: z.enum(['accepted', 'refused']).default('accepted'),
  /** When an order takes its goods from the stock (sheet 7). */
  stockTaken: z.enum(['at order', 'when sent', 'never']).default('at order'),
  /** Whether an order over the API is refused when goods are out of stock. */
  apiChecksStock: z.boolean().default(false),
  /** The shop counts stock at all: `settings.stock`. */
  countsStock: z.boolean().default(true),
  /** What `stock` is of a product that nobody counts: a number that says nothing, or null. */
  uncountedStock: z.enum(['number', 'null']).default('number'),
  pricesIncludeTax: z.boolean().default(true),
  /** To how many decimals prices of products are kept. */
  priceDecimals: z.number().int().min(0).max(6).default(2),
  /** Where a till's order has tips, what cash is rounded by, and vouchers that are used (unknown); as a coupon those take VAT off. */
  tipsAre: z.enum(['row', 'extra costs']).default('row'),
  roundingIs: z.enum(['extra costs', 'row']).default('extra costs'),
  vouchersAre: z.enum(['row', 'coupon']).default('row'),
  /** Null: numbers stand alone. */
  orderPrefix: z.string().nullable().default('WEB'),
  /** What besides its own fields moves a product's `modifydate` and is told as `products.updated` (sheet 8.2). */
  movesProducts: z.array(z.enum(['combinations', 'photos', 'categories', 'sales'])).default([]),
  /** Whether a change of a product's options gives all its combinations new ids (sheet 6.8: inferred). */
  combinationIds: z.enum(['new', 'kept']).default('new'),
  /** Whether a product counts by combination as soon as it has some, or only when `stocktype` says so. */
  stocktypeOfVariants: z.enum(['stays', 'switches']).default('stays'),
  stocktypeWords: z.enum(['Product Attribute', 'product attribute']).default('Product Attribute'),
  /** Whether numbers are found without regard to case and outer blanks, as databases compare. */
  numbersMatch: z.enum(['loosely', 'exactly']).default('loosely'),
  /** What putting a product into a category twice does (sheet 7.1: unknown). */
  secondLink: z.enum(['refused', 'doubled']).default('refused'),
  /** What as `parentcategory_id` moves a category to the top (unknown). */
  topCategory: z.enum(['null', 'zero']).default('null'),
  /** Words of `type` for the numbers 1 to 6 of `attribute_type` (sheet 6.8: unknown). */
  attributeTypes: z
    .array(z.string())
    .length(6)
    .default([
      'menu',
      'text',
      'text_required',
      'menu_required',
      'additional_menu',
      'additional_menu_required',
    ]),
  /** -1: no limit (sheet 6.14). */
  productLimit: z.number().int().default(-1),
  /** Products that a multishop manages, by their number, and what of them cannot be written (sheet 12, 9). */
  multishopProducts: z.array(z.string()).default([]),
  multishopReadonly: z.array(z.string()).default(['name', 'price', 'discount']),
  /** How deliveries of webhooks are signed (sheet 8.3: inferred). */
  webhookHash: z.enum(['address and body', 'body', 'none']).default('address and body'),
  /** Whether a delivery that fails is tried again (sheet 8.3: unknown). */
  webhookRetries: z.boolean().default(false),
  maxPictureBytes: z.number().int().positive().default(5_000_000),
  maxBodyBytes: z.number().int().positive().default(10_000_000),
});

export type CcvSettings = z.infer<typeof ccvSettings>;
