import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { maxKeyLength } from '../../connectors/contract/source.ts';
import { deedBy } from '../callers.ts';
import { languageOf } from '../language.ts';
import { answers, apiRoutes, integrationId, jsonBody } from './shapes.ts';
import { levelView, productView, stockView } from './stock-shapes.ts';

const flow = z
  .string()
  .min(1)
  .describe('A stock flow by its name, or `stock:shop:other` where several have it');
const sku = z
  .string()
  .min(1)
  .max(maxKeyLength)
  .describe("The SKU, as it is written; or the source's id of the product");

const read = createRoute({
  method: 'get',
  path: '/integrations/{integration}/stock',
  operationId: 'readStock',
  summary: 'How the stock flows stand: levels by state and cause, what is under way, the look at all of them',
  request: { params: integrationId, query: z.object({ flow: flow.optional() }) },
  responses: answers(z.object({ items: z.array(stockView) }), 'The stock flows'),
});

const find = createRoute({
  method: 'get',
  path: '/integrations/{integration}/levels',
  operationId: 'findLevel',
  summary: 'One SKU explained: what was written last, when, what somebody had changed, and why nothing since',
  request: { params: integrationId, query: z.object({ flow: flow.optional(), sku }) },
  responses: answers(
    z.object({ items: z.array(levelView) }),
    'Its level in every stock flow; none where it is not known',
  ),
});

const product = createRoute({
  method: 'get',
  path: '/integrations/{integration}/products',
  operationId: 'findProduct',
  summary:
    'One product explained: what stands for it in the target, when it was written, and why nothing since',
  request: {
    params: integrationId,
    query: z.object({
      flow: z.string().min(1).optional().describe('A products flow, such as `products:shop:other`'),
      sku: sku.describe("Its SKU or that of a variant, as it is written; or the source's id"),
    }),
  },
  responses: answers(
    z.object({ items: z.array(productView) }),
    'The products that go by it, in every products flow; none where it is not known',
  ),
});

const retry = createRoute({
  method: 'post',
  path: '/integrations/{integration}/levels/retry',
  operationId: 'retryLevels',
  summary: 'Looks at one SKU again in both systems, or at all levels that wait for a person',
  request: { params: integrationId, body: jsonBody(z.strictObject({ flow, sku: sku.optional() })) },
  responses: answers(z.object({ retried: z.number().int() }), 'How many there were'),
});

export const stockRoutes = apiRoutes()
  .openapi(read, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { flow } = context.req.valid('query');
    const items = unwrap(await integration(context.env, id).stock(flow, languageOf(context)));
    return context.json({ items }, 200);
  })
  .openapi(find, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { flow, sku } = context.req.valid('query');
    const items = unwrap(await integration(context.env, id).levels(flow, sku, languageOf(context)));
    return context.json({ items }, 200);
  })
  .openapi(product, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { flow, sku } = context.req.valid('query');
    const items = unwrap(await integration(context.env, id).products(flow, sku, languageOf(context)));
    return context.json({ items }, 200);
  })
  .openapi(retry, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { flow, sku } = context.req.valid('json');
    return context.json(
      unwrap(await integration(context.env, id).retryLevels(flow, sku, deedBy(context))),
      200,
    );
  });
