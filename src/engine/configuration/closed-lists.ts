/** Which settings name something that a system lists, as their schemas say (flows/listed.ts). */
import type { LookupName } from '../../connectors/contract/lookups.ts';
import type { Listing } from '../../flows/listed.ts';
import { flowByName } from '../../flows/registry.ts';
import type { Issue } from '../../mapping/issue.ts';
import type { FlowDocument } from './configuration.ts';
import { isChoice, type SettingSchema, schemaOf } from './setting-schema.ts';

/** A value of a setting, and the end of the flow whose lists it must be in: in one of them. */
export interface ListedValue {
  readonly path: Issue['path'];
  readonly value: string;
  readonly end: 'from' | 'to';
  readonly lookups: readonly LookupName[];
  /** What a choice is made by: a choice compares without regard to case. */
  readonly anyCase: boolean;
}

interface At {
  readonly path: Issue['path'];
  readonly value: unknown;
}

export function listedValues({ flow, settings }: Pick<FlowDocument, 'flow' | 'settings'>): ListedValue[] {
  const definition = flowByName(flow);
  return definition === undefined ? [] : valuesIn(schemaOf(definition), { path: [], value: settings });
}

function valuesIn(schema: SettingSchema, at: At): ListedValue[] {
  if (isChoice(schema)) {
    const { by, gives } = schema;
    return [...keys(at, by !== undefined && 'end' in by ? by : undefined), ...chosen(at, gives)];
  }
  if (schema.listed !== undefined) return texts(at, schema.listed);
  const { properties = {}, additionalProperties, items } = schema;
  const { path, value } = at;
  const below = (name: string | number, inner: SettingSchema, each: unknown) =>
    valuesIn(inner, { path: [...path, name], value: each });
  if (Array.isArray(value))
    return items === undefined ? [] : value.flatMap((each, index) => below(index, items, each));
  const fields = objectOf(value);
  return [
    ...Object.entries(properties).flatMap(([name, inner]) => below(name, inner, fields[name])),
    ...(typeof additionalProperties === 'object'
      ? Object.entries(fields).flatMap(([name, each]) => below(name, additionalProperties, each))
      : []),
  ];
}

/** A text, or a list of texts. */
function texts({ path, value }: At, listing: Listing | undefined): ListedValue[] {
  if (listing === undefined || listing.isOpen) return [];
  if (Array.isArray(value))
    return value.flatMap((each, index) => texts({ path: [...path, index], value: each }, listing));
  const { end, lookups } = listing;
  return typeof value === 'string' ? [{ path, value, end, lookups, anyCase: false }] : [];
}

/** What a choice may give. */
function chosen({ path, value }: At, listing: Listing | undefined): ListedValue[] {
  const { map, default: fallback, force } = objectOf(value);
  return [
    ...Object.entries(objectOf(map)).flatMap(([key, each]) =>
      texts({ path: [...path, 'map', key], value: each }, listing),
    ),
    ...texts({ path: [...path, 'default'], value: fallback }, listing),
    ...texts({ path: [...path, 'force'], value: force }, listing),
  ];
}

/** What a choice is made by. */
function keys({ path, value }: At, listing: Listing | undefined): ListedValue[] {
  return Object.keys(objectOf(objectOf(value).map)).flatMap((key) =>
    texts({ path: [...path, 'map', key], value: key }, listing).map((each) => ({ ...each, anyCase: true })),
  );
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
