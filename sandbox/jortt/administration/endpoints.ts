import type { Route } from '../../kit/http/route-table.ts';
import { uuid } from '../../kit/random.ts';
import { byText } from '../../kit/search/sorting.ts';
import { type Call, created, data, type Endpoint, under } from '../endpoint.ts';
import { fieldsOf } from '../fields.ts';
import type { Service } from '../service.ts';
import { defaultAccount, ledgerAccounts } from './ledger-accounts.ts';
import { organizationOnWire } from './organization.ts';

/** Sheet 7: what is there once. None of these lists has pages or links (sheet 3.1). */
export function administrationEndpoints(service: Service): Route<Endpoint>[] {
  const { books, settings } = service;
  const on = under('/v3');
  return [
    on('GET', '/organizations/me', 'organizations:read', () => data(organizationOnWire(settings()))),
    on('GET', '/tradenames', 'organizations:read', () =>
      data(books.tradenames.all().sort(byText((each) => each.company_name))),
    ),
    on('GET', '/labels', 'organizations:read', () =>
      data(books.labels.all().sort(byText((each) => each.description))),
    ),
    on('POST', '/labels', 'organizations:write', (call) => createLabel(service, call)),
    // Reading these takes a write scope (sheet 8, quirk 12).
    on('GET', '/ledger_accounts/invoices', 'invoices:write', () => data(ledgerAccounts)),
    on('GET', '/ledger_accounts/invoices/default', 'invoices:write', () => data(defaultAccount)),
  ];
}

function createLabel({ books, world }: Service, { body }: Call): Response {
  const fields = fieldsOf(body);
  fields.require('description');
  const description = fields.text('description') ?? '';
  fields.refuse();
  const label = { id: uuid(() => world.random()), description, category: 'user_label' as const };
  books.labels.set(label.id, label);
  return created(label.id);
}
