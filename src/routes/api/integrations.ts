import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { directory } from '../../../durable-objects/directory-client.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { identifier } from '../../engine/configuration/configuration.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { erasePerson } from '../erase-person.ts';
import { answers, apiRoutes, integrationId, jsonBody, rowId } from './shapes.ts';
import {
  checkedDocument,
  checkView,
  erasedView,
  integrationBody,
  integrationView,
  summary,
} from './view-shapes.ts';

const list = createRoute({
  method: 'get',
  path: '/integrations',
  summary: 'Every integration, as it last told of itself',
  responses: answers(z.object({ items: z.array(summary), cursor: z.null() }), 'The integrations'),
});

const read = createRoute({
  method: 'get',
  path: '/integrations/{integration}',
  summary: 'The document with its state, problems and progress; secrets are never read back',
  request: { params: integrationId },
  responses: answers(integrationView, 'The integration'),
});

const write = createRoute({
  method: 'put',
  path: '/integrations/{integration}',
  summary: 'Makes or replaces the document; a secret that it leaves out stays as it is',
  description:
    'What `GET` gives can be sent back. With `If-Match` it is refused (409, `saved_meanwhile`) when somebody saved since. A document without a flow that still has open tasks is refused (409, `open_tasks`, with counts) unless `drop=true` ends them as skipped.',
  request: {
    params: integrationId,
    query: z.object({
      dryRun: z
        .enum(['true', 'false'])
        .optional()
        .describe('`true` only checks the document and stores nothing'),
      drop: z
        .enum(['true', 'false'])
        .optional()
        .describe('`true` leaves out what waits in flows that are taken out'),
    }),
    headers: z.object({
      'if-match': z.string().optional().describe('The `ETag` that a `GET` or `PUT` gave'),
    }),
    body: jsonBody(integrationBody),
  },
  responses: answers(
    z.union([integrationView, checkedDocument]),
    'The integration; with `dryRun` that it is valid',
  ),
});

const connectionName = integrationId.extend({
  connection: identifier.clone().openapi({ param: { name: 'connection', in: 'path' }, example: 'shop' }),
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

const remove = createRoute({
  method: 'delete',
  path: '/integrations/{integration}',
  summary: 'Deletes the integration with all that it keeps, once what is under way has ended',
  request: { params: integrationId },
  responses: answers(z.object({ deleted: z.literal(true) }), 'It is gone'),
});

const check = createRoute({
  method: 'post',
  path: '/integrations/{integration}/check',
  summary: 'Tries both connections and says what is wrong',
  request: { params: integrationId },
  responses: answers(z.object({ ok: z.boolean(), connections: z.array(checkView) }), 'What was found'),
});

const pause = createRoute({
  method: 'post',
  path: '/integrations/{integration}/pause',
  summary: 'Runs nothing until resumed; webhooks are still stored',
  request: { params: integrationId },
  responses: answers(integrationView, 'The integration'),
});

const resume = createRoute({
  method: 'post',
  path: '/integrations/{integration}/resume',
  summary: 'Goes on with everything that waited; a draft goes live at this moment',
  request: { params: integrationId },
  responses: answers(integrationView, 'The integration'),
});

const erase = createRoute({
  method: 'post',
  path: '/integrations/{integration}/people/erase',
  summary:
    'Erases a person from links and activity; the address stands in the body, for addresses of requests are logged',
  request: {
    params: integrationId,
    body: jsonBody(
      z.strictObject({
        email: z
          .string()
          .trim()
          .min(3)
          .max(320)
          .regex(/^\S+@\S+$/, 'must be an e-mail address'),
        cursor: rowId.optional().describe('As the last answer gave it: there was too much for one call'),
      }),
    ),
  },
  responses: answers(erasedView, 'How much there was'),
});

export const integrationRoutes = apiRoutes()
  .openapi(list, async (context) =>
    context.json({ items: await directory(context.env).list(), cursor: null }, 200),
  )
  .openapi(read, async (context) => {
    const { integration: id } = context.req.valid('param');
    const view: IntegrationView = unwrap(await integration(context.env, id).view());
    return context.json(view, 200, etagOf(view));
  })
  .openapi(write, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { dryRun, drop } = context.req.valid('query');
    const object = integration(context.env, id);
    const document = context.req.valid('json');
    const options = { drop: drop === 'true', revision: revisionOf(context.req.valid('header')['if-match']) };
    if (dryRun === 'true') {
      unwrap(await object.checkDocument(document, options));
      return context.json({ dryRun: true as const, valid: true as const }, 200);
    }
    const view: IntegrationView = unwrap(await object.configure(document, options));
    return context.json(view, 200, etagOf(view));
  })
  .openapi(rename, async (context) => {
    const { integration: id, connection } = context.req.valid('param');
    const { name } = context.req.valid('json');
    const view: IntegrationView = unwrap(
      await integration(context.env, id).renameConnection(connection, name),
    );
    return context.json(view, 200, etagOf(view));
  })
  .openapi(acceptAccount, async (context) => {
    const { integration: id, connection } = context.req.valid('param');
    const { account } = context.req.valid('json');
    const view: IntegrationView = unwrap(
      await integration(context.env, id).acceptAccount(connection, account),
    );
    return context.json(view, 200, etagOf(view));
  })
  .openapi(remove, async (context) => {
    unwrap(await integration(context.env, context.req.valid('param').integration).destroy());
    return context.json({ deleted: true as const }, 200);
  })
  .openapi(check, async (context) => {
    const { integration: id } = context.req.valid('param');
    const connections = unwrap(await integration(context.env, id).check());
    return context.json({ ok: connections.every(({ ok }) => ok), connections }, 200);
  })
  .openapi(pause, async (context) => {
    const { integration: id } = context.req.valid('param');
    return context.json(unwrap(await integration(context.env, id).setState('paused')), 200);
  })
  .openapi(resume, async (context) => {
    const { integration: id } = context.req.valid('param');
    return context.json(unwrap(await integration(context.env, id).setState('active')), 200);
  })
  .openapi(erase, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { email, cursor } = context.req.valid('json');
    return context.json(await erasePerson(context.env, id, email, cursor), 200);
  });

function etagOf({ revision }: IntegrationView): { etag: string } {
  return { etag: `"${revision}"` };
}

/** What a client read, whether or not a proxy made a weak tag of it. */
function revisionOf(header: string | undefined): string | undefined {
  return header
    ?.trim()
    .replace(/^W\//, '')
    .replace(/^"(.*)"$/, '$1');
}
