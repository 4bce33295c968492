import { en } from '../../texts/en.ts';
import { credentialsPlace, tokenPlace } from '../connection/sealed-secrets.ts';
import type { Seal } from '../privacy/sealing.ts';
import { conflict, invalid, notFound } from '../request-error.ts';
import type { Stores } from '../storage/stores.ts';
import { addAlias, dropAliases } from './aliases.ts';
import { type IntegrationDocument, identifier } from './configuration.ts';
import { type Authorship, putDocument } from './put-document.ts';

interface RenamingParts extends Authorship {
  readonly id: string;
  readonly seal: Seal;
  readonly stores: Stores;
  readonly now: number;
}

/**
 * Gives a connection another name. What is kept of its account goes by a place of its own, so tasks, links, steps and
 * cursors stay where they are; document, secrets and the log's names change together. Returns the new document.
 */
export async function renameConnection(
  { id, seal, stores, now, by }: RenamingParts,
  document: IntegrationDocument,
  from: string,
  to: string,
): Promise<IntegrationDocument> {
  const row = stores.connections.get(from);
  if (!row) throw notFound('connection');
  const checked = identifier.safeParse(to);
  if (!checked.success) throw invalid('request_invalid', `The name ${en.corrections.not_an_identifier()}.`);
  if (Object.hasOwn(document.connections, to)) {
    throw conflict('name_taken', { name: to });
  }
  const credentials = await resealed(
    seal,
    credentialsPlace(id, from),
    credentialsPlace(id, to),
    row.credentials,
  );
  if (credentials === null) {
    throw conflict('secret_unreadable', { name: from });
  }
  const token = row.token && (await resealed(seal, tokenPlace(id, from), tokenPlace(id, to), row.token));
  const name = (each: string) => (each === from ? to : each);
  const renamed: IntegrationDocument = {
    ...document,
    connections: Object.fromEntries(
      Object.entries(document.connections).map(([each, connection]) => [name(each), connection]),
    ),
    flows: document.flows.map((flow) => ({ ...flow, from: name(flow.from), to: name(flow.to) })),
  };
  stores.sql.transaction(() => {
    if (by) stores.trail.add(now, by, { code: 'renamed', params: { from, to } });
    stores.connections.rename(from, to, credentials, token);
    stores.accounts.rename(from, to);
    // Its addresses have the old name, which another connection may get.
    stores.activations.forget(from);
    addAlias(stores, from, to);
    dropAliases(stores, Object.keys(renamed.connections));
    putDocument(stores, renamed, { by }, now);
  });
  return renamed;
}

/** Returns null for what cannot be opened. */
async function resealed(seal: Seal, from: string, to: string, sealed: string): Promise<string | null> {
  try {
    return await seal.seal(to, await seal.open(from, sealed));
  } catch {
    return null;
  }
}
