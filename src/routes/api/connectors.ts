import { createRoute, z } from '@hono/zod-openapi';
import { connectorSheet, connectorSheets } from '../../engine/configuration/connector-sheets.ts';
import { answers, apiRoutes } from './shapes.ts';

const list = createRoute({
  method: 'get',
  path: '/connectors',
  summary: 'Connectors: credential fields, capabilities, and the settings of their flows',
  responses: answers(z.object({ items: z.array(connectorSheet) }), 'Every system that Koppel knows'),
});

export const connectorRoutes = apiRoutes().openapi(list, (context) =>
  context.json({ items: connectorSheets() }, 200),
);
