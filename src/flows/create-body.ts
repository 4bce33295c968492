import type { Api } from '../connectors/contract/api.ts';
import type { Account, JsonObject } from '../connectors/contract/connector.ts';

interface Target {
  createBody?(body: JsonObject, account: Account): JsonObject;
}

/** A new record as it is sent, to the byte: for previews and the activity. */
export function createBody(target: Target, body: JsonObject, api: Api): JsonObject {
  return target.createBody?.(body, api.account) ?? body;
}
