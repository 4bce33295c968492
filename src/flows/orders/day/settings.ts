import { z } from 'zod';
import { decimal } from '../../../records/money.ts';
import { listed, ofTarget } from '../../listed.ts';

const account = listed(z.string().min(1), ofTarget('ledgerAccounts'));

/** One document for each business day and till. Every part has a default, for days that were begun before the setting was taken out. */
export const daySettings = z.strictObject({
  end: z
    .string()
    .regex(/^(0\d|1[01]):[0-5]\d$/, 'not_before_noon')
    .default('00:00'),
  settleMinutes: z.number().int().min(0).max(1_440).default(30),
  named: z.enum(['together', 'apart']).default('together'),
  late: z.enum(['next', 'park']).default('next'),
  accounts: z
    .strictObject({
      tips: account.optional(),
      cashRounding: account.optional(),
      vouchers: account.optional(),
    })
    .prefault({}),
  vouchers: z
    .strictObject({
      rate: decimal.refine((value) => !value.startsWith('-'), 'negative').optional(),
      used: z.enum(['payment', 'line']).default('payment'),
    })
    .prefault({}),
});

export type DaySettings = z.infer<typeof daySettings>;

const defaults = daySettings.parse({});

export function daySettingsOf({ day }: { readonly day?: DaySettings | undefined }): DaySettings {
  return day ?? defaults;
}
