/** The last steps of setting a link up: what a person is asked, and going live. */
import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import type { AskedQuestion } from '../../engine/configuration/answered.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { deedBy } from '../callers.ts';
import { languageOf } from '../language.ts';
import { etagOf, revisionIn } from './etag.ts';
import { answers, apiRoutes, integrationId, jsonBody } from './shapes.ts';
import { integrationView } from './view-shapes.ts';

const question = z
  .object({
    flow: z.string().describe('The id of its flow: `orders:shop:books`'),
    setting: z.string().describe('The path of its setting: `vat.byRate`'),
    recommended: z
      .union([z.string(), z.boolean()])
      .nullable()
      .describe("The answer that fits most shops; null: the setting's default"),
    isAnswered: z.boolean().describe('Whether a person has answered it, on the page'),
  })
  .meta({ id: 'Question' });

const read = createRoute({
  method: 'get',
  path: '/integrations/{integration}/questions',
  operationId: 'readQuestions',
  summary:
    'The settings that matter most for these two systems, nine at most; what else there is can stay as by default',
  request: { params: integrationId },
  responses: answers(
    z.object({ items: z.array(question), cursor: z.null() }),
    'The one that matters most first',
  ),
});

const goLive = createRoute({
  method: 'post',
  path: '/integrations/{integration}/go-live',
  operationId: 'goLive',
  summary: 'A draft goes live: from this moment on, or with what was placed since a day',
  description:
    'Orders that were placed before are never booked by themselves, whatever tells of them. What a day would book tells `dry-run` with the same `since`.',
  request: {
    params: integrationId,
    headers: z.object({
      'if-match': z.string().optional().describe('The `ETag` that a `GET` or `PUT` gave'),
    }),
    body: jsonBody(
      z.strictObject({
        since: z.iso
          .date()
          .nullable()
          .default(null)
          .describe("A day, which begins at midnight in the source's time zone; null: this moment"),
        all: z
          .array(z.string().max(200))
          .max(20)
          .default([])
          .describe(
            'Flows of other records that carry all that there is, and not only what changes: their ids or, where only one has it, their names',
          ),
      }),
    ),
  },
  responses: answers(integrationView, 'The integration'),
});

export const setUpRoutes = apiRoutes()
  .openapi(read, async (context) => {
    const { integration: id } = context.req.valid('param');
    const asked: readonly AskedQuestion[] = unwrap(await integration(context.env, id).questions());
    const items = asked.map(({ flow, path, recommended = null, isAnswered }) => ({
      flow,
      setting: path.join('.'),
      recommended,
      isAnswered,
    }));
    return context.json({ items, cursor: null }, 200);
  })
  .openapi(goLive, async (context) => {
    const { integration: id } = context.req.valid('param');
    const view: IntegrationView = unwrap(
      await integration(context.env, id).goLive(context.req.valid('json'), {
        revision: revisionIn(context.req.valid('header')['if-match']),
        language: languageOf(context),
        by: deedBy(context),
      }),
    );
    return context.json(view, 200, etagOf(view));
  });
