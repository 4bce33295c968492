import { createMiddleware } from 'hono/factory';
import { isOnCloudflare } from '../development-defaults.ts';
import type { Env } from '../env.ts';
import { isSecure } from './is-secure.ts';
import { problemResponse } from './problem-response.ts';

/** What programs call: they send secrets along, and one that was led elsewhere would go on sending them in plain text first. */
const ofPrograms = /^\/(?:api|hooks|activations)(?:\/|$)/;

/** On Cloudflare nothing is taken over plain HTTP, as a custom domain answers it too: pages are led to HTTPS, all else is refused unread. */
export const overHttps = createMiddleware<{ Bindings: Env }>(async (context, next) => {
  if (isSecure(context) || !isOnCloudflare(context.env)) return next();
  const { method, path, url } = context.req;
  const isPage = (method === 'GET' || method === 'HEAD') && !ofPrograms.test(path);
  if (isPage) return context.redirect(url.replace(/^http:/, 'https:'), 301);
  return problemResponse(context, {
    status: 403,
    code: 'https_needed',
    detail:
      'Nothing is taken over plain HTTP. Send it to the same address with https, and replace secrets that were sent.',
  });
});
