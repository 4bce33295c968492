import type { Scopes } from '../contract/scopes.ts';

/** What the app is given (sheet 2.1). What its user may see and change of objects and fields is the org's own affair. */
export const scopes: Scopes = { needed: [{ scope: 'api', purpose: 'calls', by: 'always' }] };
