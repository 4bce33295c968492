import { z } from 'zod';
import { flowNames } from '../../connectors/contract/connector.ts';
import { connectors } from '../../connectors/registry.ts';
import { flows } from '../../flows/registry.ts';
import { isSecretField } from './credentials.ts';

const jsonSchema = z.record(z.string(), z.unknown()).describe('JSON Schema');

/** A connector as the wizard and the docs need it: all of it derived from what the connector declares. */
export const connectorSheet = z
  .object({
    id: z.string(),
    name: z.string(),
    credentials: z.array(
      z.object({ name: z.string(), required: z.boolean(), secret: z.boolean().describe('Never read back') }),
    ),
    webhooks: z.boolean(),
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

export type ConnectorSheet = z.infer<typeof connectorSheet>;

export function connectorSheets(): ConnectorSheet[] {
  return connectors.map((connector) => ({
    id: connector.id,
    name: connector.name,
    credentials: Object.entries(connector.credentials.shape).map(([name, schema]) => ({
      name,
      required: !(schema as z.ZodType).safeParse(undefined).success,
      secret: isSecretField(schema),
    })),
    webhooks: connector.webhook !== undefined,
    flows: flows.map((flow) => ({
      flow: flow.name,
      source: flow.source(connector) !== undefined,
      target: connectors.some((other) => flow.supports(other, connector)),
      settings: z.toJSONSchema(flow.settings, { io: 'input' }) as Record<string, unknown>,
      fields: flow.targetFields(connector),
    })),
  }));
}
