import { createRoute, z } from '@hono/zod-openapi';
import { deedBy } from '../callers.ts';
import { erasePerson } from '../erase-person.ts';
import { answers, apiRoutes, integrationId, jsonBody, rowId } from './shapes.ts';
import { erasedView } from './view-shapes.ts';

const erase = createRoute({
  method: 'post',
  path: '/integrations/{integration}/people/erase',
  operationId: 'erasePerson',
  summary:
    'Erases a person from links and activity; the address stands in the body, for addresses of requests are logged',
  request: {
    params: integrationId,
    body: jsonBody(
      z.strictObject({
        email: z
          .string()
          .trim()
          .min(3)
          .max(320)
          .regex(/^\S+@\S+$/, 'must be an e-mail address'),
        cursor: rowId.optional().describe('As the last answer gave it: there was too much for one call'),
      }),
    ),
  },
  responses: answers(erasedView, 'How much there was'),
});

export const peopleRoutes = apiRoutes().openapi(erase, async (context) => {
  const { integration: id } = context.req.valid('param');
  const { email, cursor } = context.req.valid('json');
  return context.json(await erasePerson(context.env, id, deedBy(context), email, cursor), 200);
});
