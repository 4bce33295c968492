/** What a person is asked when a link is set up: the settings that matter for these systems, by their schemas (flows/asked.ts). */
import type { Connector } from '../../connectors/contract/connector.ts';
import { connectorById } from '../../connectors/registry.ts';
import type { Asked } from '../../flows/asked.ts';
import type { Listing } from '../../flows/listed.ts';
import { type Flow, flowByName } from '../../flows/registry.ts';
import { type FlowDocument, flowId, type IntegrationDocument } from './configuration.ts';
import { fixedOf } from './lookup-lists.ts';
import { type SettingSchema, schemaOf } from './setting-schema.ts';

export interface Question extends Asked {
  /** `orders:shop:books`. */
  readonly flow: string;
  /** Of its setting: `vat`, `byRate`. */
  readonly path: readonly string[];
}

/** More nobody answers with care. */
const mostQuestions = 9;

interface Ends {
  readonly from: Connector;
  readonly to: Connector;
}

/** Those of all flows that are switched on, the one that matters most first. */
export function questionsOf({
  connections,
  flows,
}: Pick<IntegrationDocument, 'connections' | 'flows'>): Question[] {
  const connectorOf = (name: string) => connectorById(connections[name]?.connector ?? '');
  const all = flows.flatMap((flow) => {
    const definition = flowByName(flow.flow);
    const [from, to] = [connectorOf(flow.from), connectorOf(flow.to)];
    if (!flow.enabled || definition === undefined || from === undefined || to === undefined) return [];
    return ofFlow(definition, { from, to }).map((each) => ({ ...each, flow: flowId(flow) }));
  });
  return all.toSorted((one, other) => one.rank - other.rank).slice(0, mostQuestions);
}

function ofFlow(definition: Flow, ends: Ends): Omit<Question, 'flow'>[] {
  const traits = definition.traits?.(ends.from, ends.to) ?? [];
  const matters = ({ where }: Asked, schema: SettingSchema) => {
    if (where === undefined) return true;
    return where === 'listed' ? isListed(schema.listed ?? schema.gives, ends) : traits.includes(where);
  };
  return askedIn(schemaOf(definition), []).flatMap(({ path, schema, asked }) =>
    matters(asked, schema) ? [{ ...asked, path }] : [],
  );
}

interface AskedSetting {
  readonly path: readonly string[];
  readonly schema: SettingSchema;
  readonly asked: Asked;
}

function askedIn(schema: SettingSchema, path: readonly string[]): AskedSetting[] {
  const { asked, properties = {} } = schema;
  return [
    ...(asked === undefined ? [] : [{ path, schema, asked }]),
    ...Object.entries(properties).flatMap(([name, inner]) => askedIn(inner, [...path, name])),
  ];
}

/** Whether the system has all that there is to pick from. */
function isListed(listing: Listing | undefined, ends: Ends): boolean {
  if (listing === undefined || listing.isOpen) return false;
  const { lookups } = ends[listing.end];
  return listing.lookups.every(
    (name) => lookups?.[name] !== undefined && fixedOf(ends[listing.end], name)?.fits === undefined,
  );
}

/** What a question is called where it is kept that it was answered. */
export function questionId({ flow, path }: Pick<Question, 'flow' | 'path'>): string {
  return `${flow} ${path.join('.')}`;
}

type Settings = FlowDocument['settings'];

/** The value of a setting; undefined where there is none. */
export function valueAt(settings: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => objectOf(value)[name], settings);
}

/** The settings of a flow with those of these paths as they were answered; one that was not answered is as by default. */
export function withAnswers(
  settings: Settings,
  paths: readonly (readonly string[])[],
  answers: unknown,
): Settings {
  return paths.reduce((all, path) => put(all, path, valueAt(answers, path)), settings);
}

function put(settings: Settings, [name = '', ...rest]: readonly string[], value: unknown): Settings {
  const { [name]: before, ...others } = settings;
  const now = rest.length === 0 ? value : put(objectOf(before), rest, value);
  return now === undefined ? others : { ...others, [name]: now };
}

function objectOf(value: unknown): Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Settings) : {};
}
