import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { maxKeyLength } from '../../connectors/contract/source.ts';
import { showProblem } from '../../engine/reporting/views.ts';
import { taskStates } from '../../engine/storage/tasks.ts';
import { en } from '../../texts/en.ts';
import { tellNote, tellReason } from '../../texts/tell.ts';
import { answers, apiRoutes, beforeOf, integrationId, jsonBody, pageOf, paging, taskId } from './shapes.ts';
import { problemView, taskView } from './view-shapes.ts';

const flow = z.string().min(1).describe('A flow by its name, or `orders:shop:books` where several have it');
const key = z.string().min(1).max(maxKeyLength).describe("The source record's id as its system names it");

const preview = createRoute({
  method: 'post',
  path: '/integrations/{integration}/preview',
  summary:
    'The source record, what would be written, the checks, the problem if it would be parked; writes nothing',
  request: { params: integrationId, body: jsonBody(z.strictObject({ flow, key })) },
  responses: answers(
    z
      .object({
        source: z.unknown(),
        skips: z
          .object({ code: z.string(), message: z.string() })
          .nullable()
          .describe('Why it would be skipped; null when it would be written or parked'),
        writes: z.array(
          z.object({
            what: z.string().describe('`customer`, `document` or `credit`'),
            does: z.string().describe('`create`, `update`, `adopt`, `use`, `guest` or `skip`'),
            body: z.unknown().describe('What would be sent, to the byte; null where nothing would be'),
          }),
        ),
        checks: z
          .array(z.object({ name: z.string(), expected: z.string(), actual: z.string() }))
          .describe(
            "The source's figures against the target's: `gross`, `vat`, `vat:21` for the VAT at 21 %",
          ),
        notes: z.array(z.string()).describe('What a person should know of the figures, in words'),
        problem: problemView.nullable().describe('Why it would be parked'),
      })
      .meta({ id: 'Preview' }),
    'The preview',
  ),
});

const sync = createRoute({
  method: 'post',
  path: '/integrations/{integration}/sync',
  summary: 'Brings some records across now, or all that changed since a moment',
  request: {
    params: integrationId,
    body: jsonBody(
      z.strictObject({
        flow,
        keys: z.array(key).min(1).max(1_000).optional(),
        since: z.iso
          .datetime({ offset: true })
          .or(z.iso.date())
          .optional()
          .describe("A moment, or a day: it begins at midnight in the source's time zone"),
      }),
    ),
  },
  responses: answers(
    z.object({ queued: z.number().int() }),
    'Stored; `progress` of the integration shows how far it is',
  ),
});

const list = createRoute({
  method: 'get',
  path: '/integrations/{integration}/tasks',
  summary: 'Tasks, newest first',
  request: {
    params: integrationId,
    query: paging.extend({ state: z.enum(taskStates).optional(), flow: flow.optional() }),
  },
  responses: answers(pageOf(taskView), 'A page of tasks'),
});

const retry = createRoute({
  method: 'post',
  path: '/integrations/{integration}/tasks/{task}/retry',
  summary: 'Tries a task again, with the newest settings and mapping',
  request: { params: taskId },
  responses: answers(taskView, 'The task'),
});

const skip = createRoute({
  method: 'post',
  path: '/integrations/{integration}/tasks/{task}/skip',
  summary: 'Leaves a record out, or accepts the difference that it was flagged for',
  request: { params: taskId },
  responses: answers(taskView, 'The task'),
});

const retryAll = createRoute({
  method: 'post',
  path: '/integrations/{integration}/retry',
  summary: 'Tries every parked task again',
  request: { params: integrationId },
  responses: answers(z.object({ retried: z.number().int() }), 'How many there were'),
});

export const workRoutes = apiRoutes()
  .openapi(preview, async (context) => {
    const { integration: id } = context.req.valid('param');
    const given = context.req.valid('json');
    const found = unwrap(await integration(context.env, id).preview(given.flow, given.key));
    const { source, skips, writes, checks, notes = [], problem } = found;
    return context.json(
      {
        source,
        skips: skips && { code: skips.code, message: tellReason(skips, en) },
        writes: [...writes],
        checks: [...checks],
        notes: notes.map((note) => tellNote(note, en)),
        problem: problem && showProblem(problem),
      },
      200,
    );
  })
  .openapi(sync, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { flow: name, ...request } = context.req.valid('json');
    return context.json(unwrap(await integration(context.env, id).sync(name, request)), 200);
  })
  .openapi(list, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { limit, cursor, ...filter } = context.req.valid('query');
    const before = beforeOf(cursor);
    return context.json(unwrap(await integration(context.env, id).tasks({ ...filter, before }, limit)), 200);
  })
  .openapi(retry, async (context) => {
    const { integration: id, task } = context.req.valid('param');
    return context.json(unwrap(await integration(context.env, id).retry(Number(task))), 200);
  })
  .openapi(skip, async (context) => {
    const { integration: id, task } = context.req.valid('param');
    return context.json(unwrap(await integration(context.env, id).skip(Number(task))), 200);
  })
  .openapi(retryAll, async (context) => {
    const { integration: id } = context.req.valid('param');
    return context.json(unwrap(await integration(context.env, id).retryParked()), 200);
  });
