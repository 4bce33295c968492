import type { SalesforceSettings } from '../../settings.ts';
import {
  createOnly,
  currency,
  defaulted,
  field,
  flag,
  number,
  picklist,
  readOnly,
  reference,
  required,
  text,
  textarea,
} from '../field.ts';
import { owner, type SObject, sobject } from '../sobject.ts';
import { currencyIsoCode } from './currency.ts';

/** Sheet 5.6. */
export function opportunity(settings: SalesforceSettings): SObject {
  return sobject('Opportunity', '006', [
    text('Name', 120, required),
    picklist(
      'StageName',
      settings.stages.map(({ value }) => value),
      { ...required, restricted: true },
    ),
    field('CloseDate', 'date', required),
    reference('AccountId', 'Account', { children: 'Opportunities' }),
    currency('Amount'),
    reference('Pricebook2Id', 'Pricebook2', { relation: 'Pricebook2' }),
    field('Probability', 'percent', { precision: 3, scale: 0, defaultedOnCreate: true }),
    picklist('Type', ['New Business', 'Existing Business']),
    text('NextStep', 255),
    picklist('LeadSource', ['Web', 'Phone Inquiry', 'Other']),
    textarea('Description', 32_000),
    flag('IsClosed', readOnly),
    flag('IsWon', readOnly),
    flag('HasOpportunityLineItem', readOnly),
    picklist('ForecastCategoryName', ['Omitted', 'Pipeline', 'Best Case', 'Commit', 'Closed'], {
      defaultedOnCreate: true,
    }),
    owner(),
    ...currencyIsoCode(settings),
  ]);
}

export function opportunityLineItem(settings: SalesforceSettings): SObject {
  return sobject('OpportunityLineItem', '00k', [
    reference('OpportunityId', 'Opportunity', {
      ...required,
      ...createOnly,
      children: 'OpportunityLineItems',
    }),
    reference('PricebookEntryId', 'PricebookEntry', { ...required, ...createOnly }),
    reference('Product2Id', 'Product2', { ...readOnly, relation: 'Product2' }),
    text('ProductCode', 255, readOnly),
    text('Name', 376, readOnly),
    number('Quantity', 12, 2, required),
    currency('UnitPrice'),
    currency('TotalPrice'),
    currency('ListPrice', 18, 2, readOnly),
    field('ServiceDate', 'date'),
    text('Description', 255),
    field('SortOrder', 'int', { precision: 8, ...defaulted, nillable: true }),
    ...currencyIsoCode(settings).map((each) => ({ ...each, ...readOnly })),
  ]);
}
