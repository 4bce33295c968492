import { createMiddleware } from 'hono/factory';
import { developmentDefault, jurisdictionObjection } from '../development-defaults.ts';
import { parseCommitDelays } from '../engine/connection/commit-delays.ts';
import { parseRateLimits } from '../engine/connection/limits/overrides.ts';
import { parseBaseUrls } from '../engine/http/base-url.ts';
import { Seal } from '../engine/privacy/sealing.ts';
import { runCallsObjection } from '../engine/work/run-budget.ts';
import type { Env } from '../env.ts';
import { SetUpError, type SetUpFault, setUpFault, tellSetUp } from '../records/set-up-fault.ts';
import { problemResponse } from './problem-response.ts';

const minTokenLength = 16;

const found = new WeakMap<Env, Promise<SetUpFault | null>>();

/**
 * What is missing of this deployment's configuration; null when nothing is. The environment of an isolate never changes, so it is
 * looked at once.
 */
export function missingConfiguration(env: Env): Promise<SetUpFault | null> {
  const known = found.get(env) ?? lookAt(env);
  found.set(env, known);
  return known;
}

async function lookAt(env: Env): Promise<SetUpFault | null> {
  if ((env.ADMIN_TOKEN ?? '').length < minTokenLength) {
    return setUpFault('no_admin_token', { least: minTokenLength });
  }
  try {
    await Seal.fromKeys(env.ENCRYPTION_KEY, env.ENCRYPTION_KEY_PREVIOUS);
    parseBaseUrls(env.BASE_URLS);
    parseRateLimits(env.RATE_LIMITS);
    parseCommitDelays(env.COMMIT_DELAYS);
    return jurisdictionObjection(env) ?? developmentDefault(env) ?? runCallsObjection(env.RUN_CALLS);
  } catch (error) {
    return error instanceof SetUpError ? error.fault : setUpFault('unreadable', {});
  }
}

/** For what nobody asked for, such as the cron: whether objects can be reached and may work, also where nobody could log in. Logs what is wrong. */
export function isUsable(env: Env): boolean {
  const unusable = jurisdictionObjection(env) ?? developmentDefault(env);
  if (unusable !== null) logFault(unusable);
  return unusable === null;
}

/** Refuses to work without its secrets, and on the defaults of development. */
export const ready = createMiddleware<{ Bindings: Env }>(async (context, next) => {
  const missing = await missingConfiguration(context.env);
  if (missing === null) return next();
  const detail = logFault(missing);
  return problemResponse(context, { status: 503, code: 'configuration_missing', detail });
});

/** Logs what is missing; returns it in English. */
export function logFault(fault: SetUpFault): string {
  const detail = tellSetUp(fault);
  console.error(JSON.stringify({ event: 'configuration_missing', detail }));
  return detail;
}
