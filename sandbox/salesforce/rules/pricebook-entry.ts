/** Prices: the standard one first, one per product, price book and currency (sheet 5.5). */
import { type JsonObject, textIn } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import type { Row } from '../records/tables.ts';
import { write } from '../records/writing.ts';
import { invalid } from '../refusal.ts';
import { standardBook } from './entries.ts';
import type { ObjectRules } from './rules.ts';

export const pricebookEntryRules: ObjectRules = {
  beforeCreate: (org, fields) => {
    if (fields.Pricebook2Id == null || fields.Product2Id == null) return fields;
    const standard = standardBook(org);
    const isStandard = fields.Pricebook2Id === standard?.id;
    if (entryOf(org, fields, textIn(fields, 'Pricebook2Id')) !== undefined) {
      const message = 'This price definition already exists in this price book';
      throw invalid('DUPLICATE_VALUE', message, 'Pricebook2Id', 'Product2Id');
    }
    const listed = isStandard ? undefined : entryOf(org, fields, standard?.id ?? '');
    if (!isStandard && listed === undefined) {
      throw invalid('STANDARD_PRICE_NOT_DEFINED', 'No standard price defined for this product');
    }
    if (isStandard && fields.UseStandardPrice === true) {
      throw invalid(
        'FIELD_INTEGRITY_EXCEPTION',
        'A standard price cannot use the standard price',
        'UseStandardPrice',
      );
    }
    return priced(fields, listed);
  },
  beforeUpdate: (org, before, changes) => {
    // Also together with what ends that: it has to follow no more before it takes a price of its own.
    const isOwn = changes.UnitPrice !== undefined && changes.UnitPrice !== before.fields.UnitPrice;
    if (before.fields.UseStandardPrice === true && isOwn) {
      throw invalid(
        'FIELD_INTEGRITY_EXCEPTION',
        'field integrity exception (unit price must equal the standard price when standard price is used)',
        'UnitPrice',
      );
    }
    const fields = { ...before.fields, ...changes };
    const standard = standardBook(org);
    const listed =
      before.fields.Pricebook2Id === standard?.id ? undefined : entryOf(org, fields, standard?.id ?? '');
    return { ...changes, UnitPrice: priced(fields, listed).UnitPrice ?? null };
  },
  afterUpdate: (org, row) => {
    if (row.fields.Pricebook2Id !== standardBook(org)?.id) return;
    for (const each of org.children('PricebookEntry', 'Product2Id', textIn(row.fields, 'Product2Id'))) {
      const follows =
        each.fields.UseStandardPrice === true && each.fields.CurrencyIsoCode === row.fields.CurrencyIsoCode;
      if (follows) write(org, each, { UnitPrice: row.fields.UnitPrice ?? null });
    }
  },
  beforeDelete: (org, row) => {
    const isUsed = org.tables.by('OrderItem', 'PricebookEntryId', row.id).length > 0;
    if (isUsed) throw invalid('DELETE_FAILED', 'The price book entry is used by orders');
  },
};

function entryOf(org: Org, fields: JsonObject, bookId: string): Row | undefined {
  return org
    .children('PricebookEntry', 'Product2Id', textIn(fields, 'Product2Id'))
    .find(
      (each) => each.fields.Pricebook2Id === bookId && each.fields.CurrencyIsoCode === fields.CurrencyIsoCode,
    );
}

function priced(fields: JsonObject, listed: Row | undefined): JsonObject {
  if (fields.UseStandardPrice === true) return { ...fields, UnitPrice: listed?.fields.UnitPrice ?? null };
  if (fields.UnitPrice == null)
    throw invalid('REQUIRED_FIELD_MISSING', 'Required fields are missing: [UnitPrice]', 'UnitPrice');
  return fields;
}
