import { z } from 'zod';
import type { Account } from '../contract/account.ts';
import type { Api } from '../contract/api.ts';
import { path } from '../contract/path.ts';
import { countryCode, currencyCode, flag, part, text, timeZone } from '../wire/fields.ts';

/** Currency and time zone stand in the profile only: an order carries neither (sheet 2.3). */
const responseFields =
  'settings(storeName),company(companyName,countryCode),formatsAndUnits(currency,timezone),taxSettings(pricesIncludeTax)';

const profileWire = z.object({
  settings: part(z.object({ storeName: text })),
  company: part(z.object({ companyName: text, countryCode })),
  formatsAndUnits: z.object({
    currency: currencyCode,
    timezone: timeZone,
  }),
  taxSettings: part(z.object({ pricesIncludeTax: flag })),
});

/** A token opens one store, and every address names it (sheet 1). */
export function accountIdentity({ storeId }: { readonly storeId: string }): string {
  return storeId;
}

/** Traits: `country` of the shop, and `pricesIncludeTax` for orders that do not say it themselves. */
export async function readAccount(api: Api, credentials: { readonly storeId: string }): Promise<Account> {
  const { settings, company, formatsAndUnits, taxSettings } = await api.get(path`/profile`, profileWire, {
    responseFields,
  });
  const traits: Record<string, string> = {};
  if (company?.countryCode !== undefined) traits.country = company.countryCode;
  if (taxSettings?.pricesIncludeTax !== undefined) {
    traits.pricesIncludeTax = String(taxSettings.pricesIncludeTax);
  }
  return {
    name: settings?.storeName ?? company?.companyName ?? 'Ecwid',
    identity: accountIdentity(credentials),
    currency: formatsAndUnits.currency,
    timeZone: formatsAndUnits.timezone,
    traits,
  };
}
