import { type Endpoint as EndpointOf, routesUnder } from '../kit/http/endpoint.ts';
import { readJsonBody } from '../kit/http/json-body.ts';
import { isObject, type JsonObject } from '../kit/json.ts';
import { refusal } from './refusal.ts';

/** A request that has passed everything that is checked alike for all routes. */
export interface Call {
  readonly url: URL;
  /** The id in the path, a UUID; empty where there is none. */
  readonly id: string;
  readonly body: JsonObject;
}

/** What is needed is a scope. */
export type Endpoint = EndpointOf<string, Call, Response>;

export const under = routesUnder<string, Call, Response>;

/** No body at all counts as an empty object: `credit` needs none. */
export async function readBody(request: Request): Promise<JsonObject> {
  const { text, isUtf8, mediaType, json } = await readJsonBody(request);
  if (text === '') return {};
  if (!isUtf8) throw refusal(422, 'params.invalid_encoding', 'The parameters are not encoded in UTF-8.');
  // Form bodies were accepted by v1; of v3 nothing is known (sheet 1).
  if (mediaType === 'application/json' && isObject(json)) return json;
  throw refusal(422, 'params.invalid_format', 'The body could not be parsed for its content type.');
}

export function data(content: unknown, beside: Record<string, unknown> = {}): Response {
  return Response.json({ data: content, ...beside });
}

/** A create answers with the id only (sheet 6.4). */
export function created(id: string): Response {
  return Response.json({ data: { id } }, { status: 201 });
}

export function noContent(): Response {
  return new Response(null, { status: 204 });
}

/** Edit and send answer 200 "No Content" (sheet 4.6). */
export function emptySuccess(): Response {
  return new Response(null, { status: 200 });
}
