import { uuid } from '../random.ts';
import type { Route } from '../route-table.ts';
import { Fields } from './fields.ts';
import { defaultAccount, ledgerAccounts } from './ledger-accounts.ts';
import { type Call, created, data, type Operation } from './operation.ts';
import { organizationOnWire } from './organization.ts';
import type { Service } from './service.ts';

/** Sheet 7: what is there once. None of these lists has pages or links (sheet 3.1). */
export function administrationRoutes(service: Service): Route<Operation>[] {
  const { books, settings } = service;
  const reads = (template: string, scope: string, content: () => unknown) => {
    return { method: 'GET', template: `/v3${template}`, handler: { scope, run: () => data(content()) } };
  };
  return [
    reads('/organizations/me', 'organizations:read', () => organizationOnWire(settings())),
    reads('/tradenames', 'organizations:read', () => sorted(books.tradenames, (each) => each.company_name)),
    reads('/labels', 'organizations:read', () => sorted(books.labels, (each) => each.description)),
    {
      method: 'POST',
      template: '/v3/labels',
      handler: { scope: 'organizations:write', run: (call: Call) => createLabel(service, call) },
    },
    // Reading these takes a write scope (sheet 8, quirk 12).
    reads('/ledger_accounts/invoices', 'invoices:write', () => ledgerAccounts),
    reads('/ledger_accounts/invoices/default', 'invoices:write', () => defaultAccount),
  ];
}

function createLabel({ books, world }: Service, { body }: Call): Response {
  const fields = new Fields(body);
  fields.require('description');
  const description = fields.text('description') ?? '';
  fields.refuse();
  const label = { id: uuid(() => world.random()), description, category: 'user_label' as const };
  books.labels.push(label);
  return created(label.id);
}

const alphabet = new Intl.Collator('nl');

function sorted<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  return items.toSorted((one, other) => alphabet.compare(nameOf(one), nameOf(other)));
}
