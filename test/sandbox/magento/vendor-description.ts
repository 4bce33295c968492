/** What the vendor's own description says of answers. VENDOR_SPECS names the folder that it is in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';

interface Node {
  [keyword: string]: unknown;
}

export const folder = process.env.VENDOR_SPECS;

/** A list of texts where the description knows only one (sheet 3). */
const lists: Readonly<Record<string, readonly string[]>> = { 'framework-attribute-interface': ['value'] };

/** Fields that come as null all the same (sheet 3, 8.2, 8.4, 9.2). */
const nullable: Readonly<Record<string, readonly string[]>> = {
  'sales-data-order-payment-interface': ['account_status', 'cc_last4'],
  'sales-data-order-status-history-interface': ['comment'],
  'sales-data-creditmemo-item-interface': ['base_cost'],
  'sales-data-shipment-track-interface': ['weight', 'qty', 'description'],
  'customer-data-region-interface': ['region_code', 'region'],
  'catalog-inventory-data-stock-item-interface': ['low_stock_date'],
};

function described(definitions: Record<string, Node>): Record<string, Node> {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => {
      const properties = (definition.properties ?? {}) as Record<string, Node>;
      const mended = Object.fromEntries(
        Object.entries(properties).map(([field, schema]) => [
          field,
          nullable[name]?.includes(field)
            ? { ...schema, type: [schema.type, 'null'] }
            : lists[name]?.includes(field)
              ? { ...schema, type: [schema.type, 'array'] }
              : schema,
        ]),
      );
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
