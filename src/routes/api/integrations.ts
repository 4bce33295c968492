import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { directory } from '../../../durable-objects/directory-client.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { answers, apiRoutes, integrationId, jsonBody } from './shapes.ts';
import { checkView, integrationBody, integrationView, summary } from './view-shapes.ts';

const list = createRoute({
  method: 'get',
  path: '/integrations',
  operationId: 'listIntegrations',
  summary: 'Every integration, as it last told of itself',
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
  request: { params: integrationId, body: jsonBody(integrationBody) },
  responses: answers(integrationView, 'The integration'),
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
  summary: 'Tries both connections and says what is wrong',
  request: { params: integrationId },
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
  summary: 'Goes on with everything that waited',
  request: { params: integrationId },
  responses: answers(integrationView, 'The integration'),
});

const erase = createRoute({
  method: 'delete',
  path: '/integrations/{integration}/people/{email}',
  operationId: 'erasePerson',
  summary: 'Erases a person from links and activity',
  request: { params: integrationId.extend({ email: z.string().min(3).max(320) }) },
  responses: answers(z.object({ links: z.number().int(), activity: z.number().int() }), 'How much there was'),
});

export const integrationRoutes = apiRoutes()
  .openapi(list, async (context) =>
    context.json({ items: await directory(context.env).list(), cursor: null }, 200),
  )
  .openapi(read, async (context) => {
    const { integration: id } = context.req.valid('param');
    return context.json(unwrap(await integration(context.env, id).view()), 200);
  })
  .openapi(write, async (context) => {
    const { integration: id } = context.req.valid('param');
    return context.json(unwrap(await integration(context.env, id).configure(context.req.valid('json'))), 200);
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
    const { integration: id, email } = context.req.valid('param');
    return context.json(unwrap(await integration(context.env, id).erase(email)), 200);
  });
