/** MSI: sources, stocks, source items (sheet 12.2). Where its modules are removed, none of these routes is there. */
import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import { skusAsked } from '../catalogue/search.ts';
import { type Call, type Endpoint, idIn, list, listRows, under } from '../endpoint.ts';
import { shape, shaped } from '../fields.ts';
import { noRoute, noSuchEntity, refusal, required, requireFields } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { websites } from '../stores/stores.ts';
import {
  defaultSource,
  defaultStock,
  type SourceItem,
  type Stock,
  type StockSourceLink,
} from './inventory.ts';
import { salableEndpoints } from './salable-endpoints.ts';
import { deleteSourceItems, saveSourceItems, sourceItemOnWire } from './source-items.ts';

const reading = 'Magento_InventoryApi::source';
const saving = 'Magento_InventoryApi::stock_source_item_assign';
const editing = 'Magento_InventoryApi::source_edit';
const stocks = 'Magento_InventoryApi::stock';
const editingStocks = 'Magento_InventoryApi::stock_edit';
const linking = 'Magento_InventoryApi::stock_source_link';

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

function stockEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/V1/inventory');
  const { inventory } = shop;
  return [
    on('GET', '/stocks', stocks, (call) =>
      list(shop, call, {
        rows: inventory.stocks.all().map(stockOnWire),
        columns: new Set(['stock_id', 'name']),
      }),
    ),
    on('POST', '/stocks', editingStocks, ({ body }) => saveStock(shop, body, null)),
    on('GET', '/stocks/{id}', stocks, (call) => stockOnWire(stockOf(shop, call))),
    on('PUT', '/stocks/{id}', editingStocks, (call) => saveStock(shop, call.body, stockOf(shop, call))),
    on('DELETE', '/stocks/{id}', editingStocks, (call) => {
      const { id } = stockOf(shop, call);
      if (id === defaultStock) throw refusal(400, 'Default Stock could not be deleted.');
      inventory.stocks.delete(String(id));
      return [];
    }),
    on('GET', '/stock-source-links', linking, (call) =>
      list(shop, call, {
        rows: inventory.links.all().map(linkOnWire),
        columns: new Set(['stock_id', 'source_code', 'priority']),
      }),
    ),
    on('POST', '/stock-source-links', linking, ({ body }) => {
      for (const link of linksIn(body)) {
        requireFields(link, ['stock_id', 'source_code', 'priority']);
        if (
          !inventory.stocks.has(String(link.stock_id)) ||
          !inventory.sources.has(textIn(link, 'source_code'))
        ) {
          throw refusal(400, 'Could not save StockSourceLinks');
        }
        inventory.link(linkOf(link));
      }
      return [];
    }),
    on('POST', '/stock-source-links-delete', linking, ({ body }) => {
      for (const link of linksIn(body)) inventory.links.delete(`${link.stock_id} ${link.source_code}`);
      return [];
    }),
    on('GET', '/stock-resolver/website/{code}', stocks, ({ parameters }) => {
      const stock = inventory.stockOfWebsite(parameters.code ?? '');
      if (stock === undefined) throw refusal(404, 'No linked stock found');
      return stockOnWire(stock);
    }),
  ];
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
function itemsAsked({ inventory, settings }: Shop, { query }: Call): SourceItem[] {
  const skus = skusAsked(query);
  if (skus === null || settings().searchLagMs > 0) return inventory.items.indexed();
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

function stockOf({ inventory }: Shop, call: Call): Stock {
  const id = idIn(call, 'id');
  const stock = inventory.stocks.get(id);
  if (stock === undefined) throw noSuchEntity('stock_id', Number(id));
  return stock;
}

/** A website sells from one stock only: another stock loses it. */
function saveStock({ inventory }: Shop, body: JsonObject, before: Stock | null): number {
  if (!isObject(body.stock)) throw required('stock');
  const extension = body.stock.extension_attributes;
  const channels = isObject(extension) ? objectsIn(extension.sales_channels) : null;
  const codes = channels?.map((channel) => textIn(channel, 'code')) ?? before?.websites ?? [];
  const unknown = codes.find((code) => !websites.some((website) => website.code === code));
  if (unknown !== undefined) {
    throw refusal(400, 'Validation Failed', undefined, [
      { message: 'The website with code "%code" does not exist.', parameters: { code: unknown } },
    ]);
  }
  const id = before?.id ?? inventory.ids.next('stock');
  for (const other of inventory.stocks.all()) {
    const kept = other.websites.filter((code) => !codes.includes(code));
    inventory.stocks.set(String(other.id), { ...other, websites: kept });
  }
  const name = textIn(body.stock, 'name') || before?.name || '';
  if (name === '') throw required('name');
  inventory.stocks.set(String(id), { id, name, websites: codes });
  return id;
}

export function stockOnWire({ id, name, websites: codes }: Stock): JsonObject {
  const channels = codes.map((code) => ({ type: 'website', code }));
  return { stock_id: id, name, extension_attributes: { sales_channels: channels } };
}

function linksIn({ links }: JsonObject): JsonObject[] {
  if (!Array.isArray(links)) throw required('links');
  return objectsIn(links);
}

function linkOf(link: JsonObject): StockSourceLink {
  return {
    stockId: Number(link.stock_id),
    sourceCode: textIn(link, 'source_code'),
    priority: Number(link.priority),
  };
}

function linkOnWire({ stockId, sourceCode, priority }: StockSourceLink): JsonObject {
  return { stock_id: stockId, source_code: sourceCode, priority };
}
