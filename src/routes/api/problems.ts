import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { deedBy } from '../callers.ts';
import { languageOf } from '../language.ts';
import { revisionIn } from './etag.ts';
import { causeName, deskView, remedyAnswer, solvedView, whyLeftOut } from './problem-shapes.ts';
import { answers, apiRoutes, integrationId, jsonBody, paging, rowId } from './shapes.ts';

const base = '/integrations/{integration}/problems';

const list = createRoute({
  method: 'get',
  path: base,
  operationId: 'listProblems',
  summary:
    'What needs somebody, by cause and value, with what its orders come to; and what is tried again by itself',
  request: {
    params: integrationId,
    query: paging.extend({ limit: z.coerce.number().int().min(1).max(50).default(20) }),
  },
  responses: answers(deskView, 'The causes, those that stop the most records first'),
});

const solved = createRoute({
  method: 'get',
  path: `${base}/solved`,
  operationId: 'listSolvedProblems',
  summary: 'Causes that ended within 90 days, the last 50, and what was left out and can be taken back',
  request: { params: integrationId },
  responses: answers(solvedView, 'What was solved, newest first'),
});

const retry = createRoute({
  method: 'post',
  path: `${base}/retry`,
  operationId: 'retryProblem',
  summary: 'Tries all again that a cause stops, with the newest settings and mapping',
  request: { params: integrationId, body: jsonBody(z.strictObject({ problem: causeName })) },
  responses: answers(remedyAnswer, 'How many there are'),
});

const skip = createRoute({
  method: 'post',
  path: `${base}/skip`,
  operationId: 'skipProblem',
  summary: 'Leaves all out that a cause stops; it can be taken back',
  request: {
    params: integrationId,
    body: jsonBody(z.strictObject({ problem: causeName, why: whyLeftOut })),
  },
  responses: answers(remedyAnswer, 'How many there are'),
});

const unskip = createRoute({
  method: 'post',
  path: `${base}/unskip`,
  operationId: 'unskipProblem',
  summary: 'Takes back that all of a cause was left out: they are tried again, with the newest settings',
  request: {
    params: integrationId,
    body: jsonBody(z.strictObject({ remedy: rowId.describe('The `id` of what left them out') })),
  },
  responses: answers(remedyAnswer, 'How many there are'),
});

const solve = createRoute({
  method: 'post',
  path: `${base}/solve`,
  operationId: 'solveProblem',
  summary:
    'Saves the settings of the flow that a cause stops and tries all again that it stops: both or neither',
  request: {
    params: integrationId,
    headers: z.object({
      'if-match': z.string().optional().describe('The `revision` of `GET …/problems`, in quotes'),
    }),
    body: jsonBody(
      z.union([
        z.strictObject({
          problem: causeName,
          entry: z
            .string()
            .describe('What the choice is to give for the value that it lacks: `setting` of the cause'),
        }),
        z.strictObject({
          problem: causeName,
          settings: z
            .record(z.string(), z.unknown())
            .describe('All settings of the flow, as they are to be from now on'),
        }),
      ]),
    ),
  },
  responses: answers(remedyAnswer, 'How many there are'),
});

export const problemRoutes = apiRoutes()
  .openapi(list, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { limit, cursor = '0' } = context.req.valid('query');
    const object = integration(context.env, id);
    return context.json(unwrap(await object.desk(Number(cursor), limit, languageOf(context))), 200);
  })
  .openapi(solved, async (context) => {
    const { integration: id } = context.req.valid('param');
    return context.json(unwrap(await integration(context.env, id).solved(languageOf(context))), 200);
  })
  .openapi(retry, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { problem } = context.req.valid('json');
    return context.json(unwrap(await integration(context.env, id).retryCause(problem, deedBy(context))), 200);
  })
  .openapi(skip, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { problem, why } = context.req.valid('json');
    const object = integration(context.env, id);
    return context.json(unwrap(await object.leaveOutCause(problem, why, deedBy(context))), 200);
  })
  .openapi(unskip, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { remedy } = context.req.valid('json');
    const object = integration(context.env, id);
    return context.json(unwrap(await object.takeBackCause(Number(remedy), deedBy(context))), 200);
  })
  .openapi(solve, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { problem, ...fix } = context.req.valid('json');
    const options = {
      revision: revisionIn(context.req.valid('header')['if-match']),
      language: languageOf(context),
      by: deedBy(context),
    };
    const object = integration(context.env, id);
    return context.json(unwrap(await object.solveCause(problem, fix, options)), 200);
  });
