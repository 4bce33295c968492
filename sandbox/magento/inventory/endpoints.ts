/** MSI: sources and source items (sheet 12.2). Where its modules are removed, none of its routes is there. */
import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type JsonObject, textIn } from '../../kit/json.ts';
import { type Call, type Endpoint, list, listRows, under } from '../endpoint.ts';
import { shape, shaped } from '../fields.ts';
import { skusAsked } from '../products/search.ts';
import { noRoute, refusal, required, requireFields } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { defaultSource, type SourceItem } from './rows.ts';
import { salableEndpoints } from './salable-endpoints.ts';
import { deleteSourceItems, saveSourceItems, sourceItemOnWire } from './source-items.ts';
import { stockEndpoints } from './stock-endpoints.ts';

const reading = 'Magento_InventoryApi::source';

const saving = 'Magento_InventoryApi::stock_source_item_assign';

const editing = 'Magento_InventoryApi::source_edit';

const sourceShape = shape({
  int: 'region_id',
  float: 'latitude longitude',
  string: 'source_code name email contact_name description country_id region city street postcode phone fax',
  bool: 'enabled use_default_carrier_config',
  any: 'carrier_links extension_attributes',
});

const sourceColumns = new Set([
  'source_code',
  'name',
  'enabled',
  'country_id',
  'city',
  'postcode',
  'region_id',
  'region',
]);

export function inventoryEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/V1/inventory');
  const { inventory } = shop;
  const itemColumns = new Set(['sku', 'source_code', 'quantity', 'status']);
  return whereInstalled(shop, [
    on('GET', '/source-items', reading, (call) =>
      listRows(shop, call, {
        rows: itemsAsked(shop, call),
        columns: itemColumns,
        read: (item, field) => sourceItemOnWire(item)[field],
        show: sourceItemOnWire,
      }),
    ),
    on('POST', '/source-items', saving, ({ body }) => {
      saveSourceItems(shop, body);
      return [];
    }),
    on('POST', '/source-items-delete', saving, ({ body }) => {
      deleteSourceItems(shop, body);
      return [];
    }),
    on('GET', '/sources', reading, (call) =>
      list(shop, call, { rows: inventory.sources.all(), columns: sourceColumns }),
    ),
    on('POST', '/sources', editing, ({ body }) => {
      const given = sourceIn(body);
      requireFields(given, ['source_code', 'name', 'country_id', 'postcode']);
      inventory.sources.set(textIn(given, 'source_code'), { enabled: true, carrier_links: [], ...given });
      return [];
    }),
    on('GET', '/sources/{code}', reading, (call) => sourceOf(shop, call)),
    on('PUT', '/sources/{code}', editing, (call) => {
      const before = sourceOf(shop, call);
      const code = textIn(before, 'source_code');
      const changes = sourceIn(call.body);
      if (code === defaultSource && changes.enabled === false) {
        throw refusal(400, 'Validation Failed', undefined, [
          { message: 'Default source can not be disabled.' },
        ]);
      }
      inventory.sources.set(code, { ...before, ...changes, source_code: code });
      return [];
    }),
    on('POST', '/bulk-product-source-assign', saving, ({ body }) => assign(shop, body)),
    ...stockEndpoints(shop),
    ...salableEndpoints(shop),
  ]);
}

/** Removed modules leave no routes behind. */
export function whereInstalled(shop: Shop, routes: readonly Route<Endpoint>[]): Route<Endpoint>[] {
  return routes.map((route) => {
    const { need, answer } = route.handler;
    const checked: Endpoint['answer'] = (call) => {
      if (!shop.settings().inventory) throw noRoute();
      return answer(call);
    };
    return { ...route, handler: { need, answer: checked } };
  });
}

/** A search for SKUs goes by the index, unless searches lag. */
function itemsAsked({ inventory }: Shop, { query }: Call): SourceItem[] {
  const skus = skusAsked(query);
  if (skus === null || inventory.items.isBehind()) return inventory.items.indexed();
  return [...new Set(skus.flatMap((sku) => inventory.itemsOf(sku)))];
}

function sourceIn(body: JsonObject): JsonObject {
  if (!isObject(body.source)) throw required('source');
  return shaped(body.source, sourceShape);
}

function sourceOf({ inventory }: Shop, { parameters }: Call): JsonObject {
  const source = inventory.sources.get(parameters.code ?? '');
  if (source !== undefined) return source;
  throw refusal(404, 'Source with code "%value" does not exist.', { value: parameters.code ?? '' });
}

/** How many were assigned: with nothing in stock yet. */
function assign({ inventory }: Shop, { skus, source_codes: codes }: JsonObject): number {
  if (!Array.isArray(skus) || !Array.isArray(codes)) throw required('skus', 'sourceCodes');
  const missing = skus
    .flatMap((sku) => codes.map((code) => ({ sku: String(sku), sourceCode: String(code) })))
    .filter(({ sku, sourceCode }) => inventory.item(sku, sourceCode) === undefined);
  for (const each of missing) inventory.setItem({ ...each, quantity: 0, status: 0 });
  return missing.length;
}
