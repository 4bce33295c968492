import type { OrderSource } from '../../../src/connectors/contract/source.ts';
import type { CustomerTarget } from '../../../src/connectors/contract/target.ts';
import { connectors } from '../../../src/connectors/registry.ts';
import type { BatchCall } from '../../../src/engine/bulk/claim.ts';
import type { Sql } from '../../../src/engine/storage/sql.ts';

/** What whoever works on a batch asks of the object. */
export type AskBatch = (id: number, call: BatchCall) => Promise<unknown>;

/** Puts a broken part in place of a good one, under an engine that knows nothing of it. */
export interface Breakage {
  /** The first seed of the runs that it can be seen in; 0 when left out. */
  readonly from?: number;
  readonly sql?: (sql: Sql) => Sql;
  readonly fetch?: (network: typeof fetch) => typeof fetch;
  readonly customers?: (target: CustomerTarget) => CustomerTarget;
  readonly orders?: (source: OrderSource) => OrderSource;
  readonly batch?: (ask: AskBatch, sql: Sql) => AskBatch;
  /** Whether anything was there to be broken so far: a statement of this kind, a call. Left out: it always is. */
  readonly wasMet?: () => boolean;
}

type Exec = Sql['exec'];

/** Does something else where a statement is like this. */
export function execAs(statement: RegExp, broken: (own: Exec) => Exec): Breakage {
  let isMet = false;
  return {
    wasMet: () => isMet,
    sql: (sql) => {
      const own = sql.exec.bind(sql);
      const other = broken(own);
      const exec: Exec = (query, ...bindings) => {
        const isMeant = statement.test(query);
        isMet ||= isMeant;
        return isMeant ? other(query, ...bindings) : own(query, ...bindings);
      };
      return { ...sql, exec };
    },
  };
}

/** Finds nothing where a query is like this. */
export function blindTo(query: RegExp): Breakage {
  return execAs(query, () => () => []);
}

/** Does something more to the tasks whenever one has to wait. */
export function afterWaiting(statement: string): Breakage {
  return execAs(/SET state = 'waiting'/, (exec) => (query, ...bindings) => {
    const rows = exec(query, ...bindings);
    exec(statement);
    return rows as never;
  });
}

/** Answers calls like this in another way. */
export function answeredAs(
  isMeant: (request: Request) => boolean,
  broken: (request: Request, network: typeof fetch) => Promise<Response>,
): Breakage {
  let isMet = false;
  return {
    wasMet: () => isMet,
    fetch: (network) =>
      ((request: Request) => {
        if (!isMeant(request)) return network(request);
        isMet = true;
        return broken(request, network);
      }) as typeof fetch,
  };
}

/** Breaks the connectors that all runs of this process share. Returns what mends them. */
export function breakConnectors({ customers, orders }: Breakage): () => void {
  const mended = connectors.map((connector) => {
    const parts = connector as { -readonly [Part in 'customers' | 'orders']: (typeof connector)[Part] };
    const whole = { ...parts };
    if (customers && whole.customers?.target) {
      parts.customers = { ...whole.customers, target: customers(whole.customers.target) };
    }
    if (orders && whole.orders?.source) {
      parts.orders = { ...whole.orders, source: orders(whole.orders.source) };
    }
    return () => {
      if (whole.customers) parts.customers = whole.customers;
      if (whole.orders) parts.orders = whole.orders;
    };
  });
  return () => {
    for (const mend of mended) mend();
  };
}
