import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { languageOf } from '../language.ts';
import { activityId, answers, apiRoutes, beforeOf, integrationId, pageOf, paging } from './shapes.ts';
import { activityView, transferView } from './view-shapes.ts';

const list = createRoute({
  method: 'get',
  path: '/integrations/{integration}/activity',
  operationId: 'listActivity',
  summary: 'What was done, newest first',
  request: {
    params: integrationId,
    query: paging.extend({
      flow: z.string().optional(),
      outcome: z.string().optional().describe('`done`, `skipped`, `waiting` or `parked`'),
      key: z.string().optional(),
      number: z.string().optional().describe('The number that customers see, or how it begins'),
    }),
  },
  responses: answers(pageOf(activityView), 'A page of activity'),
});

const read = createRoute({
  method: 'get',
  path: '/integrations/{integration}/activity/{activity}',
  operationId: 'readTransfer',
  summary: 'One transfer: what was read, what was written, every call',
  request: { params: activityId },
  responses: answers(transferView, 'The transfer'),
});

export const activityRoutes = apiRoutes()
  .openapi(list, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { limit, cursor, ...filter } = context.req.valid('query');
    const before = beforeOf(cursor);
    return context.json(
      unwrap(await integration(context.env, id).activity({ ...filter, before }, limit, languageOf(context))),
      200,
    );
  })
  .openapi(read, async (context) => {
    const { integration: id, activity } = context.req.valid('param');
    return context.json(
      unwrap(await integration(context.env, id).transfer(Number(activity), languageOf(context))),
      200,
    );
  });
