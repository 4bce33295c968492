import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import { timingSafeEqual } from 'hono/utils/buffer';
import { unwrap } from '../../durable-objects/answer.ts';
import { house } from '../../durable-objects/house-client.ts';
import type { By } from '../engine/storage/trail.ts';
import type { Env } from '../env.ts';
import { type Caller, keyHolder } from '../house/roles.ts';
import { readToken } from '../house/token-text.ts';
import { refusalOf } from './needs.ts';

async function isAdminToken(env: Env, given: string): Promise<boolean> {
  // An empty ADMIN_TOKEN would admit everybody.
  return env.ADMIN_TOKEN !== undefined && env.ADMIN_TOKEN !== '' && timingSafeEqual(given, env.ADMIN_TOKEN);
}

/** Whose token this is; null for nobody's. Only what can be a token that was made costs a call of the house. */
export async function callerBy(env: Env, given: string): Promise<Caller | null> {
  if (await isAdminToken(env, given)) return keyHolder;
  return readToken(given) === null ? null : unwrap(await house(env).admit(given));
}

/** Whoever did something, as the trail has it, with what they may do now; null where their token is good no more. */
export async function standingOf(env: Env, { token }: Pick<By, 'token'>): Promise<Caller | null> {
  return token === null ? keyHolder : unwrap(await house(env).standing(token));
}

const name = 'caller';

/** To be called once it is known who asks. Throws where they may not use the route that is about to answer. */
export function admit(context: Context, caller: Caller): void {
  context.set(name, caller);
  const { path } = context.req;
  for (const { method, path: pattern } of matchedRoutes(context)) {
    // Middleware stands under every method.
    if (method === 'ALL') continue;
    const refusal = refusalOf(caller, { method, pattern, path });
    if (refusal !== null) throw refusal;
  }
}

/** Who asks, on a route that is not open. */
export function callerOf(context: Context): Caller {
  const caller: unknown = context.get(name);
  if (caller === undefined) throw new Error('Nobody looked who asks.');
  return caller as Caller;
}

/** The same as the trail keeps it of what they do. */
export function deedBy(context: Context): By {
  const { name: who, token } = callerOf(context);
  return { who, token, via: context.req.path.startsWith('/api/') ? 'api' : 'page' };
}
