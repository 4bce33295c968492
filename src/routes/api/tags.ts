/** By what the calls are grouped in the API's description: what they are about, as their path says it. */
import type { OpenAPIHono } from '@hono/zod-openapi';

type Paths = NonNullable<ReturnType<OpenAPIHono['getOpenAPI31Document']>['paths']>;

const methods = ['get', 'put', 'post', 'delete'] as const;

/** Deeds and files, by what they are about. */
const deeds: Readonly<Record<string, string>> = {
  check: 'integrations',
  pause: 'integrations',
  questions: 'integrations',
  'go-live': 'integrations',
  resume: 'integrations',
  retry: 'tasks',
  levels: 'stock',
  preview: 'records',
  'dry-run': 'records',
  'orders.csv': 'orders',
  insights: 'amounts',
  reconciliation: 'amounts',
  'reconciliation.csv': 'amounts',
  sync: 'records',
};

export function tagged(paths: Paths): Paths {
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => {
      const calls = methods.flatMap((method) => {
        const call = item[method];
        return call === undefined ? [] : [[method, { ...call, tags: [tagOf(path)] }] as const];
      });
      return [path, { ...item, ...Object.fromEntries(calls) }];
    }),
  );
}

/** `/integrations/{integration}/tasks/{task}/retry` is about tasks. */
function tagOf(path: string): string {
  const [first = '', second = first] = path.split('/').filter((part) => part !== '' && !part.startsWith('{'));
  return deeds[second] ?? second;
}
