import { proxyDurable } from 'itty-durable';
import type { OrdersOf } from '../src/engine/configuration/order-rings.ts';
import { type Health, healthAt } from '../src/engine/reporting/health.ts';
import type { Summary } from '../src/engine/reporting/views.ts';
import { type Env, jurisdictionOf } from '../src/env.ts';
import type { Related } from './relation-marks.ts';

/** What the directory tells of an integration. */
export interface Listed extends Omit<Summary, 'accounts' | 'relations' | 'health'> {
  readonly health: Health;
}

export interface Directory {
  /** Returns whether it says something new of its relations to the others. */
  put(summary: Summary): Promise<boolean>;
  /** Returns whether there was such an entry. */
  remove(id: string): Promise<boolean>;
  list(): Promise<Listed[]>;
  /** The other integrations that work with the same two accounts. */
  sharing(id: string, accounts: readonly string[]): Promise<string[]>;
  /** The other integrations over any of these accounts, by their marks, and those of these ids that are there. */
  related(id: string, marks: readonly string[], ids?: readonly string[]): Promise<Related[]>;
  /** Which way the orders of all other integrations go. */
  orders(id: string): Promise<OrdersOf[]>;
}

interface Stub {
  put(summary: string): Promise<{ isRelatedAnew: boolean }>;
  remove(id: string): Promise<{ removed: boolean }>;
  list(): Promise<Summary[]>;
  sharing(id: string, accounts: string): Promise<string[]>;
  related(id: string, marks: string, ids: string): Promise<Related[]>;
  orders(id: string): Promise<OrdersOf[]>;
}

/** The one directory of this deployment. */
export function directory(env: Env): Directory {
  const stub: Stub = proxyDurable(jurisdictionOf(env.DIRECTORY, env), {
    name: 'DIRECTORY',
    parse: true,
  }).get('directory');
  return {
    put: async (summary) => (await stub.put(ascii(JSON.stringify(summary)))).isRelatedAnew,
    remove: async (id) => (await stub.remove(id)).removed,
    list: async () =>
      (await stub.list()).map(({ accounts: _, relations: __, health, ...summary }) => ({
        ...summary,
        health: healthAt(health, Date.now()),
      })),
    sharing: (id, accounts) => stub.sharing(id, accounts.join()),
    related: (id, marks, ids = []) => stub.related(id, JSON.stringify(marks), JSON.stringify(ids)),
    orders: (id) => stub.orders(id),
  };
}

function ascii(json: string): string {
  return json.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
