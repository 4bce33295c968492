import { type Endpoint as EndpointOf, routesUnder } from '../kit/http/endpoint.ts';
import { readJsonBody } from '../kit/http/json-body.ts';
import { pageFrom } from '../kit/http/paging.ts';
import { Query } from '../kit/http/query.ts';
import { isObject, type Json, type JsonObject } from '../kit/json.ts';
import type { Need } from './access.ts';
import { fault } from './refusal.ts';
import type { MijnwebwinkelSettings } from './settings.ts';
import { readLocalTime } from './times.ts';

/** A request that has passed all checks that are the same for every route. */
export interface Call {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  /** Undefined where none was sent. */
  readonly body: Json | undefined;
  /** The origin of the shop's pictures. */
  readonly pictures: string;
}

/** A `Response` is for what has another status than 200. */
type Answer = Json | Response | Promise<Json>;
export type Endpoint = EndpointOf<Need, Call, Answer>;

/** Writes the routes below `/v1` and a prefix, one a line. */
export function under(prefix: string) {
  const route = routesUnder<Need, Call, Answer>(`/v1${prefix}`);
  return (method: string, path: string, answer: (call: Call) => Answer, need: Need = 'both tokens') =>
    route(method, path, need, answer);
}

const languages = 'nl_NL en_GB de_DE fr_FR es_ES en_US pt_PT it_IT da_DK sv_SE no_NO tr_TR pl_PL'.split(' ');
const maxLimit = 100;

/** Throws 400 for a language that does not exist, and for XML, which is not played. */
export function readQuery(parameters: URLSearchParams): Query {
  const query = new Query(parameters, {
    refusal: (name) => fault(400, `The value of the parameter ${name} is invalid`),
    readTimestamp: readLocalTime,
  });
  query.oneOf('language', languages);
  query.oneOf('format', ['json']);
  return query;
}

/** Also of a DELETE: some of them have one (sheet 12, 5). */
export async function readBody(request: Request): Promise<Json | undefined> {
  if (request.method === 'GET') return undefined;
  const { text, mediaType, json } = await readJsonBody(request);
  if (text === '') return undefined;
  if (mediaType !== 'application/json') throw fault(415, 'The body is not application/json');
  if (json === undefined) throw fault(400, 'The body is not valid JSON');
  // What `JSON.parse` made.
  return json as Json;
}

export function objectIn({ body }: Call): JsonObject {
  if (!isObject(body)) throw fault(400, 'The body is not an object');
  return body;
}

export function listIn({ body }: Call): Json[] {
  if (!Array.isArray(body)) throw fault(400, 'The body is not a list');
  return body;
}

/** A bare list, ten items by default; nothing tells how many there are in all (sheet 3). */
export function page<Row>(rows: readonly Row[], query: Query, settings: MijnwebwinkelSettings): Row[] {
  const limit = wholeIn(query, 'limit', 10);
  if (limit > maxLimit && settings.overlongLimit === 'refuse') {
    throw fault(400, `The parameter limit may be ${maxLimit} at most`);
  }
  return pageFrom(rows, wholeIn(query, 'offset', 0), Math.min(limit, maxLimit));
}

function wholeIn(query: Query, name: string, byDefault: number): number {
  const value = query.number(name) ?? byDefault;
  if (!Number.isInteger(value) || value < 0) throw fault(400, `The parameter ${name} is invalid`);
  return value;
}
