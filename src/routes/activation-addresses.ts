import type { Context } from 'hono';
import { publicUrlOf } from '../alerts/channels.ts';
import type { OpenedActivation } from '../engine/connection/activations.ts';
import type { Env } from '../env.ts';
import { marked } from './marked-secret.ts';

export const callbackPath = '/activations/:integration/:connection/:secret';
export const identityPath = '/oauth/activated/:integration/:connection/:secret';

/** What is entered in a system whose people connect Koppel there. */
export interface ActivationAddresses {
  /** What the system calls. */
  readonly callback: string;
  /** Where it sends somebody's browser. */
  readonly identity: string;
}

export async function activationAddresses(
  context: Context<{ Bindings: Env }>,
  integration: string,
  connection: string,
  { callback, identity }: OpenedActivation,
): Promise<ActivationAddresses> {
  const base = publicUrlOf(context.env.PUBLIC_URL) ?? context.req.url;
  const at = async (path: string, secret: string) => {
    const own = path.replace(':integration', integration).replace(':connection', connection);
    return new URL(own.replace(':secret', await marked(context.env, secret)), base).href;
  };
  return { callback: await at(callbackPath, callback), identity: await at(identityPath, identity) };
}
