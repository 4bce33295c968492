import type { Json, JsonObject } from '../json.ts';
import { Refusal } from './refusal.ts';
import { type Searched, search } from './search.ts';
import { readCriteria } from './search-query.ts';
import type { Shop } from './shop.ts';
import type { StoreView } from './stores.ts';

/** A request that has passed the gate. */
export interface Call {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** In snake case; empty where none was sent. */
  readonly body: JsonObject;
  /** Of the path; the default one without a code and with `all`. */
  readonly store: StoreView;
}

/** One address and verb: what it needs and what it does. Throws a `Refusal`. */
export interface Endpoint {
  /** Null needs nothing. */
  readonly resource: string | null;
  readonly answer: (call: Call) => Json | Promise<Json>;
}

export function list(shop: Shop, { query }: Call, searched: Searched): JsonObject {
  const settings = shop.settings();
  return search(readCriteria(query), searched, { settings, random: () => shop.world.random() });
}

/** A number in the path that is none. */
export function idIn(call: Call, name: string): string {
  const text = call.parameters[name] ?? '';
  if (/^\d{1,15}$/.test(text)) return String(Number(text));
  const message = `Error occurred during "${name}" processing. The "${text}" value's type is invalid. The "int" type was expected. Verify and try again.`;
  throw new Refusal(400, message);
}
