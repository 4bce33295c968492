import type { FlowEnd, NeededScope, Scopes } from '../contract/scopes.ts';

const catalogueFrom: readonly FlowEnd[] = ['products:from', 'categories:from', 'stock:from'];
const catalogueTo: readonly FlowEnd[] = ['products:to', 'categories:to'];
const customersTo: readonly FlowEnd[] = ['customers:to', 'orders:to'];

/** Sheet 1.4. Of the call that would tell which of them a token has only a client library is known (sheet 1.3): it is not made. */
const needed: readonly NeededScope[] = [
  { scope: 'read_store_profile', purpose: 'account', by: 'always' },
  { scope: 'read_orders', purpose: 'orders_from', by: ['orders:from', 'orders:to'] },
  { scope: 'update_orders', purpose: 'write_back', by: ['orders:from'], setting: 'writeBack' },
  { scope: 'create_orders', purpose: 'orders_to', by: ['orders:to'] },
  { scope: 'read_customers', purpose: 'customers_from', by: ['customers:from', ...customersTo] },
  { scope: 'create_customers', purpose: 'customers_to', by: customersTo },
  { scope: 'update_customers', purpose: 'customers_to', by: customersTo },
  { scope: 'read_catalog', purpose: 'catalogue_from', by: [...catalogueFrom, ...catalogueTo, 'stock:to'] },
  { scope: 'create_catalog', purpose: 'catalogue_to', by: catalogueTo },
  { scope: 'update_catalog', purpose: 'catalogue_to', by: catalogueTo },
  { scope: 'update_catalog', purpose: 'stock_to', by: ['stock:to'] },
];

export const scopes: Scopes = { needed };
