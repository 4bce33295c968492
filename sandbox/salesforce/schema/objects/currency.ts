import type { SalesforceSettings } from '../../settings.ts';
import { createOnly, defaulted, type Field, flag, number, picklist, text } from '../field.ts';
import { readable, type SObject } from '../sobject.ts';

export function isMultiCurrency({ currencies, multiCurrency }: SalesforceSettings): boolean {
  return multiCurrency || currencies.length > 1;
}

export function corporateCurrency({ currencies }: SalesforceSettings): string {
  return currencies[0] ?? 'EUR';
}

/** Exists in multi-currency orgs only. */
export function currencyIsoCode(settings: SalesforceSettings, isFixed = false): Field[] {
  if (!isMultiCurrency(settings)) return [];
  const more = { length: 3, restricted: true, ...defaulted, default: corporateCurrency(settings) };
  return [picklist('CurrencyIsoCode', settings.currencies, isFixed ? { ...more, ...createOnly } : more)];
}

export function currencyType(): SObject {
  const fields = [
    text('IsoCode', 3),
    number('ConversionRate', 18, 6),
    number('DecimalPlaces', 1, 0),
    flag('IsActive'),
    flag('IsCorporate'),
  ];
  return readable('CurrencyType', '01L', fields, { nameField: 'IsoCode' });
}
