import { z } from 'zod';
import type { Account } from '../contract/account.ts';
import type { Api } from '../contract/api.ts';
import { path } from '../contract/path.ts';
import { countryCode, currencyCode, part, present, text, timeZone } from '../wire/fields.ts';
import { homeTaxes, taxesField, taxesWire } from './products/taxes.ts';

/** Currency, time zone, units and taxes stand in the profile only: no order or product carries them (sheet 2.3, 8.1). */
const responseFields = [
  'settings(storeName)',
  'company(companyName,countryCode)',
  'formatsAndUnits(currency,timezone,weightUnit)',
  `taxSettings(pricesIncludeTax,automaticTaxEnabled,${taxesField})`,
  'zones(id,countryCodes,stateOrProvinceCodes,postCodes)',
].join(',');

const profileWire = taxesWire.extend({
  settings: part(z.object({ storeName: text })),
  company: part(z.object({ companyName: text, countryCode })),
  formatsAndUnits: z.object({
    currency: currencyCode,
    timezone: timeZone,
    weightUnit: text,
  }),
});

/** A token opens one store, and every address names it (sheet 1). */
export function accountIdentity({ storeId }: { readonly storeId: string }): string {
  return storeId;
}

/**
 * Traits: `country` of the shop, `pricesIncludeTax` for orders and products, which do not say it themselves, and of
 * products `weightUnit`, `automaticTax` and `taxes` (taxes.ts).
 */
export async function readAccount(api: Api, credentials: { readonly storeId: string }): Promise<Account> {
  const profile = await api.get(path`/profile`, profileWire, { responseFields });
  const { settings, company, formatsAndUnits, taxSettings } = profile;
  const taxes = homeTaxes(profile, company?.countryCode);
  const traits = present({
    country: company?.countryCode,
    pricesIncludeTax: taxSettings?.pricesIncludeTax?.toString(),
    weightUnit: formatsAndUnits.weightUnit,
    automaticTax: taxSettings?.automaticTaxEnabled ? 'true' : undefined,
    taxes: taxes.length === 0 ? undefined : JSON.stringify(taxes),
  });
  return {
    name: settings?.storeName ?? company?.companyName ?? 'Ecwid',
    identity: accountIdentity(credentials),
    currency: formatsAndUnits.currency,
    timeZone: formatsAndUnits.timezone,
    traits: z.record(z.string(), z.string()).parse(traits),
  };
}
