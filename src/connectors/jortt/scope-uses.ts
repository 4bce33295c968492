import type { Scopes } from '../contract/scopes.ts';

/** What each is for. All of them are asked for at once, so one that is missing refuses the whole token (sheet 2.2). */
export const scopeUses: Scopes['wanted'] = {
  'organizations:read': [],
  'customers:read': ['from orders', 'from customers', 'to orders', 'to customers'],
  'customers:write': ['to orders', 'to customers'],
  'invoices:read': ['from orders', 'to orders'],
  'invoices:write': ['to orders'],
};
