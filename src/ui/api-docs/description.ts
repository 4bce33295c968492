/** The API's description (OpenAPI 3.1), as far as its pages show it. */
import { apiDescription } from '../../routes/api/index.ts';

/** A JSON Schema. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

interface Content {
  readonly [type: string]: { readonly schema?: Schema };
}

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

export interface Call {
  readonly method: string;
  /** Without `/api`. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly required: boolean; readonly schema: Schema } | null;
  readonly answers: readonly {
    readonly status: string;
    readonly description: string;
    readonly schema: Schema | null;
  }[];
}

export interface Description {
  readonly about: string;
  /** By tag. */
  readonly groups: ReadonlyMap<string, readonly Call[]>;
  readonly shapes: Readonly<Record<string, Schema>>;
}

let known: Description | undefined;

/** It follows from the code: it is worked out once. */
export function description(): Description {
  known ??= read();
  return known;
}

function read(): Description {
  const { info, paths, components } = apiDescription();
  const groups = new Map<string, Call[]>();
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(item as unknown as Record<string, Operation>)) {
      const [tag = ''] = operation.tags ?? [];
      groups.set(tag, [...(groups.get(tag) ?? []), callOf(method, path, operation)]);
    }
  }
  return {
    about: info.description ?? '',
    groups,
    shapes: (components?.schemas ?? {}) as Readonly<Record<string, Schema>>,
  };
}

function callOf(method: string, path: string, operation: Operation): Call {
  const { operationId = `${method} ${path}`, summary = '', parameters = [], requestBody } = operation;
  const schema = requestBody === undefined ? undefined : schemaOf(requestBody.content);
  return {
    method: method.toUpperCase(),
    path,
    id: operationId,
    summary,
    // Every call takes it: that is said once.
    parameters: parameters.filter(({ name }) => name !== 'Accept-Language'),
    body: schema === undefined ? null : { required: requestBody?.required ?? false, schema },
    answers: Object.entries(operation.responses)
      .filter(([status]) => status !== 'default')
      .map(([status, answer]) => ({
        status,
        description: answer.description,
        schema: schemaOf(answer.content) ?? null,
      })),
  };
}

function schemaOf(content: Content = {}): Schema | undefined {
  return Object.values(content)[0]?.schema;
}

/** The name of the shape that a schema refers to. */
export function refOf({ $ref }: Schema): string | null {
  return $ref === undefined ? null : ($ref.split('/').at(-1) ?? null);
}

/** The shapes that these calls speak of, and those that these speak of, each once. */
export function shapesOf(calls: readonly Call[], shapes: Description['shapes']): readonly string[] {
  const found = new Set<string>();
  const visit = (schema: Schema | null | undefined | boolean): void => {
    if (schema === null || typeof schema !== 'object') return;
    const name = refOf(schema);
    if (name !== null && !found.has(name)) {
      found.add(name);
      visit(shapes[name]);
    }
    for (const each of Object.values(schema.properties ?? {})) visit(each);
    for (const each of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])])
      visit(each);
    visit(schema.items);
    visit(schema.additionalProperties);
  };
  for (const { parameters, body, answers } of calls) {
    for (const { schema } of parameters) visit(schema);
    visit(body?.schema);
    for (const { schema } of answers) visit(schema);
  }
  return [...found];
}
