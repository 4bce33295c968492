/** The versions of the document: each save keeps one. */
import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { integrationDocument } from '../../engine/configuration/configuration.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { vias } from '../../engine/storage/trail.ts';
import { deedBy } from '../callers.ts';
import { languageOf } from '../language.ts';
import { etagOf, revisionIn } from './etag.ts';
import { answers, apiRoutes, integrationId, rowId } from './shapes.ts';
import { integrationView } from './view-shapes.ts';

const revisionNumber = integrationId.extend({
  revision: rowId.openapi({ param: { name: 'revision', in: 'path' }, example: '12' }),
});

const revision = z
  .object({
    number: z.int().describe('Counts up from 1'),
    at: z.iso.datetime().nullable().describe('Null where it is not known'),
    who: z
      .string()
      .nullable()
      .describe('The name of the token, or `ADMIN_TOKEN`; null where it is not known'),
    via: z.enum(vias).nullable().describe('What it was stored over; null where it is not known'),
    restored: z.int().nullable().describe('The version that was made the present one again by it'),
    isPresent: z.boolean(),
  })
  .meta({ id: 'Revision' });

const anyPart = z.unknown().describe('Null where there is none');

const revisionDetail = revision
  .extend({
    document: integrationDocument.describe('Without secrets'),
    changes: z
      .array(
        z.object({
          path: z
            .array(z.string())
            .describe('A flow by its id: `flows`, `orders:shop:books`, `settings`, `vat`, `byRate`'),
          was: anyPart,
          becomes: anyPart,
        }),
      )
      .nullable()
      .describe('To the version before it; null where that is not kept'),
  })
  .meta({ id: 'RevisionDetail' });

const list = createRoute({
  method: 'get',
  path: '/integrations/{integration}/revisions',
  operationId: 'listRevisions',
  summary: 'The versions of the document, the newest first; the last 100 are kept',
  request: { params: integrationId },
  responses: answers(z.object({ items: z.array(revision), cursor: z.null() }), 'The versions'),
});

const read = createRoute({
  method: 'get',
  path: '/integrations/{integration}/revisions/{revision}',
  operationId: 'readRevision',
  summary: 'One version of the document, and what it changed; no secret is in it',
  request: { params: revisionNumber },
  responses: answers(revisionDetail, 'The version'),
});

const restore = createRoute({
  method: 'post',
  path: '/integrations/{integration}/revisions/{revision}/restore',
  operationId: 'restoreRevision',
  summary: 'Makes a version the present one again, with the credentials and the state of today',
  description:
    'It is checked as a `PUT` is, and becomes a version of its own. Connections go by the names that they were given since.',
  request: {
    params: revisionNumber,
    query: z.object({
      drop: z
        .enum(['true', 'false'])
        .optional()
        .describe('`true` leaves out what waits in flows that the version does not have'),
    }),
    headers: z.object({
      'if-match': z.string().optional().describe('The `ETag` that a `GET` or `PUT` of the integration gave'),
    }),
  },
  responses: answers(integrationView, 'The integration'),
});

export const revisionRoutes = apiRoutes()
  .openapi(list, async (context) => {
    const { integration: id } = context.req.valid('param');
    return context.json({ items: unwrap(await integration(context.env, id).revisions()), cursor: null }, 200);
  })
  .openapi(read, async (context) => {
    const { integration: id, revision: number } = context.req.valid('param');
    const detail = unwrap(await integration(context.env, id).revision(Number(number)));
    return context.json({ ...detail, changes: detail.changes?.map(changeBody) ?? null }, 200);
  })
  .openapi(restore, async (context) => {
    const { integration: id, revision: number } = context.req.valid('param');
    const view: IntegrationView = unwrap(
      await integration(context.env, id).restore(Number(number), {
        drop: context.req.valid('query').drop === 'true',
        revision: revisionIn(context.req.valid('header')['if-match']),
        language: languageOf(context),
        by: deedBy(context),
      }),
    );
    return context.json(view, 200, etagOf(view));
  });

function changeBody({ path, was, becomes }: { path: readonly string[]; was: unknown; becomes: unknown }) {
  return { path: [...path], was, becomes };
}
