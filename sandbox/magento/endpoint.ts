import { type Endpoint as EndpointOf, routesUnder } from '../kit/http/endpoint.ts';
import { masked, readFieldMask } from '../kit/http/field-mask.ts';
import { hasBody, readJsonBody } from '../kit/http/json-body.ts';
import { isObject, type Json, type JsonObject } from '../kit/json.ts';
import { invalidType, Refusal, refusal } from './refusal.ts';
import { readCriteria } from './search/criteria.ts';
import { type Searched, type SearchedRows, search, searchRows } from './search/search.ts';
import type { Shop } from './shop.ts';
import { snakeCased } from './snake-case.ts';
import type { Scoped } from './stores/scope.ts';
import type { StoreView } from './stores/stores.ts';

/** A request that has passed all checks that are the same for every route. */
export interface Call {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** In snake case; empty where none was sent. */
  readonly body: JsonObject;
  /** Named in the path. It is the default one when the path names none, or `all`. */
  readonly store: StoreView;
  /** What the path names as the scope. */
  readonly names: Scoped['names'];
}

/** The caller needs the right to use a resource; null needs nothing. */
export type Endpoint = EndpointOf<string | null, Call, Json | Promise<Json>>;

export const under = routesUnder<string | null, Call, Json | Promise<Json>>;

export function list(shop: Shop, { query }: Call, searched: Searched): JsonObject {
  const settings = shop.settings();
  return search(readCriteria(query), searched, { settings, random: () => shop.world.random() });
}

/** Of rows that are not kept as they are shown. */
export function listRows<Row>(shop: Shop, { query }: Call, searched: SearchedRows<Row>): JsonObject {
  const settings = shop.settings();
  return searchRows(readCriteria(query), searched, { settings, random: () => shop.world.random() });
}

/** The number in the path. Throws a `Refusal` for what is none. */
export function idIn(call: Call, name: string): string {
  const text = call.parameters[name] ?? '';
  if (/^\d{1,15}$/.test(text)) return String(Number(text));
  throw invalidType(name, text, 'int');
}

/** Empty when there is no body. Names are converted to snake case: both spellings are accepted (sheet 3). */
export async function readBody(request: Request): Promise<JsonObject> {
  if (!hasBody(request)) return {};
  const { text, mediaType, json } = await readJsonBody(request);
  if (text.trim() === '') return {};
  if (mediaType === '') throw refusal(400, 'Content-Type header is empty.');
  if (mediaType !== 'application/json') {
    throw refusal(400, 'Server cannot understand Content-Type HTTP header media type %1', [mediaType]);
  }
  if (Array.isArray(json) && json.length === 0) return {};
  return checkedBody(json);
}

/** Of a list of messages: null for one that cannot be read. */
export async function readMessages(request: Request): Promise<(JsonObject | null)[]> {
  const { mediaType, json } = await readJsonBody(request);
  if (mediaType === '') throw refusal(400, 'Content-Type header is empty.');
  if (!Array.isArray(json)) throw refusal(400, 'Decoding error.');
  return json.map((each: unknown) => {
    try {
      return checkedBody(each);
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  });
}

function checkedBody(json: unknown): JsonObject {
  const body = isObject(json) ? snakeCased(json) : null;
  if (!isObject(body)) throw refusal(400, 'Decoding error.');
  refuseScripts(body, '');
  return body;
}

/** The newest versions refuse a text with a script in it, wherever it stands (sheet 3). */
function refuseScripts(value: Json, fieldName: string): void {
  if (typeof value === 'string' && /<script/i.test(value)) {
    throw refusal(400, '"%field_name" does not contains valid value.', { field_name: fieldName });
  }
  if (Array.isArray(value)) for (const each of value) refuseScripts(each, fieldName);
  if (isObject(value)) for (const [name, each] of Object.entries(value)) refuseScripts(each, name);
}

/** `?fields=items[entity_id,billing_address[city]],total_count` (sheet 4.5). What cannot be read answers `[]`. */
export function withFields(answer: Json, query: URLSearchParams): Json {
  const fields = query.get('fields');
  if (fields === null) return answer;
  const mask = /^[\w[\],]+$/.test(fields)
    ? readFieldMask(fields, { brackets: ['[', ']'], isLenient: true })
    : null;
  return mask === null ? [] : masked(answer, mask);
}
