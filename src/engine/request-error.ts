import type { Issue } from '../mapping/issue.ts';
import type { Params } from '../texts/catalogue.ts';
import type { Thing } from '../texts/en/requests.ts';
import { en, type RequestCode, type RequestParams } from '../texts/en.ts';
import { type Stored, tellRequest } from '../texts/tell.ts';

/** Why a request cannot be met. `unavailable`: a system does not answer now. `refused`: a person must act first. `forbidden`: whoever asks may not. */
export type RequestErrorKind = 'not-found' | 'conflict' | 'invalid' | 'refused' | 'unavailable' | 'forbidden';

/** Plain data, so that it survives an RPC. */
export interface RequestErrorData {
  readonly kind: RequestErrorKind;
  /** Stable. */
  readonly code: string;
  /** In English. */
  readonly detail: string;
  /** What `detail` says, where it can be told in another language: a problem, or with these params the code itself. */
  readonly problem?: Stored | undefined;
  readonly params?: Params | undefined;
  readonly issues?: readonly Issue[];
}

/** A request that cannot be met. How that is said over HTTP is the routes' business. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  constructor(readonly data: RequestErrorData) {
    super(data.detail);
  }
}

export function notFound(what: Thing): RequestError {
  return unmet('not-found', 'not_found', { what });
}

export function conflict<Code extends RequestCode>(
  code: Code,
  params: RequestParams<Code>,
  issues?: readonly Issue[],
): RequestError {
  return unmet('conflict', code, params, issues);
}

/** `detail`: in the language of whoever asks on a page, in English over the API. */
export function invalid(code: string, detail: string, issues?: readonly Issue[]): RequestError {
  return new RequestError({ kind: 'invalid', code, detail, ...(issues === undefined ? {} : { issues }) });
}

/** A request whose code has a sentence in every language (src/texts/en/requests.ts). */
export function unmet<Code extends RequestCode>(
  kind: RequestErrorKind,
  code: Code,
  given: RequestParams<Code>,
  issues?: readonly Issue[],
): RequestError {
  const params = given as Params;
  const detail = tellRequest({ code, params }, en) ?? code;
  return new RequestError({ kind, code, detail, params, ...(issues === undefined ? {} : { issues }) });
}
