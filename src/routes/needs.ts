import { notFound, type RequestError, unmet } from '../engine/request-error.ts';
import { type Caller, may, type Need, sees } from '../house/roles.ts';

/**
 * What every route asks of whoever calls it, the whole of who may do what on one page. A route that is not named is for admins of
 * the deployment only, and test/routes/needs.test.ts fails.
 */
const needs: Readonly<Record<string, Need>> = {
  'GET /status.json': 'open',
  'GET /health': 'open',
  'GET /status': 'open',
  'GET /assets/koppel.css': 'open',
  'GET /assets/status.css': 'open',
  // What everybody may read that has a deployment before them.
  'GET /help': 'open',
  'GET /help/:rest{.+}': 'open',
  'GET /api/docs': 'open',
  'GET /api/docs/:tag': 'open',
  'POST /login': 'open',
  'POST /logout': 'open',
  // By its signature.
  'POST /hooks/:integration/:connection': 'open',
  // By the secrets of their addresses.
  'POST /activations/:integration/:connection/:secret': 'open',
  'GET /oauth/activated/:integration/:connection/:secret': 'open',
  // By what the browser keeps that asked for it.
  'GET /oauth/callback': 'open',
  // The form to log in is there itself.
  'GET /': 'open',

  'GET /api/openapi.json': 'known',
  'GET /api/connectors': 'known',
  'GET /api/integrations': 'known',
  'GET /api/integrations/:integration': 'read',
  'PUT /api/integrations/:integration': 'manage',
  'DELETE /api/integrations/:integration': 'manage',
  'POST /api/integrations/:integration/check': 'work',
  'POST /api/integrations/:integration/pause': 'manage',
  'POST /api/integrations/:integration/resume': 'manage',
  'GET /api/integrations/:integration/connections': 'read',
  'POST /api/integrations/:integration/connections/:connection/rename': 'manage',
  'POST /api/integrations/:integration/connections/:connection/accept-account': 'manage',
  'GET /api/integrations/:integration/connections/:connection/activation': 'read',
  'POST /api/integrations/:integration/connections/:connection/activation': 'manage',
  'POST /api/integrations/:integration/people/erase': 'manage',
  'POST /api/integrations/:integration/people/find': 'manage',
  'POST /api/integrations/:integration/preview': 'work',
  'POST /api/integrations/:integration/dry-run': 'work',
  // It may book what was never to be booked: a period of the past.
  'POST /api/integrations/:integration/sync': 'manage',
  'GET /api/integrations/:integration/tasks': 'read',
  'GET /api/integrations/:integration/tasks/:task': 'read',
  'POST /api/integrations/:integration/tasks/:task/retry': 'work',
  'POST /api/integrations/:integration/tasks/:task/skip': 'work',
  'POST /api/integrations/:integration/tasks/:task/unskip': 'work',
  'POST /api/integrations/:integration/retry': 'work',
  'GET /api/integrations/:integration/problems': 'read',
  'GET /api/integrations/:integration/problems/solved': 'read',
  'POST /api/integrations/:integration/problems/retry': 'work',
  'POST /api/integrations/:integration/problems/skip': 'work',
  'POST /api/integrations/:integration/problems/unskip': 'work',
  // It changes the settings.
  'POST /api/integrations/:integration/problems/solve': 'manage',
  'GET /api/integrations/:integration/stock': 'read',
  'GET /api/integrations/:integration/levels': 'read',
  'GET /api/integrations/:integration/products': 'read',
  'POST /api/integrations/:integration/levels/retry': 'work',
  'GET /api/integrations/:integration/activity': 'read',
  'GET /api/integrations/:integration/activity/:activity': 'read',
  'GET /api/integrations/:integration/audit': 'read',
  'GET /api/integrations/:integration/orders': 'read',
  'GET /api/integrations/:integration/orders.csv': 'read',
  'GET /api/integrations/:integration/orders/:flow/:key': 'read',
  'GET /api/integrations/:integration/amounts': 'read',
  'GET /api/integrations/:integration/insights': 'read',
  'GET /api/integrations/:integration/reconciliation': 'read',
  'GET /api/integrations/:integration/reconciliation.csv': 'read',
  'GET /api/integrations/:integration/revisions': 'read',
  'GET /api/integrations/:integration/revisions/:revision': 'read',
  'POST /api/integrations/:integration/revisions/:revision/restore': 'manage',
  'GET /api/integrations/:integration/lookups': 'read',
  'GET /api/integrations/:integration/questions': 'read',
  'POST /api/integrations/:integration/go-live': 'manage',
  // It reads records of the shop and shows them, as a preview does.
  'GET /api/integrations/:integration/mapping': 'work',
  'POST /api/integrations/:integration/mapping/try': 'work',
  'GET /api/audit': 'house',
  'GET /api/channels': 'house',
  'POST /api/channels': 'house',
  'DELETE /api/channels/:channel': 'house',
  'POST /api/channels/:channel/test': 'house',
  'GET /api/tellings': 'house',
  'GET /api/tokens': 'house',
  'POST /api/tokens': 'house',
  'DELETE /api/tokens/:token': 'house',

  'GET /new': 'house',
  'POST /new': 'house',
  'GET /new/document': 'house',
  'POST /new/document': 'house',
  'GET /alerts': 'house',
  'POST /alerts': 'house',
  'POST /alerts/:channel/test': 'house',
  'POST /alerts/:channel/remove': 'house',
  'GET /audit': 'house',
  'GET /audit.csv': 'house',
  'GET /access': 'house',
  'POST /access': 'house',
  'POST /access/:token/revoke': 'house',
  'GET /integrations/:integration': 'read',
  'POST /integrations/:integration/check': 'work',
  'POST /integrations/:integration/pause': 'manage',
  'POST /integrations/:integration/resume': 'manage',
  'POST /integrations/:integration/retry': 'work',
  'POST /integrations/:integration/sync': 'manage',
  'GET /integrations/:integration/configuration': 'read',
  'POST /integrations/:integration/configuration': 'manage',
  'GET /integrations/:integration/setup': 'manage',
  'GET /integrations/:integration/setup/connections/:connection': 'manage',
  'POST /integrations/:integration/setup/connections/:connection': 'manage',
  'GET /integrations/:integration/setup/flows': 'manage',
  'POST /integrations/:integration/setup/flows': 'manage',
  'GET /integrations/:integration/settings': 'read',
  'GET /integrations/:integration/settings/history': 'read',
  'GET /integrations/:integration/settings/history/:revision': 'read',
  'POST /integrations/:integration/settings/history/:revision/restore': 'manage',
  'GET /integrations/:integration/settings/export': 'read',
  'GET /integrations/:integration/settings/transfer': 'read',
  'POST /integrations/:integration/settings/transfer': 'manage',
  'GET /integrations/:integration/settings/:flow{[a-z]+:[a-z0-9-]+:[a-z0-9-]+}': 'read',
  'POST /integrations/:integration/settings/:flow{[a-z]+:[a-z0-9-]+:[a-z0-9-]+}': 'manage',
  'GET /integrations/:integration/connections': 'read',
  // It tries them, and changes nothing.
  'POST /integrations/:integration/connections': 'work',
  'GET /integrations/:integration/connections/:connection': 'manage',
  'POST /integrations/:integration/connections/:connection': 'manage',
  'POST /integrations/:integration/connections/:connection/rename': 'manage',
  'GET /integrations/:integration/setup/questions': 'read',
  'POST /integrations/:integration/setup/questions': 'manage',
  'GET /integrations/:integration/setup/dry-run': 'work',
  'POST /integrations/:integration/setup/dry-run': 'work',
  'GET /integrations/:integration/setup/live': 'read',
  'POST /integrations/:integration/setup/live': 'manage',
  'GET /integrations/:integration/settings/:flow{[a-z]+:[a-z0-9-]+:[a-z0-9-]+}/mapping': 'work',
  'GET /integrations/:integration/settings/:flow{[a-z]+:[a-z0-9-]+:[a-z0-9-]+}/mapping/:field': 'work',
  'POST /integrations/:integration/settings/:flow{[a-z]+:[a-z0-9-]+:[a-z0-9-]+}/mapping/:field': 'manage',
  'GET /integrations/:integration/connections/:connection/access': 'manage',
  'GET /integrations/:integration/connections/:connection/activation': 'manage',
  'POST /integrations/:integration/connections/:connection/activation': 'manage',
  'POST /integrations/:integration/connections/:connection/accept-account': 'manage',
  'GET /integrations/:integration/tasks/:task': 'read',
  'POST /integrations/:integration/tasks/:task/retry': 'work',
  'POST /integrations/:integration/tasks/:task/skip': 'work',
  'POST /integrations/:integration/tasks/:task/unskip': 'work',
  'GET /integrations/:integration/activity/:activity': 'read',
  'GET /integrations/:integration/problems': 'read',
  'GET /integrations/:integration/problems/solved': 'read',
  'POST /integrations/:integration/problems/retry': 'work',
  'POST /integrations/:integration/problems/skip': 'work',
  'POST /integrations/:integration/problems/unskip': 'work',
  'POST /integrations/:integration/problems/solve': 'manage',
  'GET /integrations/:integration/products': 'read',
  'GET /integrations/:integration/stock': 'read',
  'POST /integrations/:integration/stock/retry': 'work',
  'GET /integrations/:integration/orders': 'read',
  'GET /integrations/:integration/orders.csv': 'read',
  'GET /integrations/:integration/orders/:number': 'read',
  'GET /integrations/:integration/orders/:flow/:key': 'read',
  'GET /integrations/:integration/insights': 'read',
  'GET /integrations/:integration/insights/:month': 'read',
  'GET /integrations/:integration/insights/:month/reconciliation.csv': 'read',
  'GET /integrations/:integration/audit': 'read',
  'GET /integrations/:integration/audit.csv': 'read',
  'GET /integrations/:integration/preview': 'work',
  'POST /integrations/:integration/preview': 'work',
  'GET /integrations/:integration/privacy': 'manage',
  'POST /integrations/:integration/privacy': 'manage',
  'POST /integrations/:integration/privacy/retention': 'manage',
  // Where it was before.
  'GET /integrations/:integration/people': 'manage',
  'POST /integrations/:integration/delete': 'manage',
};

/** Undefined for a route that declares nothing. */
export function declaredNeed(method: string, pattern: string): Need | undefined {
  return Object.hasOwn(needs, `${method} ${pattern}`) ? needs[`${method} ${pattern}`] : undefined;
}

/**
 * Why a caller may not use a route at this path; null where they may. Nobody is told whether an integration exists that is
 * none of theirs: to them it does not. Null for a caller is nobody.
 */
export function refusalOf(
  caller: Caller | null,
  { method, pattern, path }: { readonly method: string; readonly pattern: string; readonly path: string },
): RequestError | null {
  const need = declaredNeed(method, pattern) ?? 'house';
  if (need === 'open') return null;
  if (caller === null) return unmet('forbidden', 'not_allowed', { role: 'nobody' });
  const id = integrationIn(pattern, path);
  if (id !== null && !sees(caller, id)) return notFound('integration');
  const isOfOne = need === 'read' || need === 'work' || need === 'manage';
  const isOfTheirs = id !== null || !isOfOne || caller.integrations === 'all';
  return may(caller, need) && isOfTheirs ? null : unmet('forbidden', 'not_allowed', { role: caller.role });
}

/** The integration that a path names, as it stands there: one that was encoded is no id, and nobody's. */
function integrationIn(pattern: string, path: string): string | null {
  const at = pattern.split('/').indexOf(':integration');
  return at < 0 ? null : (path.split('/')[at] ?? '');
}

const patterns = Object.keys(needs).map((name) => {
  const [method = '', pattern = ''] = name.split(' ');
  return { method, pattern, parts: pattern.split('/') };
});

/** Likewise for an address on a page, such as that of a form: what would be refused is not offered. */
export function isOffered(caller: Caller | null, method: 'GET' | 'POST', address: string): boolean {
  const path = address.replace(/[?#].*$/, '');
  const given = path.split('/');
  const found = patterns.find(
    ({ method: each, parts }) =>
      each === method &&
      parts.length === given.length &&
      parts.every((part, at) => part.startsWith(':') || part === given[at]),
  );
  return refusalOf(caller, { method, pattern: found?.pattern ?? path, path }) === null;
}
