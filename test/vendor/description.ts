/**
 * A vendor's own description of its API, Swagger 2 or OpenAPI 3. It is not part of the repository: the variable
 * VENDOR_SPECS names a folder with `<name>.openapi.json`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { type Schema, type Slips, slipsOf } from './slips.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  /** Of a body, and of OpenAPI 3. A query of Swagger 2 is a schema itself. */
  readonly schema?: Schema;
  readonly type?: string;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
}

interface Body {
  readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface Reference {
  readonly $ref: string;
}

interface Operation {
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: Body | Reference;
  /** By status. The schema stands here in Swagger 2. */
  readonly responses?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  /** Swagger 2. */
  readonly definitions?: Record<string, Schema>;
  /** OpenAPI 3. */
  readonly components?: {
    readonly schemas: Record<string, Schema>;
    readonly parameters?: Readonly<Record<string, Parameter>>;
    readonly requestBodies?: Readonly<Record<string, Body>>;
  };
}

/** What is described of one operation. */
export interface Described {
  /** Its path with places for ids. */
  readonly template: string;
  /** By the name of the query: whether an object's `value` may be its value. Every query is a text on the wire: a number is one that can be read as such. */
  readonly queries: ReadonlyMap<string, ValidateFunction>;
  /** Null where no body is described. */
  readonly body: ValidateFunction | null;
}

/** A path of the description, cut at its slashes. */
interface Template {
  readonly template: string;
  readonly places: readonly string[];
  readonly operations: Readonly<Record<string, Operation>>;
}

const queries = new Ajv({ strict: false, validateFormats: false, coerceTypes: 'array' });

export class Description {
  readonly #document: Document;
  /** By how many places they have; of these first those that are written out. */
  readonly #templates = new Map<number, readonly Template[]>();
  readonly #definitions: Readonly<Record<string, Schema>>;
  readonly #known = new Map<Operation, Described>();
  readonly #answers = new Map<Schema, ValidateFunction>();

  private constructor(document: Document, slips: Slips) {
    this.#document = document;
    const templates = Object.entries(document.paths).map(([template, operations]) => ({
      ...{ template, operations },
      places: template.split('/'),
    }));
    const open = ({ template }: Template) => template.split('{').length;
    for (const each of templates.toSorted((one, other) => open(one) - open(other))) {
      const { length } = each.places;
      this.#templates.set(length, [...(this.#templates.get(length) ?? []), each]);
    }
    const definitions = document.definitions ?? document.components?.schemas ?? {};
    mend(definitions, slips);
    this.#definitions = Object.fromEntries(
      Object.entries(definitions).map(([name, schema]) => [name, closed(schema, definitions)]),
    );
  }

  static read(folder: string, name: string): Description {
    const text = readFileSync(join(folder, `${name}.openapi.json`), 'utf8');
    return new Description(JSON.parse(text) as Document, slipsOf(name));
  }

  /** Null where the description has no such call. A path that is written out counts above one with a place for an id. */
  operation(method: string, path: string): Described | null {
    const found = this.#find(method, path);
    if (found === null) return null;
    const { template, operation } = found;
    const described = this.#known.get(operation) ?? this.#describe(template, operation);
    this.#known.set(operation, described);
    return described;
  }

  /** What Swagger 2 says of the body of an answer. Null where the status, or its body, is not described. */
  answer(method: string, path: string, status: number): ValidateFunction | null {
    const schema = this.#find(method, path)?.operation.responses?.[status]?.schema;
    if (schema === undefined) return null;
    const validate = this.#answers.get(schema) ?? this.#compile(schema);
    this.#answers.set(schema, validate);
    return validate;
  }

  #find(method: string, path: string): { template: string; operation: Operation } | null {
    const parts = path.split('/');
    const found = this.#templates
      .get(parts.length)
      ?.find(({ places, operations }) => operations[method.toLowerCase()] && fits(places, parts));
    const operation = found?.operations[method.toLowerCase()];
    return found === undefined || operation === undefined ? null : { template: found.template, operation };
  }

  #describe(template: string, { parameters = [], requestBody }: Operation): Described {
    const { components } = this.#document;
    const all = parameters.flatMap((each) =>
      '$ref' in each ? (components?.parameters?.[nameIn(each.$ref)] ?? []) : [each],
    );
    const body =
      requestBody !== undefined && '$ref' in requestBody
        ? components?.requestBodies?.[nameIn(requestBody.$ref)]
        : requestBody;
    const schema =
      body?.content['application/json']?.schema ?? all.find((each) => each.in === 'body')?.schema;
    const named = all
      .filter((each) => each.in === 'query')
      .map(({ name, schema, type, items, enum: values }): [string, ValidateFunction] => {
        const value = schema ?? defined({ type, items, enum: values });
        return [name, queries.compile({ properties: { value } })];
      });
    return {
      template,
      queries: new Map(named),
      body: schema === undefined ? null : this.#compile(schema),
    };
  }

  #compile(schema: Schema): ValidateFunction {
    const { definitions } = this.#document;
    const all = this.#definitions;
    const root = definitions === undefined ? { components: { schemas: all } } : { definitions: all };
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    return ajv.compile({ ...closed(schema, all), ...root });
  }
}

function fits(places: readonly string[], parts: readonly string[]): boolean {
  return places.every((place, index) => (place.includes('{') ? parts[index] !== '' : place === parts[index]));
}

function mend(definitions: Record<string, Schema>, { properties, optional = {}, emptied = [] }: Slips): void {
  for (const [place, truly] of Object.entries(properties)) {
    const steps = place.split('.');
    const object = steps.reduce<Schema | undefined>((node, step) => node?.[step] as Schema, definitions);
    if (object === undefined) throw new Error(`Nothing is described at ${place}`);
    object.properties = { ...(object.properties as Schema), ...truly };
  }
  for (const [name, left] of Object.entries(optional))
    Object.assign(definitions[name] ?? {}, { optional: left });
  for (const name of emptied) {
    const { properties: fields, required } = definitions[name] ?? {};
    for (const [field, schema] of Object.entries(fields as Record<string, Schema>)) {
      if (!(required as string[]).includes(field)) schema.nullable = true;
    }
  }
}

/** What `allOf` says is one schema that requires what is not `optional`, and objects take the properties they list and no others. */
function closed(schema: Schema, all: Readonly<Record<string, Schema>>): Schema {
  if (typeof schema.$ref === 'string') return { $ref: schema.$ref };
  const {
    allOf,
    properties: own,
    required: needed,
    items,
    oneOf,
    anyOf,
    nullable,
    type,
    optional,
    ...rest
  } = schema;
  const parts = listOf(allOf).map((part) =>
    closed(typeof part.$ref === 'string' ? (all[nameIn(part.$ref)] ?? {}) : part, all),
  );
  const properties: Record<string, unknown> = Object.assign(
    {},
    ...parts.map((part) => part.properties),
    Object.fromEntries(
      Object.entries((own ?? {}) as object).map(([name, each]) => [name, closed(each, all)]),
    ),
  );
  const isObject = Object.keys(properties).length > 0;
  const left = optional === true ? Object.keys(properties) : ((optional ?? []) as string[]);
  const required = [...parts.map((part) => part.required), needed]
    .flatMap((names) => (names as string[] | undefined) ?? [])
    .filter((name) => name in properties && !left.includes(name));
  const types = type ?? (isObject ? 'object' : undefined);
  return {
    ...rest,
    ...(isObject ? { properties, required, additionalProperties: false } : {}),
    ...(items === undefined ? {} : { items: closed(items as Schema, all) }),
    ...(oneOf === undefined ? {} : { oneOf: listOf(oneOf).map((each) => closed(each, all)) }),
    ...(anyOf === undefined ? {} : { anyOf: listOf(anyOf).map((each) => closed(each, all)) }),
    ...(types === undefined ? {} : { type: nullable === true ? [types, 'null'].flat() : types }),
    ...(nullable === true && Array.isArray(rest.enum) ? { enum: [...rest.enum, null] } : {}),
  };
}

function defined(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}

function listOf(schemas: unknown): Schema[] {
  return (schemas as Schema[] | undefined) ?? [];
}

function nameIn(reference: string): string {
  return reference.split('/').at(-1) ?? '';
}
