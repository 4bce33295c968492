/** Prices in lists, of which rows fail one by one (sheet 10.8). Every row counts for the store view that it names. */
import type { Route } from '../../kit/http/route-table.ts';
import { type Json, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import { roundedTo } from '../attributes/values.ts';
import { type Call, type Endpoint, under } from '../endpoint.ts';
import { shape, shaped } from '../fields.ts';
import { type Product, withValue } from '../products/product.ts';
import { maximumItems, refusal, required } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { storeViews } from '../stores/stores.ts';
import { isTimestamp } from '../timestamps.ts';

const resource = 'Magento_Catalog::catalog';
const priceRow = shape({
  float: 'price',
  int: 'store_id',
  string: 'sku price_from price_to',
  any: 'extension_attributes',
});
const priced = ['simple', 'virtual', 'downloadable', 'bundle', 'giftcard'];

interface Failure extends JsonObject {
  message: string;
  /** Texts, whatever the values were. */
  parameters: string[];
}

export function priceEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/V1/products');
  return [
    on('POST', '/base-prices', resource, (call) =>
      eachRow(shop, call, 'BasePriceInterface', (row) => saveBasePrice(shop, row)),
    ),
    on('POST', '/base-prices-information', resource, (call) =>
      knownProducts(shop, call).flatMap((product) =>
        Object.entries(product.values).flatMap(([storeId, { price }]) =>
          price === undefined ? [] : [{ price, store_id: Number(storeId), sku: product.sku }],
        ),
      ),
    ),
    on('POST', '/special-price', resource, (call) =>
      eachRow(shop, call, 'SpecialPriceInterface', (row) => saveSpecialPrice(shop, row)),
    ),
    on('POST', '/special-price-delete', resource, (call) =>
      eachRow(shop, call, 'SpecialPriceInterface', (row) => deleteSpecialPrice(shop, row)),
    ),
    on('POST', '/special-price-information', resource, (call) =>
      knownProducts(shop, call).flatMap(specialPricesOf),
    ),
  ];
}

/** HTTP 200 even where rows fail: the answer lists them. */
function eachRow(shop: Shop, { body }: Call, type: string, save: (row: JsonObject) => Failure | null): Json {
  if (!Array.isArray(body.prices)) throw required('prices');
  const rows = objectsIn(body.prices).map((row) => shaped(row, priceRow));
  const { maxItems } = shop.settings();
  if (maxItems !== null && rows.length > maxItems) {
    throw maximumItems(`Magento\\Catalog\\Api\\Data\\${type}`, maxItems);
  }
  return rows.flatMap((row) => save(row) ?? []);
}

function saveBasePrice(shop: Shop, row: JsonObject): Failure | null {
  const sku = textIn(row, 'sku');
  const product = pricedProduct(shop, sku);
  const invalid = 'Invalid attribute %fieldName = %fieldValue.';
  if (product === null) return { message: invalid, parameters: ['SKU', sku] };
  if (!isPrice(row.price)) return { message: invalid, parameters: ['Price', String(row.price ?? '')] };
  const store = storeProblem(shop, row);
  if (store !== null) {
    const message =
      store === 'unknown' ? 'Requested store is not found. Row ID: SKU = %SKU, Store ID: %storeId.' : store;
    return { message, parameters: [sku, String(row.store_id ?? '')] };
  }
  save(shop, product, row, { price: row.price });
  return null;
}

function saveSpecialPrice(shop: Shop, row: JsonObject): Failure | null {
  const problem = specialProblem(shop, row);
  if (problem !== null) return problem;
  const product = shop.catalogue.product(textIn(row, 'sku'));
  save(shop, product, row, {
    special_price: row.price ?? null,
    special_from_date: row.price_from ?? null,
    special_to_date: row.price_to ?? null,
  });
  return null;
}

/** Takes away only what has these very dates; what has others stays, without a word. */
function deleteSpecialPrice(shop: Shop, row: JsonObject): Failure | null {
  const problem = specialProblem(shop, row);
  if (problem !== null) return problem;
  const product = shop.catalogue.product(textIn(row, 'sku'));
  const stored = specialPricesOf(product).find(({ store_id }) => store_id === storeOf(row));
  const isIt = stored?.price_from === row.price_from && stored?.price_to === row.price_to;
  if (stored !== undefined && isIt) {
    save(shop, product, row, { special_price: null, special_from_date: null, special_to_date: null });
  }
  return null;
}

function specialPricesOf({ sku, values }: Product): JsonObject[] {
  return Object.entries(values).flatMap(([storeId, row]) => {
    if (row.special_price === undefined) return [];
    const dates: JsonObject = {
      ...(row.special_from_date === undefined ? {} : { price_from: row.special_from_date }),
      ...(row.special_to_date === undefined ? {} : { price_to: row.special_to_date }),
    };
    return [{ price: row.special_price, store_id: Number(storeId), sku, ...dates }];
  });
}

function specialProblem(shop: Shop, row: JsonObject): Failure | null {
  const sku = textIn(row, 'sku');
  const parameters = [sku, ...[row.store_id, row.price_from, row.price_to].map((each) => String(each ?? ''))];
  const place = 'Row ID: SKU = %SKU, Store ID: %storeId, Price From: %priceFrom, Price To: %priceTo.';
  const says = (text: string): Failure => ({ message: `${text} ${place}`, parameters });
  if (pricedProduct(shop, sku) === null) {
    return says("The product that was requested doesn't exist. Verify the product and try again.");
  }
  if (!isPrice(row.price)) return says(`Invalid attribute Price = ${row.price ?? ''}.`);
  const store = storeProblem(shop, row);
  if (store !== null) return says(store === 'unknown' ? 'Requested store is not found.' : store);
  for (const [name, label] of [
    ['price_from', 'Price From'],
    ['price_to', 'Price To'],
  ] as const) {
    const value = row[name];
    if (value !== undefined && !isTimestamp(String(value)))
      return says(`Invalid attribute ${label} = ${value}.`);
  }
  return null;
}

function storeOf(row: JsonObject): number {
  return Number(row.store_id ?? 0);
}

/** The wording about the scope is inferred. */
function storeProblem(shop: Shop, row: JsonObject): string | null {
  const id = storeOf(row);
  if (id === 0) return null;
  if (!storeViews.some((view) => view.id === id)) return 'unknown';
  const isGlobal = shop.catalogue.priceScope() === 'global';
  return isGlobal ? 'Could not change non global Price when price scope is global.' : null;
}

function pricedProduct(shop: Shop, sku: string): Product | null {
  const product = shop.catalogue.findProduct(sku);
  return product !== undefined && priced.includes(product.type) ? product : null;
}

function isPrice(value: Json | undefined): value is number {
  return typeof value === 'number' && value >= 0;
}

/** For that view alone: the other views of its website keep theirs (reported). */
function save(shop: Shop, product: Product, row: JsonObject, changes: JsonObject): void {
  const kept = (value: Json) =>
    typeof value === 'number' ? roundedTo(shop.settings().decimals, value) : value;
  const values = Object.entries(changes).reduce(
    (all, [code, value]) => withValue(all, code, kept(value), [storeOf(row)]),
    product.values,
  );
  shop.catalogue.save({ ...product, values }, shop.settings().pricesMoveUpdatedAt);
}

function knownProducts(shop: Shop, { body }: Call): Product[] {
  if (!Array.isArray(body.skus)) throw required('skus');
  return body.skus.map((sku) => {
    const product = shop.catalogue.findProduct(String(sku));
    if (product === undefined) throw refusal(404, "Requested product doesn't exist: %sku", { sku });
    return product;
  });
}
