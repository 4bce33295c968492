import { z } from 'zod';
import type { Connector } from '../../../connectors/contract/connector.ts';
import type { Limit } from '../../../connectors/contract/limits.ts';
import { SetUpError, setUpFault } from '../../../records/set-up-fault.ts';

/** Requests per window by connector id, over those that the connector declares. From the environment only: for benchmarks. */
export type RateLimits = Readonly<Record<string, number>>;

/** Throws a SetUpError when the variable is not a JSON object of numbers. */
export function parseRateLimits(text: string | undefined): RateLimits {
  if (!text) return {};
  try {
    return z.record(z.string(), z.number().int().positive()).parse(JSON.parse(text));
  } catch {
    throw new SetUpError(setUpFault('not_whole_numbers', { name: 'RATE_LIMITS' }));
  }
}

export function limitsOf(
  { id, limits }: Pick<Connector, 'id' | 'limits'>,
  rateLimits: RateLimits,
): readonly Limit[] {
  const requests = rateLimits[id];
  if (requests === undefined) return limits;
  return limits.map((limit) =>
    limit.kind === 'window' || limit.kind === 'per-route' ? { ...limit, requests } : limit,
  );
}
