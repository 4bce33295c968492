import { createMiddleware } from 'hono/factory';
import type { Env } from '../env.ts';
import { admit, callerBy } from './callers.ts';
import { problemResponse } from './problem-response.ts';

/** For the API: a token as a bearer token (RFC 6750), and whether it may do what it asks. */
export const bearer = createMiddleware<{ Bindings: Env }>(async (context, next) => {
  const given = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
  const caller = given === undefined ? null : await callerBy(context.env, given);
  if (caller !== null) {
    admit(context, caller);
    return next();
  }
  context.header('www-authenticate', 'Bearer realm="Koppel"');
  return problemResponse(context, {
    status: 401,
    code: 'token_invalid',
    detail: 'Send a token that is good now: `Authorization: Bearer …`.',
  });
});
