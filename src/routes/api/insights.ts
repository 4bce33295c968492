import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import type { ApartView, ReconciliationView } from '../../engine/reporting/insight-views.ts';
import type { Page } from '../../engine/reporting/views.ts';
import { languageOf } from '../language.ts';
import { problemDocument } from '../problem-response.ts';
import { csvHeaders, reconciliationCsv } from '../reconciliation-csv.ts';
import { insightsView, reconciliationPage } from './insight-shapes.ts';
import { answers, apiRoutes, flowName, integrationId, paging } from './shapes.ts';

const day = z.iso.date().describe("In the shop's own time zone");
const filter = z.object({
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-10')
    .describe('`2026-10`; an order counts in the month in which it was placed, with what became of it since'),
  flow: flowName.optional(),
});

const insights = createRoute({
  method: 'get',
  path: '/integrations/{integration}/insights',
  operationId: 'readInsights',
  summary: 'Orders and amounts of a period, what needs a person, and how fast orders are booked',
  request: {
    params: integrationId,
    query: z.object({
      from: day.optional().describe('29 days before `to` where it is left out; at most 400 days in all'),
      to: day.optional().describe('Today where it is left out'),
      flow: flowName.optional(),
    }),
  },
  responses: answers(insightsView, 'The period'),
});

const reconciliation = createRoute({
  method: 'get',
  path: '/integrations/{integration}/reconciliation',
  operationId: 'readReconciliation',
  summary: 'The shop against the books in a month, to the cent, with every order that makes the difference',
  request: {
    params: integrationId,
    query: filter.extend({
      limit: paging.shape.limit,
      cursor: z.string().max(2_000).optional().describe('What the last page gave'),
    }),
  },
  responses: answers(reconciliationPage, 'Sums of the whole month, and a page of orders'),
});

const file = createRoute({
  method: 'get',
  path: '/integrations/{integration}/reconciliation.csv',
  operationId: 'exportReconciliation',
  summary: 'The same as a file: its sums, then every order that makes the difference',
  request: { params: integrationId, query: filter },
  responses: {
    200: {
      description: 'Comma separated, decimals with a point, days as ISO 8601',
      content: { 'text/csv': { schema: z.string() } },
    },
    default: {
      description: 'A problem document (RFC 9457)',
      content: { 'application/problem+json': { schema: problemDocument } },
    },
  },
});

export const insightRoutes = apiRoutes()
  .openapi(insights, async (context) => {
    const { integration: id } = context.req.valid('param');
    const asked = context.req.valid('query');
    return context.json(unwrap(await integration(context.env, id).insights(asked, languageOf(context))), 200);
  })
  .openapi(reconciliation, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { limit, cursor, ...asked } = context.req.valid('query');
    const object = integration(context.env, id);
    const language = languageOf(context);
    const [sums, page] = await Promise.all([
      object.reconciliation(asked, language).then(unwrap<ReconciliationView>),
      object.apart(asked, cursor, limit, language).then(unwrap<Page<ApartView>>),
    ]);
    return context.json({ ...sums, ...page }, 200);
  })
  .openapi(file, async (context) => {
    const { integration: id } = context.req.valid('param');
    const asked = context.req.valid('query');
    const body = await reconciliationCsv(integration(context.env, id), asked, languageOf(context), 'program');
    return context.body(body, 200, csvHeaders(id, asked.month));
  });
