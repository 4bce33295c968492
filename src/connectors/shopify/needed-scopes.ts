import type { FlowEnd, NeededScope, Scopes } from '../contract/scopes.ts';
import { hasScope } from './account.ts';

const customersTo: readonly FlowEnd[] = ['customers:to', 'orders:to'];
const catalogueTo: readonly FlowEnd[] = ['products:to', 'categories:to'];

/** Sheet 2; what becomes of it without one is told in docs/connectors/shopify.md. */
const needed: readonly NeededScope[] = [
  { scope: 'read_orders', purpose: 'orders_from', by: ['orders:from'] },
  { scope: 'read_all_orders', purpose: 'old_orders', by: ['orders:from'] },
  { scope: 'read_returns', purpose: 'returns', by: ['orders:from'] },
  { scope: 'read_companies', purpose: 'companies', by: ['orders:from', 'customers:from', 'customers:to'] },
  { scope: 'write_orders', purpose: 'orders_to', by: ['orders:to'] },
  { scope: 'write_orders', purpose: 'write_back', by: ['orders:from'], setting: 'writeBack' },
  { scope: 'write_merchant_managed_fulfillment_orders', purpose: 'sent', by: ['orders:to'] },
  {
    scope: 'write_merchant_managed_fulfillment_orders',
    purpose: 'sent',
    by: ['orders:from'],
    setting: 'writeBack',
  },
  { scope: 'read_customers', purpose: 'customers_from', by: ['orders:from', 'customers:from'] },
  { scope: 'write_customers', purpose: 'customers_to', by: customersTo },
  {
    scope: 'read_products',
    purpose: 'catalogue_from',
    by: ['products:from', 'categories:from', 'stock:from', 'stock:to', 'orders:to'],
  },
  { scope: 'write_products', purpose: 'catalogue_to', by: catalogueTo },
  { scope: 'read_publications', purpose: 'visible', by: ['categories:from'] },
  { scope: 'write_publications', purpose: 'visible', by: catalogueTo },
  { scope: 'read_inventory', purpose: 'stock_from', by: ['stock:from'] },
  { scope: 'write_inventory', purpose: 'stock_to', by: ['stock:to'] },
  { scope: 'read_locations', purpose: 'locations', by: ['stock:from', 'stock:to'] },
];

export const scopes: Scopes = {
  needed,
  has: (account, scope) => (account.traits.scopes === undefined ? null : hasScope(account, scope)),
};
