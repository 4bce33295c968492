/** What systems call that are being activated: by the secret of the address, in the name of whoever opened it. */
import { type Context, Hono } from 'hono';
import { unwrap } from '../../durable-objects/answer.ts';
import { type IntegrationClient, integration } from '../../durable-objects/integration-client.ts';
import { type IntegrationState, identifier } from '../engine/configuration/configuration.ts';
import { conflict, notFound } from '../engine/request-error.ts';
import type { By } from '../engine/storage/trail.ts';
import type { Env } from '../env.ts';
import { callbackPath } from './activation-addresses.ts';
import { limitBody } from './body-limit.ts';
import { standingOf } from './callers.ts';
import { unmarked } from './marked-secret.ts';
import { isOffered } from './needs.ts';
import { tryIt } from './try-it.ts';

/** Four values. */
const maxBytes = 16 * 1024;

export const activations = new Hono<{ Bindings: Env }>();

/** Nothing is answered 2xx that is not stored. Whether it works is tried when the system has its answer. */
activations.post(callbackPath, limitBody(maxBytes), async (context) => {
  const { integration: id, connection, secret } = await activationIn(context);
  const sent = await context.req.text();
  const object = integration(context.env, id);
  const by: By = unwrap(await object.activationBy(connection, secret));
  // A token that is revoked meanwhile connects nothing.
  const caller = await standingOf(context.env, by);
  if (!isOffered(caller, 'POST', `/integrations/${id}/connections/${connection}/activation`))
    throw conflict('activation_over', {});
  const taking = object.takeActivation(connection, secret, sent);
  // Systems hang up soon: what they have given by then is stored all the same.
  context.executionCtx.waitUntil(taking);
  const state: IntegrationState = unwrap(await taking);
  if (state === 'draft') context.executionCtx.waitUntil(tried(object, connection, by));
  return context.body(null, 200);
});

/** What comes of it stands on the page, which also has the button to try it again. */
function tried(object: IntegrationClient, connection: string, by: By): Promise<void> {
  return tryIt(object, connection, by).catch((error: unknown) => {
    const name = error instanceof Error ? error.name : typeof error;
    console.error(JSON.stringify({ event: 'check_failed', name }));
  });
}

/** Every name would make an object: what can be no address stops here, and is answered as one that is unknown. */
export async function activationIn({ req, env }: Context<{ Bindings: Env }>): Promise<{
  readonly integration: string;
  readonly connection: string;
  readonly secret: string;
}> {
  const [id = '', connection = '', text = ''] = ['integration', 'connection', 'secret'].map((name) =>
    req.param(name),
  );
  const secret = await unmarked(env, text);
  const areNames = [id, connection].every((name) => identifier.safeParse(name).success);
  if (!areNames || secret === null) throw notFound('activation');
  return { integration: id, connection, secret };
}
