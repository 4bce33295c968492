import type { Connector } from '../../connectors/contract/connector.ts';
import { connectorById } from '../../connectors/registry.ts';
import { problem } from '../../records/problem.ts';
import { Connection, type ConnectionParts } from '../connection/connection.ts';
import { limitsOf } from '../connection/limits/overrides.ts';
import { RateLimiter } from '../connection/limits/rate-limiter.ts';
import { credentialsPlace } from '../connection/sealed-secrets.ts';
import type { Surroundings } from '../connection/session.ts';
import { ConnectionStore } from '../storage/connections.ts';
import { neededScopes } from './needed-scopes.ts';
import type { CheckedConfiguration } from './store-configuration.ts';

/** What a trial is made with. */
export interface TrialParts extends Pick<ConnectionParts, 'seal' | keyof Surroundings> {
  readonly id: string;
}

/** A connection over credentials that are not stored yet, for looking into the account before they are. It stores nothing. */
function trialConnection(
  parts: TrialParts,
  name: string,
  connector: Connector,
  credentials: string,
  scopes: readonly string[],
): Connection {
  const { id, clock, rateLimits = {} } = parts;
  return new Connection({
    ...parts,
    integration: id,
    row: {
      name,
      connector: connector.id,
      credentials,
      account: null,
      accountAt: 0,
      token: null,
      place: name,
      met: null,
      health: null,
    },
    connector,
    scopes,
    store: new ConnectionStore({ exec: () => [], transaction: (work) => work() }),
    limiter: new RateLimiter(limitsOf(connector, rateLimits), clock),
    meet: () => ({ place: name, changed: false }),
    placed: () => undefined,
    isCurrent: () => false,
    healthChanged: () => undefined,
  });
}

/** Connections for looking into the accounts of a document that was checked: those that stand already, and trials of new credentials. */
export function trials(
  parts: TrialParts,
  connections: readonly Connection[],
  { document, credentials, known }: CheckedConfiguration,
): (name: string) => Promise<Connection> {
  return async (name) => {
    const connector = connectorById(document.connections[name]?.connector ?? '');
    const before = known.get(name);
    const given = credentials[name];
    const isSame =
      before?.connector === connector?.id && JSON.stringify(before?.credentials) === JSON.stringify(given);
    const standing = connections.find((each) => each.name === name);
    if (connector === undefined) throw new Error('A checked document names its connectors.');
    if (given === undefined) throw problem('auth', 'not_connected', { system: connector.name });
    const scopes = neededScopes(document, name, connector);
    const isOpen = scopes.every((scope) => standing?.scopes.includes(scope));
    if (isSame && isOpen && standing !== undefined) return standing;
    const sealed = await parts.seal.seal(credentialsPlace(parts.id, name), given);
    return trialConnection(parts, name, connector, sealed, scopes);
  };
}
