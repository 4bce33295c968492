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
}

type Exec = Sql['exec'];

export function execAs(broken: (own: Exec) => Exec): Breakage {
  return { sql: (sql) => ({ ...sql, exec: broken(sql.exec.bind(sql)) }) };
}

/** Finds nothing where a query is like this. */
export function blindTo(query: RegExp): Breakage {
  return execAs(
    (exec) =>
      (text, ...bindings) =>
        query.test(text) ? [] : exec(text, ...bindings),
  );
}

/** Does something more to the tasks whenever one has to wait. */
export function afterWaiting(statement: string): Breakage {
  return {
    sql: (sql) => ({
      ...sql,
      exec: (query, ...bindings) => {
        const rows = sql.exec(query, ...bindings) as never;
        if (/SET state = 'waiting'/.test(query)) sql.exec(statement);
        return rows;
      },
    }),
  };
}

export function answeredAs(broken: (request: Request, network: typeof fetch) => Promise<Response>): Breakage {
  return { fetch: (network) => ((request: Request) => broken(request, network)) as typeof fetch };
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
