import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { maxKeyLength } from '../../connectors/contract/source.ts';
import { languageOf } from '../language.ts';
import { ordersCsv } from '../orders-csv.ts';
import { problemDocument } from '../problem-response.ts';
import { amountsView, orderDetailView, orderState, orderView } from './order-shapes.ts';
import { answers, apiRoutes, flowName, integrationId, pageOf, paging } from './shapes.ts';

const day = z.iso.date().describe("In the shop's own time zone");

const filter = z.object({
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'The number that customers see or that of the document, or how either begins; or the amount of the order, such as `61.24` or `61,24`',
    ),
  state: orderState.optional(),
  flow: flowName.optional(),
  from: day.optional(),
  to: day.optional(),
});

const list = createRoute({
  method: 'get',
  path: '/integrations/{integration}/orders',
  operationId: 'listOrders',
  summary: 'Orders, each once, those that were placed last first',
  request: {
    params: integrationId,
    query: filter.extend({
      limit: paging.shape.limit,
      cursor: z.string().max(2_000).optional().describe('What the last page gave'),
    }),
  },
  responses: answers(pageOf(orderView), 'A page of orders'),
});

const file = createRoute({
  method: 'get',
  path: '/integrations/{integration}/orders.csv',
  operationId: 'exportOrders',
  summary: 'The same orders as a file: comma separated, decimals with a point, days as ISO 8601',
  request: { params: integrationId, query: filter },
  responses: {
    200: {
      description: 'A line for each order; it breaks off after 80,000: narrow the days down',
      content: { 'text/csv': { schema: z.string() } },
    },
    default: {
      description: 'A problem document (RFC 9457)',
      content: { 'application/problem+json': { schema: problemDocument } },
    },
  },
});

const read = createRoute({
  method: 'get',
  path: '/integrations/{integration}/orders/{flow}/{key}',
  operationId: 'readOrder',
  summary: 'One order: totals check, its lines beside those of its document, every try',
  request: {
    params: integrationId.extend({
      flow: flowName.openapi({ param: { name: 'flow', in: 'path' } }),
      key: z
        .string()
        .min(1)
        .max(maxKeyLength)
        .describe("The order's id as its system names it")
        .openapi({ param: { name: 'key', in: 'path' } }),
    }),
  },
  responses: answers(orderDetailView, 'The order'),
});

const amounts = createRoute({
  method: 'get',
  path: '/integrations/{integration}/amounts',
  operationId: 'readAmounts',
  summary:
    'Orders and amounts per day or month and currency: VAT per rate, what is booked, what is not and why',
  request: {
    params: integrationId,
    query: z.object({
      by: z.enum(['day', 'month']).default('day'),
      from: day.optional().describe('30 days ago where it is left out; at most 400 days before `to`'),
      to: day.optional().describe('Today where it is left out'),
      flow: flowName.optional(),
    }),
  },
  responses: answers(
    z.object({ items: z.array(amountsView) }),
    'Periods with orders, the first one first; a till’s day counts as one order',
  ),
});

export const orderRoutes = apiRoutes()
  .openapi(list, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { limit, ...asked } = context.req.valid('query');
    return context.json(
      unwrap(await integration(context.env, id).orders(asked, limit, languageOf(context))),
      200,
    );
  })
  .openapi(file, async (context) => {
    const { integration: id } = context.req.valid('param');
    const object = integration(context.env, id);
    const asked = context.req.valid('query');
    // What cannot be met is told before the file begins.
    unwrap(await object.orders(asked, 1));
    return context.body(ordersCsv(object, asked, languageOf(context), 'program'), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="orders-${id}.csv"`,
    });
  })
  .openapi(read, async (context) => {
    const { integration: id, flow, key } = context.req.valid('param');
    return context.json(
      unwrap(await integration(context.env, id).order(flow, key, languageOf(context))),
      200,
    );
  })
  .openapi(amounts, async (context) => {
    const { integration: id } = context.req.valid('param');
    const asked = context.req.valid('query');
    const items = unwrap(await integration(context.env, id).amounts(asked, languageOf(context)));
    return context.json({ items }, 200);
  });
