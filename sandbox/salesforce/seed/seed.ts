import { seedCatalogue } from '../../kit/catalogue/seed.ts';
import { textIn } from '../../kit/json.ts';
import { scenariosAbroad, scenariosAtHome } from '../../kit/shop/scenarios.ts';
import { overPastWeeks } from '../../kit/shop/timeline.ts';
import type { Org } from '../org.ts';
import { accountByEmail, objectNamed, writtenBy } from '../people/accounts.ts';
import { mergeAccounts } from '../people/merge.ts';
import { fillWith } from '../products/catalogue.ts';
import { deleteRecord } from '../records/writing.ts';
import { placeSale } from '../sales/placing.ts';
import { sale } from '../sales/sale.ts';
import { orgSales, saleOf } from './sales.ts';

const products = 100;

/** Fills the org as if it had been used for weeks: the same in every run. */
export function seedOrg(org: Org): void {
  const now = org.world.now();
  const { categories, products: all } = seedCatalogue;
  fillWith(org, { categories, products: all.slice(0, products) });
  if (!org.settings().orders) return;
  const sales = [...scenariosAtHome, ...scenariosAbroad].map(saleOf).concat(orgSales);
  overPastWeeks(sales, now, (each, placedAt) => {
    const { id, fields } = placeSale(org, sale.parse(each), { placedAt, seeded: true });
    org.asStaff(() => afterwards(org, each.about ?? '', id, textIn(fields, 'AccountId')), {
      at: placedAt + 3_600_000,
      seeded: true,
    });
  });
  org.asStaff(() => strays(org), { at: now - 7_200_000, seeded: true });
}

function afterwards(org: Org, about: string, id: string, accountId: string): void {
  if (about === 'deleted later') deleteRecord(org, objectNamed(org, 'Order'), id);
  if (about.startsWith('of an account that was merged')) {
    const master = accountByEmail(org, 'sanne.bakker@example.com');
    if (master !== undefined) mergeAccounts(org, master.id, accountId);
  }
}

/** What stands around in an org that people work in. */
function strays(org: Org): void {
  const lunchroom = accountByEmail(org, 'kees@lunchroom.example.com');
  writtenBy(org, 'Contact', {
    FirstName: 'Ria',
    LastName: 'Vermeer',
    Email: 'ria@lunchroom.example.com',
    AccountId: lunchroom?.id ?? null,
  });
  // Two contacts of one address, and one without an account.
  writtenBy(org, 'Contact', { FirstName: 'Elif', LastName: 'Sahin', Email: 'ELIF.SAHIN@example.com' });
  writtenBy(org, 'Contact', { LastName: 'Zonder Firma', Email: 'los@example.com' });
  writtenBy(org, 'Account', { Name: `Coöperatie ${'Theeliefhebbers '.repeat(15)}U.A.`.slice(0, 255) });
  writtenBy(org, 'Account', { Name: "O'Brien \\ Zn", BillingCity: 'Dublin', BillingCountry: 'Ireland' });
  if (org.schema.object('Invoice__c') === undefined) return;
  writtenBy(org, 'Invoice__c', {
    Name: 'F-2026-0001',
    InvoiceNumber__c: 'F-2026-0001',
    InvoiceDate__c: '2026-01-15',
    TotalNet__c: 100,
    TotalVat__c: 21,
    TotalGross__c: 121,
    Status__c: 'Sent',
    Account__c: lunchroom?.id ?? null,
  });
}
