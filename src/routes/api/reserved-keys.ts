import { createMiddleware } from 'hono/factory';
import { reservedKeys } from '../../engine/configuration/reserved-keys.ts';
import type { Env } from '../../env.ts';
import { problemResponse } from '../problem-response.ts';

/** Refuses a body with names such as `__proto__` and says where they are: reading it would leave them out in silence. */
export const noReservedKeys = createMiddleware<{ Bindings: Env }>(async (context, next) => {
  const issues = reservedKeys(await bodyOf(() => context.req.json()));
  if (issues.length === 0) return next();
  return problemResponse(context, {
    status: 400,
    code: 'request_invalid',
    detail: 'The request is not valid.',
    issues,
  });
});

/** Null for what is no JSON: who reads it next says so. */
async function bodyOf(read: () => Promise<unknown>): Promise<unknown> {
  try {
    return await read();
  } catch {
    return null;
  }
}
