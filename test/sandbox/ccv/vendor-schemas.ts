/** What the schemas of the vendor say of bodies and answers (state 2022). VENDOR_SPECS names the folder that they are in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Schema } from '../../vendor/slips.ts';

interface Definition {
  readonly type: string;
  readonly properties: Record<string, Schema>;
  readonly required?: readonly string[];
}

export const folder = process.env.VENDOR_SPECS;

const text = { type: 'string' };
const ref = { type: 'object', properties: { href: text }, required: ['href'] };

/** Keys that are later than the schemas, each in the sheet (6.1, 6.2, 6.4, 6.6, 6.14). */
const later: Readonly<Record<string, Record<string, Schema>>> = {
  orders: { terminalreceipts: ref, fiscaltransactionsignatures: ref },
  orderrows: { calculator_href: { type: ['string', 'null'] } },
  products: { multishop_product_id: { type: ['integer', 'null'] } },
  'products.producttopropertygroups': {
    collection: { type: 'array', items: { $ref: '#/$defs/producttopropertygroups' } },
  },
  'entity.personalinfo': { email_invoice: text, email_invoice_company: text, email_invoice_union: text },
  webshops: { create_date: text, is_salespos: { type: 'boolean' } },
};

let definitions: Record<string, Definition> | undefined;

/** `collection` is only there with `expand` (sheet 6.6). Keys that are in neither list are refused. */
function read(): Record<string, Definition> {
  definitions ??= Object.fromEntries(
    Object.entries(
      (
        JSON.parse(readFileSync(join(folder ?? '', 'ccv.schemas.json'), 'utf8')) as {
          $defs: Record<string, Definition>;
        }
      ).$defs,
    ).map(([name, each]) => [
      name,
      {
        ...each,
        properties: { ...each.properties, ...later[name] },
        required: (each.required ?? []).filter((key) => key !== 'collection'),
        additionalProperties: false,
      },
    ]),
  );
  return definitions;
}

const compiled = new Map<string, ValidateFunction>();

export function faultsOf(definition: string, value: unknown): unknown[] {
  const all = read();
  if (all[definition] === undefined) return [`There is no definition ${definition}`];
  let validate = compiled.get(definition);
  if (validate === undefined) {
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    validate = ajv.compile({ $ref: `#/$defs/${definition}`, $defs: all });
    compiled.set(definition, validate);
  }
  return validate(value) ? [] : (validate.errors ?? []);
}

/** By path and whether it is a list; what is not named here has no definition of its own. */
const named: Readonly<Record<string, readonly [list: string | null, one: string]>> = {
  orderlabels: ['collection.orderlabels', 'orderlabels'],
  productqueries: ['collection.products', 'products'],
  settings: [null, 'entity.settings'],
  geozonecountries: ['collection.geozonecountries', 'entity.geozonecountries'],
  merchant: [null, 'entity.merchant'],
  domains: ['collection.domains', 'entity.domains'],
  categorytree: [null, 'categorytree'],
};
/** Their fields are not in the schemas of 2022, or are not known at all. */
const undescribed = [
  'status',
  'apps',
  'cashups',
  'terminalreceipts',
  'fiscaltransactionsignatures',
  'currentuser',
  '',
];

/** Which definition an answer has; null where there is none. */
export function answered(method: string, path: string, isList: boolean): string | null {
  const words = path.split('/').filter((word) => word !== '' && !/^\d+$/.test(word));
  const resource = words.at(-1) ?? '';
  if (undescribed.includes(resource)) return null;
  const [list, one] = named[resource] ?? [`collection.${resource}`, resource];
  return method === 'GET' && isList ? list : one;
}

/** Which definition a body has. `null` for what is not described. */
export function sent(method: string, path: string): string | null {
  const words = path.split('/').filter((word) => word !== '' && !/^\d+$/.test(word));
  const resource = words.at(-1) ?? '';
  const all = read();
  if (resource === 'orderrows' && method === 'POST') return 'input.entity.orderrow.input';
  if (resource === 'invoices') return 'input.invoices.input';
  const known = [`input.${resource}.${method.toLowerCase()}`, `input.${resource}.input`];
  return known.find((name) => all[name] !== undefined) ?? null;
}
