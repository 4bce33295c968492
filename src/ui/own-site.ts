import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import type { Env } from '../env.ts';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses what was not sent from a page of this site, whatever its method, type and cookies (CSRF). A browser tells where
 * a request comes from with `Sec-Fetch-Site`, an older one with `Origin` alone (Fetch Metadata; RFC 6454, 7): what is told
 * must be this site, and one of them must be.
 */
export const ownSiteOnly = createMiddleware<{ Bindings: Env }>(async (context, next) => {
  if (!safeMethods.includes(context.req.method)) {
    const site = context.req.header('sec-fetch-site');
    const origin = context.req.header('origin');
    const isOwnSite = site === undefined || site === 'same-origin';
    const isOwnOrigin = origin === undefined || origin === new URL(context.req.url).origin;
    const isTold = site !== undefined || origin !== undefined;
    if (!isOwnSite || !isOwnOrigin || !isTold) throw new HTTPException(403);
  }
  await next();
});
