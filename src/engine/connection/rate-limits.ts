import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';
import type { Limits } from './rate-limit.ts';

/** Requests per window by connector id, over those that the connector declares. From the environment only: for benchmarks. */
export type RateLimits = Readonly<Record<string, number>>;

/** Throws an Error with a sentence when the variable is not a JSON object of numbers. */
export function parseRateLimits(text: string | undefined): RateLimits {
  if (!text) return {};
  try {
    return z.record(z.string(), z.number().int().positive()).parse(JSON.parse(text));
  } catch {
    throw new Error('RATE_LIMITS must be a JSON object of whole numbers.');
  }
}

export function limitsOf({ id, limits }: Connector, rateLimits: RateLimits): Limits {
  return { ...limits, requests: rateLimits[id] ?? limits.requests };
}
