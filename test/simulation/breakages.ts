import type { Sql } from '../../src/engine/storage/sql.ts';

/** Puts a broken part in place of a good one, under an engine that knows nothing of it. */
export type Breakage = (sql: Sql, network: typeof fetch) => { sql: Sql; fetch: typeof fetch };

/** A broken engine that the simulation must catch, by what is wrong with it. */
export const breakages = {
  'no intent is stored': (sql, network) => ({
    fetch: network,
    sql: {
      ...sql,
      exec: (query, ...bindings) => (/INTO steps/.test(query) ? [] : sql.exec(query, ...bindings)),
    },
  }),
  'nothing is looked for before it is made': (sql, network) => ({
    sql,
    fetch: (async (request: Request) => {
      const { pathname, searchParams } = new URL(request.url);
      const isSearch = pathname === '/v3/invoices' && request.method === 'GET' && searchParams.has('query');
      return isSearch ? Response.json({ data: [], _links: { next: null } }) : network(request);
    }) as typeof fetch,
  }),
  'the cursor moves with every page': (sql, network) => ({
    fetch: network,
    sql: {
      ...sql,
      exec: (query, ...bindings) => {
        if (!/INTO cursors/.test(query)) return sql.exec(query, ...bindings);
        const [flow = null, since = null, until = null, page = null, ...rest] = bindings;
        return sql.exec(query, flow, page === null ? since : until, until, page, ...rest);
      },
    },
  }),
} satisfies Record<string, Breakage>;

export const sound: Breakage = (sql, network) => ({ sql, fetch: network });
