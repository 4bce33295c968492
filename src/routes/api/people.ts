import { createRoute, z } from '@hono/zod-openapi';
import { deedBy } from '../callers.ts';
import { erasePerson, findPerson } from '../people.ts';
import { answers, apiRoutes, integrationId, jsonBody, rowId } from './shapes.ts';
import { erasedView, foundPersonView } from './view-shapes.ts';

const person = z.strictObject({
  email: z
    .string()
    .trim()
    .min(3)
    .max(320)
    .regex(/^\S+@\S+$/, 'must be an e-mail address'),
  cursor: rowId.optional().describe('As the last answer gave it: there was too much for one call'),
});

const erase = createRoute({
  method: 'post',
  path: '/integrations/{integration}/people/erase',
  operationId: 'erasePerson',
  summary:
    'Erases a person from links and activity; the address stands in the body, for addresses of requests are logged',
  request: {
    params: integrationId,
    body: jsonBody(person),
  },
  responses: answers(erasedView, 'How much there was'),
});

const find = createRoute({
  method: 'post',
  path: '/integrations/{integration}/people/find',
  operationId: 'findPerson',
  summary: 'What `erase` would find of a person; changes nothing',
  request: { params: integrationId, body: jsonBody(person) },
  responses: answers(foundPersonView, 'How much there is'),
});

export const peopleRoutes = apiRoutes()
  .openapi(erase, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { email, cursor } = context.req.valid('json');
    return context.json(await erasePerson(context.env, id, deedBy(context), email, cursor), 200);
  })
  .openapi(find, async (context) => {
    const { integration: id } = context.req.valid('param');
    const { email, cursor } = context.req.valid('json');
    return context.json(await findPerson(context.env, id, email, cursor), 200);
  });
