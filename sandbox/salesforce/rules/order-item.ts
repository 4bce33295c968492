/** The lines of an order (sheet 5.4). What an activated order refuses is told by FIELD_INTEGRITY_EXCEPTION: the code is open. */
import Big from 'big.js';
import { type JsonObject, numberIn, textIn } from '../../kit/json.ts';
import { asNumber } from '../../kit/money/cents.ts';
import { type Org, staffUser } from '../org.ts';
import type { Row } from '../records/tables.ts';
import { invalid } from '../refusal.ts';
import { entryFor } from './entries.ts';
import { isActivated, mayEditActivated, total } from './order.ts';
import type { ObjectRules } from './rules.ts';

const priced = ['Quantity', 'UnitPrice'];

export const orderItemRules: ObjectRules = {
  beforeCreate: (org, fields) => {
    const order = orderOf(org, fields);
    if (order === undefined) return fields;
    if (isActivated(org, order)) throw locked('Items cannot be added to an activated order');
    const { pricebooksForOrders } = org.settings();
    if (fields.PricebookEntryId == null) {
      // What is missing is told with the other fields.
      if (pricebooksForOrders) return fields;
      if (fields.Product2Id == null)
        throw invalid('REQUIRED_FIELD_MISSING', 'Required fields are missing: [Product2Id]', 'Product2Id');
      return numbered(org, order, fields, {});
    }
    const entry = entryFor(org, fields, order);
    const listed = { Product2Id: entry.fields.Product2Id ?? null, ListPrice: entry.fields.UnitPrice ?? null };
    requirePrice(org, fields, listed.ListPrice);
    return numbered(org, order, fields, listed);
  },
  beforeUpdate: (org, before, changes) => {
    const order = orderOf(org, before.fields);
    if (order !== undefined && isActivated(org, order)) {
      if (!mayEditActivated(org)) throw locked('Items of an activated order cannot be changed');
      const { enhancedCommerceOrders } = org.settings();
      if (enhancedCommerceOrders && priced.some((name) => changes[name] !== undefined)) {
        throw locked('Prices and quantities of an activated order are fixed', ...priced);
      }
    }
    const fields = { ...before.fields, ...changes };
    requireQuantity(fields, order);
    requirePrice(org, fields, before.fields.ListPrice ?? null);
    const isDraft = order === undefined || !isActivated(org, order);
    return {
      ...changes,
      ...sums(fields),
      ...(isDraft ? { AvailableQuantity: fields.Quantity ?? null } : {}),
    };
  },
  afterCreate: (org, row) => total(org, textIn(row.fields, 'OrderId')),
  afterUpdate: (org, row) => total(org, textIn(row.fields, 'OrderId')),
  beforeDelete: (org, row) => {
    const order = orderOf(org, row.fields);
    if (order !== undefined && isActivated(org, order))
      throw locked('Items of an activated order cannot be deleted');
  },
  afterDelete: (org, row) => total(org, textIn(row.fields, 'OrderId')),
};

function numbered(org: Org, order: Row, fields: JsonObject, listed: JsonObject): JsonObject {
  requireQuantity(fields, order);
  if (order.fields.IsReductionOrder === true) requireOriginal(org, order, fields);
  return {
    ...fields,
    ...listed,
    ...sums(fields),
    AvailableQuantity: fields.Quantity ?? null,
    OrderItemNumber: org.autoNumber('OrderItem', 10),
    ...(order.fields.CurrencyIsoCode === undefined ? {} : { CurrencyIsoCode: order.fields.CurrencyIsoCode }),
  };
}

function sums(fields: JsonObject): JsonObject {
  if (fields.Quantity == null || fields.UnitPrice == null) return {};
  return { TotalPrice: asNumber(Big(numberIn(fields, 'Quantity')).times(numberIn(fields, 'UnitPrice'))) };
}

function requireQuantity({ Quantity: quantity }: JsonObject, order: Row | undefined): void {
  if (typeof quantity !== 'number') return;
  const isReduction = order?.fields.IsReductionOrder === true;
  if (isReduction ? quantity < 0 : quantity > 0) return;
  const message = isReduction
    ? 'Quantity must be below zero in a reduction order'
    : 'Quantity must be above zero';
  throw invalid('FIELD_INTEGRITY_EXCEPTION', message, 'Quantity');
}

function requirePrice(org: Org, { UnitPrice: price }: JsonObject, listPrice: unknown): void {
  if (org.settings().priceEdits || org.user === staffUser || price == null || price === listPrice) return;
  throw invalid('INSUFFICIENT_ACCESS_OR_READONLY', 'Only the list price may be used', 'UnitPrice');
}

/** No more than the original order still has of it. */
function requireOriginal(org: Org, { fields: order }: Row, item: JsonObject): void {
  const original = org.row('OrderItem', textIn(item, 'OriginalOrderItemId'));
  const isOf = original?.fields.OrderId === order.OriginalOrderId;
  const left = original === undefined ? 0 : numberIn(original.fields, 'AvailableQuantity');
  if (isOf && left + numberIn(item, 'Quantity') >= 0) return;
  throw invalid(
    'FIELD_INTEGRITY_EXCEPTION',
    'There is not so much to take back',
    'OriginalOrderItemId',
    'Quantity',
  );
}

function orderOf(org: Org, fields: JsonObject): Row | undefined {
  return org.row('Order', textIn(fields, 'OrderId'));
}

function locked(message: string, ...fields: readonly string[]) {
  return invalid('FIELD_INTEGRITY_EXCEPTION', message, ...fields);
}
