import { createMiddleware } from 'hono/factory';
import { developmentDefault, jurisdictionObjection } from '../development-defaults.ts';
import { parseCommitDelays } from '../engine/connection/commit-delays.ts';
import { parseRateLimits } from '../engine/connection/limits/overrides.ts';
import { parseBaseUrls } from '../engine/http/base-url.ts';
import { Seal } from '../engine/privacy/sealing.ts';
import { runCallsObjection } from '../engine/work/run-budget.ts';
import type { Env } from '../env.ts';
import { problemResponse } from './problem-response.ts';

const minTokenLength = 16;

const found = new WeakMap<Env, Promise<string | null>>();

/**
 * What is missing of this deployment's configuration, in a sentence that says how to mend it; null when nothing is. The
 * environment of an isolate never changes, so it is looked at once.
 */
export function missingConfiguration(env: Env): Promise<string | null> {
  const known = found.get(env) ?? lookAt(env);
  found.set(env, known);
  return known;
}

async function lookAt(env: Env): Promise<string | null> {
  if ((env.ADMIN_TOKEN ?? '').length < minTokenLength) {
    return `ADMIN_TOKEN is not set, or has fewer than ${minTokenLength} characters. Make one with \`openssl rand -hex 24\` and set it with \`wrangler secret put ADMIN_TOKEN\`.`;
  }
  try {
    await Seal.fromKeys(env.ENCRYPTION_KEY, env.ENCRYPTION_KEY_PREVIOUS);
    parseBaseUrls(env.BASE_URLS);
    parseRateLimits(env.RATE_LIMITS);
    parseCommitDelays(env.COMMIT_DELAYS);
    return jurisdictionObjection(env) ?? developmentDefault(env) ?? runCallsObjection(env.RUN_CALLS);
  } catch (error) {
    return error instanceof Error ? error.message : 'The configuration cannot be read.';
  }
}

/** For what nobody asked for, such as the cron: whether objects can be reached and may work, also where nobody could log in. Logs what is wrong. */
export function isUsable(env: Env): boolean {
  const unusable = jurisdictionObjection(env) ?? developmentDefault(env);
  if (unusable !== null) console.error(JSON.stringify({ event: 'configuration_missing', detail: unusable }));
  return unusable === null;
}

/** Refuses to work without its secrets, and on the defaults of development. */
export const ready = createMiddleware<{ Bindings: Env }>(async (context, next) => {
  const missing = await missingConfiguration(context.env);
  if (missing === null) return next();
  console.error(JSON.stringify({ event: 'configuration_missing', detail: missing }));
  return problemResponse(context, { status: 503, code: 'configuration_missing', detail: missing });
});
