import type { Ports } from '../src/engine/connection/ports.ts';
import { type Beginning, remotePorts } from '../src/engine/connection/remote-ports.ts';
import type { Env } from '../src/env.ts';
import { unwrap } from './answer.ts';
import { integration } from './integration-client.ts';

/** The ports of a session in a queue consumer: what it keeps and shares lies in the integration's object. */
export function sessionPorts(env: Env, id: string, connection: string, beginning?: Beginning): Ports {
  return remotePorts(async (call) => unwrap(await integration(env, id).port(connection, call)), beginning);
}
