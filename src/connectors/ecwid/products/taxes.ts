import { z } from 'zod';
import { big, decimal, normalise, sum } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import type { Account } from '../../contract/account.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { JsonObject } from '../../contract/target.ts';
import { amount, flag, linkedId, list, needed, part, text } from '../../wire/fields.ts';
import { asObject } from '../../wire/objects.ts';

/** A tax that the merchant set up, with its percentage at home. */
const tax = z.object({ id: z.string(), name: z.string(), rate: decimal });
export type Tax = z.infer<typeof tax>;

/** What a product without any of them has, in Ecwid's own word for it (sheet 4.2, `enabledManualTaxes`). */
export const untaxed = 'none';

export const taxesField = 'taxes(id,name,enabled,defaultTax,rules(zoneId,tax))';

/** The taxes of a profile and the zones of their rules (sheet 8.1). */
export const taxesWire = z.object({
  taxSettings: part(
    z.object({
      pricesIncludeTax: flag,
      automaticTaxEnabled: flag,
      taxes: list(
        z.object({
          id: needed(text),
          name: text,
          enabled: flag,
          defaultTax: amount,
          rules: list(z.object({ zoneId: text, tax: amount })),
        }),
      ),
    }),
  ),
  zones: list(
    z.object({
      id: text,
      countryCodes: list(text),
      stateOrProvinceCodes: list(text),
      postCodes: list(text),
    }),
  ),
});

/** Those that are switched on. A rule for the whole of the shop's own country counts above the tax's default. */
export function homeTaxes({ taxSettings, zones }: z.infer<typeof taxesWire>, country: string | undefined) {
  const isHome = (zone: (typeof zones)[number]) =>
    country !== undefined &&
    zone.countryCodes.includes(country) &&
    zone.stateOrProvinceCodes.length === 0 &&
    zone.postCodes.length === 0;
  const home = new Set(zones.filter(isHome).map(({ id }) => id));
  return (taxSettings?.taxes ?? [])
    .filter(({ enabled }) => enabled !== false)
    .map(({ id, name, defaultTax, rules }): Tax => {
      const rule = rules.find(({ zoneId }) => home.has(zoneId));
      return { id, name: name ?? id, rate: rule?.tax ?? defaultTax ?? '0' };
    });
}

/** As the account was read. */
export function taxesOf({ traits }: Account): readonly Tax[] {
  return traits.taxes === undefined ? [] : z.array(tax).parse(JSON.parse(traits.taxes));
}

/** `tax` of a product (sheet 4.3). */
export const productTaxWire = z.object({
  taxable: flag,
  enabledManualTaxes: list(linkedId),
  taxClassCode: text,
  defaultLocationIncludedTaxRate: amount,
});

/**
 * The class is the id of a tax, several with commas between them where taxes are stacked, `none`, or where Ecwid works the
 * taxes out itself the code of its class. The rate is what these taxes come to at home.
 */
export function vatOf(wire: z.infer<typeof productTaxWire> | undefined, account: Account) {
  if (wire === undefined) return {};
  if (wire.taxable === false) return { vatClass: untaxed, vatRate: '0' };
  const included =
    account.traits.pricesIncludeTax === 'true' ? wire.defaultLocationIncludedTaxRate : undefined;
  if (account.traits.automaticTax === 'true') return { vatClass: wire.taxClassCode, vatRate: included };
  const known = taxesOf(account);
  const ids = wire.enabledManualTaxes.filter((id) => id !== undefined);
  const applied = known.filter(({ id }) => ids.includes(id));
  // A tax that is switched off is not charged. Of an account that was read before it kept its taxes nothing follows.
  if (known.length === 0) return { vatClass: ids.join(',') || undefined, vatRate: included };
  return {
    vatClass: applied.map(({ id }) => id).join(',') || untaxed,
    vatRate: normalise(sum(applied.map(({ rate }) => big(rate)))),
  };
}

/** `tax` goes whole: whether a part of it would empty the rest is not known (sheet 2.4). */
export function taxToWire(vatClass: string, standing: JsonObject = {}): JsonObject {
  const { taxClassCode } = asObject(standing.tax);
  const code = taxClassCode === undefined ? {} : { taxClassCode };
  if (vatClass === untaxed) return { taxable: false, enabledManualTaxes: [], ...code };
  if (!isOfIds(vatClass)) return { taxable: true, enabledManualTaxes: [], taxClassCode: vatClass };
  return { taxable: true, enabledManualTaxes: vatClass.split(',').map(Number), ...code };
}

/** Throws `tax_class_unknown` where one of its taxes is not there, also now. */
export async function checkTax(api: Api, vatClass: string | undefined, product: string): Promise<void> {
  if (vatClass === undefined || !isOfIds(vatClass)) return;
  const isKnown = (taxes: readonly Tax[]) =>
    vatClass.split(',').every((id) => taxes.some((each) => each.id === id));
  if (isKnown(taxesOf(api.account)) || isKnown(await readTaxes(api))) return;
  throw rejected('tax_class_unknown', { system: 'Ecwid', taxClass: vatClass, product });
}

/** As they are now. */
export async function readTaxes(api: Api): Promise<Tax[]> {
  const profile = await api.get(path`/profile`, taxesWire, { responseFields: `taxSettings(${taxesField})` });
  return homeTaxes(profile, api.account.traits.country);
}

function isOfIds(vatClass: string): boolean {
  return /^\d+(,\d+)*$/.test(vatClass);
}
