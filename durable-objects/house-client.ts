import { developmentDefault } from '../src/development-defaults.ts';
import { type Env, jurisdictionOf } from '../src/env.ts';
import { SetUpError } from '../src/records/set-up-fault.ts';
import type { HouseObject } from './house.ts';

type Method = Exclude<keyof HouseObject, 'alarm' | `__${string}` | keyof DurableObject>;

/** Everything on it is asynchronous and plain data. */
export type HouseClient = { readonly [Name in Method]: HouseObject[Name] };

/** The one house of this deployment. Throws on the defaults of development: with them anybody could make up a session. */
export function house(env: Env): HouseClient {
  const unusable = developmentDefault(env);
  if (unusable !== null) throw new SetUpError(unusable);
  return jurisdictionOf(env.HOUSE, env).getByName('house') as unknown as HouseClient;
}
