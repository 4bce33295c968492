/**
 * Requests checked against a vendor's own description of its API, where that is OpenAPI 3: the path, the names and types of
 * the query, and the body. It is not part of the repository: the variable VENDOR_SPECS names a folder with
 * `<system>.openapi.json`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Call } from './support/fake-api.ts';
import type { Schema } from './vendor-specs.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Operation {
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: Body | Reference;
}

interface Body {
  readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface Reference {
  readonly $ref: string;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Record<string, Schema>;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly requestBodies: Readonly<Record<string, Body>>;
  };
}

/** What is wrong with a request, in words; empty where it is as described. */
export type Describes = (call: Call) => readonly string[];

/**
 * Null without VENDOR_SPECS. `prefix` stands before every path of a call in the description; `correct` mends known slips, per schema.
 */
export function describedBy(
  system: string,
  prefix: string,
  correct: Readonly<Record<string, (schema: Schema) => void>> = {},
): Describes | null {
  const folder = process.env.VENDOR_SPECS;
  if (!folder) return null;
  const text = readFileSync(join(folder, `${system}.openapi.json`), 'utf8');
  const description = JSON.parse(text) as Description;
  for (const [name, mend] of Object.entries(correct)) mend(description.components.schemas[name] ?? {});
  const bodies = new Map<Operation, ValidateFunction | null>();
  return (call) => {
    const operation = operationOf(description, prefix + call.path, call.method);
    if (operation === undefined) return [`${call.method} ${call.path} is not described`];
    if (!bodies.has(operation)) bodies.set(operation, bodyOf(description, operation));
    return [...queryFaults(description, operation, call), ...bodyFaults(bodies.get(operation) ?? null, call)];
  };
}

/** A path that is written out counts above one with a place for an id. */
function operationOf({ paths }: Description, path: string, method: string): Operation | undefined {
  const fits = (template: string) =>
    new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(decodeURI(path));
  const places = (template: string) => template.split('{').length;
  const [found] = Object.keys(paths)
    .filter(fits)
    .sort((a, b) => places(a) - places(b));
  return found === undefined ? undefined : paths[found]?.[method.toLowerCase()];
}

function queryFaults({ components }: Description, { parameters = [] }: Operation, { query }: Call): string[] {
  const known = parameters
    .map((each) => ('$ref' in each ? components.parameters[lastOf(each)] : each))
    .filter((each) => each?.in === 'query');
  return Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const schema = known.find((each) => each?.name === name)?.schema;
    if (schema === undefined) return [`the query ${name} is not described`];
    return new Ajv({ strict: false, validateFormats: false }).validate(schema, value)
      ? []
      : [`the query ${name} may not be ${value}`];
  });
}

function bodyOf(description: Description, { requestBody }: Operation): ValidateFunction | null {
  if (requestBody === undefined) return null;
  const { schemas, requestBodies } = description.components;
  const body = '$ref' in requestBody ? requestBodies[lastOf(requestBody)] : requestBody;
  const schema = body?.content['application/json']?.schema;
  if (schema === undefined) return null;
  const resolved = closed(schema, schemas);
  return new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(resolved);
}

function bodyFaults(validate: ValidateFunction | null, { body }: Call): string[] {
  if (body === undefined) return validate === null ? [] : ['a body is missing'];
  if (validate === null) return ['no body is described'];
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath, message, JSON.stringify(params)].join(' '),
  );
}

/** References are put in their place, what `allOf` says is one schema, and objects take the properties they list and no others. */
function closed(schema: Schema, schemas: Record<string, Schema>): Schema {
  if (typeof schema.$ref === 'string') return closed(schemas[lastOf({ $ref: schema.$ref })] ?? {}, schemas);
  const parts = ((schema.allOf as Schema[] | undefined) ?? []).map((part) => closed(part, schemas));
  const properties = Object.entries((schema.properties as Record<string, Schema> | undefined) ?? {});
  const own = Object.fromEntries(properties.map(([name, each]) => [name, closed(each, schemas)]));
  const all = Object.assign({}, ...parts.map((part) => part.properties), own);
  const required = [
    ...parts.flatMap((part) => (part.required as string[]) ?? []),
    ...((schema.required as string[]) ?? []),
  ];
  const {
    allOf: _allOf,
    properties: _properties,
    required: _required,
    items,
    oneOf,
    nullable,
    type,
    ...rest
  } = schema;
  return {
    ...rest,
    ...(Object.keys(all).length === 0 ? {} : { properties: all, required, additionalProperties: false }),
    ...(items === undefined ? {} : { items: closed(items as Schema, schemas) }),
    ...(oneOf === undefined ? {} : { oneOf: (oneOf as Schema[]).map((each) => closed(each, schemas)) }),
    ...(type === undefined ? {} : { type: nullable === true ? [type, 'null'] : type }),
    ...(nullable === true && Array.isArray(rest.enum) ? { enum: [...rest.enum, null] } : {}),
  };
}

function lastOf({ $ref }: Reference): string {
  return $ref.split('/').at(-1) ?? '';
}
