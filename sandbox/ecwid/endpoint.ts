import { type Endpoint as EndpointOf, routesUnder } from '../kit/http/endpoint.ts';
import { type FieldMask, readFieldMask } from '../kit/http/field-mask.ts';
import { hasBody, readJsonBody } from '../kit/http/json-body.ts';
import { pageFrom } from '../kit/http/paging.ts';
import { Query } from '../kit/http/query.ts';
import { Refusal } from '../kit/http/refusal.ts';
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
  /** The body of an endpoint that takes a list. */
  readonly list: readonly Json[];
  /** The body of an endpoint that takes a file; empty where none was sent. */
  readonly file: Uint8Array;
  /** The origin of the shop's pictures. */
  readonly pictures: string;
}

/** What an endpoint takes as a body. */
type Takes = 'object' | 'list' | 'file' | 'nothing';

interface Need {
  /** The caller needs all of them. */
  readonly scopes: readonly string[];
  readonly takes: Takes;
}

/** A `Response` is for what has another form than all other answers. */
type Answer = Json | Response | Promise<Json>;

export type Endpoint = EndpointOf<Need, Call, Answer>;

/** Writes the routes below a prefix, one a line. */
export function under(prefix: string) {
  const route = routesUnder<Need, Call, Answer>(prefix);
  return (
    method: string,
    path: string,
    scopes: readonly string[],
    answer: (call: Call) => Answer,
    takes: Takes = 'object',
  ) => route(method, path, { scopes, takes }, answer);
}

const maxLimit = 100;
const mediaTypes = ['application/json', 'text/json'];

/** What every list has in common (sheet 2.1). */
export function page(rows: readonly JsonObject[], query: Query, settings: EcwidSettings): JsonObject {
  return pageOf(rows, query, settings, (row) => row);
}

/** The same for rows that are put into the form of the API only where they are shown. */
export function pageOf<Row>(
  rows: readonly Row[],
  query: Query,
  settings: EcwidSettings,
  show: (row: Row) => JsonObject,
): JsonObject {
  const offset = query.number('offset') ?? 0;
  const asked = query.number('limit') ?? maxLimit;
  if (!Number.isInteger(offset) || offset < 0) throw wrongQuery('offset', 'choice');
  if (!Number.isInteger(asked) || asked < 0) throw wrongQuery('limit', 'choice');
  if (asked > maxLimit && settings.overlongLimit === 'refuse') {
    throw wrongParameter(`Wrong parameter 'limit' value: the maximum is ${maxLimit}`);
  }
  const limit = Math.min(asked, maxLimit);
  const items = pageFrom(rows, offset, limit).map(show);
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

/** The body of a call: a JSON object or list of an accepted type (sheet 1.1), or the bytes of a file. */
export async function readBody(
  request: Request,
  takes: Takes,
): Promise<Pick<Call, 'body' | 'list' | 'file'>> {
  const none = { body: {}, list: [], file: new Uint8Array() };
  if (!hasBody(request) || takes === 'nothing') return none;
  if (takes === 'file') return { ...none, file: new Uint8Array(await request.arrayBuffer()) };
  const { text, mediaType, json } = await readJsonBody(request);
  if (text !== '' && !mediaTypes.includes(mediaType)) {
    throw refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Unsupported media type');
  }
  if (takes === 'object' && isObject(json)) return { ...none, body: json };
  if (takes === 'list' && Array.isArray(json)) return { ...none, list: json };
  // The only place where the key is spelled so (sheet 9).
  if (takes === 'list') throw new Refusal(400, 'no list', { error_message: 'The body is not a JSON array' });
  throw wrongParameter('The body is not a JSON object');
}
