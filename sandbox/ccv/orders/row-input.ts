/** Rows that come over the API (sheet 6.5). */
import Big from 'big.js';
import { type Shape, together } from '../../kit/fields/shape.ts';
import { type JsonObject, numberIn, textIn } from '../../kit/json.ts';
import { type FieldKind, flag, int, number, text } from '../call/fields.ts';
import { combinationOf, countsByCombination, type Product, piecesOf } from '../products/product.ts';
import { invalid, notFound } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { percentageOf, tariffs } from '../shop-info/taxes.ts';
import { chosenOptions } from './chosen.ts';
import { type OrderRow, plainRow } from './order.ts';

export const rowShape: Shape<FieldKind> = together(
  text('product_type product_name product_number unit memo'),
  flag('auto_create_deposit_rows'),
  int('product_id attribute_combination_id package_id'),
  number('count price product_purchase_price discount tax weight'),
);

/** One row, and the deposits that come with its product. Throws a `Refusal`. */
export function rowsFrom(shop: Shop, sent: JsonObject, country: string): OrderRow[] {
  if (sent.count === undefined) throw invalid('The property count is required');
  if (numberIn(sent, 'count') === 0) throw invalid('count is zero');
  const id = () => shop.ids.next('row');
  if (sent.product_id === undefined) return [freeRow(shop, sent, id())];
  const product = shop.assortment.product(String(sent.product_id));
  const combination = combinationIn(sent, product);
  const { fields } = product;
  const valueIds = combination?.valueIds ?? [];
  const tariff = tariffs.find((each) => each === fields.taxtariff) ?? 'normal';
  const own = combination?.fields ?? {};
  const row: OrderRow = {
    ...plainRow,
    id: id(),
    productId: product.id,
    valueIds,
    name: textIn(sent, 'product_name') || textIn(fields, 'name'),
    number: textIn(sent, 'product_number') || textIn(fields, 'productnumber'),
    subNumber: textIn(own, 'product_number'),
    subSku: textIn(own, 'sku_number'),
    subEan: textIn(own, 'ean_number'),
    count: numberIn(sent, 'count'),
    price: numberOr(sent, 'price', numberIn(fields, 'price')),
    discount: numberOr(sent, 'discount', numberIn(fields, 'discount')),
    tax: numberOr(sent, 'tax', percentageOf(tariff, country)),
    isCustomPrice: sent.price !== undefined,
    purchasePrice: numberOr(sent, 'product_purchase_price', numberIn(fields, 'purchaseprice')),
    unit: textIn(sent, 'unit') || textIn(fields, 'unit'),
    weight: numberOr(sent, 'weight', numberIn(fields, 'weight')),
    memo: textIn(sent, 'memo'),
    packageId: typeof sent.package_id === 'number' ? sent.package_id : product.packageId,
    attributes: chosenOptions(shop, product, valueIds),
  };
  checkRow(shop, row);
  return [row, ...(sent.auto_create_deposit_rows === false ? [] : depositsOf(shop, product, row))];
}

/** Throws a `Refusal` where goods are not there in the pieces that are asked for. */
export function checkStock(shop: Shop, rows: readonly OrderRow[]): void {
  for (const { productId, valueIds, count, name } of rows) {
    const product = shop.assortment.products.get(String(productId));
    if (product === undefined) continue;
    const left = piecesOf(product, combinationOf(product, valueIds));
    if (left !== 'unlimited' && left < count) throw invalid(`${name} is out of stock`);
  }
}

function freeRow(shop: Shop, sent: JsonObject, id: number): OrderRow {
  for (const name of ['product_name', 'price', 'package_id']) {
    if (sent[name] === undefined || sent[name] === '') {
      throw invalid(`The property ${name} is required of a row without product_id`);
    }
  }
  const row = {
    ...plainRow,
    id,
    type: textIn(sent, 'product_type') || 'product',
    name: textIn(sent, 'product_name'),
    number: textIn(sent, 'product_number'),
    count: numberIn(sent, 'count'),
    price: numberIn(sent, 'price'),
    discount: numberIn(sent, 'discount'),
    tax: numberIn(sent, 'tax'),
    isCustomPrice: true,
    purchasePrice: numberIn(sent, 'product_purchase_price'),
    unit: textIn(sent, 'unit'),
    weight: numberIn(sent, 'weight'),
    memo: textIn(sent, 'memo'),
    packageId: numberIn(sent, 'package_id'),
  };
  checkRow(shop, row);
  return row;
}

function checkRow(shop: Shop, { packageId, tax, name }: OrderRow): void {
  if (packageId !== null && !shop.assortment.packages.has(String(packageId))) throw notFound('packages');
  if (tax < 0 || tax > 100) throw invalid('tax is no percentage');
  if (name.length > 200) throw invalid('product_name has more than 200 characters');
}

/** A product with combinations is bought as one of them. */
function combinationIn(sent: JsonObject, product: Product) {
  const id = sent.attribute_combination_id;
  if (id === undefined) {
    if (product.combinations.length > 0 && countsByCombination(product)) {
      throw invalid('attribute_combination_id is required of this product');
    }
    return undefined;
  }
  const combination = product.combinations.find((each) => each.id === id);
  if (combination === undefined) throw notFound('attributecombinations');
  return combination;
}

/** Deposits carry no VAT (sheet 6.2). Their words are not known. */
function depositsOf(shop: Shop, { fields }: Product, row: OrderRow): OrderRow[] {
  const kinds = [
    ['container_deposit_price', 'container_deposit', 'Statiegeld'],
    ['safety_deposit_price', 'safety_deposit', 'Borg'],
  ] as const;
  return kinds.flatMap(([field, type, name]) => {
    const price = numberIn(fields, field);
    if (Big(price).eq(0)) return [];
    const id = shop.ids.next('row');
    return [{ ...plainRow, id, type, name, number: row.number, count: row.count, price, tax: 0 }];
  });
}

function numberOr(sent: JsonObject, name: string, byDefault: number): number {
  return sent[name] === undefined ? byDefault : numberIn(sent, name);
}
