import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';
import { SetUpError, setUpFault } from '../../records/set-up-fault.ts';

/** Milliseconds by connector id, over what the connector declares. From the environment only: for stand-ins, which never work on. */
export type CommitDelays = Readonly<Record<string, number>>;

/** Throws a SetUpError when the variable is not a JSON object of numbers. */
export function parseCommitDelays(text: string | undefined): CommitDelays {
  if (!text) return {};
  try {
    return z.record(z.string(), z.number().int().nonnegative()).parse(JSON.parse(text));
  } catch {
    throw new SetUpError(setUpFault('not_whole_numbers', { name: 'COMMIT_DELAYS' }));
  }
}

/** The connector, but for how long its creates may go on unanswered. */
export function withCommitDelay(connector: Connector, delays: CommitDelays): Connector {
  const commitDelayMs = delays[connector.id];
  return commitDelayMs === undefined ? connector : { ...connector, commitDelayMs };
}
