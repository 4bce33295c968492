import type { Scopes } from '../contract/scopes.ts';

/** All of them are asked for at once, so one that is missing refuses the whole token (sheet 2.2). */
export const scopeUses: Scopes['wanted'] = {
  'organizations:read': [],
  'customers:read': [],
  'customers:write': [],
  'invoices:read': [],
  'invoices:write': [],
};
