/** The standard fields of the stand-in against those that jsforce ships as types, of an org that none of us knows. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { schemaOf } from '../../../sandbox/salesforce/schema/schema.ts';
import { salesforceSettings } from '../../../sandbox/salesforce/settings.ts';

const jsforce = dirname(createRequire(import.meta.url).resolve('jsforce/package.json'));
const types = readFileSync(join(jsforce, 'lib/types/standard-schema.d.ts'), 'utf8');

function fieldsInTypes(object: string): string[] {
  const block = new RegExp(`type Fields\\$${object} = \\{([^}]*)\\}`).exec(types)?.[1] ?? '';
  return [...block.matchAll(/^\s+(\w+):/gm)].map((match) => match[1] ?? '');
}

/** What the sheet has and that org had not: features, newer fields, fields that its user did not see. */
const besides: Readonly<Record<string, readonly string[]>> = {
  Account:
    'AccountNumber Ownership Sic TickerSymbol Site Rating DunsNumber NaicsCode NaicsDesc Tradestyle YearStarted'.split(
      ' ',
    ),
  Contact: ['MiddleName', 'Suffix'],
  Order:
    'Name OrderReferenceNumber PoNumber PoDate BillToContactId ShipToContactId CustomerAuthorizedDate CompanyAuthorizedDate OpportunityId'.split(
      ' ',
    ),
  OrderItem: ['LastViewedDate', 'LastReferencedDate'],
  Pricebook2: ['ValidFrom', 'ValidTo'],
  PricebookEntry: ['LastViewedDate', 'LastReferencedDate'],
  OpportunityLineItem: ['LastViewedDate', 'LastReferencedDate'],
};

it.each([
  'Account',
  'Contact',
  'Order',
  'OrderItem',
  'Product2',
  'Pricebook2',
  'PricebookEntry',
  'Opportunity',
  'OpportunityLineItem',
])('every standard field of %s is one of jsforce’s, or of the sheet', (name) => {
  const settings = salesforceSettings.parse({
    customFields: {},
    countryPicklists: false,
    reductionOrders: true,
  });
  const known = fieldsInTypes(name);
  expect(known.length).toBeGreaterThan(10);
  const own =
    schemaOf(settings)
      .object(name)
      ?.fields.map((each) => each.name) ?? [];
  expect(own.filter((each) => !known.includes(each)).sort()).toEqual([...(besides[name] ?? [])].sort());
});
