import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { languageOf } from '../language.ts';
import { answers, apiRoutes, flowName, integrationId } from './shapes.ts';

const flowLookups = z
  .object({
    lists: z.array(
      z.object({
        end: z.enum(['from', 'to']).describe("Which of the flow's two systems has the list"),
        lookup: z
          .string()
          .describe('As the settings name it: `listed`, `by` and `gives` of their JSON Schema'),
        options: z.array(z.object({ value: z.string(), label: z.string() })),
        isClosed: z.boolean().describe('Nothing that is not among the options is right'),
        why: z.string().nullable().describe('Why the system cannot be asked now'),
      }),
    ),
    seen: z
      .array(
        z.object({
          setting: z.string(),
          value: z.string(),
          count: z.int().describe('So many records are parked for it'),
        }),
      )
      .describe('Values that came in and that a setting says nothing of'),
  })
  .meta({ id: 'FlowLookups' });

const read = createRoute({
  method: 'get',
  path: '/integrations/{integration}/lookups',
  operationId: 'readLookups',
  summary: 'What the settings of a flow can be picked from, as its two systems have it now',
  request: { params: integrationId, query: z.object({ flow: flowName }) },
  responses: answers(flowLookups, 'The lists'),
});

export const lookupRoutes = apiRoutes().openapi(read, async (context) => {
  const { integration: id } = context.req.valid('param');
  const { flow } = context.req.valid('query');
  const { lists, seen } = unwrap(await integration(context.env, id).lookups(flow, languageOf(context)));
  const body = lists.map(({ options, ...list }) => ({ ...list, options: [...options] }));
  return context.json({ lists: body, seen: [...seen] }, 200);
});
