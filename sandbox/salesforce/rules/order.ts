/**
 * The life of an order: draft first, activated by itself and with a line, then closed (sheet 6). Which error code tells
 * what is open in the sheet but for `FAILED_ACTIVATION`: here INVALID_STATUS of a first status that is an activated one,
 * FIELD_INTEGRITY_EXCEPTION of what is fixed, INSUFFICIENT_ACCESS_OR_READONLY of a permission that is missing.
 */
import Big from 'big.js';
import { type JsonObject, numberIn, textIn } from '../../kit/json.ts';
import { asNumber, sumOf } from '../../kit/money/cents.ts';
import { type Org, staffUser } from '../org.ts';
import type { Row } from '../records/tables.ts';
import { deleteRecord, write } from '../records/writing.ts';
import { invalid } from '../refusal.ts';
import { statusCodes } from '../schema/objects/order.ts';
import { stampText } from '../times.ts';
import { withPlaces } from './addresses.ts';
import { requireActiveBook } from './entries.ts';
import type { ObjectRules } from './rules.ts';

const places = ['Billing', 'Shipping'];
const fixedWhenActive = ['AccountId', 'Pricebook2Id', 'CurrencyIsoCode'];
const fixedWithItems = ['Pricebook2Id', 'CurrencyIsoCode'];

export const orderRules: ObjectRules = {
  beforeCreate: (org, fields) => {
    if (fields.Status != null && categoryOf(org, fields.Status) === 'Activated') {
      throw invalid('INVALID_STATUS', 'An order must begin with a status of the category Draft', 'Status');
    }
    requireActiveBook(org, fields.Pricebook2Id);
    requireReduction(org, fields);
    const [draft] = statusCodes(org.settings());
    const placed = withPlaces(org, {}, fields, places);
    return { ...placed, StatusCode: draft, TotalAmount: 0, OrderNumber: org.autoNumber('Order', 8) };
  },
  beforeUpdate: (org, before, changes) => {
    requireActiveBook(org, changes.Pricebook2Id);
    const placed = withPlaces(org, before.fields, changes, places);
    const isActive = isActivated(org, before);
    const items = itemsOf(org, before.id);
    requireSame(before, changes, isActive ? fixedWhenActive : items.length > 0 ? fixedWithItems : []);
    if (changes.Status == null) return placed;
    const willBeActive = categoryOf(org, changes.Status) === 'Activated';
    if (willBeActive === isActive) return placed;
    return { ...placed, ...(willBeActive ? activated(org, before, changes) : deactivated(org)) };
  },
  afterUpdate: (org, row, before) => {
    if (isActivated(org, row) && !isActivated(org, before) && row.fields.IsReductionOrder === true) {
      takeBack(org, row);
    }
  },
  beforeDelete: (org, row) => {
    if (isActivated(org, row)) throw invalid('DELETE_FAILED', 'An activated order cannot be deleted');
  },
  afterDelete: (org, row) => {
    const object = org.schema.object('OrderItem');
    if (object === undefined) return;
    for (const { id } of itemsOf(org, row.id)) deleteRecord(org, object, id);
  },
};

export function isActivated(org: Org, { fields }: Row): boolean {
  return fields.StatusCode === statusCodes(org.settings())[1];
}

/** Staff of the sandbox have every permission. */
export function mayEditActivated(org: Org): boolean {
  return org.user === staffUser || org.settings().editActivatedOrders;
}

export function itemsOf(org: Org, orderId: string): Row[] {
  return org.children('OrderItem', 'OrderId', orderId);
}

/** Adds the items up. Whether that moves the stamp of the order is a setting. */
export function total(org: Org, orderId: string): void {
  const order = org.row('Order', orderId);
  if (order === undefined) return;
  const sum = sumOf(itemsOf(org, orderId).map(({ fields }) => Big(numberIn(fields, 'TotalPrice'))));
  write(org, order, { TotalAmount: asNumber(sum) }, org.settings().itemsMoveOrders);
}

function activated(org: Org, before: Row, changes: JsonObject): JsonObject {
  const others = Object.keys(changes).filter(
    (name) => name !== 'Status' && changes[name] !== (before.fields[name] ?? null),
  );
  if (others.length > 0) {
    const message = 'Only the status may be changed when an order is activated';
    throw invalid('FIELD_INTEGRITY_EXCEPTION', message, ...others);
  }
  if (org.user !== staffUser && !org.settings().rights.includes('ActivateOrders')) {
    throw invalid('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', 'Status');
  }
  if (itemsOf(org, before.id).length === 0) {
    throw invalid('FAILED_ACTIVATION', 'An order must have at least one product', 'Status');
  }
  const at = stampText(org.now());
  return { StatusCode: statusCodes(org.settings())[1], ActivatedDate: at, ActivatedById: org.user };
}

function deactivated(org: Org): JsonObject {
  if (!mayEditActivated(org)) {
    throw invalid('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', 'Status');
  }
  return { StatusCode: statusCodes(org.settings())[0], ActivatedDate: null, ActivatedById: null };
}

function categoryOf(org: Org, status: unknown): string {
  return org.settings().orderStatuses.find(({ value }) => value === status)?.category ?? 'Draft';
}

function requireSame({ fields }: Row, changes: JsonObject, names: readonly string[]): void {
  const wrong = names.filter(
    (name) => changes[name] !== undefined && changes[name] !== (fields[name] ?? null),
  );
  if (wrong.length === 0) return;
  throw invalid('FIELD_INTEGRITY_EXCEPTION', `${wrong.join(', ')} cannot be changed any more`, ...wrong);
}

/** A reduction order names the activated order that it takes from. */
function requireReduction(
  org: Org,
  { IsReductionOrder: isReduction, OriginalOrderId: original }: JsonObject,
): void {
  if (isReduction !== true) return;
  const order = org.row('Order', typeof original === 'string' ? original : '');
  if (order !== undefined && isActivated(org, order)) return;
  throw invalid(
    'FIELD_INTEGRITY_EXCEPTION',
    'A reduction order needs an activated original order',
    'OriginalOrderId',
  );
}

function takeBack(org: Org, reduction: Row): void {
  for (const { fields } of itemsOf(org, reduction.id)) {
    const original = org.row('OrderItem', textIn(fields, 'OriginalOrderItemId'));
    if (original === undefined) continue;
    const left = Big(numberIn(original.fields, 'AvailableQuantity')).plus(numberIn(fields, 'Quantity'));
    write(org, original, { AvailableQuantity: asNumber(left) });
  }
}
