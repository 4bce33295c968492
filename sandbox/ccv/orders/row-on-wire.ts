import Big from 'big.js';
import type { JsonObject } from '../../kit/json.ts';
import { asNumber } from '../../kit/money/cents.ts';
import type { Links } from '../call/links.ts';
import { optionsOf, rowTotal, unitPrice } from './figures.ts';
import type { OrderRow } from './order.ts';

/** What rows of orders, invoices and returns have alike (sheet 6.2). */
export function rowFigures(row: OrderRow, packageName: string): JsonObject {
  const options = optionsOf(row);
  const price = Big(row.price);
  const selling = asNumber(price.minus(row.discount), 4);
  return {
    product_name: row.name,
    product_number: row.number,
    sub_product_number: row.subNumber,
    sub_sku_number: row.subSku,
    sub_ean_number: row.subEan,
    product_id: row.productId,
    count: row.count,
    price: row.price,
    product_purchase_price: row.purchasePrice,
    discount: row.discount,
    custom_price: row.isCustomPrice,
    tax: row.tax,
    unit: row.unit,
    weight: row.weight,
    memo: row.memo,
    package_id: row.packageId,
    package_name: packageName,
    stock_location: '',
    supplier: '',
    original_price: selling,
    selling_price: selling,
    price_without_discount: row.price,
    price_without_discount_with_attributes: asNumber(price.plus(options), 4),
    total_price: asNumber(price.minus(row.discount).times(row.count)),
    total_extra_option_price: asNumber(options.times(row.count)),
    price_with_attributes: asNumber(unitPrice(row), 4),
    total_price_with_attributes: asNumber(rowTotal(row)),
  };
}

export function optionsOnWire({ attributes }: OrderRow): JsonObject[] {
  return attributes.map(({ option, value, price }) => ({ option_name: option, value_name: value, price }));
}

export function rowOnWire(row: OrderRow, orderId: number, packageName: string, links: Links): JsonObject {
  return {
    href: links.self('orderrows', row.id),
    id: row.id,
    order_id: orderId,
    product_type: row.type,
    product_href: row.productId === null ? null : links.to('products', row.productId),
    product_name_google: row.productId === null ? null : row.name,
    user_discount: 0,
    ...rowFigures(row, packageName),
    attributes: row.attributes.map(({ id }, index) => ({
      href: links.self('orderrowattributevalues', id),
      id,
      ...optionsOnWire(row)[index],
      parent: links.ref('orderrows', row.id),
    })),
    uploads: [],
    calculator_href: null,
    parent: links.ref('orders', orderId),
  };
}
