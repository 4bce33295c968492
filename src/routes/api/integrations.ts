import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { directory } from '../../../durable-objects/directory-client.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { may, sees } from '../../house/roles.ts';
import { callerOf, deedBy } from '../callers.ts';
import { languageOf } from '../language.ts';
import { etagOf, revisionIn } from './etag.ts';
import { answers, apiRoutes, integrationId, jsonBody } from './shapes.ts';
import { checkedDocument, checkView, integrationBody, integrationView, summary } from './view-shapes.ts';

const list = createRoute({
  method: 'get',
  path: '/integrations',
  operationId: 'listIntegrations',
  summary: 'Every integration that the token is for, as it last told of itself',
  responses: answers(z.object({ items: z.array(summary), cursor: z.null() }), 'The integrations'),
});

const read = createRoute({
  method: 'get',
  path: '/integrations/{integration}',
  operationId: 'readIntegration',
  summary: 'The document with its state, problems and progress; secrets are never read back',
  request: { params: integrationId },
  responses: answers(integrationView, 'The integration'),
});

const write = createRoute({
  method: 'put',
  path: '/integrations/{integration}',
  operationId: 'putIntegration',
  summary: 'Makes or replaces the document; a secret that it leaves out stays as it is',
  description:
    'What `GET` gives can be sent back. With `If-Match` it is refused (409, `saved_meanwhile`) when somebody saved since; with `If-None-Match: *` (409, `id_taken`) when there is one of this id. In a `draft` the credentials of a connection may be left out for now. A document without a flow that still has open tasks is refused (409, `open_tasks`, with counts) unless `drop=true` ends them as skipped.',
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
      'if-none-match': z.literal('*').optional().describe('`*` only makes a new one'),
    }),
    body: jsonBody(integrationBody),
  },
  responses: answers(
    z.union([integrationView, checkedDocument]),
    'The integration; with `dryRun` that it is valid',
  ),
});

const remove = createRoute({
  method: 'delete',
  path: '/integrations/{integration}',
  operationId: 'deleteIntegration',
  summary: 'Deletes the integration with all that it keeps, once what is under way has ended',
  request: { params: integrationId },
  responses: answers(z.object({ deleted: z.literal(true) }), 'It is gone'),
});

const check = createRoute({
  method: 'post',
  path: '/integrations/{integration}/check',
  operationId: 'checkIntegration',
  summary: 'Tries both connections, or the one that is named, and says what is wrong',
  request: {
    params: integrationId,
    query: z.object({ connection: z.string().optional().describe('Name of the one to try') }),
  },
  responses: answers(z.object({ ok: z.boolean(), connections: z.array(checkView) }), 'What was found'),
});

const pause = createRoute({
  method: 'post',
  path: '/integrations/{integration}/pause',
  operationId: 'pauseIntegration',
  summary: 'Runs nothing until resumed; webhooks are still stored',
  request: { params: integrationId },
  responses: answers(integrationView, 'The integration'),
});

const resume = createRoute({
  method: 'post',
  path: '/integrations/{integration}/resume',
  operationId: 'resumeIntegration',
  summary: 'Goes on with everything that waited; a draft goes live at this moment',
  request: { params: integrationId },
  responses: answers(integrationView, 'The integration'),
});

export const integrationRoutes = apiRoutes()
  .openapi(list, async (context) => {
    const caller = callerOf(context);
    const items = (await directory(context.env).list()).filter(({ id }) => sees(caller, id));
    return context.json({ items, cursor: null }, 200);
  })
  .openapi(read, async (context) => {
    const { integration: id } = context.req.valid('param');
    const view: IntegrationView = unwrap(await integration(context.env, id).view(languageOf(context)));
    return context.json(view, 200, etagOf(view));
  })
  .openapi(write, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { dryRun, drop } = context.req.valid('query');
    const object = integration(context.env, id);
    const document = context.req.valid('json');
    const options = {
      drop: drop === 'true',
      revision: revisionIn(context.req.valid('header')['if-match']),
      isNew: context.req.valid('header')['if-none-match'] === '*',
      language: languageOf(context),
      // A new one is made by whoever may do what belongs to the deployment, and not by a token for some.
      onlyThere: !may(callerOf(context), 'house'),
    };
    if (dryRun === 'true') {
      unwrap(await object.checkDocument(document, options));
      return context.json({ dryRun: true as const, valid: true as const }, 200);
    }
    const view: IntegrationView = unwrap(
      await object.configure(document, { ...options, by: deedBy(context) }),
    );
    return context.json(view, 200, etagOf(view));
  })
  .openapi(remove, async (context) => {
    unwrap(await integration(context.env, context.req.valid('param').integration).destroy(deedBy(context)));
    return context.json({ deleted: true as const }, 200);
  })
  .openapi(check, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { connection } = context.req.valid('query');
    const connections = unwrap(await integration(context.env, id).check(languageOf(context), connection));
    return context.json({ ok: connections.every(({ ok }) => ok), connections }, 200);
  })
  .openapi(pause, async (context) => {
    const { integration: id } = context.req.valid('param');
    return context.json(
      unwrap(await integration(context.env, id).setState('paused', deedBy(context), languageOf(context))),
      200,
    );
  })
  .openapi(resume, async (context) => {
    const { integration: id } = context.req.valid('param');
    return context.json(
      unwrap(await integration(context.env, id).setState('active', deedBy(context), languageOf(context))),
      200,
    );
  });
