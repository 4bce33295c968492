import { textIn } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import { writtenBy } from '../people/accounts.ts';
import { codesOf } from '../products/catalogue.ts';
import type { Row } from '../records/tables.ts';
import { standardBook } from '../rules/entries.ts';
import { corporateCurrency, isMultiCurrency } from '../schema/objects/currency.ts';

/** The standard price of what a line sells; product and price are made where there are none. */
export function entryOf(
  org: Org,
  { sku, name, price }: { readonly sku?: string | undefined; readonly name: string; readonly price: string },
  currency?: string,
): Row {
  const known =
    sku === undefined
      ? org.tables.by('Product2', 'Name', name)[0]
      : org.tables.by('Product2', 'StockKeepingUnit', sku)[0];
  const product =
    known ??
    writtenBy(org, 'Product2', {
      Name: name.slice(0, 255),
      ...codesOf(sku ?? null),
      IsActive: true,
    });
  return standardEntry(org, product, currency) ?? priced(org, product, price, currency);
}

export function standardEntry(org: Org, product: Row, currency?: string): Row | undefined {
  const book = standardBook(org)?.id;
  const settings = org.settings();
  const code = isMultiCurrency(settings) ? (currency ?? corporateCurrency(settings)) : undefined;
  return org
    .children('PricebookEntry', 'Product2Id', product.id)
    .find(
      ({ fields }) =>
        fields.Pricebook2Id === book && fields.IsActive === true && fields.CurrencyIsoCode === code,
    );
}

export function priced(org: Org, product: Row, price: string, currency?: string): Row {
  const settings = org.settings();
  const code = isMultiCurrency(settings) ? { CurrencyIsoCode: currency ?? corporateCurrency(settings) } : {};
  const fields = { Pricebook2Id: textIn(standardBook(org)?.fields ?? {}, 'Id'), Product2Id: product.id };
  return writtenBy(org, 'PricebookEntry', { ...fields, UnitPrice: Number(price), IsActive: true, ...code });
}
