import type { Api } from '../../connectors/contract/api.ts';
import type { Connector } from '../../connectors/contract/connector.ts';
import {
  type FixedList,
  type LookupName,
  type Option,
  optionsOf,
} from '../../connectors/contract/lookups.ts';
import { asProblem } from '../../records/problem.ts';
import type { Texts } from '../../texts/en.ts';
import { tellProblem } from '../../texts/tell.ts';
import type { Connection } from '../connection/connection.ts';
import { Recorder } from '../http/recorder.ts';

/** What calls a connection's system to look into it; what is known of its account is read first. */
export async function lookingInto(connection: Connection): Promise<Api> {
  if (connection.account === null) await connection.check();
  return connection.api(new Recorder());
}

/** Returns a sentence where they cannot be read. */
export async function readOptions(
  connector: Connector,
  name: LookupName,
  api: () => Promise<Api>,
  texts: Texts,
): Promise<readonly Option[] | string> {
  const list = connector.lookups?.[name];
  if (list === undefined) return [];
  try {
    return await optionsOf(list, api);
  } catch (error) {
    return tellProblem(asProblem(error), texts).message;
  }
}

/** A list that is known without a call; null for one that is asked for, or that there is not. */
export function fixedOf({ lookups }: Connector, name: LookupName): FixedList | null {
  const list = lookups?.[name];
  return list === undefined || typeof list === 'function' ? null : list;
}
