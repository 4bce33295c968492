import { type Endpoint as EndpointOf, routesUnder } from '../kit/http/endpoint.ts';
import type { Route } from '../kit/http/route-table.ts';
import { isObject, type Json, type JsonObject } from '../kit/json.ts';
import type { Org } from './org.ts';
import type { DuplicateTerms } from './records/duplicates.ts';
import type { Terms } from './records/writing.ts';
import { notFound, refused } from './refusal.ts';
import type { SObject } from './schema/sobject.ts';

/** A call, or a part of a composite one. */
export interface Call {
  readonly method: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Undefined where none was sent. */
  readonly body: Json | undefined;
  readonly headers: Headers;
  /** Of the address: `66.0`. */
  readonly version: string;
  /** Set by a composite call around it, whose flag governs (sheet 6.1). */
  readonly allOrNone: boolean;
}

export interface Reply {
  readonly status: number;
  /** Null: an empty body. */
  readonly body: Json;
  readonly headers: Readonly<Record<string, string>>;
}

/** Who answers: `queries and collections` of a composite call are limited in number. */
export type Need = 'one record' | 'query or collection' | 'composite';
export type Endpoint = EndpointOf<Need, Call, Reply>;

export function reply(body: Json, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, body, headers };
}

export const noContent: Reply = reply(null, 204);

/** Writes the routes below the versions, one a line. */
export function under(prefix: string, need: Need = 'one record') {
  const route = routesUnder<Need, Call, Reply>(`/services/data/{version}${prefix}`);
  return (method: string, path: string, answer: (call: Call) => Reply): Route<Endpoint> =>
    route(method, path, need, answer);
}

export function objectIn(org: Org, { parameters }: Call): SObject {
  const object = org.schema.object(parameters.object ?? '');
  if (object === undefined) throw notFound();
  return object;
}

export function bodyIn({ body }: Pick<Call, 'body'>): JsonObject {
  if (!isObject(body))
    throw refused(
      400,
      'JSON_PARSER_ERROR',
      'The HTTP entity body is required, but this request has no entity body.',
    );
  return body;
}

export function termsOf({ headers, version }: Pick<Call, 'headers' | 'version'>): Terms {
  return { ...duplicateTerms(headers, version), textNumbers: false };
}

/** `allowSave=true; includeRecordDetails=false`, since v52 (sheet 4). */
function duplicateTerms(headers: Headers, version: string): DuplicateTerms {
  const text = Number(version) < 52 ? '' : (headers.get('Sforce-Duplicate-Rule-Header') ?? '');
  const given = new Map(
    text.split(/[;,]/).map((part) => {
      const [name = '', value = ''] = part.split('=').map((each) => each.trim().toLowerCase());
      return [name, value] as const;
    }),
  );
  return {
    allowSave: given.get('allowsave') === 'true',
    includeRecordDetails: given.get('includerecorddetails') === 'true',
    version,
  };
}

/** `batchSize=500`: from 200 to 2,000, and no more than the server likes. */
export function batchOf(org: Org, headers: Headers): number {
  const wish = /batchSize\s*=\s*(\d+)/i.exec(headers.get('Sforce-Query-Options') ?? '')?.[1];
  const asked = wish === undefined ? 2000 : Math.min(2000, Math.max(200, Number(wish)));
  return Math.min(asked, org.settings().maxBatch);
}
