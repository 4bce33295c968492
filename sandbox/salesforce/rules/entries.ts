import type { Json } from '../../kit/json.ts';
import { textIn } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import type { Row } from '../records/tables.ts';
import { invalid } from '../refusal.ts';

/** The entry of an item: of the same price book and currency, and active (sheet 5.4). Throws a `Refusal`. */
export function entryFor(org: Org, item: Row['fields'], parent: Row): Row {
  const entry = org.row('PricebookEntry', textIn(item, 'PricebookEntryId'));
  const refuse = (why: string) =>
    invalid(
      'FIELD_INTEGRITY_EXCEPTION',
      `field integrity exception: PricebookEntryId (${why})`,
      'PricebookEntryId',
    );
  if (entry === undefined) throw refuse('pricebook entry has been deleted');
  if (parent.fields.Pricebook2Id == null) throw refuse('a pricebook must be set first');
  if (entry.fields.Pricebook2Id !== parent.fields.Pricebook2Id)
    throw refuse('pricebook entry is in a different pricebook than the one assigned to the parent');
  if (entry.fields.IsActive !== true) throw refuse('pricebook entry is inactive');
  if (
    parent.fields.CurrencyIsoCode !== undefined &&
    entry.fields.CurrencyIsoCode !== parent.fields.CurrencyIsoCode
  ) {
    throw refuse('the pricebook entry currency code does not match the currency code of the parent');
  }
  return entry;
}

export function requireActiveBook(org: Org, id: Json | undefined): void {
  if (typeof id !== 'string' || org.row('Pricebook2', id)?.fields.IsActive === true) return;
  throw invalid('FIELD_INTEGRITY_EXCEPTION', 'The price book is not active', 'Pricebook2Id');
}

export function standardBook(org: Org): Row | undefined {
  return org.tables.all('Pricebook2').find(({ fields }) => fields.IsStandard === true);
}
