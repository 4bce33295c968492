import type { Context } from 'hono';
import { publicUrlOf } from '../alerts/channels.ts';
import type { OpenedActivation } from '../engine/connection/activations.ts';
import type { Env } from '../env.ts';

export const callbackPath = '/activations/:integration/:connection/:secret';
export const identityPath = '/oauth/activated/:integration/:connection/:secret';

/** What is entered in a system whose people connect Koppel there. */
export interface ActivationAddresses {
  /** What the system calls. */
  readonly callback: string;
  /** Where it sends somebody's browser. */
  readonly identity: string;
}

export function activationAddresses(
  context: Context<{ Bindings: Env }>,
  integration: string,
  connection: string,
  { callback, identity }: OpenedActivation,
): ActivationAddresses {
  const base = publicUrlOf(context.env.PUBLIC_URL) ?? context.req.url;
  const at = (path: string, secret: string) =>
    new URL(
      path.replace(':integration', integration).replace(':connection', connection).replace(':secret', secret),
      base,
    ).href;
  return { callback: at(callbackPath, callback), identity: at(identityPath, identity) };
}
