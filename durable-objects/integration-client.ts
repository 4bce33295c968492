import { type Env, jurisdictionOf } from '../src/env.ts';
import type { IntegrationObject } from './integration.ts';

type Method = Exclude<keyof IntegrationObject, 'alarm' | `__${string}` | keyof DurableObject>;

/** Everything on it is asynchronous and plain data; Cloudflare's own type turns `unknown` fields into `never`. */
export type IntegrationClient = { readonly [Name in Method]: IntegrationObject[Name] };

export function integration(env: Env, id: string): IntegrationClient {
  return jurisdictionOf(env.INTEGRATIONS, env).getByName(id) as unknown as IntegrationClient;
}
