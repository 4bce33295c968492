import { z } from 'zod';
import { gateSettings, grants, searchSettings } from '../kit/settings.ts';
import { deliverySettings } from '../kit/webhooks/settings.ts';
import { customField, customObject, firstCustomFields, firstCustomObjects } from './schema/custom.ts';

export const myDomain = 'acme.my.salesforce.com';
export const consumerKey = 'sandbox-consumer-key';
export const consumerSecret = 'sandbox-consumer-secret';
/** Whom the connection acts as. */
export const username = 'koppel@acme.example.com';

export const allRights = ['ActivateOrders', 'ViewSetup', 'ViewAllData'] as const;

const orderStatus = z.strictObject({ value: z.string().min(1), category: z.enum(['Draft', 'Activated']) });
const stage = z.strictObject({
  value: z.string().min(1),
  closed: z.boolean().default(false),
  won: z.boolean().default(false),
  probability: z.number().min(0).max(100).default(10),
});

/** A validation rule: a record for which the condition holds is refused with the admin's words. */
const validationRule = z.strictObject({
  object: z.string(),
  /** As in a query behind WHERE: `IsPersonAccount = false AND Phone = null`. */
  when: z.string().min(1),
  message: z.string().min(1),
  field: z.string().optional(),
});

/** A duplicate rule: a record that is equal in one of the fields, or alike, is refused. */
const duplicateRule = z.strictObject({
  name: z.string().default('Standard_Account_Duplicate_Rule'),
  object: z.enum(['Account', 'Contact']).default('Account'),
  /** Equal in any of these, regardless of case. */
  equal: z.array(z.string()).default([]),
  /** Alike in any of these: the same letters but for the legal form, accents, case and blanks. */
  alike: z.array(z.string()).default(['Name']),
  /** Whether the header can have it saved all the same. */
  allowSave: z.boolean().default(true),
});

/** What differs from org to org, or what the sheet leaves open, is a setting; the first is the default. */
export const salesforceSettings = z.strictObject({
  ...gateSettings,
  /** Here: how long after their stamp writes of people become visible, as of long transactions (sheet 7.1). */
  ...searchSettings,
  ...deliverySettings,
  webhookTimeoutMs: z.number().int().positive().default(60_000),

  /** The base that tokens tell; null: the My Domain where it is asked under a Salesforce host, else the sandbox's own address. */
  instanceUrl: z.url().nullable().default(null),
  /** The grants that the app allows (sheet 2). */
  grants: grants('client_credentials', 'jwt-bearer', 'authorization_code', 'refresh_token'),
  /** The certificate of the app for JWT: its public key, SPKI in PEM. */
  publicKey: z.string().nullable().default(null),
  /** Whether the user has approved the app for JWT. */
  userApproved: z.boolean().default(true),
  /** Where the web server flow may go back to; empty: anywhere. */
  redirectUris: z.array(z.string()).default([]),
  tokenLifeMs: z.number().int().positive().default(7_200_000),
  /** Whether use prolongs it (sheet 2.4). */
  tokenSlides: z.boolean().default(true),
  refreshTokenRotates: z.boolean().default(false),
  secretForRefresh: z.boolean().default(true),
  rights: grants(...allRights),
  /** By object: fields that the user may not see. They are as if they did not exist (sheet 3.3). */
  hiddenFields: z.record(z.string(), z.array(z.string())).default({}),
  readOnlyFields: z.record(z.string(), z.array(z.string())).default({}),

  versions: z
    .strictObject({ first: z.number().int(), last: z.number().int() })
    .default({ first: 31, last: 67 }),
  /** Calls in 24 hours: Enterprise has 100,000, Developer 15,000 (sheet 4). */
  dailyCalls: z.number().int().positive().default(100_000),
  /** The most rows of a page; the server may send fewer than the 2,000 (sheet 3.3). */
  maxBatch: z.number().int().min(1).max(2000).default(2000),
  /** The most rows of a nested list (sheet 3.3: they page too; how many is not told). */
  maxNestedBatch: z.number().int().positive().default(200),
  cursorLifeMs: z
    .number()
    .int()
    .positive()
    .default(2 * 86_400_000),
  /** For so long after it was made a row counts as not seen by another upsert of its key (sheet 3.2). */
  upsertRaceMs: z.number().int().nonnegative().default(0),
  /** Of a composite call that is rolled back: the status of the collection that failed (not told). */
  failedCollectionStatus: z.union([z.literal(200), z.literal(400)]).default(200),

  edition: z.string().default('Enterprise Edition'),
  isSandbox: z.boolean().default(false),
  /** When the org was made: before that nothing may be asked for. */
  foundedAt: z.iso.datetime().default('2020-01-06T09:00:00Z'),
  timeZone: z.string().default('Europe/Amsterdam'),
  personAccounts: z.boolean().default(false),
  /** With more than one it is a multi-currency org; the first is the corporate one. */
  currencies: z
    .array(z.string().regex(/^[A-Z]{3}$/))
    .min(1)
    .default(['EUR']),
  /** A multi-currency org may have one currency only. */
  multiCurrency: z.boolean().default(false),
  countryPicklists: z.boolean().default(true),
  /** False: orders are switched off in the org. */
  orders: z.boolean().default(true),
  /** False: orders may go without price books (sheet 5.3). */
  pricebooksForOrders: z.boolean().default(true),
  reductionOrders: z.boolean().default(false),
  /** What activated orders still let change (sheet 6): nothing of the items without the permission. */
  editActivatedOrders: z.boolean().default(false),
  enhancedCommerceOrders: z.boolean().default(false),
  /** False: the profile may not give another price than the list's. */
  priceEdits: z.boolean().default(true),
  /** False: a line of an order has no price below zero, as that of a discount (sheet: not told). */
  negativePrices: z.boolean().default(true),
  orderStatuses: z
    .array(orderStatus)
    .min(1)
    .default([
      { value: 'Draft', category: 'Draft' },
      { value: 'Activated', category: 'Activated' },
    ]),
  /** `letters`: `D` and `A`, as in old orgs. */
  statusCodes: z.enum(['words', 'letters']).default('words'),
  orderTypes: z.array(z.string()).default([]),
  stages: z
    .array(stage)
    .min(1)
    .default([
      { value: 'Prospecting', closed: false, won: false, probability: 10 },
      { value: 'Negotiation/Review', closed: false, won: false, probability: 90 },
      { value: 'Closed Won', closed: true, won: true, probability: 100 },
      { value: 'Closed Lost', closed: true, won: false, probability: 0 },
    ]),
  families: z.array(z.string()).default(['Thee', 'Servies', 'Overig']),
  /** Whether product categories are licensed. */
  categories: z.boolean().default(true),
  /** Whether a changed item moves the stamp of its order (sheet 10: unknown). */
  itemsMoveOrders: z.boolean().default(false),
  validationRules: z.array(validationRule).default([]),
  duplicateRules: z.array(duplicateRule).default([]),
  customFields: z.record(z.string(), z.array(customField)).prefault(firstCustomFields),
  customObjects: z.array(customObject).prefault(firstCustomObjects),

  /** Of the price book: whether the merchant's prices contain VAT. Salesforce does not say (sheet 5.5). */
  pricesIncludeTax: z.boolean().default(false),
  /** Where the org's pictures lie; null: where the sandbox is unless told otherwise, at port 8788. */
  picturesAt: z.url().nullable().default(null),
});

export type SalesforceSettings = z.infer<typeof salesforceSettings>;
export type DuplicateRule = SalesforceSettings['duplicateRules'][number];
