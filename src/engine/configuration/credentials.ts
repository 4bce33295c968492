import type { Connector } from '../../connectors/contract/connector.ts';
import { credentialMeta } from '../../connectors/contract/credential-meta.ts';

export type Credentials = Readonly<Record<string, string>>;

/** What a document gives of a connection's credentials, completed with the secrets that are kept. */
interface Completed {
  readonly credentials: Credentials;
  /** Stored secrets that belong to another address than the connection has now. */
  readonly misplaced: readonly string[];
}

/**
 * A secret that is left out stays as it is, but only where it went before: who changes a shop's address must know its
 * secrets. So does what a connection cannot be without. An empty field is taken away.
 */
export function completeCredentials(
  connector: Connector,
  entered: Credentials,
  kept: Credentials,
): Completed {
  const given = Object.fromEntries(
    Object.entries(entered).filter(([field, value]) => !(isSecret(connector, field) && isMasked(value))),
  );
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const leftOut = Object.entries(kept).filter(
    ([field]) => !Object.hasOwn(given, field) && (isSecret(connector, field) || isNeeded(connector, field)),
  );
  const credentials = { ...Object.fromEntries(leftOut), ...filled };
  const moved = originOf(connector, credentials) !== originOf(connector, kept);
  const secrets = leftOut.map(([field]) => field).filter((field) => isSecret(connector, field));
  return { credentials, misplaced: moved ? secrets : [] };
}

/** A secret as something shows it that hides it: it was not entered. */
function isMasked(value: string): boolean {
  return /^[*•]+$/.test(value);
}

function isNeeded(connector: Connector, field: string): boolean {
  return !connector.credentials.shape[field]?.safeParse(undefined).success;
}

/** Returns null when these credentials give no usable address. */
function originOf(connector: Connector, credentials: Credentials): string | null {
  const url = connector.baseUrl(credentials, null);
  return URL.canParse(url) ? new URL(url).origin : null;
}

export function isSecret(connector: Connector, field: string): boolean {
  const schema = connector.credentials.shape[field];
  return schema === undefined || isSecretField(schema);
}

function isSecretField(schema: unknown): boolean {
  return credentialMeta(schema).secret === true;
}
