import type { Json, JsonObject } from '../json.ts';
import type { Query } from './query.ts';
import { wrongParameter } from './refusal.ts';
import type { EcwidSettings } from './settings.ts';

/** A request that has passed the gate. */
export interface Call {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  /** Empty where none was sent. */
  readonly body: JsonObject;
}

/** One address and verb: what it needs and what it does. Throws a `Refusal`. */
export interface Endpoint {
  readonly scopes: readonly string[];
  answer(call: Call): Json;
}

/** What every list has in common (sheet 2.1). */
export function page(rows: readonly JsonObject[], query: Query, settings: EcwidSettings): JsonObject {
  const offset = query.number('offset') ?? 0;
  const asked = query.number('limit') ?? 100;
  if (!Number.isInteger(offset) || offset < 0) throw wrongParameter("Wrong parameter 'offset' value");
  if (!Number.isInteger(asked) || asked < 0) throw wrongParameter("Wrong parameter 'limit' value");
  if (asked > 100 && settings.overlongLimit === 'refuse') {
    throw wrongParameter("Wrong parameter 'limit' value: the maximum is 100");
  }
  const limit = Math.min(asked, 100);
  const items = rows.slice(offset, offset + limit);
  return { total: rows.length, count: items.length, offset, limit, items };
}
