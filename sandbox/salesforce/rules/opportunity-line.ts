import Big from 'big.js';
import { type JsonObject, numberIn, textIn } from '../../kit/json.ts';
import { asNumber } from '../../kit/money/cents.ts';
import type { Org } from '../org.ts';
import type { Row } from '../records/tables.ts';
import { write } from '../records/writing.ts';
import { invalid } from '../refusal.ts';
import { entryFor } from './entries.ts';
import { totalOpportunity } from './opportunity.ts';
import type { ObjectRules } from './rules.ts';

/** The first line gives an opportunity its price book. A line has a unit price or a total, never both. */
export const opportunityLineRules: ObjectRules = {
  beforeCreate: (org, fields) => {
    const parent = org.row('Opportunity', textIn(fields, 'OpportunityId'));
    if (parent === undefined || fields.PricebookEntryId == null) return fields;
    const entry = entryFor(org, fields, withBook(org, parent, fields));
    const product = org.row('Product2', textIn(entry.fields, 'Product2Id'));
    return {
      ...fields,
      ...prices(fields, fields),
      Product2Id: product?.id ?? null,
      ProductCode: product?.fields.ProductCode ?? null,
      Name: `${textIn(parent.fields, 'Name')} ${product === undefined ? '' : textIn(product.fields, 'Name')}`.trim(),
      ListPrice: entry.fields.UnitPrice ?? null,
      ...(parent.fields.CurrencyIsoCode === undefined
        ? {}
        : { CurrencyIsoCode: parent.fields.CurrencyIsoCode }),
    };
  },
  beforeUpdate: (_, before, changes) => ({
    ...changes,
    ...prices({ ...before.fields, ...changes }, changes),
  }),
  afterCreate: (org, row) => totalOpportunity(org, textIn(row.fields, 'OpportunityId')),
  afterUpdate: (org, row) => totalOpportunity(org, textIn(row.fields, 'OpportunityId')),
  afterDelete: (org, row) => totalOpportunity(org, textIn(row.fields, 'OpportunityId')),
};

function withBook(org: Org, parent: Row, fields: JsonObject): Row {
  if (parent.fields.Pricebook2Id != null) return parent;
  const book = org.row('PricebookEntry', textIn(fields, 'PricebookEntryId'))?.fields.Pricebook2Id ?? null;
  return write(org, parent, { Pricebook2Id: book });
}

function prices(fields: JsonObject, sent: JsonObject): JsonObject {
  if (sent.UnitPrice != null && sent.TotalPrice != null) {
    throw invalid(
      'FIELD_INTEGRITY_EXCEPTION',
      'Only one of unit price and total price may be given',
      'UnitPrice',
      'TotalPrice',
    );
  }
  const quantity = Big(numberIn(fields, 'Quantity'));
  if (quantity.eq(0)) throw invalid('FIELD_INTEGRITY_EXCEPTION', 'Quantity may not be zero', 'Quantity');
  if (sent.TotalPrice != null)
    return { UnitPrice: asNumber(Big(numberIn(fields, 'TotalPrice')).div(quantity)) };
  if (fields.UnitPrice == null)
    throw invalid('REQUIRED_FIELD_MISSING', 'Required fields are missing: [UnitPrice]', 'UnitPrice');
  return { TotalPrice: asNumber(quantity.times(numberIn(fields, 'UnitPrice'))) };
}
