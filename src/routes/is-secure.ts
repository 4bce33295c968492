import type { Context } from 'hono';

/** Whether a request came over HTTPS. On Cloudflare none gets further that did not (`https.ts`). */
export function isSecure({ req }: Context): boolean {
  return new URL(req.url).protocol === 'https:';
}
