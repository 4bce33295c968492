import type { HouseObject } from '../durable-objects/house.ts';
import type { IntegrationObject } from '../durable-objects/integration.ts';
import { jurisdictionObjection } from './development-defaults.ts';
import { SetUpError } from './records/set-up-fault.ts';

/** Wakes integrations. Ids only. */
export interface WakeMessage {
  readonly integrations: readonly string[];
}

/** A batch of an integration that somebody is to work on. Ids only. */
export interface BatchMessage {
  readonly integration: string;
  readonly batch: number;
}

/** What wrangler.toml and the secrets give. */
export interface Env {
  readonly INTEGRATIONS: DurableObjectNamespace<IntegrationObject>;
  /** On itty-durable, which knows no RPC. */
  readonly DIRECTORY: DurableObjectNamespace;
  /** What belongs to the deployment as a whole. */
  readonly HOUSE: DurableObjectNamespace<HouseObject>;
  readonly SKUS: KVNamespace;
  readonly WAKE: Queue<WakeMessage>;
  readonly BATCHES: Queue<BatchMessage>;
  readonly LOGINS: RateLimit;
  readonly ENCRYPTION_KEY?: string;
  readonly ENCRYPTION_KEY_PREVIOUS?: string;
  readonly ADMIN_TOKEN?: string;
  readonly JURISDICTION?: string;
  readonly RUN_CALLS?: string;
  /** Which upload this is: Cloudflare tells. */
  readonly VERSION?: WorkerVersionMetadata;
  /** Development and tests only. */
  readonly BASE_URLS?: string;
  readonly RATE_LIMITS?: string;
  readonly COMMIT_DELAYS?: string;
  /** Where people are told of problems: an incoming webhook of Slack or Discord, and e-mail. */
  readonly ALERT_WEBHOOK?: string;
  readonly ALERTS?: SendEmail;
  readonly ALERT_EMAIL?: string;
  readonly ALERT_SENDER?: string;
  /** This deployment's own address: for links in alerts, and for webhooks that Koppel asks for. */
  readonly PUBLIC_URL?: string;
}

/** A namespace in the jurisdiction of this deployment. Throws where objects would be made outside of it; local workerd has none. */
export function jurisdictionOf<Object extends Rpc.DurableObjectBranded | undefined>(
  namespace: DurableObjectNamespace<Object>,
  env: Env,
): DurableObjectNamespace<Object> {
  const objection = jurisdictionObjection(env);
  if (objection !== null) throw new SetUpError(objection);
  const { JURISDICTION = 'none' } = env;
  const isNone = JURISDICTION === '' || JURISDICTION === 'none';
  return isNone ? namespace : namespace.jurisdiction(JURISDICTION as DurableObjectJurisdiction);
}
