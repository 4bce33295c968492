import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { remedyOf } from '../../engine/configuration/remedy.ts';
import { showProblem } from '../../engine/reporting/views.ts';
import type { DryRun, DryRunPart } from '../../engine/work/dry-run.ts';
import type { Texts } from '../../texts/en.ts';
import { tellReason } from '../../texts/tell.ts';
import { textsFor } from '../language.ts';
import { answers, apiRoutes, flowName, integrationId, jsonBody } from './shapes.ts';
import { previewCheck, problemView } from './view-shapes.ts';

const item = z
  .object({
    key: z.string().describe("The source record's id as its system names it"),
    outcome: z.enum(['written', 'skipped', 'parked']).describe('What would become of it'),
    reason: z.string().nullable().describe('Why it would be skipped'),
    writes: z.array(z.object({ what: z.string(), does: z.string() })),
    checks: z.array(previewCheck),
    problem: problemView.nullable().describe('Why it would be parked, or why nothing can be shown'),
    setting: z
      .string()
      .nullable()
      .describe('The setting of the flow that mends it, or that leaves it out: `vat.untaxed`'),
  })
  .meta({ id: 'DryRun' });

const dryRun = createRoute({
  method: 'post',
  path: '/integrations/{integration}/dry-run',
  operationId: 'dryRun',
  summary: 'What would become of the records that changed last, or since a day, in short; writes nothing',
  description:
    'At most eight at a time, and fewer where they take many calls; with the `cursor` of an answer the next ones of the same list.',
  request: {
    params: integrationId,
    body: jsonBody(
      z.strictObject({
        flow: flowName,
        last: z.number().int().min(1).max(8).default(5).describe('How many records'),
        since: z.iso
          .date()
          .optional()
          .describe(
            'Instead of what changed last all that changed since this day, as if the flow began with it',
          ),
        cursor: z
          .string()
          .regex(/^\d{1,15}(\.\d{1,6}){3}$/, 'must be a cursor that an answer gave')
          .optional(),
      }),
    ),
  },
  responses: answers(
    z.object({
      items: z.array(item),
      cursor: z.string().nullable().describe('Where the next ones begin; null at the end'),
      found: z.int().describe('How many records are known of, of all parts'),
      isWhole: z.boolean().describe('Whether those are all that changed in the time that was looked through'),
    }),
    'As many as the calls of one invocation allow',
  ),
});

export const dryRunRoutes = apiRoutes().openapi(dryRun, async (context) => {
  const { integration: id } = context.req.valid('param');
  const { flow, ...request } = context.req.valid('json');
  const { items, ...part }: DryRunPart = unwrap(await integration(context.env, id).dryRun(flow, request));
  const texts = textsFor(context);
  return context.json({ items: items.map((run) => show(run, flow, texts)), ...part }, 200);
});

function show(run: DryRun, flow: string, texts: Texts): z.infer<typeof item> {
  const { key } = run;
  if (!('preview' in run)) {
    return {
      key,
      outcome: 'parked',
      reason: null,
      writes: [],
      checks: [],
      problem: showProblem(run.problem, texts),
      setting: remedyOf(flow, run.problem),
    };
  }
  const { skips, problem, writes, checks } = run.preview;
  return {
    key,
    outcome: problem !== null ? 'parked' : skips !== null ? 'skipped' : 'written',
    reason: skips && tellReason(skips, texts),
    writes: writes.map(({ what, does }) => ({ what, does })),
    checks: [...checks],
    problem: problem && showProblem(problem, texts),
    setting: remedyOf(flow, problem ?? skips),
  };
}
