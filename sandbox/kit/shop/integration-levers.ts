import type { Hono } from 'hono';
import { z } from 'zod';
import { jsonBody } from '../lever-body.ts';
import type { AppIntegrations } from './integrations.ts';

const webAddress = z.url({ protocol: /^https?$/ });

/** Of a form of the page, and of the lever. */
export const appAddresses = z.strictObject({ callbackUrl: webAddress, identityLinkUrl: webAddress });

/** The levers of a shop that hands its credentials to apps. */
export function addIntegrationLevers(app: Hono, integrations: AppIntegrations): void {
  app.get('/integrations', (context) => context.json(integrations.list()));

  /** Answers when the callback has, with what it answered and where the browser goes on. */
  app.post('/integrations', async (context) => {
    const addresses = appAddresses.parse(await jsonBody(context));
    const { origin } = new URL(context.req.url);
    const { integration, goTo } = await integrations.activate(addresses, origin);
    return context.json({ ...integration, goTo }, 201);
  });

  for (const deed of ['deactivate', 'revoke'] as const) {
    app.post(`/integrations/:id/${deed}`, (context) =>
      integrations[deed](context.req.param('id')) ? context.body(null, 204) : context.notFound(),
    );
  }
  app.delete('/integrations/:id', (context) =>
    integrations.remove(context.req.param('id')) ? context.body(null, 204) : context.notFound(),
  );
}
