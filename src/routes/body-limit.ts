import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problemResponse } from './problem-response.ts';

/** Refuses larger bodies with a problem document. */
export function limitBody(maxBytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: maxBytes,
    onError: (context) =>
      problemResponse(context, {
        status: 413,
        code: 'too_large',
        detail: `The body is larger than ${maxBytes} bytes.`,
      }),
  });
}
