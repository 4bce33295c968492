import { type Endpoint as EndpointOf, routesUnder } from '../../kit/http/endpoint.ts';
import { Query } from '../../kit/http/query.ts';
import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type Json, type JsonObject } from '../../kit/json.ts';
import { coded, fault, invalid } from '../refusal.ts';
import type { CcvSettings } from '../settings.ts';
import { readTime } from '../times.ts';
import { apiPath, type Links } from './links.ts';

/** A request that has passed all checks that are the same for every route. */
export interface Call {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly search: URLSearchParams;
  /** As it was asked, slash included. */
  readonly path: string;
  /** Undefined where none was sent. */
  readonly body: Json | undefined;
  readonly links: Links;
  /** Of the key that it was signed with. */
  readonly credentialId: number;
  readonly settings: CcvSettings;
}

/** `till`: a resource that only tills have (sheet 10). */
type Need = 'any' | 'till';

/** What is read or made. Of a PATCH, a PUT and a DELETE nothing is answered (sheet 3.1). */
type Answer = Json | undefined;
export type Endpoint = EndpointOf<Need, Call, Answer>;
export type Routes = Route<Endpoint>[];

const route = routesUnder<Need, Call, Answer>(apiPath);

export function on(method: string, path: string, answer: (call: Call) => Answer): Route<Endpoint> {
  return route(method, path, 'any', answer);
}

export function onTill(method: string, path: string, answer: (call: Call) => Answer): Route<Endpoint> {
  return route(method, path, 'till', answer);
}

export function readQuery(parameters: URLSearchParams): Query {
  return new Query(parameters, {
    refusal: (name, expected) => invalid(`The parameter ${name} is not a ${expected}`),
    readTimestamp: readTime,
  });
}

/** `true` or `false`, and no other word (sheet 3.3). */
export function flagIn(query: Query, name: string): boolean | undefined {
  const word = query.oneOf(name, ['true', 'false']);
  return word === undefined ? undefined : word === 'true';
}

/** Any type that begins with `application/` is taken, and that of CCV's own examples (sheet 2.3). */
export function readBody(request: Request, text: string, { maxBodyBytes }: CcvSettings): Json | undefined {
  if (request.method === 'GET' || request.method === 'DELETE' || text === '') return undefined;
  if (text.length > maxBodyBytes) throw coded('500.80', 'The payload is too big');
  if (!/^(application\/|text\/json)/.test(request.headers.get('Content-Type') ?? '')) {
    throw fault(415, 'The body is not JSON by its content type');
  }
  try {
    // What `JSON.parse` makes.
    return JSON.parse(text) as Json;
  } catch {
    throw invalid('The body is not valid JSON');
  }
}

export function objectIn({ body }: Call): JsonObject {
  if (!isObject(body)) throw invalid('The body is not an object');
  return body;
}

/** The id in the path; 404 for what is no number. */
export function idIn({ parameters }: Call, name = 'id'): string {
  const id = parameters[name] ?? '';
  if (!/^\d{1,15}$/.test(id)) throw fault(404, 'There is no such id');
  return String(Number(id));
}
