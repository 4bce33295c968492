import { createRoute, z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { skippers, taskStates } from '../../engine/storage/task-row.ts';
import { deedBy } from '../callers.ts';
import { languageOf } from '../language.ts';
import {
  answers,
  apiRoutes,
  beforeOf,
  flowName,
  integrationId,
  orderNumber,
  pageOf,
  paging,
  taskId,
} from './shapes.ts';
import { taskView } from './view-shapes.ts';

/** Clients send `content-type: application/json` with every POST, also where there is nothing to say. */
const emptyIsNothing = createMiddleware(async (context, next) => {
  if ((await context.req.text()) === '') {
    const { url, method, headers } = context.req.raw;
    context.req.raw = new Request(url, { method, headers, body: '{}' });
    context.req.bodyCache = {};
  }
  return next();
});

const list = createRoute({
  method: 'get',
  path: '/integrations/{integration}/tasks',
  operationId: 'listTasks',
  summary: 'Tasks, newest first',
  request: {
    params: integrationId,
    query: paging.extend({
      state: z.enum(taskStates).optional(),
      flow: flowName.optional(),
      number: orderNumber.optional(),
      skippedBy: z
        .enum(skippers)
        .optional()
        .describe('Tasks that a person left out: on a page, or over the API'),
    }),
  },
  responses: answers(pageOf(taskView), 'A page of tasks'),
});

const read = createRoute({
  method: 'get',
  path: '/integrations/{integration}/tasks/{task}',
  operationId: 'readTask',
  summary: 'One task',
  request: { params: taskId },
  responses: answers(taskView, 'The task'),
});

const retry = createRoute({
  method: 'post',
  path: '/integrations/{integration}/tasks/{task}/retry',
  operationId: 'retryTask',
  summary: 'Tries a task again, with the newest settings and mapping',
  request: { params: taskId },
  responses: answers(taskView, 'The task'),
});

const skip = createRoute({
  method: 'post',
  path: '/integrations/{integration}/tasks/{task}/skip',
  operationId: 'skipTask',
  middleware: emptyIsNothing,
  summary: 'Leaves a record out, or accepts the difference that it was flagged for; it can be taken back',
  request: {
    params: taskId,
    body: {
      required: false,
      content: {
        'application/json': {
          schema: z.strictObject({
            why: z
              .string()
              .max(1_000)
              .optional()
              .describe('Kept sealed with the activity, for its retention'),
          }),
        },
      },
    },
  },
  responses: answers(taskView, 'The task'),
});

const unskip = createRoute({
  method: 'post',
  path: '/integrations/{integration}/tasks/{task}/unskip',
  operationId: 'unskipTask',
  summary:
    'Takes back that a person left a record out: it is tried again, with the newest settings and mapping',
  request: { params: taskId },
  responses: answers(taskView, 'The task'),
});

const retryAll = createRoute({
  method: 'post',
  path: '/integrations/{integration}/retry',
  operationId: 'retryParkedTasks',
  summary: 'Tries every parked task again, and every level that waits for a person',
  request: { params: integrationId },
  responses: answers(z.object({ retried: z.number().int() }), 'How many there were'),
});

export const taskRoutes = apiRoutes()
  .openapi(list, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { limit, cursor, ...filter } = context.req.valid('query');
    const before = beforeOf(cursor);
    const object = integration(context.env, id);
    return context.json(unwrap(await object.tasks({ ...filter, before }, limit, languageOf(context))), 200);
  })
  .openapi(retry, async (context) => {
    const { integration: id, task } = context.req.valid('param');
    return context.json(
      unwrap(await integration(context.env, id).retry(Number(task), deedBy(context), languageOf(context))),
      200,
    );
  })
  .openapi(skip, async (context) => {
    const { integration: id, task } = context.req.valid('param');
    const { why = '' } = context.req.valid('json') ?? {};
    const object = integration(context.env, id);
    return context.json(
      unwrap(await object.skip(Number(task), deedBy(context), why, languageOf(context))),
      200,
    );
  })
  .openapi(unskip, async (context) => {
    const { integration: id, task } = context.req.valid('param');
    const object = integration(context.env, id);
    return context.json(unwrap(await object.unskip(Number(task), deedBy(context), languageOf(context))), 200);
  })
  .openapi(read, async (context) => {
    const { integration: id, task } = context.req.valid('param');
    return context.json(
      unwrap(await integration(context.env, id).task(Number(task), languageOf(context))),
      200,
    );
  })
  .openapi(retryAll, async (context) => {
    const { integration: id } = context.req.valid('param');
    return context.json(unwrap(await integration(context.env, id).retryParked(deedBy(context))), 200);
  });
