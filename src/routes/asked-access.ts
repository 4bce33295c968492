/** What was asked of a system in the name of a browser: it is kept in that browser, sealed, until the system sends it back. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import { identifier } from '../engine/configuration/configuration.ts';
import type { Env } from '../env.ts';
import { isSecure } from './is-secure.ts';
import { ownKey } from './own-key.ts';

const cookie = 'koppel-access';
const seconds = 600;

const asked = z.object({
  integration: identifier,
  connection: identifier,
  redirectUri: z.string(),
  state: z.string(),
  verifier: z.string(),
  /** Who asked: the system sends the browser back without the session. */
  by: z.object({ who: z.string(), token: z.number().nullable(), via: z.enum(['page', 'api']) }),
});
export type AskedAccess = z.infer<typeof asked>;

type AccessContext = Context<{ Bindings: Env }>;

export async function keepAsked(context: AccessContext, what: AskedAccess): Promise<void> {
  const sealed = await new EncryptJWT(what)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime(`${seconds}s`)
    .encrypt(await ownKey(context.env, 'access'));
  setCookie(context, cookie, sealed, { ...place(context), maxAge: seconds });
}

/** Null where this browser asked for nothing, or too long ago. It is taken once. */
export async function takeAsked(context: AccessContext): Promise<AskedAccess | null> {
  const sealed = getCookie(context, cookie);
  if (!sealed) return null;
  deleteCookie(context, cookie, place(context));
  try {
    const { payload } = await jwtDecrypt(sealed, await ownKey(context.env, 'access'));
    return asked.parse(payload);
  } catch {
    return null;
  }
}

/** `Lax`: the system sends the browser back from its own site. */
function place(context: AccessContext) {
  return { httpOnly: true, sameSite: 'Lax', path: '/oauth/', secure: isSecure(context) } as const;
}
