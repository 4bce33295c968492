/** What is known of the accounts of an integration without calling anybody. */
import type { Account } from '../../connectors/contract/account.ts';
import { connectorById } from '../../connectors/registry.ts';
import type { Texts } from '../../texts/en.ts';
import type { IntegrationDocument } from '../configuration/configuration.ts';
import { wantedScopes } from '../configuration/wanted-scopes.ts';
import type { Connection } from '../connection/connection.ts';
import type { Stores } from '../storage/stores.ts';
import { askedOf } from '../work/own-hooks.ts';
import type { Runtime } from '../work/runtime.ts';
import { accountChanged } from './incidents.ts';
import { type AccountView, type ConnectionView, showProblem, timestamp } from './views.ts';

export function showAccount({ name, currency, timeZone, traits }: Account): AccountView {
  return { name, currency, timeZone, country: traits.country ?? null };
}

/** In the order of the document. */
export function connectionViews(
  document: Pick<IntegrationDocument, 'connections' | 'flows'>,
  runtime: Pick<Runtime, 'connections' | 'hooked'>,
  stores: Stores,
  texts: Texts,
): ConnectionView[] {
  const names = Object.keys(document.connections);
  return Object.entries(document.connections).map(([name, { connector: id }], index) => {
    const connection = runtime.connections.find((each) => each.name === name);
    const connector = connectorById(id);
    const account = connection?.account ?? null;
    const scopes = connector === undefined ? [] : wantedScopes(document, name, connector, account);
    const none = { account: null, problem: null, sameAs: null, hooks: null, scopes };
    if (connection === undefined) return { connection: name, connected: false, ...none };
    const trouble = connection.isOtherAccount
      ? accountChanged(name, connection.connector.name)
      : (connection.health.current?.problem ?? null);
    return {
      connection: name,
      connected: true,
      account: account && showAccount(account),
      problem: trouble && showProblem(trouble, texts),
      sameAs:
        runtime.connections.find((other) => names.indexOf(other.name) < index && isSame(connection, other))
          ?.name ?? null,
      hooks: runtime.hooked.has(name) ? hooksOf(connection, stores) : null,
      scopes,
    };
  });
}

function hooksOf(connection: Connection, stores: Stores): ConnectionView['hooks'] {
  const receivedAt = connection.lastContact('heard');
  return {
    askedFor: askedOf(stores, connection) !== null,
    receivedAt: receivedAt === null ? null : timestamp(receivedAt),
  };
}

/** Two connections that open one account: what goes from one to the other goes to itself. */
function isSame(one: Connection, other: Connection): boolean {
  const identity = one.account?.identity;
  return (
    identity !== undefined && one.connector.id === other.connector.id && other.account?.identity === identity
  );
}
