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
import { type SObject, sobject } from '../sobject.ts';
import { currencyIsoCode } from './currency.ts';

/** Sheet 5.5. */
export function product2(settings: SalesforceSettings): SObject {
  return sobject('Product2', '01t', [
    text('Name', 255, required),
    text('ProductCode', 255),
    text('StockKeepingUnit', 180),
    textarea('Description', 4000),
    picklist('Family', settings.families, { restricted: true }),
    flag('IsActive'),
    flag('IsArchived', readOnly),
    field('DisplayUrl', 'url', { length: 1000 }),
    // The name only: no field of an org's own that serves as a key.
    text('ExternalId', 255),
    picklist('QuantityUnitOfMeasure', ['Each'], { length: 40 }),
    ...currencyIsoCode(settings),
  ]);
}

export function pricebook2(): SObject {
  return sobject(
    'Pricebook2',
    '01s',
    [
      text('Name', 255, required),
      text('Description', 255),
      flag('IsActive'),
      flag('IsStandard', readOnly),
      flag('IsArchived', readOnly),
      field('ValidFrom', 'datetime'),
      field('ValidTo', 'datetime'),
    ],
    { label: 'Price Book' },
  );
}

export function pricebookEntry(settings: SalesforceSettings): SObject {
  return sobject(
    'PricebookEntry',
    '01u',
    [
      reference('Pricebook2Id', 'Pricebook2', {
        ...required,
        ...createOnly,
        relation: 'Pricebook2',
        children: 'PricebookEntries',
      }),
      reference('Product2Id', 'Product2', {
        ...required,
        ...createOnly,
        relation: 'Product2',
        children: 'PricebookEntries',
      }),
      // It must be there unless the standard price is used.
      currency('UnitPrice', 18, 2, { nillable: false, defaultedOnCreate: true }),
      flag('IsActive'),
      flag('UseStandardPrice'),
      text('Name', 255, { ...readOnly, calculated: true }),
      text('ProductCode', 255, { ...readOnly, calculated: true }),
      ...currencyIsoCode(settings, true),
    ],
    { label: 'Price Book Entry', plural: 'Price Book Entries' },
  );
}

export function productCatalog(): SObject {
  return sobject('ProductCatalog', '0ZS', [
    text('Name', 255, required),
    number('NumberOfCategories', 9, 0, { ...readOnly, calculated: true }),
  ]);
}

export function productCategory(): SObject {
  return sobject(
    'ProductCategory',
    '0ZG',
    [
      text('Name', 200, required),
      reference('CatalogId', 'ProductCatalog', { ...required, ...createOnly, children: 'ProductCategories' }),
      reference('ParentCategoryId', 'ProductCategory', { children: 'ChildCategories' }),
      text('Code', 255),
      text('Description', 255),
      field('SortOrder', 'int', { precision: 9 }),
      flag('IsNavigational'),
      number('NumberOfProducts', 9, 0, { ...readOnly, calculated: true }),
    ],
    { plural: 'Product Categories' },
  );
}

export function productCategoryProduct(): SObject {
  return sobject('ProductCategoryProduct', '0ZE', [
    text('Name', 255, { ...defaulted, ...readOnly, autoNumber: true }),
    reference('ProductCategoryId', 'ProductCategory', {
      ...required,
      ...createOnly,
      children: 'ProductCategoryProducts',
    }),
    reference('ProductId', 'Product2', { ...required, ...createOnly, children: 'ProductCategoryProducts' }),
    flag('IsPrimaryCategory'),
  ]);
}
