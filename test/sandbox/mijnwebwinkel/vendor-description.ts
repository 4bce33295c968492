/** What the vendor's own description says of bodies and answers. VENDOR_SPECS names the folder that it is in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { type Schema, slipsOf } from '../../vendor/slips.ts';

interface Operation {
  readonly requestBody?: Body | { readonly $ref: string };
  readonly responses: Readonly<Record<string, Body>>;
}

interface Body {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface Description {
  readonly components: {
    readonly schemas: Record<string, Schema>;
    readonly requestBodies: Record<string, Body>;
  };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export const folder = process.env.VENDOR_SPECS;

const { properties: mended, optional = {} } = slipsOf('myonlinestore');

let description: Description | undefined;

function read(): Description {
  description ??= JSON.parse(
    readFileSync(join(folder ?? '', 'myonlinestore.openapi.json'), 'utf8'),
  ) as Description;
  return description;
}

/** The parts of `allOf` as one object that takes the properties it lists and no others. */
function flat(schema: Schema, all: Description['components']['schemas'], name = ''): Schema {
  const parts = (Array.isArray(schema.allOf) ? schema.allOf : []).map((part: Schema) => {
    const referred = /\/(\w+)$/.exec(String(part.$ref ?? ''))?.[1];
    return referred === undefined ? flat(part, all) : flat(all[referred] ?? {}, all, referred);
  });
  const own = (schema.properties ?? {}) as Record<string, Schema>;
  const inherited = Object.assign({}, ...parts.map((part) => part.properties ?? {}));
  const properties = { ...inherited, ...own, ...mended[name] };
  if (Object.keys(properties).length === 0) return nested(schema, all);
  const required = [...parts, schema].flatMap((part) => (part.required as string[] | undefined) ?? []);
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [key, nested(value as Schema, all)]),
    ),
    // Of an article in an order the description requires what stands a level deeper.
    required: required.filter((key) => key in properties && !leftOut(name).includes(key)),
    additionalProperties: false,
  };
}

function leftOut(name: string): readonly string[] {
  const names = optional[name] ?? [];
  return names === true ? [] : names;
}

function nested(schema: Schema, all: Description['components']['schemas']): Schema {
  if (schema.properties !== undefined) return flat(schema, all);
  // A choice that may be null does not name null.
  if (Array.isArray(schema.enum) && schema.nullable === true) return { enum: [...schema.enum, null] };
  const items = schema.items as Schema | undefined;
  return items === undefined ? schema : { ...schema, items: nested(items, all) };
}

/** What the description knows without its wrapper: 3 (regions), and a page of articles that it calls one article. */
const wrapped: Readonly<Record<string, (schema: Schema) => Schema>> = {
  '/tax-policy/regions': (schema) => ({
    type: 'object',
    properties: { regions: schema },
    required: ['regions'],
  }),
  '/categories/{category_id}/articles': (schema) => ({ type: 'array', items: schema }),
};

type Part = 'request' | '200' | '201' | '422';

const compiled = new Map<string, ValidateFunction | null>();

/** Checks what is sent to an operation, or what it answers; null where the description knows of no body. */
export function validatorOf(method: string, path: string, part: Part): ValidateFunction | null {
  const key = `${method} ${path} ${part}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const made = compile(method, path, part);
  compiled.set(key, made);
  return made;
}

function compile(method: string, path: string, part: Part): ValidateFunction | null {
  const { components, paths } = read();
  const operation = paths[`/v{version}${path}`]?.[method.toLowerCase()];
  const referred = operation?.requestBody;
  const sent =
    referred !== undefined && '$ref' in referred
      ? components.requestBodies[referred.$ref.split('/').at(-1) ?? '']
      : referred;
  const body = part === 'request' ? sent : operation?.responses[part];
  const schema = body?.content?.['application/json']?.schema;
  if (schema === undefined) return null;
  const schemas = Object.fromEntries(
    Object.entries(components.schemas).map(([name, each]) => [name, flat(each, components.schemas, name)]),
  );
  const wrap = (part === 'request' ? undefined : wrapped[path]) ?? ((one: Schema) => one);
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  return ajv.compile({ ...wrap(nested(schema, components.schemas)), components: { schemas } });
}

/**
 * What is wrong with a call by the description: an operation that it does not know, a body, an answer. Calls that were
 * refused are asked for their answer only.
 */
export function faultsOf(
  method: string,
  pathname: string,
  sent: unknown,
  answer: { readonly status: number; readonly json: unknown },
): unknown[] {
  const path = describedPath(method, pathname);
  if (path === null) return [`${method} ${pathname} is not described`];
  const checks: [Part, unknown][] = [[String(answer.status) as Part, answer.json]];
  if (answer.status < 300 && sent !== undefined) checks.push(['request', sent]);
  return checks.flatMap(([part, value]) => {
    const validate = validatorOf(method, path, part);
    if (validate === null || validate(value)) return [];
    return (validate.errors ?? []).map((error) => ({ part, ...error }));
  });
}

/** The path of the description that an address has: the one with the fewest ids in it. */
function describedPath(method: string, pathname: string): string | null {
  const found = Object.entries(read().paths)
    .filter(([template, operations]) => {
      const pattern = template.replace('{version}', '1').replace(/\{\w+\}/g, '[^/]+');
      return operations[method.toLowerCase()] !== undefined && new RegExp(`^${pattern}$`).test(pathname);
    })
    .map(([template]) => template.replace('/v{version}', ''))
    .sort((one, other) => one.split('{').length - other.split('{').length);
  return found[0] ?? null;
}
