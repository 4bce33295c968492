import type { Connector } from '../../connectors/contract/connector.ts';
import { connectorById } from '../../connectors/registry.ts';
import { Problem } from '../../records/problem.ts';
import type { Language } from '../../texts/languages.ts';
import type { Clock } from '../clock.ts';
import { firstPlace, meetAccount } from '../connection/account-places.ts';
import type { Connection } from '../connection/connection.ts';
import { credentialsPlace } from '../connection/sealed-secrets.ts';
import type { Seal } from '../privacy/sealing.ts';
import { conflict } from '../request-error.ts';
import { unknownIdentity } from '../storage/accounts.ts';
import { migrate } from '../storage/migrations.ts';
import type { Stores } from '../storage/stores.ts';
import type { NewDeed } from '../storage/trail.ts';
import { forgetBeginnings } from '../work/go-live.ts';
import { dropAliases } from './aliases.ts';
import { changedFields } from './changed-fields.ts';
import {
  type Configuration,
  type IntegrationState,
  readConfiguration,
  splitFlowId,
} from './configuration.ts';
import type { Credentials } from './credentials.ts';
import { dropTasks, openTasksLost, refuseToDrop } from './dropped-tasks.ts';
import { type Authorship, putDocument } from './put-document.ts';
import { expectRevision, revisionOf } from './revision.ts';
import { visibleDocument } from './visible-document.ts';

interface ConfiguringParts {
  readonly id: string;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly stores: Stores;
}

interface Known {
  readonly connector: string;
  readonly credentials: Credentials;
}

export interface ConfigureOptions extends Authorship {
  /** The revision that the document was made of; left out, whatever was saved meanwhile is replaced. */
  readonly revision?: string | undefined;
  /** The document is one with which a draft goes live: of what is live already it is refused. */
  readonly isStart?: boolean | undefined;
  /** The document makes an integration: where there is one already, nothing is replaced. */
  readonly isNew?: boolean | undefined;
  /** With `isNew`: what it is made with, such as one form. Where it was made with just that already, it stays as it is. */
  readonly madeWith?: string | undefined;
  /** Ends the tasks of flows that are there no more. Without it they are a reason to refuse the document. */
  readonly drop?: boolean | undefined;
  /** The language of what is shown of it; English when left out. */
  readonly language?: Language | undefined;
}

/** A document that may be stored. */
export interface CheckedConfiguration extends Configuration {
  readonly known: ReadonlyMap<string, Known>;
}

/** Checks a document and whether it may be stored now. Stores nothing. Throws ConfigurationError and RequestError. */
export async function checkConfiguration(
  stores: Stores | null,
  connections: readonly Connection[],
  input: unknown,
  { revision, isStart = false, isNew = false, drop = false }: ConfigureOptions,
): Promise<CheckedConfiguration> {
  // Before anything else: whoever started it twice has changed nothing meanwhile.
  if (isStart && stores?.meta.get('state') !== 'draft') throw conflict('not_a_draft', {});
  if (revision !== undefined) expectRevision(stores, revision);
  if (isNew && stores !== null && revisionOf(stores) !== null) throw conflict('id_taken', {});
  const known = await knownCredentials(connections);
  const before = stores?.meta.get('state') as IntegrationState | null | undefined;
  const read = readConfiguration(
    input,
    (name, connector) => {
      const kept = known.get(name);
      return kept?.connector === connector ? kept.credentials : {};
    },
    before ?? 'active',
  );
  if (stores && !drop) refuseToDrop(openTasksLost(stores, read.document));
  return { ...read, known };
}

/**
 * Stores a document, all or nothing. `saidAt`: when somebody asked for it. `renewed` names the connections whose credentials have changed. `alongside`: what is done in the same
 * transaction.
 */
export async function storeConfiguration(
  { id, seal, clock, stores }: ConfiguringParts,
  { document, credentials, known, state }: CheckedConfiguration,
  { saidAt, ...authorship }: Authorship & { readonly saidAt: number },
  alongside: () => void = () => undefined,
): Promise<{ renewed: ReadonlySet<string> }> {
  const connectorOf = (name: string) => document.connections[name]?.connector ?? '';
  const sealed = new Map<string, string>();
  for (const [name, values] of Object.entries(credentials)) {
    const before = known.get(name);
    const isSame =
      before?.connector === connectorOf(name) &&
      JSON.stringify(before.credentials) === JSON.stringify(values);
    if (!isSame) sealed.set(name, await seal.seal(credentialsPlace(id, name), values));
  }
  const { state: _, ...visible } = visibleDocument(document, credentials);
  migrate(stores.sql);
  stores.sql.transaction(() => {
    const now = clock.now();
    noteSaved(stores, authorship, { ...visible, state }, [...sealed.keys()], now);
    for (const dropped of openTasksLost(stores, document)) dropTasks(stores, dropped, now);
    stores.connections.deleteExcept(Object.keys(credentials));
    for (const [name, value] of sealed) {
      rememberAccount(stores, name, known.get(name));
      const place = stores.connections.get(name)?.place ?? firstPlace(stores, name, connectorOf(name), now);
      stores.connections.put(name, connectorOf(name), value, place);
      const connector = connectorById(connectorOf(name));
      const identity = connector && accountIdentity(connector, credentials[name]);
      if (identity === undefined) continue;
      meetAccount(stores, name, connectorOf(name), { identity, proven: false }, now);
    }
    dropAliases(stores, Object.keys(document.connections));
    forgetBeginnings(stores, { ...document, state }, { now, saidAt });
    stores.meta.set('state', state);
    putDocument(stores, visible, authorship, now);
    alongside();
  });
  return { renewed: new Set(sealed.keys()) };
}

/**
 * What was changed, by the names of its fields, and the version of before that was made the present one again where it was that; and whose
 * credentials were entered.
 */
function noteSaved(
  { meta, trail }: Stores,
  { by, restored }: Authorship,
  after: Readonly<Record<string, unknown>>,
  entered: readonly string[],
  now: number,
): void {
  if (by === undefined) return;
  const stored = meta.get('document');
  if (stored === null) trail.add(now, by, { code: 'created', params: {} });
  else {
    const before: Readonly<Record<string, unknown>> = {
      ...(JSON.parse(stored) as object),
      state: meta.get('state') ?? 'active',
    };
    const fields = changedFields(before, JSON.parse(JSON.stringify(after)));
    const deed: NewDeed =
      restored === undefined
        ? { code: 'settings_saved', params: { fields } }
        : { code: 'restored', params: { version: restored, fields } };
    trail.add(now, by, deed);
    if (before.state === 'draft' && after.state === 'active')
      trail.add(now, by, { code: 'went_live', params: {} });
  }
  for (const connection of entered)
    trail.add(now, by, { code: 'credentials_entered', params: { connection } });
}

/** Before new credentials come: which account the old ones opened, where that was never written down. */
function rememberAccount(stores: Stores, name: string, before: Known | undefined): void {
  const row = stores.connections.get(name);
  const account = row && stores.accounts.get(row.place);
  if (!account || account.identity !== null) return;
  if (row.account === null && !hasWork(stores, account.place)) return;
  const connector = connectorById(account.connector);
  const told =
    connector && before?.connector === connector.id
      ? accountIdentity(connector, before.credentials)
      : undefined;
  stores.accounts.put({ ...account, identity: told ?? unknownIdentity });
}

/** Whether something has come in for an account that nobody has read yet. */
function hasWork(stores: Stores, place: string): boolean {
  return stores.openTasks.flows().some((flow) => {
    const { from, to } = splitFlowId(flow);
    return from === place || to === place;
  });
}

function accountIdentity({ identity }: Connector, credentials: Credentials | undefined): string | undefined {
  return credentials && identity?.(credentials);
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
