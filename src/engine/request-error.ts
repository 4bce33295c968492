import type { Issue } from '../mapping/fields.ts';
import type { Stored } from '../texts/tell.ts';

/** Why a request cannot be met. `unavailable`: a system does not answer now. `refused`: a person must act first. */
export type RequestErrorKind = 'not-found' | 'conflict' | 'invalid' | 'refused' | 'unavailable';

/** Plain data, so that it survives an RPC. */
export interface RequestErrorData {
  readonly kind: RequestErrorKind;
  /** Stable. */
  readonly code: string;
  /** In English. */
  readonly detail: string;
  /** What `detail` says, where it can be told in another language. */
  readonly problem?: Stored | undefined;
  readonly issues?: readonly Issue[];
}

/** A request that cannot be met. How that is said over HTTP is the routes' business. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  constructor(readonly data: RequestErrorData) {
    super(data.detail);
  }
}

export function notFound(what: string): RequestError {
  return new RequestError({ kind: 'not-found', code: 'not_found', detail: `There is no such ${what}.` });
}

export function conflict(code: string, detail: string, issues?: readonly Issue[]): RequestError {
  return new RequestError({ kind: 'conflict', code, detail, ...(issues === undefined ? {} : { issues }) });
}

export function invalid(code: string, detail: string): RequestError {
  return new RequestError({ kind: 'invalid', code, detail });
}
