import type { z } from 'zod';
import type { FlowName } from '../../connectors/contract/connector.ts';
import { connectors } from '../../connectors/registry.ts';
import { flows } from '../../flows/registry.ts';
import type { Texts } from '../../texts/en.ts';
import { isSecretField } from './credentials.ts';
import { settingsSchema } from './settings-schema.ts';

/** A connector as the wizard and the docs need it: all of it derived from what the connector declares. */
export interface ConnectorSheet {
  readonly id: string;
  readonly name: string;
  readonly credentials: { readonly name: string; readonly required: boolean; readonly secret: boolean }[];
  readonly webhooks: boolean;
  readonly flows: {
    readonly flow: FlowName;
    readonly source: boolean;
    readonly target: boolean;
    /** JSON Schema. */
    readonly settings: Record<string, unknown>;
    /** What a mapping may fill in where this system is the target. */
    readonly fields: string[];
  }[];
}

export function connectorSheets(texts: Texts): ConnectorSheet[] {
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
      settings: { ...settingsSchema(flow, texts) },
      fields: flow.targetFields(connector),
    })),
  }));
}
