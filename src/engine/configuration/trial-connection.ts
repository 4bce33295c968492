import type { Connector } from '../../connectors/contract/connector.ts';
import { Connection, type ConnectionParts } from '../connection/connection.ts';
import { limitsOf } from '../connection/limits/overrides.ts';
import { RateLimiter } from '../connection/limits/rate-limiter.ts';
import type { Surroundings } from '../connection/session.ts';
import { ConnectionStore } from '../storage/connections.ts';

/** What a trial is made with. */
export interface TrialParts extends Pick<ConnectionParts, 'seal' | keyof Surroundings> {
  readonly id: string;
}

/** A connection over credentials that are not stored yet, for looking into the account before they are. It stores nothing. */
export function trialConnection(
  parts: TrialParts,
  name: string,
  connector: Connector,
  credentials: string,
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
      health: null,
    },
    connector,
    store: new ConnectionStore({ exec: () => [], transaction: (work) => work() }),
    limiter: new RateLimiter(limitsOf(connector, rateLimits), clock),
    isCurrent: () => false,
    healthChanged: () => undefined,
  });
}
