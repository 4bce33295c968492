import { proxyDurable } from 'itty-durable';
import type { Summary } from '../src/engine/reporting/views.ts';
import { type Env, jurisdictionOf } from '../src/env.ts';

export interface Directory {
  put(summary: Summary): Promise<void>;
  /** Returns whether there was such an entry. */
  remove(id: string): Promise<boolean>;
  list(): Promise<Summary[]>;
  /** The other integrations that work with the same two accounts. */
  sharing(id: string, accounts: readonly string[]): Promise<string[]>;
}

interface Stub {
  put(summary: string): Promise<unknown>;
  remove(id: string): Promise<{ removed: boolean }>;
  list(): Promise<Summary[]>;
  sharing(id: string, accounts: string): Promise<string[]>;
}

/** The one directory of this deployment. */
export function directory(env: Env): Directory {
  const stub: Stub = proxyDurable(jurisdictionOf(env.DIRECTORY, env), {
    name: 'DIRECTORY',
    parse: true,
  }).get('directory');
  return {
    put: async (summary) => {
      await stub.put(ascii(JSON.stringify(summary)));
    },
    remove: async (id) => (await stub.remove(id)).removed,
    list: async () => (await stub.list()).map(({ accounts: _, ...summary }) => summary),
    sharing: (id, accounts) => stub.sharing(id, accounts.join()),
  };
}

function ascii(json: string): string {
  return json.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
