import { Hono } from 'hono';
import { unwrap } from '../../durable-objects/answer.ts';
import { integration } from '../../durable-objects/integration-client.ts';
import { identifier } from '../engine/configuration/configuration.ts';
import { invalid, notFound } from '../engine/request-error.ts';
import type { Env } from '../env.ts';
import { limitBody } from './body-limit.ts';
import { problemResponse } from './problem-response.ts';

/** Webhooks of these systems have a few kilobytes. */
const maxBytes = 256 * 1024;

/** Webhooks: nothing is answered 2xx that is not stored. */
export const hooks = new Hono<{ Bindings: Env }>();

hooks.post('/:integration/:connection', limitBody(maxBytes), async (context) => {
  const { integration: id, connection } = context.req.param();
  if (!identifier.safeParse(id).success) throw notFound('integration');
  const hook = {
    body: text(await context.req.arrayBuffer()),
    headers: { ...context.req.header() },
    query: { ...context.req.query() },
  };
  const outcome = unwrap(await integration(context.env, id).accept(connection, hook));
  switch (outcome.kind) {
    case 'stored':
    case 'seen':
      return context.body(null, 200);
    case 'unknown':
      throw notFound('hook');
    case 'unready':
      return problemResponse(context, {
        status: 503,
        code: 'account_unread',
        detail: 'It is not known yet which account this connection opens. Send it again.',
      });
    case 'unsigned':
      return problemResponse(context, {
        status: 401,
        code: 'signature_invalid',
        detail: 'The signature is missing, or was not made with the secret of this connection.',
      });
    case 'unreadable':
      throw invalid('hook_unreadable', outcome.reason);
    case 'outdated':
      throw invalid(
        'hook_outdated',
        'The event is older than four days: deliveries are remembered for no longer.',
      );
  }
});

/** Exactly the bytes that were signed, or nothing: a byte order mark stays. */
function text(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw invalid('hook_unreadable', 'The body is not UTF-8 text.');
  }
}
