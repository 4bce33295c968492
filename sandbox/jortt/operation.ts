import { isObject, type JsonObject } from '../json.ts';
import { Refusal } from './refusal.ts';

/** A request that has passed everything that is checked alike for all routes. */
export interface Call {
  readonly url: URL;
  /** The id in the path, a UUID; empty where there is none. */
  readonly id: string;
  readonly body: JsonObject;
}

/** What a route does. It throws a `Refusal` for everything else. */
export interface Operation {
  readonly scope: string;
  readonly run: (call: Call) => Response;
}

/** No body at all counts as an empty object: `credit` needs none. */
export async function readBody(request: Request): Promise<JsonObject> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length === 0) return {};
  const text = decoded(bytes);
  // Form bodies were accepted by v1; of v3 nothing is known (sheet 1).
  const mediaType = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  const body = mediaType === 'application/json' ? parsed(text) : undefined;
  if (isObject(body)) return body;
  throw new Refusal(422, 'params.invalid_format', 'The body could not be parsed for its content type.');
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new Refusal(422, 'params.invalid_encoding', 'The parameters are not encoded in UTF-8.');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
