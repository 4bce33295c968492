import { type Endpoint as EndpointOf, routesUnder } from '../kit/http/endpoint.ts';
import { type FieldMask, readFieldMask } from '../kit/http/field-mask.ts';
import { hasBody, readJsonBody } from '../kit/http/json-body.ts';
import { pageFrom } from '../kit/http/paging.ts';
import { Query } from '../kit/http/query.ts';
import { isObject, type Json, type JsonObject } from '../kit/json.ts';
import { refusal, wrongParameter, wrongQuery } from './refusal.ts';
import type { EcwidSettings } from './settings.ts';
import { readTimestamp } from './timestamps.ts';

/** A request that has passed all checks that are the same for every route. */
export interface Call {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  /** Empty where none was sent. */
  readonly body: JsonObject;
}

/** The caller needs all of the scopes. */
export type Endpoint = EndpointOf<readonly string[], Call, Json>;

export const under = routesUnder<readonly string[], Call, Json>;

const maxLimit = 100;
const mediaTypes = ['application/json', 'text/json'];

/** What every list has in common (sheet 2.1). */
export function page(rows: readonly JsonObject[], query: Query, settings: EcwidSettings): JsonObject {
  const offset = query.number('offset') ?? 0;
  const asked = query.number('limit') ?? maxLimit;
  if (!Number.isInteger(offset) || offset < 0) throw wrongQuery('offset', 'choice');
  if (!Number.isInteger(asked) || asked < 0) throw wrongQuery('limit', 'choice');
  if (asked > maxLimit && settings.overlongLimit === 'refuse') {
    throw wrongParameter(`Wrong parameter 'limit' value: the maximum is ${maxLimit}`);
  }
  const limit = Math.min(asked, maxLimit);
  const items = pageFrom(rows, offset, limit);
  return { total: rows.length, count: items.length, offset, limit, items };
}

export function readQuery(parameters: URLSearchParams): Query {
  return new Query(parameters, { refusal: wrongQuery, readTimestamp });
}

/** `responseFields=total,items(id,items(sku))` (sheet 2.3). Null: the whole answer. */
export function readMask(query: Query): FieldMask | null {
  const text = query.text('responseFields');
  if (text === undefined) return null;
  const mask = readFieldMask(text, { brackets: ['(', ')'], isLenient: false });
  if (mask === null) throw wrongQuery('responseFields', 'choice');
  return mask;
}

/** The body of a writing call: a JSON object of an accepted type (sheet 1.1). Empty where there is none. */
export async function readBody(request: Request): Promise<JsonObject> {
  if (!hasBody(request)) return {};
  const { text, mediaType, json } = await readJsonBody(request);
  if (text !== '' && !mediaTypes.includes(mediaType)) {
    throw refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Unsupported media type');
  }
  if (isObject(json)) return json;
  throw wrongParameter('The body is not a JSON object');
}
