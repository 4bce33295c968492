import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { jwtVerify, SignJWT } from 'jose';
import type { Env } from '../env.ts';
import { type Caller, keyHolder } from '../house/roles.ts';
import { standingOf } from './callers.ts';
import { isSecure } from './is-secure.ts';
import { ownKey } from './own-key.ts';

const cookie = '__Host-koppel';
/** Over plain HTTP on a developer's machine no `__Host-` cookie can be set. */
const localCookie = 'koppel';
const sessionSeconds = 12 * 3_600;
const algorithm = 'HS256';

/**
 * The session says whose it is. What a token may do, and whether it is still good, the house is asked each time: a session ends
 * with its token.
 */
export async function startSession(
  context: Context<{ Bindings: Env }>,
  { token }: Pick<Caller, 'token'>,
): Promise<void> {
  const whose = token === null ? { sub: 'admin' } : { sub: 'token', token };
  const session = await new SignJWT(whose)
    .setProtectedHeader({ alg: algorithm })
    .setIssuedAt()
    .setExpirationTime(`${sessionSeconds}s`)
    .sign(await ownKey(context.env, 'session'));
  writeCookie(context, session, sessionSeconds);
}

export function endSession(context: Context): void {
  writeCookie(context, '', 0);
}

const known = new WeakMap<Request, Promise<Caller | null>>();

/** Whose session a request brings; null where it brings none, or one that is over. It is looked at once a request. */
export function sessionCaller(context: Context<{ Bindings: Env }>): Promise<Caller | null> {
  const request = context.req.raw;
  const found = known.get(request) ?? read(context);
  known.set(request, found);
  return found;
}

async function read(context: Context<{ Bindings: Env }>): Promise<Caller | null> {
  const session = getCookie(context, isSecure(context) ? cookie : localCookie);
  if (!session) return null;
  const claims = await verified(context.env, session);
  if (claims?.sub === 'admin') return keyHolder;
  if (claims?.sub !== 'token' || typeof claims.token !== 'number') return null;
  return standingOf(context.env, { token: claims.token });
}

async function verified(env: Env, session: string) {
  try {
    return (await jwtVerify(session, await ownKey(env, 'session'), { algorithms: [algorithm] })).payload;
  } catch {
    return null;
  }
}

function writeCookie(context: Context, value: string, maxAge: number): void {
  const secure = isSecure(context);
  setCookie(context, secure ? cookie : localCookie, value, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure,
    maxAge,
  });
}
