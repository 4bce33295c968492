import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';

/** Milliseconds by connector id, over what the connector declares. From the environment only: for stand-ins, which never work on. */
export type CommitDelays = Readonly<Record<string, number>>;

/** Throws an Error with a sentence when the variable is not a JSON object of numbers. */
export function parseCommitDelays(text: string | undefined): CommitDelays {
  if (!text) return {};
  try {
    return z.record(z.string(), z.number().int().nonnegative()).parse(JSON.parse(text));
  } catch {
    throw new Error('COMMIT_DELAYS must be a JSON object of whole numbers.');
  }
}

/** The connector, but for how long its creates may go on unanswered. */
export function withCommitDelay(connector: Connector, delays: CommitDelays): Connector {
  const commitDelayMs = delays[connector.id];
  return commitDelayMs === undefined ? connector : { ...connector, commitDelayMs };
}
