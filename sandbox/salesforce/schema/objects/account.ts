import type { SalesforceSettings } from '../../settings.ts';
import { address } from '../address.ts';
import {
  createOnly,
  currency,
  defaulted,
  type Field,
  field,
  flag,
  phone,
  picklist,
  readOnly,
  reference,
  required,
  text,
  textarea,
} from '../field.ts';
import { owner, type SObject, sobject } from '../sobject.ts';
import { currencyIsoCode } from './currency.ts';

const salutations = ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.'];
const industries = [
  'Agriculture',
  'Apparel',
  'Banking',
  'Consulting',
  'Education',
  'Food & Beverage',
  'Retail',
  'Technology',
  'Other',
];
const sources = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'];

export function account(settings: SalesforceSettings): SObject {
  const { countryPicklists } = settings;
  return sobject('Account', '001', [
    text('Name', 255, { ...required, compound: 'Name' }),
    text('AccountNumber', 40),
    picklist('Type', ['Prospect', 'Customer - Direct', 'Customer - Channel', 'Other']),
    picklist('Industry', industries),
    picklist('AccountSource', sources),
    picklist('Ownership', ['Public', 'Private', 'Subsidiary', 'Other']),
    reference('ParentId', 'Account', { children: 'ChildAccounts' }),
    reference('MasterRecordId', 'Account', readOnly),
    ...address('Billing', countryPicklists),
    ...address('Shipping', countryPicklists),
    phone('Phone'),
    phone('Fax'),
    field('Website', 'url', { length: 255 }),
    text('Sic', 20),
    text('SicDesc', 80),
    text('TickerSymbol', 20),
    text('Site', 80),
    currency('AnnualRevenue', 18, 0),
    field('NumberOfEmployees', 'int', { precision: 8 }),
    textarea('Description', 32_000),
    picklist('Rating', ['Hot', 'Warm', 'Cold']),
    owner(),
    text('DunsNumber', 9),
    text('NaicsCode', 8),
    text('NaicsDesc', 120),
    text('Tradestyle', 255),
    text('YearStarted', 4),
    text('Jigsaw', 20),
    field('LastActivityDate', 'date', readOnly),
    field('PhotoUrl', 'url', { length: 255, ...readOnly }),
    ...currencyIsoCode(settings),
    ...(settings.personAccounts ? personFields(countryPicklists) : []),
  ]);
}

/** Of an org with person accounts (sheet 5.1). */
function personFields(countryPicklists: boolean): Field[] {
  return [
    flag('IsPersonAccount', readOnly),
    reference('RecordTypeId', 'RecordType', { ...defaulted, nillable: true }),
    text('FirstName', 40),
    text('LastName', 80),
    picklist('Salutation', salutations, { length: 40 }),
    text('MiddleName', 40),
    text('Suffix', 40),
    field('PersonEmail', 'email', { length: 80, idLookup: true }),
    phone('PersonMobilePhone'),
    phone('PersonHomePhone'),
    phone('PersonOtherPhone'),
    phone('PersonAssistantPhone'),
    ...address('PersonMailing', countryPicklists),
    ...address('PersonOther', countryPicklists),
    text('PersonTitle', 80),
    text('PersonDepartment', 80),
    field('PersonBirthdate', 'date'),
    reference('PersonContactId', 'Contact', readOnly),
  ];
}

export function contact(settings: SalesforceSettings): SObject {
  return sobject('Contact', '003', [
    text('LastName', 80, required),
    text('FirstName', 40),
    picklist('Salutation', salutations, { length: 40 }),
    text('MiddleName', 40),
    text('Suffix', 40),
    text('Name', 121, { ...defaulted, ...readOnly }),
    field('Email', 'email', { length: 80, idLookup: true }),
    ...['Phone', 'Fax', 'MobilePhone', 'HomePhone', 'OtherPhone', 'AssistantPhone'].map(phone),
    text('Title', 128),
    text('Department', 80),
    text('AssistantName', 40),
    reference('AccountId', 'Account', { children: 'Contacts' }),
    reference('MasterRecordId', 'Contact', readOnly),
    ...address('Mailing', settings.countryPicklists),
    ...address('Other', settings.countryPicklists),
    field('Birthdate', 'date'),
    textarea('Description', 32_000),
    picklist('LeadSource', sources),
    owner(),
    reference('ReportsToId', 'Contact'),
    flag('HasOptedOutOfEmail'),
    flag('DoNotCall'),
    flag('IsEmailBounced', readOnly),
    ...currencyIsoCode(settings),
    ...(settings.personAccounts ? [flag('IsPersonAccount', readOnly)] : []),
  ]);
}

export const recordType = (): SObject =>
  sobject(
    'RecordType',
    '012',
    [
      text('Name', 80, { ...required, ...createOnly }),
      text('DeveloperName', 80, required),
      text('SobjectType', 40, required),
      flag('IsActive'),
      flag('IsPersonType', readOnly),
    ],
    { createable: false, updateable: false, deletable: false },
  );
