/** Who else may use Koppel: tokens with a role, for some integrations or all. */
import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { house } from '../../../durable-objects/house-client.ts';
import { identifier } from '../../engine/configuration/configuration.ts';
import { invalid } from '../../engine/request-error.ts';
import { roles } from '../../house/roles.ts';
import { maxTokenName, type TokenView } from '../../house/tokens.ts';
import { deedBy } from '../callers.ts';
import { answers, apiRoutes, jsonBody, rowId } from './shapes.ts';

const tokenView = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(roles),
    integrations: z.array(z.string()).nullable().describe('Null: all that there are and will be'),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    expiresAt: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable().describe('To the hour'),
  })
  .meta({ id: 'Token' });

const list = createRoute({
  method: 'get',
  path: '/tokens',
  operationId: 'listTokens',
  summary: 'The tokens that were made, without their secrets; `ADMIN_TOKEN` is none of them',
  responses: answers(z.object({ items: z.array(tokenView), cursor: z.null() }), 'The tokens'),
});

const make = createRoute({
  method: 'post',
  path: '/tokens',
  operationId: 'makeToken',
  summary: 'Makes a token, and tells it this once: only its hash is kept',
  description:
    '`admin` does everything; where it is for some integrations, nothing that belongs to all. `bookkeeper` sees everything, retries and leaves out, and changes no settings. `read-only` sees everything.',
  request: {
    body: jsonBody(
      z.strictObject({
        name: z
          .string()
          .trim()
          .min(1)
          .max(maxTokenName)
          .describe('It stands beside all that is done with it'),
        role: z.enum(roles),
        integrations: z
          .array(identifier.clone())
          .min(1)
          .max(200)
          .nullable()
          .default(null)
          .describe('Left out or null: all that there are and will be'),
        expiresAt: z.iso.datetime({ offset: true }).nullable().default(null),
      }),
    ),
  },
  responses: answers(tokenView.extend({ token: z.string() }), 'The token'),
});

const revoke = createRoute({
  method: 'delete',
  path: '/tokens/{token}',
  operationId: 'revokeToken',
  summary: 'From this moment on the token opens nothing, and the sessions that it opened are over',
  request: {
    params: z.object({ token: rowId.openapi({ param: { name: 'token', in: 'path' }, example: '12' }) }),
  },
  responses: answers(z.object({ revoked: z.literal(true) }), 'It is gone'),
});

function shown({ integrations, ...token }: TokenView) {
  return { ...token, integrations: integrations && [...integrations] };
}

export const tokenRoutes = apiRoutes()
  .openapi(list, async (context) => {
    const tokens: TokenView[] = unwrap(await house(context.env).tokens());
    return context.json({ items: tokens.map(shown), cursor: null }, 200);
  })
  .openapi(make, async (context) => {
    const { expiresAt, ...token } = context.req.valid('json');
    const until = expiresAt === null ? null : Date.parse(expiresAt);
    if (until !== null && until <= Date.now())
      throw invalid('request_invalid', 'expiresAt must be in the future.');
    const made = await house(context.env).makeToken({ ...token, expiresAt: until }, deedBy(context));
    const { token: text, ...view } = unwrap<TokenView & { readonly token: string }>(made);
    return context.json({ ...shown(view), token: text }, 200);
  })
  .openapi(revoke, async (context) => {
    unwrap(await house(context.env).revokeToken(Number(context.req.valid('param').token), deedBy(context)));
    return context.json({ revoked: true as const }, 200);
  });
