import { createRoute, z } from '@hono/zod-openapi';
import { flowNames } from '../../connectors/contract/connector.ts';
import { connectorSheets } from '../../engine/configuration/connector-sheets.ts';
import { textsFor } from '../language.ts';
import { answers, apiRoutes } from './shapes.ts';

const jsonSchema = z.record(z.string(), z.unknown()).describe('JSON Schema');

const connectorSheet = z
  .object({
    id: z.string(),
    name: z.string(),
    credentials: z
      .array(
        z.object({
          name: z.string(),
          required: z.boolean(),
          secret: z.boolean().describe('Never read back'),
          aside: z.boolean().describe('Few people set it'),
          lines: z.boolean().describe('It has several lines'),
          label: z.string(),
          help: z.string().describe('What it is, and where it is found'),
          example: z.string().nullable(),
          pattern: z.string().nullable().describe('What is entered fits it as a whole'),
          options: z
            .array(z.object({ value: z.string(), label: z.string() }))
            .readonly()
            .nullable()
            .describe('All that may be entered, where that is a list'),
          usual: z.string().nullable().describe('What it is when nothing is entered'),
        }),
      )
      .readonly(),
    scopes: z
      .record(z.string(), z.array(z.string()).readonly())
      .readonly()
      .describe(
        'What an application must be allowed there: each scope with what it is for, such as `from orders` or `to stock`; for the connection as such where that is nothing',
      ),
    webhooks: z.boolean(),
    activation: z
      .boolean()
      .describe(
        'Whether the people of the system can connect Koppel there, and nobody has to enter its keys',
      ),
    flows: z.array(
      z.object({
        flow: z.enum(flowNames),
        source: z.boolean(),
        target: z.boolean(),
        settings: jsonSchema,
        fields: z.array(z.string()).describe('What a mapping may fill in where this system is the target'),
      }),
    ),
  })
  .meta({ id: 'Connector' });

const list = createRoute({
  method: 'get',
  path: '/connectors',
  operationId: 'listConnectors',
  summary: 'Connectors: credential fields, capabilities, and the settings of their flows',
  responses: answers(z.object({ items: z.array(connectorSheet) }), 'Every system that Koppel knows'),
});

export const connectorRoutes = apiRoutes().openapi(list, (context) =>
  context.json({ items: connectorSheets(textsFor(context)) }, 200),
);
