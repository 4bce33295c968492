import type { Texts } from '../../texts/en.ts';
import type { FlowDocument } from '../configuration/configuration.ts';
import { isSecret } from '../configuration/credentials.ts';
import type { Connection } from '../connection/connection.ts';
import type { Stores } from '../storage/stores.ts';
import { askedOf } from '../work/own-hooks.ts';
import type { Runtime } from '../work/runtime.ts';
import { scopesOf } from './connection-scopes.ts';
import type { ConnectionView } from './connection-views.ts';
import { showProblem, timestamp } from './views.ts';

interface ReportParts {
  readonly runtime: Runtime;
  readonly flows: readonly FlowDocument[];
  readonly stores: Stores;
  readonly texts: Texts;
}

/** How each connection of an integration stands, as far as it is known: nothing is called. */
export function connectionViews(parts: ReportParts): Promise<ConnectionView[]> {
  return Promise.all(parts.runtime.connections.map((each) => connectionView(each, parts)));
}

async function connectionView(connection: Connection, parts: ReportParts): Promise<ConnectionView> {
  const { runtime, stores, texts } = parts;
  const { name, connector, account, accountAt, isOtherAccount, health } = connection;
  const { current } = health;
  const credentials = await opened(connection);
  const at = (ms: number | null) => (ms === null ? null : timestamp(ms));
  return {
    name,
    connector: connector.id,
    account: account && {
      name: account.name,
      currency: account.currency,
      country: account.traits.country ?? null,
      timeZone: account.timeZone,
      readAt: timestamp(accountAt),
    },
    isOtherAccount,
    health: {
      state: current?.state ?? 'in_order',
      problem: current && showProblem(current.problem, texts),
      since: at(current?.since ?? null),
      nextProbeAt: at(current === null ? null : connection.checkAt),
    },
    scopes: scopesOf(connection, parts),
    webhooks:
      connector.webhook === undefined
        ? null
        : {
            taken: runtime.hooked.has(name),
            own: connector.webhook.register !== undefined,
            untold: (askedOf(stores, connection)?.untold ?? []).map(([flow, scope]) => ({ flow, scope })),
          },
    lastReceivedAt: at(connection.lastContact('heard')),
    lastCalledAt: at(connection.lastContact('called')),
    asksPeople: credentials !== null && connector.auth(credentials).kind === 'authorization-code',
    secrets: credentials && Object.keys(credentials).filter((field) => isSecret(connector, field)),
  };
}

/** Null where the key is lost: then the connection says so itself. */
async function opened(connection: Connection): Promise<Record<string, string> | null> {
  return connection.credentials().catch(() => null);
}
