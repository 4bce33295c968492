import { Hono } from 'hono';
import { controlRoutes } from './control.ts';
import { pageRoutes } from './page/routes.ts';
import type { Sandbox } from './sandbox.ts';

/** Everything that the sandbox answers: a prefix per system, `/control`, and the page at the root. */
export function sandboxRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.route('/control', controlRoutes(sandbox));
  for (const [id] of sandbox.standIns()) {
    app.all(`/${id}/*`, (context) => sandbox.handle(id, withoutPrefix(context.req.raw, id)));
  }
  app.route('/', pageRoutes(sandbox));
  return app;
}

function withoutPrefix(request: Request, id: string): Request {
  const url = new URL(request.url);
  url.pathname = url.pathname.slice(`/${id}`.length);
  return new Request(url, request);
}
