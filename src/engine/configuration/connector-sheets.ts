import type { FlowName } from '../../connectors/contract/connector.ts';
import type { Scopes } from '../../connectors/contract/scopes.ts';
import { connectors } from '../../connectors/registry.ts';
import { flows } from '../../flows/registry.ts';
import type { Texts } from '../../texts/en.ts';
import { type CredentialField, credentialFields } from './credential-fields.ts';
import { flowsFrom, flowsTo } from './offered-flows.ts';
import { settingsSchema } from './settings-schema.ts';

/** A connector as the wizard and the docs need it: all of it derived from what the connector declares. */
export interface ConnectorSheet {
  readonly id: string;
  readonly name: string;
  readonly credentials: readonly CredentialField[];
  /** What an application must be allowed there, and what for. */
  readonly scopes: Scopes['wanted'];
  readonly webhooks: boolean;
  /** Whether the people of the system can connect Koppel there. */
  readonly activation: boolean;
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
    credentials: credentialFields(connector, texts),
    scopes: connector.scopes?.wanted ?? {},
    webhooks: connector.webhook !== undefined,
    activation: connector.activation !== undefined,
    flows: flows.map((flow) => ({
      flow: flow.name,
      source: flowsFrom(connector).includes(flow.name),
      target: flowsTo(connector).includes(flow.name),
      settings: { ...settingsSchema(flow, texts) },
      fields: flow.targetFields(connector),
    })),
  }));
}
