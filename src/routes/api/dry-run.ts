import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { showProblem } from '../../engine/reporting/views.ts';
import type { DryRun } from '../../engine/work/dry-run.ts';
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
  })
  .meta({ id: 'DryRun' });

const dryRun = createRoute({
  method: 'post',
  path: '/integrations/{integration}/dry-run',
  operationId: 'dryRun',
  summary: 'What would become of the records that changed last, in short; writes nothing',
  request: {
    params: integrationId,
    body: jsonBody(
      z.strictObject({
        flow: flowName,
        last: z.number().int().min(1).max(8).default(5).describe('How many records'),
      }),
    ),
  },
  responses: answers(
    z.object({ items: z.array(item), cursor: z.null() }),
    'As many as the calls of one invocation allow',
  ),
});

export const dryRunRoutes = apiRoutes().openapi(dryRun, async (context) => {
  const { integration: id } = context.req.valid('param');
  const { flow, last } = context.req.valid('json');
  const shown: readonly DryRun[] = unwrap(await integration(context.env, id).dryRun(flow, last));
  const texts = textsFor(context);
  return context.json({ items: shown.map((run) => show(run, texts)), cursor: null }, 200);
});

function show(run: DryRun, texts: Texts): z.infer<typeof item> {
  const { key } = run;
  if (!('preview' in run)) {
    return {
      key,
      outcome: 'parked',
      reason: null,
      writes: [],
      checks: [],
      problem: showProblem(run.problem, texts),
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
  };
}
