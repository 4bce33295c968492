/** How connections stand, and what a person says of one: its name, and whose account it opens. */
import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { identifier } from '../../engine/configuration/configuration.ts';
import type { ConnectionDetailView } from '../../engine/reporting/connection-report.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { deedBy } from '../callers.ts';
import { languageOf } from '../language.ts';
import { etagOf } from './etag.ts';
import { answers, apiRoutes, integrationId, jsonBody } from './shapes.ts';
import { connectionDetailView, integrationView } from './view-shapes.ts';

export const connectionName = integrationId.extend({
  connection: identifier.clone().openapi({ param: { name: 'connection', in: 'path' }, example: 'shop' }),
});

const list = createRoute({
  method: 'get',
  path: '/integrations/{integration}/connections',
  operationId: 'listConnections',
  summary: 'How its connections stand: account, health, scopes, webhooks, when each was last in contact',
  description:
    'Nothing is called for it: `check` tries them. Credentials are changed with `PUT` of the document.',
  request: { params: integrationId },
  responses: answers(z.object({ items: z.array(connectionDetailView), cursor: z.null() }), 'Its connections'),
});

const rename = createRoute({
  method: 'post',
  path: '/integrations/{integration}/connections/{connection}/rename',
  operationId: 'renameConnection',
  summary:
    'Gives a connection another name; everything that is kept of it stays, and its old webhook address works on',
  request: { params: connectionName, body: jsonBody(z.strictObject({ name: identifier.clone() })) },
  responses: answers(integrationView, 'The integration'),
});

const acceptAccount = createRoute({
  method: 'post',
  path: '/integrations/{integration}/connections/{connection}/accept-account',
  operationId: 'acceptAccount',
  summary: 'Says what it means that the credentials open another account than before',
  description:
    '`another`: it starts afresh from now and nothing is carried over. `same`: it is the account of before, which moved; everything is kept.',
  request: {
    params: connectionName,
    body: jsonBody(z.strictObject({ account: z.enum(['another', 'same']) })),
  },
  responses: answers(integrationView, 'The integration'),
});

export const connectionRoutes = apiRoutes()
  .openapi(list, async (context) => {
    const { integration: id } = context.req.valid('param');
    const items: ConnectionDetailView[] = unwrap(
      await integration(context.env, id).connections(languageOf(context)),
    );
    return context.json({ items: items, cursor: null }, 200);
  })
  .openapi(rename, async (context) => {
    const { integration: id, connection } = context.req.valid('param');
    const { name } = context.req.valid('json');
    const view: IntegrationView = unwrap(
      await integration(context.env, id).renameConnection(
        connection,
        name,
        deedBy(context),
        languageOf(context),
      ),
    );
    return context.json(view, 200, etagOf(view));
  })
  .openapi(acceptAccount, async (context) => {
    const { integration: id, connection } = context.req.valid('param');
    const { account } = context.req.valid('json');
    const view: IntegrationView = unwrap(
      await integration(context.env, id).acceptAccount(
        connection,
        account,
        deedBy(context),
        languageOf(context),
      ),
    );
    return context.json(view, 200, etagOf(view));
  });
