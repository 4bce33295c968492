import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { maxKeyLength } from '../../connectors/contract/source.ts';
import { showProblem } from '../../engine/reporting/views.ts';
import { tellNote, tellReason } from '../../texts/tell.ts';
import { deedBy } from '../callers.ts';
import { textsFor } from '../language.ts';
import { answers, apiRoutes, flowName, integrationId, jsonBody, orderNumber } from './shapes.ts';
import { previewCheck, problemView } from './view-shapes.ts';

const key = z.string().min(1).max(maxKeyLength).describe("The source record's id as its system names it");

const preview = createRoute({
  method: 'post',
  path: '/integrations/{integration}/preview',
  operationId: 'previewRecord',
  summary:
    'The source record, what would be written, the checks, the problem if it would be parked; writes nothing',
  request: {
    params: integrationId,
    body: jsonBody(
      z.strictObject({
        flow: flowName,
        key: key.describe("The source record's id, or its number as customers see it, or how that begins"),
      }),
    ),
  },
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
            what: z
              .string()
              .describe('`customer`, `document`, `credit` or `category`; the record itself is the last'),
            does: z.string().describe('`create`, `update`, `adopt`, `use`, `guest` or `skip`'),
            body: z.unknown().describe('What would be sent, to the byte; null where nothing would be'),
          }),
        ),
        checks: z
          .array(previewCheck)
          .describe(
            "The source's figures against the target's: `gross`, `vat`, `vat:21` for the VAT at 21 %; of a product `price` and `listPrice`; of stock each level by its SKU",
          ),
        notes: z.array(z.string()).describe('What a person should know of the figures, in words'),
        problem: problemView
          .nullable()
          .describe('Why it would be parked, or would wait for a target that does not answer'),
      })
      .meta({ id: 'Preview' }),
    'The preview',
  ),
});

const sync = createRoute({
  method: 'post',
  path: '/integrations/{integration}/sync',
  operationId: 'syncFlow',
  summary: 'Brings some records across now, or all that changed since a moment',
  request: {
    params: integrationId,
    body: jsonBody(
      z.strictObject({
        flow: flowName,
        keys: z.array(key).min(1).max(1_000).optional(),
        numbers: z.array(orderNumber).min(1).max(20).optional(),
        since: z.iso
          .datetime({ offset: true })
          .or(z.iso.date())
          .optional()
          .describe(
            "All that changed since a moment, or a day, which begins at midnight in the source's time zone; but for orders that were placed before that and before the flow went live",
          ),
      }),
    ),
  },
  responses: answers(
    z
      .object({
        queued: z.number().int().describe('Records that are brought across now'),
        window: z
          .object({
            from: z.string().describe('The connection that is read'),
            system: z.string(),
            since: z.iso
              .datetime()
              .describe('Earlier than was asked for where older changes are still unread'),
            until: z.iso.datetime(),
            pending: z
              .boolean()
              .describe('Whether a window was being read: what it has left is read with this one'),
          })
          .optional()
          .describe('The changes that are going to be read; absent where only some records were asked for'),
      })
      .meta({ id: 'SyncAnswer' }),
    'What it is going to do; `progress` of the integration shows how far it is',
  ),
});

export const workRoutes = apiRoutes()
  .openapi(preview, async (context) => {
    const { integration: id } = context.req.valid('param');
    const given = context.req.valid('json');
    const found = unwrap(await integration(context.env, id).preview(given.flow, given.key));
    const texts = textsFor(context);
    const { source, skips, writes, checks, notes = [], problem } = found;
    return context.json(
      {
        source,
        skips: skips && { code: skips.code, message: tellReason(skips, texts) },
        writes: [...writes],
        checks: [...checks],
        notes: notes.map((note) => tellNote(note, texts)),
        problem: problem && showProblem(problem, texts),
      },
      200,
    );
  })
  .openapi(sync, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { flow: name, ...request } = context.req.valid('json');
    return context.json(unwrap(await integration(context.env, id).sync(name, request, deedBy(context))), 200);
  });
