/** What people did: who, when, what, and from where. */
import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { house } from '../../../durable-objects/house-client.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { type Deed, deedCodes, vias } from '../../engine/storage/trail.ts';
import type { HouseDeed } from '../../house/house-trail.ts';
import type { Texts } from '../../texts/en.ts';
import { textsFor } from '../language.ts';
import { answers, apiRoutes, beforeOf, integrationId, pageOf, paging } from './shapes.ts';

const deedView = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    who: z.string().describe('The name of the token, or `ADMIN_TOKEN`'),
    token: z.string().nullable().describe("The token's id; null for `ADMIN_TOKEN`"),
    via: z.enum(vias),
    code: z.enum(deedCodes),
    says: z.string().describe('The code in words'),
    integration: z.string().nullable().describe('The link that it was done to; null for none'),
    params: z
      .record(z.string(), z.unknown())
      .describe('Ids, names of fields and connections, counts: no value that was entered, and nobody’s data'),
  })
  .meta({ id: 'Deed' });

const asked = paging.extend({
  who: z.string().max(60).optional(),
  code: z.enum(deedCodes).optional(),
  via: z.enum(vias).optional(),
  since: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional().describe('Not among them'),
});

const ofHouse = createRoute({
  method: 'get',
  path: '/audit',
  operationId: 'listAudit',
  summary: 'What was done to the deployment as a whole, and to links that were deleted, newest first',
  description: 'Kept for a year. What was done to a link stands with that link until it is deleted.',
  request: { query: asked },
  responses: answers(pageOf(deedView), 'A page of what was done'),
});

const ofIntegration = createRoute({
  method: 'get',
  path: '/integrations/{integration}/audit',
  operationId: 'listIntegrationAudit',
  summary: 'What people did to the link, newest first',
  description: 'Kept for a year.',
  request: { params: integrationId, query: asked },
  responses: answers(pageOf(deedView), 'A page of what was done'),
});

type Asked = z.infer<typeof asked>;

/** As it is asked of a trail. One more than a page tells whether there is another. */
function filterOf({ limit: _, cursor, since, until, ...filter }: Asked) {
  return {
    ...filter,
    before: beforeOf(cursor),
    since: since === undefined ? undefined : Date.parse(since),
    until: until === undefined ? undefined : Date.parse(until),
  };
}

function shown(deed: Deed | HouseDeed, integration: string | null, texts: Texts): z.infer<typeof deedView> {
  const { id, at, who, token, via, code, params } = deed;
  return {
    ...{ id: String(id), at: new Date(at).toISOString(), who, token: token === null ? null : String(token) },
    ...{ via, code, says: texts.pages.deeds[code], integration, params: { ...params } },
  };
}

export const auditRoutes = apiRoutes()
  .openapi(ofHouse, async (context) => {
    const query = context.req.valid('query');
    const texts = textsFor(context);
    const deeds: HouseDeed[] = unwrap(await house(context.env).trail(filterOf(query), query.limit + 1));
    const items = deeds.slice(0, query.limit).map((deed) => shown(deed, deed.integration, texts));
    const next = Number(query.cursor ?? 0) + query.limit;
    return context.json({ items, cursor: deeds.length > query.limit ? String(next) : null }, 200);
  })
  .openapi(ofIntegration, async (context) => {
    const { integration: id } = context.req.valid('param');
    const query = context.req.valid('query');
    const texts = textsFor(context);
    const object = integration(context.env, id);
    const deeds: Deed[] = unwrap(await object.trail(filterOf(query), query.limit + 1));
    const items = deeds.slice(0, query.limit).map((deed) => shown(deed, id, texts));
    return context.json(
      { items, cursor: deeds.length > query.limit ? (items.at(-1)?.id ?? null) : null },
      200,
    );
  });
