import { z } from 'zod';
import { type Connector, flowNames } from '../../connectors/contract/connector.ts';
import { connectorById, connectors } from '../../connectors/registry.ts';
import { flowByName } from '../../flows/registry.ts';
import { type Issue, issue, issueOf, within } from '../../mapping/issue.ts';
import { languages } from '../../texts/languages.ts';
import { isNestedWithin } from '../http/nesting.ts';
import { completeCredentials } from './credentials.ts';
import { withoutReadOnly } from './read-only-parts.ts';
import { reservedKeys } from './reserved-keys.ts';

export const identifier = z.string().regex(/^[a-z0-9-]{1,40}$/, 'not_an_identifier');

const every = z
  .string()
  .regex(/^[1-9]\d{0,3}[mh]$/, 'not_a_pace')
  .describe('How often the source is polled');

/** Levels of the deepest setting, and many more. */
const maxDepth = 20;

const setting = z.unknown().refine((value) => isNestedWithin(value, maxDepth), 'too_deep');

const flowDocument = z.strictObject({
  flow: z.enum(flowNames),
  from: identifier.describe('Name of the connection that is read'),
  to: identifier.describe('Name of the connection that is written'),
  enabled: z.boolean().default(true),
  every: every.optional(),
  settings: z.record(z.string(), setting).default({}),
  mapping: z
    .record(z.string(), z.string())
    .default({})
    .describe('JSONata by target field: `remarks`, `customer.phonenumber`, `line.description`'),
});

export const integrationStates = ['draft', 'active', 'paused'] as const;

/**
 * In a `draft` nothing runs but checks, previews and dry runs; a `paused` integration keeps what comes in for later.
 */
export type IntegrationState = (typeof integrationStates)[number];

/** An integration as the API and the wizard write it. */
export const integrationDocument = z.strictObject({
  name: z.string().trim().min(1).max(80),
  state: z
    .enum(integrationStates)
    .optional()
    .describe(
      '`draft`: nothing runs but checks and previews. Left out, it stays as it is; a new one is active',
    ),
  language: z
    .enum(languages)
    .optional()
    .describe(
      'Language of alerts and summaries; English when left out. The API and the pages have that of their reader',
    ),
  nameOnStatus: z
    .boolean()
    .optional()
    .describe('Whether `/status` and `/status.json` show its name to everybody; its id when left out'),
  connections: z.record(
    identifier,
    z.strictObject({
      connector: z.string(),
      credentials: z
        .record(z.string(), z.string())
        .default({})
        .describe('What a secret is stays as it is when left out. In a draft all may be left out for now'),
    }),
  ),
  flows: z.array(flowDocument).max(20).default([]),
  retentionDays: z
    .number()
    .int()
    .min(0)
    .max(365)
    .default(14)
    .describe('How long activity keeps what was read and written; 0 keeps none'),
});

export type IntegrationDocument = z.infer<typeof integrationDocument>;
export type FlowDocument = z.infer<typeof flowDocument>;

/** What a flow is called by: the names of its connections, or the places of their accounts. */
interface FlowName {
  readonly flow: string;
  readonly from: string;
  readonly to: string;
}

/** A flow of an integration by its id: `orders:shop:books`. */
export function flowId({ flow, from, to }: FlowName): string {
  return `${flow}:${from}:${to}`;
}

/** The same flow the other way round. */
export function reverseFlowId({ flow, from, to }: FlowName): string {
  return flowId({ flow, from: to, to: from });
}

export function splitFlowId(id: string): FlowName {
  const [flow = '', from = '', to = ''] = id.split(':');
  return { flow, from, to };
}

/** An invalid configuration, with an issue per field. Nothing of it is stored. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  constructor(readonly issues: readonly Issue[]) {
    super('The configuration is not valid.');
  }
}

/** The parts of a valid document with every default filled in. */
export interface Configuration {
  readonly document: IntegrationDocument;
  /**
   * By connection name: all of its credentials, those given now and those kept from before. A connection of a draft that nobody has
   * connected yet has none.
   */
  readonly credentials: Readonly<Record<string, Record<string, string>>>;
  /** What the integration is with this document. */
  readonly state: IntegrationState;
}

/**
 * Checks a document against the connectors and flows that there are. `known` gives the credentials kept so far, so
 * that a secret that is left out stays as it is; `before` is what the integration is now, and stays where the document says nothing.
 * Throws ConfigurationError with every issue at once.
 */
export function readConfiguration(
  input: unknown,
  known: (connection: string, connector: string) => Readonly<Record<string, string>>,
  before: IntegrationState = 'active',
): Configuration {
  const reserved = reservedKeys(input);
  if (reserved.length > 0) throw new ConfigurationError(reserved);
  const parsed = integrationDocument.safeParse(withoutReadOnly(input));
  if (!parsed.success) throw new ConfigurationError(parsed.error.issues.map(issueOf));
  const document = parsed.data;
  const state = document.state ?? before;
  const issues: Issue[] = [];
  const credentials: Record<string, Record<string, string>> = {};

  const names = Object.keys(document.connections);
  if (names.length !== 2) {
    issues.push(issue(['connections'], 'not_two_connections', { count: names.length }));
  }
  for (const [name, connection] of Object.entries(document.connections)) {
    const path = ['connections', name];
    const connector = connectorById(connection.connector);
    if (!connector) {
      const values = connectors.map(({ id }) => id);
      issues.push(issue([...path, 'connector'], 'one_of', { values }));
      continue;
    }
    const kept = known(name, connector.id);
    // Of a draft that is set up step by step: nothing was entered yet, and nothing runs over it.
    if (state === 'draft' && isEmpty(connection.credentials) && isEmpty(kept)) continue;
    const completed = completeCredentials(connector, connection.credentials, kept);
    if (completed.misplaced.length > 0) {
      issues.push(
        ...completed.misplaced.map((field) => issue([...path, 'credentials', field], 'enter_again', {})),
      );
      continue;
    }
    const result = connector.credentials.strict().safeParse(completed.credentials);
    if (result.success) credentials[name] = result.data as Record<string, string>;
    else issues.push(...result.error.issues.map((found) => within([...path, 'credentials'], issueOf(found))));
  }
  const flows = document.flows.map((flow, index) => {
    const { settings, problems } = checkFlow(flow, document);
    issues.push(...problems.map((problem) => within(['flows', index], problem)));
    return { ...flow, settings };
  });
  const ids = flows.map(flowId);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index) issues.push(issue(['flows', index], 'flow_twice', {}));
    const flow = flows[index];
    if (flow && flowByName(flow.flow)?.kind === 'levels' && ids.slice(0, index).includes(reverseFlowId(flow)))
      issues.push(issue(['flows', index, 'from'], 'one_master', { name: flow.to }));
  });
  if (issues.length > 0) throw new ConfigurationError(issues);
  return { document: { ...document, flows }, credentials, state };
}

function checkFlow(
  flow: FlowDocument,
  document: IntegrationDocument,
): { settings: Record<string, unknown>; problems: Issue[] } {
  const problems: Issue[] = [];
  const source = connectorOf(document, flow.from);
  const target = connectorOf(document, flow.to);
  for (const endpoint of ['from', 'to'] as const) {
    if (!Object.hasOwn(document.connections, flow[endpoint])) {
      problems.push(issue([endpoint], 'no_connection', { name: flow[endpoint] }));
    }
  }
  if (flow.from === flow.to) problems.push(issue(['to'], 'to_itself', {}));
  const definition = flowByName(flow.flow);
  if (!definition || (source && target && !definition.supports(source, target))) {
    problems.push(issue(['flow'], 'flow_impossible', { flow: flow.flow, from: flow.from, to: flow.to }));
    return { settings: flow.settings, problems };
  }
  const settings = definition.settings.safeParse(flow.settings);
  if (!settings.success) {
    problems.push(...settings.error.issues.map((found) => within(['settings'], issueOf(found))));
    return { settings: flow.settings, problems };
  }
  if (target) problems.push(...definition.check(settings.data, flow.mapping, target));
  for (const needed of definition.needs?.(settings.data) ?? []) {
    const isThere = document.flows.some(
      (each) => each.flow === needed && each.from === flow.from && each.to === flow.to && each.enabled,
    );
    if (!isThere)
      problems.push(issue(['settings'], 'flow_needed', { flow: needed, from: flow.from, to: flow.to }));
  }
  return { settings: settings.data as Record<string, unknown>, problems };
}

function isEmpty(credentials: Readonly<Record<string, string>>): boolean {
  return Object.keys(credentials).length === 0;
}

function connectorOf(document: IntegrationDocument, name: string): Connector | undefined {
  const connection = Object.hasOwn(document.connections, name) ? document.connections[name] : undefined;
  return connectorById(connection?.connector ?? '');
}
