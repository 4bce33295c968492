/**
 * Bodies checked against the vendors' own descriptions of their APIs. These are not part of the repository: the
 * variable VENDOR_SPECS names a folder with `<system>.openapi.json` (Swagger 2.0).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

export interface Schema {
  [keyword: string]: unknown;
}

interface Spec {
  readonly definitions: Record<string, Schema>;
  readonly paths: Record<string, Record<string, { parameters: { in: string; schema?: Schema }[] }>>;
}

/**
 * Validates the body of one operation, or null without VENDOR_SPECS. Names that the vendor does not list are refused.
 * `correct` mends known slips of the description, per definition.
 */
export function validatorFor(
  system: string,
  method: string,
  path: string,
  correct: Record<string, (definition: Schema) => void> = {},
): ValidateFunction | null {
  const folder = process.env.VENDOR_SPECS;
  if (!folder) return null;
  const spec = JSON.parse(readFileSync(join(folder, `${system}.openapi.json`), 'utf8')) as Spec;
  for (const [name, mend] of Object.entries(correct)) mend(spec.definitions[name] ?? {});
  const parameters = spec.paths[path]?.[method.toLowerCase()]?.parameters ?? [];
  const body = parameters.find((parameter) => parameter.in === 'body')?.schema;
  if (!body) throw new Error(`${system} describes no body for ${method} ${path}`);
  const schema = { ...body, definitions: close(spec.definitions) };
  return new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
}

/** Objects take the properties they list and no others. */
function close<T>(node: T): T {
  if (typeof node !== 'object' || node === null) return node;
  const closed = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, close(value)]));
  if (Array.isArray(node)) return Object.values(closed) as T;
  const isObject = closed.type === 'object' && closed.properties !== undefined;
  return (isObject ? { ...closed, additionalProperties: false } : closed) as T;
}
