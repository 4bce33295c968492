import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { flowId } from '../../engine/configuration/configuration.ts';
import type { MappingOverview, MappingTrial } from '../../engine/mapping/mapping-requests.ts';
import { documentFlow, mappingSheet } from '../../engine/mapping/mapping-sheet.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { languageOf, textsFor } from '../language.ts';
import {
  mappingView,
  ruleShape,
  sampleAsked,
  showFields,
  showFilled,
  showSample,
  showWhy,
  trialView,
} from './mapping-shapes.ts';
import { answers, apiRoutes, flowName, integrationId, jsonBody } from './shapes.ts';

const read = createRoute({
  method: 'get',
  path: '/integrations/{integration}/mapping',
  operationId: 'readMapping',
  summary: "What fills in every field of a flow's target, and what comes of it on a record that was read lately",
  request: { params: integrationId, query: z.object({ flow: flowName, sample: sampleAsked }) },
  responses: answers(mappingView, 'The fields'),
});

const tryOut = createRoute({
  method: 'post',
  path: '/integrations/{integration}/mapping/try',
  operationId: 'tryMapping',
  summary: 'What other expressions would change of the records that changed last; stores nothing',
  description:
    'Expressions are given as JSONata, or as a rule that is made into it. What could not be saved is refused (400, `configuration_invalid`) with the field and the nearest name. Up to 20 records are read, as many as the calls of one invocation allow.',
  request: {
    params: integrationId,
    body: jsonBody(
      z.strictObject({
        flow: flowName,
        mapping: z
          .record(z.string(), z.union([z.string().min(1), ruleShape]).nullable())
          .refine((mapping) => Object.keys(mapping).length > 0, 'missing')
          .describe('By the field that each fills in; null for none'),
        sample: sampleAsked,
      }),
    ),
  },
  responses: answers(trialView, 'What the fields get, as it is saved and as it is tried'),
});

export const mappingRoutes = apiRoutes()
  .openapi(read, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { flow: name, sample } = context.req.valid('query');
    const object = integration(context.env, id);
    const view: IntegrationView = unwrap(await object.view(languageOf(context)));
    const flow = documentFlow(view, name);
    const overview: MappingOverview = unwrap(await object.mappingOverview(flowId(flow), sample));
    const texts = textsFor(context);
    const fields = mappingSheet(view, flow).map(({ name: field, group, kind, expression, rule, constant }) => ({
      ...{ field, group, kind: kind.kind, expression, rule },
      options: kind.options === null ? null : [...kind.options],
      constant: constant ?? null,
      results: (overview.fields[field] ?? []).map((each) => showFilled(each, texts)),
    }));
    const samples = overview.samples.map(showSample);
    return context.json({ fields, samples, shown: overview.shown, problem: showWhy(overview, texts) }, 200);
  })
  .openapi(tryOut, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { flow, mapping, sample } = context.req.valid('json');
    const trial: MappingTrial = unwrap(await integration(context.env, id).tryMapping(flow, mapping, sample));
    const texts = textsFor(context);
    const records = trial.records.map(({ was, becomes, changes, ...record }) => ({
      ...showSample(record),
      was: showFields(was, texts),
      becomes: showFields(becomes, texts),
      changes: [...changes],
    }));
    const inputs = trial.leaves.map(({ path, value, seen }) => ({ path, value, seen: [...seen] }));
    return context.json(
      { mapping: { ...trial.mapping }, records, inputs, shown: trial.shown, problem: showWhy(trial, texts) },
      200,
    );
  });
