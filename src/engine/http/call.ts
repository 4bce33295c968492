import type { CallOptions, Method } from '../../connectors/contract/api.ts';
import type { Headers as AuthHeaders } from '../../connectors/contract/auth.ts';
import type { Path } from '../../connectors/contract/path.ts';
import { encoded } from './encoding.ts';

/** One call as a connector asks for it. */
export interface Call extends CallOptions {
  readonly method: Method;
  /** Relative to the base address. */
  readonly path: string;
  /** The text that is sent; empty where there is none. */
  readonly text: string;
  readonly body: unknown;
  /** Whether doing it twice is the same as doing it once. */
  readonly repeatable: boolean;
  /** Whether it changes nothing: then it is tried once more in place. */
  readonly reads: boolean;
}

/** Null when an id in the path cannot be one. */
export function callOf(
  method: Method,
  path: Path,
  how: { readonly repeatable: boolean; readonly reads: boolean; readonly body?: unknown },
  options: CallOptions,
): Call | null {
  if (path.text === null) return null;
  const text = how.body === undefined ? '' : JSON.stringify(how.body);
  return { ...options, ...how, method, path: path.text, text, body: how.body };
}

/** Where the call goes, without what authorises it. */
export function addressOf({ path, query = {} }: Call, baseUrl: string): URL {
  const url = new URL(`${baseUrl}${path}`);
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  const own = pairs.map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`);
  if (own.length > 0 || url.search !== '')
    url.search = [url.search.slice(1), ...own].filter(Boolean).join('&');
  return url;
}

export function requestOf(call: Call, url: string, authorisation: AuthHeaders, signal: AbortSignal): Request {
  const headers = {
    accept: 'application/json',
    ...(call.text === '' ? {} : { 'content-type': 'application/json' }),
    ...lowerCase(call.headers ?? {}),
    ...lowerCase(authorisation),
  };
  // A redirect could lead anywhere; none of these systems needs one.
  const always = { method: call.method, signal, redirect: 'manual', headers } as const;
  return call.text === '' ? new Request(url, always) : new Request(url, { ...always, body: call.text });
}

/** So that no name stands in it twice. */
function lowerCase(headers: AuthHeaders): AuthHeaders {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
