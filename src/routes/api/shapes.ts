/** What the calls of the API have in common. */
import { OpenAPIHono, z } from '@hono/zod-openapi';
import { identifier } from '../../engine/configuration/configuration.ts';
import type { Env } from '../../env.ts';
import { issueOf } from '../../mapping/issue.ts';
import { problemDocument, problemResponse } from '../problem-response.ts';

/** Bodies and queries that do not fit are answered with every field that is wrong. */
export function apiRoutes(): OpenAPIHono<{ Bindings: Env }> {
  return new OpenAPIHono<{ Bindings: Env }>({
    defaultHook: (result, context) => {
      if (result.success) return;
      return problemResponse(context, {
        status: 400,
        code: 'request_invalid',
        detail: 'The request is not valid.',
        issues: result.error.issues.map(issueOf),
      });
    },
  });
}

export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } } as const;
}

export function answers<Schema extends z.ZodType>(schema: Schema, description: string) {
  return {
    200: { description, content: { 'application/json': { schema } } },
    default: {
      description: 'A problem document (RFC 9457)',
      content: { 'application/problem+json': { schema: problemDocument } },
    },
  } as const;
}

export const integrationId = z.object({
  // A copy, because schemas that were made before this library was loaded have no `openapi` method.
  integration: identifier.clone().openapi({ param: { name: 'integration', in: 'path' }, example: 'mugs' }),
});

export const rowId = z.string().regex(/^\d{1,15}$/, 'must be an id that a list gave');

export const taskId = integrationId.extend({ task: rowId.openapi({ param: { name: 'task', in: 'path' } }) });
export const activityId = integrationId.extend({
  activity: rowId.openapi({ param: { name: 'activity', in: 'path' } }),
});

/** Lists are read newest first; `cursor` is what the last page gave. */
export const paging = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: rowId.optional(),
});

export function pageOf<Schema extends z.ZodType>(item: Schema) {
  return z.object({ items: z.array(item), cursor: z.string().nullable() });
}

export function beforeOf(cursor: string | undefined): number | undefined {
  return cursor === undefined ? undefined : Number(cursor);
}

export const flowName = z
  .string()
  .min(1)
  .describe('A flow by its name, or `orders:shop:books` where several have it');

export const orderNumber = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .describe('The number that customers see, or how it begins; its case tells nothing');
