import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { timingSafeEqual } from 'hono/utils/buffer';
import { jwtVerify, SignJWT } from 'jose';
import type { Env } from '../env.ts';
import { problemResponse } from './problem-response.ts';

const cookie = '__Host-koppel';
/** Over plain HTTP on a developer's machine no `__Host-` cookie can be set. */
const localCookie = 'koppel';
const sessionSeconds = 12 * 3_600;

export async function isAdminToken(env: Env, given: string): Promise<boolean> {
  // An empty ADMIN_TOKEN would admit everybody.
  return env.ADMIN_TOKEN !== undefined && env.ADMIN_TOKEN !== '' && timingSafeEqual(given, env.ADMIN_TOKEN);
}

/** For the API: the admin token as a bearer token (RFC 6750). */
export const bearer = createMiddleware<{ Bindings: Env }>(async (context, next) => {
  const given = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
  if (given !== undefined && (await isAdminToken(context.env, given))) return next();
  context.header('www-authenticate', 'Bearer realm="Koppel"');
  return problemResponse(context, {
    status: 401,
    code: 'token_invalid',
    detail: 'Send the admin token: `Authorization: Bearer …`.',
  });
});

/** The key is made of both secrets: changing either ends every session. */
async function sessionKey(env: Env): Promise<Uint8Array> {
  const text = new TextEncoder().encode(`session ${env.ADMIN_TOKEN} ${env.ENCRYPTION_KEY}`);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', text));
}

export async function startSession(context: Context<{ Bindings: Env }>): Promise<void> {
  const session = await new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('admin')
    .setIssuedAt()
    .setExpirationTime(`${sessionSeconds}s`)
    .sign(await sessionKey(context.env));
  writeCookie(context, session, sessionSeconds);
}

export function endSession(context: Context): void {
  writeCookie(context, '', 0);
}

export async function hasSession(context: Context<{ Bindings: Env }>): Promise<boolean> {
  const session = getCookie(context, isSecure(context) ? cookie : localCookie);
  if (!session) return false;
  try {
    await jwtVerify(session, await sessionKey(context.env), { algorithms: ['HS256'], subject: 'admin' });
    return true;
  } catch {
    return false;
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

function isSecure(context: Context): boolean {
  return new URL(context.req.url).protocol === 'https:';
}
