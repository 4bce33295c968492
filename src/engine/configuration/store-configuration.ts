import { connectorById } from '../../connectors/registry.ts';
import { Problem } from '../../records/problem.ts';
import type { Connection } from '../connection/connection.ts';
import { credentialsPlace } from '../connection/sealed-secrets.ts';
import { freshCursor } from '../storage/cursors.ts';
import { migrate } from '../storage/migrations.ts';
import type { Stores } from '../storage/stores.ts';
import { checkedLists, type ListsChecked } from './check-lists.ts';
import { flowId, type IntegrationDocument, readConfiguration } from './configuration.ts';
import type { Credentials } from './credentials.ts';
import { type TrialParts, trialConnection } from './trial-connection.ts';
import { visibleDocument } from './visible-document.ts';

interface ConfiguringParts extends TrialParts {
  readonly stores: Stores;
}

interface Known {
  readonly connector: string;
  readonly credentials: Credentials;
}

/** Checks a document and stores it, all or nothing. `renewed` names the connections whose credentials have changed. */
export async function storeConfiguration(
  parts: ConfiguringParts,
  connections: readonly Connection[],
  input: unknown,
): Promise<{
  document: IntegrationDocument;
  renewed: ReadonlySet<string>;
  warnings: ListsChecked['warnings'];
}> {
  const { id, seal, clock, stores } = parts;
  const known = await knownCredentials(connections);
  const { document, credentials } = readConfiguration(input, (name, connector) => {
    const before = known.get(name);
    return before?.connector === connector ? before.credentials : {};
  });
  const connectorOf = (name: string) => document.connections[name]?.connector ?? '';
  const sealed = new Map<string, string>();
  for (const [name, values] of Object.entries(credentials)) {
    const before = known.get(name);
    const isSame =
      before?.connector === connectorOf(name) &&
      JSON.stringify(before.credentials) === JSON.stringify(values);
    if (!isSame) sealed.set(name, await seal.seal(credentialsPlace(id, name), values));
  }
  const warnings = await checkedLists(document, async (name) => {
    const given = sealed.get(name);
    const connector = connectorById(connectorOf(name));
    const connection =
      given !== undefined && connector !== undefined
        ? trialConnection(parts, name, connector, given)
        : connections.find((each) => each.name === name);
    if (connection === undefined) throw new Error('A checked document names its connections.');
    return connection;
  });
  const visible = visibleDocument(document, credentials);
  migrate(stores.sql);
  stores.sql.transaction(() => {
    for (const [name, value] of sealed) stores.connections.put(name, connectorOf(name), value);
    stores.connections.deleteExcept(Object.keys(document.connections));
    for (const flow of document.flows.map(flowId)) {
      if (!stores.cursors.get(flow)) stores.cursors.put(flow, freshCursor(clock.now()));
    }
    stores.meta.set('document', JSON.stringify(visible));
  });
  return { document: visible, renewed: new Set(sealed.keys()), warnings };
}

async function knownCredentials(connections: readonly Connection[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for (const connection of connections) {
    try {
      const credentials = await connection.credentials();
      known.set(connection.name, { connector: connection.connector.id, credentials });
    } catch (error) {
      // The key was lost, so only the credentials given now count. The check names those that are missing.
      if (!(error instanceof Problem)) throw error;
    }
  }
  return known;
}
