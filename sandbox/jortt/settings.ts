import { z } from 'zod';
import { gateSettings, grants, searchSettings } from '../kit/settings.ts';

export const vatCategories = ['exempt', 'margin_goods_high', 'travel_services_high'] as const;

export const jorttSettings = z.strictObject({
  ...gateSettings,
  ...searchSettings,
  /** Whether a 429 carries `Retry-After`; nothing shows that the real one does (sheet 3.4). */
  retryAfter: z.boolean().default(false),
  /** How long sending takes (sheet 4.8). Zero: done by the next call. */
  sendDelayMs: z.number().int().nonnegative().default(0),
  /** True: sending never ends, so nothing gets a number (sheet 9). */
  sendingStuck: z.boolean().default(false),
  /** Recorded behaviour that is probably a bug: links without their filters, line totals for one piece (3.1, 4.5). */
  quirks: z.boolean().default(true),
  /** False: data of the organization is missing that sending needs (sheet 7, 7.1). */
  organizationIsComplete: z.boolean().default(true),
  /** The organization's flag for VAT of other countries (sheet 5). */
  oneStopShop: z.boolean().default(true),
  /** Whether 0 % may stand beside another country's rates, as it does beside the Dutch ones. Not known (sheet 5). */
  zeroRateAbroad: z.boolean().default(true),
  /** The special VAT categories that the organization has switched on (sheet 5). */
  vatCategories: z.array(z.enum(vatCategories)).default([]),
  /** Whether a PUT clears the fields that it leaves out. Unknown for v3 (sheet 4.6, 6.2); true is stricter. */
  putReplaces: z.boolean().default(true),
  /** True: a text is dropped that the sheet names for the other kind, such as a VAT number without `shift_vat` (6.2). */
  dropsUnfitting: z.boolean().default(false),
  /** Whether an archived customer is sent nothing. Not known; true is stricter. */
  archivedIsClosed: z.boolean().default(true),
  /** Scopes that the application is registered for. */
  scopes: grants(
    'customers:read',
    'customers:write',
    'invoices:read',
    'invoices:write',
    'estimates:read',
    'estimates:write',
    'organizations:read',
    'organizations:write',
  ),
  /** Years whose books are closed. */
  closedYears: z.array(z.number().int()).default([]),
});

export type JorttSettings = z.infer<typeof jorttSettings>;
