/** What the vendor's own description says of answers. VENDOR_SPECS names the folder that it is in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { slipsOf } from '../../vendor/slips.ts';

interface Node {
  [keyword: string]: unknown;
}

export const folder = process.env.VENDOR_SPECS;

const { properties: slips } = slipsOf('magento');

function described(definitions: Record<string, Node>): Record<string, Node> {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => {
      const mended = { ...(definition.properties as Node | undefined), ...slips[name] };
      // Names that the vendor does not list are refused.
      const closed = definition.type === 'object' && definition.properties !== undefined;
      return [name, closed ? { ...definition, properties: mended, additionalProperties: false } : definition];
    }),
  );
}

export function validator(method: string, path: string) {
  const spec = JSON.parse(readFileSync(join(folder ?? '', 'magento.openapi.json'), 'utf8'));
  const schema = spec.paths[path]?.[method]?.responses['200'].schema;
  if (schema === undefined) throw new Error(`Nothing is described for ${method} ${path}`);
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  return ajv.compile({ ...schema, definitions: described(spec.definitions) });
}
