import type { Sql } from '../../src/engine/store/sql.ts';

/** Puts a broken part in place of a good one, under an engine that knows nothing of it. */
export type Breakage = (sql: Sql, network: typeof fetch) => { sql: Sql; fetch: typeof fetch };

export const sound: Breakage = (sql, network) => ({ sql, fetch: network });

/** The journal takes no intents. */
export const withoutIntents: Breakage = (sql, network) => ({
  fetch: network,
  sql: {
    ...sql,
    exec: (query, ...bindings) => (/INTO steps/.test(query) ? [] : sql.exec(query, ...bindings)),
  },
});

/** What may be there is not looked for before it is made. */
export const withoutSearch: Breakage = (sql, network) => ({
  sql,
  fetch: (async (request: Request) => {
    const { pathname, searchParams } = new URL(request.url);
    const isSearch = pathname === '/v3/invoices' && request.method === 'GET' && searchParams.has('query');
    return isSearch ? Response.json({ data: [], _links: { next: null } }) : network(request);
  }) as typeof fetch,
});

/** The cursor moves with every page instead of with the whole window. */
export const cursorPerPage: Breakage = (sql, network) => ({
  fetch: network,
  sql: {
    ...sql,
    exec: (query, ...bindings) => {
      if (!/INTO cursors/.test(query)) return sql.exec(query, ...bindings);
      const [flow, since, until, page, ...rest] = bindings;
      const moved = page === null ? (since ?? null) : (until ?? null);
      return sql.exec(query, flow ?? null, moved, until ?? null, page ?? null, ...rest);
    },
  },
});
