import type { Context } from 'hono';
import { z } from 'zod';
import { isObject, type JsonObject } from './json.ts';

/** The body of a call of a lever. An empty body means an empty object; what is no JSON throws a `ZodError`. */
export async function jsonBody(context: Context): Promise<unknown> {
  const text = await context.req.text();
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new z.ZodRealError([{ code: 'custom', path: [], message: 'The body is not JSON.', input: text }]);
  }
}

export async function objectBody(context: Context): Promise<JsonObject> {
  return z.custom<JsonObject>(isObject, 'must be an object').parse(await jsonBody(context));
}
