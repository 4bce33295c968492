import type { AlertChannel } from '../src/engine/reporting/alerts.ts';
import type { Env } from '../src/env.ts';
import { unwrap } from './answer.ts';
import { house } from './house-client.ts';

/** The channels that were set up on the page: the house takes an alert for all of them, and tells them. */
export function houseChannel(env: Env): AlertChannel {
  return { name: 'house', send: async (alert) => unwrap(await house(env).tell(alert)) };
}
