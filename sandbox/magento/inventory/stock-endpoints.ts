/** Stocks: which sources they add up, and which websites sell from them (sheet 12.2). */
import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import { type Call, type Endpoint, idIn, list, under } from '../endpoint.ts';
import { noSuchEntity, refusal, required, requireFields } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { websites } from '../stores/stores.ts';
import { defaultStock, type Stock, type StockSourceLink } from './rows.ts';

const stocks = 'Magento_InventoryApi::stock';

const editingStocks = 'Magento_InventoryApi::stock_edit';

const linking = 'Magento_InventoryApi::stock_source_link';

export function stockEndpoints(shop: Shop): Route<Endpoint>[] {
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
