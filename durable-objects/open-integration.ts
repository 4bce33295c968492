import { alertChannels, alertObjection, publicUrlOf } from '../src/alerts/channels.ts';
import { developmentDefault, jurisdictionObjection } from '../src/development-defaults.ts';
import { systemClock } from '../src/engine/clock.ts';
import { parseCommitDelays } from '../src/engine/connection/commit-delays.ts';
import { parseRateLimits } from '../src/engine/connection/limits/overrides.ts';
import { parseBaseUrls } from '../src/engine/http/base-url.ts';
import { Integration, type IntegrationParts } from '../src/engine/integration.ts';
import { Seal } from '../src/engine/privacy/sealing.ts';
import type { Env } from '../src/env.ts';
import { SetUpError } from '../src/records/set-up-fault.ts';
import { batchQueue } from './batch-queue.ts';
import { houseChannel } from './house-channel.ts';
import { kvIdCache } from './kv-id-cache.ts';

type Own = Pick<IntegrationParts, 'id' | 'sql' | 'log' | 'siblings'>;

/** Opens the integration that is stored in an object, with what the deployment is configured with. Throws on the defaults of development, and where objects cannot be reached. */
export async function openIntegration(env: Env, own: Own): Promise<Integration> {
  const unusable = jurisdictionObjection(env) ?? developmentDefault(env);
  if (unusable !== null) throw new SetUpError(unusable);
  const send: typeof fetch = (input, init) => fetch(input, init);
  // Orders go on without alerts.
  const objection = alertObjection(env);
  if (objection !== null) own.log.error('alerts_unusable', { detail: objection }, null);
  return Integration.open({
    ...own,
    seal: await Seal.fromKeys(env.ENCRYPTION_KEY, env.ENCRYPTION_KEY_PREVIOUS),
    clock: systemClock,
    fetch: send,
    baseUrls: parseBaseUrls(env.BASE_URLS),
    rateLimits: parseRateLimits(env.RATE_LIMITS),
    commitDelays: parseCommitDelays(env.COMMIT_DELAYS),
    idCache: kvIdCache(env.SKUS),
    publicUrl: publicUrlOf(env.PUBLIC_URL),
    batches: batchQueue(env, own.id),
    alerts: [...(alertChannels(env, { clock: systemClock, fetch: send }) ?? []), houseChannel(env)],
  });
}
