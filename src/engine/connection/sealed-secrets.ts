import type { AccessToken } from '../../connectors/contract/auth.ts';
import { type Problem, problem } from '../../records/problem.ts';
import { type Seal, SealError } from '../privacy/sealing.ts';
import type { ConnectionRow, ConnectionStore } from '../storage/connections.ts';
import type { TokenShelf } from './tokens.ts';

export interface SealedPlace {
  readonly integration: string;
  readonly row: ConnectionRow;
  readonly seal: Seal;
  readonly store: ConnectionStore;
  /** False once a change of configuration put another connection in its place. */
  readonly isCurrent: () => boolean;
}

export function credentialsPlace(integration: string, connection: string): string {
  return `${integration}/connections/${connection}/credentials`;
}

export function tokenPlace(integration: string, connection: string): string {
  return `${integration}/connections/${connection}/token`;
}

/** What was sealed with an earlier key is sealed anew. Throws an `auth` problem where it cannot be opened. */
export async function openCredentials(place: SealedPlace): Promise<Record<string, string>> {
  const { integration, row, seal, store, isCurrent } = place;
  const name = credentialsPlace(integration, row.name);
  let credentials: Record<string, string>;
  try {
    credentials = (await seal.open(name, row.credentials)) as Record<string, string>;
  } catch (error) {
    throw secretUnreadable(row.name, error);
  }
  if (seal.isStale(row.credentials)) {
    const sealed = await seal.seal(name, credentials);
    if (isCurrent()) store.reseal(row.name, sealed);
  }
  return credentials;
}

export function sealedShelf({ integration, row, seal, store, isCurrent }: SealedPlace): TokenShelf {
  const place = tokenPlace(integration, row.name);
  const stored = () => store.all().find(({ name }) => name === row.name)?.token ?? null;
  let known: string | null = null;
  return {
    load: async () => {
      known = stored();
      if (known === null) return null;
      try {
        // Earlier versions stored tokens without `extra`.
        const token = (await seal.open(place, known)) as Omit<AccessToken, 'extra'> & Partial<AccessToken>;
        return { ...token, extra: token.extra ?? {} };
      } catch {
        // A token is cheap to fetch again; where it is not, somebody gives access again.
        return null;
      }
    },
    save: async (token) => {
      const sealed = token && (await seal.seal(place, token));
      // New credentials took the old token away: what they fetched meanwhile is not theirs.
      if (!isCurrent() && (known === null || stored() !== known)) return;
      store.setToken(row.name, sealed);
      known = sealed;
    },
  };
}

function secretUnreadable(connection: string, error: unknown): Problem {
  return problem(
    'auth',
    'secret_unreadable',
    { name: connection, reason: error instanceof SealError ? error.code : 'unreadable' },
    { connection },
  );
}
