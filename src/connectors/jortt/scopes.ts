import type { Scopes } from '../contract/scopes.ts';
import { estimateTarget } from './estimates/target.ts';

/** Every token is asked for with these: one that lacks makes Jortt refuse it whole (sheet 2.1). */
export const asked = [
  'customers:read',
  'customers:write',
  'invoices:read',
  'invoices:write',
  'organizations:read',
] as const;

const purposes = {
  'customers:read': 'customers_from',
  'customers:write': 'customers_to',
  'invoices:read': 'invoices',
  'invoices:write': 'invoices',
  'organizations:read': 'account',
} as const;

export const scopes: Scopes = {
  needed: [
    ...asked.map((scope) => ({ scope, purpose: purposes[scope], by: 'always' }) as const),
    ...(estimateTarget.scopes ?? []).map(
      (scope) => ({ scope, purpose: 'estimates', by: 'asked' }) as const,
    ),
  ],
};
