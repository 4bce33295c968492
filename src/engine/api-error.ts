import type { Issue } from '../mapping/fields.ts';

/** A request that cannot be met, on its way to an RFC 9457 problem document. Plain data, so that it survives an RPC. */
export interface ApiErrorData {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly issues?: readonly Issue[];
}

export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(readonly data: ApiErrorData) {
    super(data.detail);
  }
}

export function notFound(what: string): ApiError {
  return new ApiError({ status: 404, code: 'not_found', detail: `There is no such ${what}.` });
}

export function conflict(code: string, detail: string): ApiError {
  return new ApiError({ status: 409, code, detail });
}
