/** What there is to know of a connection beside its account, for whoever looks after it. Nothing is called. Times are ISO 8601 in UTC. */
import type { FlowName } from '../../connectors/contract/connector.ts';
import type { IntegrationDocument } from '../configuration/configuration.ts';
import { isSecret } from '../configuration/credentials.ts';
import type { Connection } from '../connection/connection.ts';
import type { Stores } from '../storage/stores.ts';
import { askedOf } from '../work/own-hooks.ts';
import type { Runtime } from '../work/runtime.ts';
import { type ConnectionView, timestamp } from './views.ts';

export const connectionStates = ['in_order', 'down', 'unauthorised'] as const;

export interface ConnectionDetailView extends ConnectionView {
  readonly connector: string;
  /** When its account was last read. */
  readonly readAt: string | null;
  /** Its credentials open another account than before, and a person has to say what that means. */
  readonly isOtherAccount: boolean;
  readonly health: {
    readonly state: (typeof connectionStates)[number];
    readonly since: string | null;
    /** When it is tried next. */
    readonly nextProbeAt: string | null;
  };
  /** Flows of which the system does not tell though it was asked, and the scope that lacks; null where it refused for another reason. */
  readonly untold: readonly { readonly flow: FlowName; readonly scope: string | null }[];
  /** When it was last called, to a quarter of an hour. */
  readonly lastCalledAt: string | null;
  /** Names of the secrets that are kept; null where they cannot be opened. */
  readonly secrets: readonly string[] | null;
}

interface DetailParts {
  readonly document: Pick<IntegrationDocument, 'connections'>;
  readonly runtime: Pick<Runtime, 'connections'>;
  readonly stores: Stores;
}

export function connectionDetails(
  views: readonly ConnectionView[],
  { document, runtime, stores }: DetailParts,
): Promise<ConnectionDetailView[]> {
  return Promise.all(
    views.map(async (view) => {
      const { connector = '' } = document.connections[view.connection] ?? {};
      const connection = runtime.connections.find(({ name }) => name === view.connection);
      if (connection === undefined) return { ...view, connector, ...nothing };
      return { ...view, connector, ...(await detailsOf(connection, stores)) };
    }),
  );
}

/** Of one that nobody has connected yet. */
const nothing = {
  readAt: null,
  isOtherAccount: false,
  health: { state: 'in_order', since: null, nextProbeAt: null },
  untold: [],
  lastCalledAt: null,
  secrets: [],
} as const;

async function detailsOf(
  connection: Connection,
  stores: Stores,
): Promise<Omit<ConnectionDetailView, keyof ConnectionView | 'connector'>> {
  const { connector, account, accountAt, isOtherAccount, health, checkAt } = connection;
  const { current } = health;
  const credentials = await connection.credentials().catch(() => null);
  const at = (ms: number | null) => (ms === null ? null : timestamp(ms));
  return {
    readAt: at(account === null ? null : accountAt),
    isOtherAccount,
    health: {
      state: current?.state ?? 'in_order',
      since: at(current?.since ?? null),
      nextProbeAt: at(current === null ? null : checkAt),
    },
    untold: (askedOf(stores, connection)?.untold ?? []).map(([flow, scope]) => ({ flow, scope })),
    lastCalledAt: at(connection.lastContact('called')),
    secrets: credentials && Object.keys(credentials).filter((field) => isSecret(connector, field)),
  };
}
