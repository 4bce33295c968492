/** Connections that the people of a system make there, by two addresses that Koppel gives. */
import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import type { ActivationView, OpenedActivation } from '../../engine/connection/activations.ts';
import { activationAddresses } from '../activation-addresses.ts';
import { deedBy } from '../callers.ts';
import { languageOf } from '../language.ts';
import { connectionName } from './connections.ts';
import { answers, apiRoutes, jsonBody } from './shapes.ts';
import { problemView } from './view-shapes.ts';

const path = '/integrations/{integration}/connections/{connection}/activation';

const activation = z
  .object({
    state: z
      .enum(['none', 'waiting', 'under-way', 'done', 'over'])
      .describe('`none`: none was opened of late. `over`: its hour went by, and nothing came of it'),
    until: z.string().nullable().describe('Until when its addresses are good'),
    openedBy: z.string().nullable(),
    address: z.string().nullable().describe('Where the system must be; null: wherever it is'),
    problem: problemView.nullable().describe('Why the last try came to nothing; it can be done again'),
  })
  .meta({ id: 'Activation' });

const read = createRoute({
  method: 'get',
  path,
  operationId: 'readActivation',
  summary: 'How a connection stands that the people of its system make there',
  request: { params: connectionName },
  responses: answers(activation, 'The last that was opened'),
});

const open = createRoute({
  method: 'post',
  path,
  operationId: 'openActivation',
  summary: 'Gives two addresses to enter in a system which then connects Koppel itself, such as Magento',
  description:
    'They are told this once, are good for an hour and for one activation, and stand for whoever asked for them. Those of before are good no more. The credentials of the connection are stored when the system is activated; `activation` of a connector tells which systems can.',
  request: {
    params: connectionName,
    body: jsonBody(
      z.strictObject({
        address: z
          .string()
          .max(2_000)
          .nullable()
          .optional()
          .describe(
            'Where the system must be: another is not taken. Null: wherever it is; left out: where the connection says that it is',
          ),
      }),
    ),
  },
  responses: answers(
    z.object({
      callback: z.string().describe('What the system calls'),
      identity: z.string().describe("Where it sends somebody's browser afterwards"),
      until: z.string(),
    }),
    'The two addresses',
  ),
});

export const activationRoutes = apiRoutes()
  .openapi(read, async (context) => {
    const { integration: id, connection } = context.req.valid('param');
    const view: ActivationView = unwrap(
      await integration(context.env, id).activation(connection, languageOf(context)),
    );
    return context.json(view, 200);
  })
  .openapi(open, async (context) => {
    const { integration: id, connection } = context.req.valid('param');
    const { address } = context.req.valid('json');
    const opened: OpenedActivation = unwrap(
      await integration(context.env, id).openActivation(connection, address, deedBy(context)),
    );
    const addresses = await activationAddresses(context, id, connection, opened);
    return context.json({ ...addresses, until: opened.until }, 200);
  });
