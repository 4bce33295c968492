import { type Limit, type LimitedCall, perRoute } from '../contract/limits.ts';

/** Each route has a minute of its own, by its method (sheet 4.2). Beside them there is a total of unknown height. */
export const limits: readonly Limit[] = [
  perRoute(30, '1m', (call) => (isProductQuery(call) ? 'productqueries' : null)),
  perRoute(150, '1m', (call) => (call.method === 'GET' && !isProductQuery(call) ? routeOf(call) : null)),
  perRoute(100, '1m', (call) => (call.method === 'GET' ? null : routeOf(call))),
];

function isProductQuery({ path }: LimitedCall): boolean {
  return /\/productqueries\/?$/.test(path);
}

/** All records of a kind share a route. */
function routeOf({ method, path }: LimitedCall): string {
  const route = path.replace(/\/$/, '').replace(/\/\d+(?=\/|$)/g, '/{id}');
  return `${method} ${route}`;
}
