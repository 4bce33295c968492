/** The staff takes an activated order back, in whole or in part: a reduction order, where the org has them. */
import Big from 'big.js';
import { type JsonObject, numberIn } from '../../kit/json.ts';
import { asNumber } from '../../kit/money/cents.ts';
import { localDate } from '../../kit/time/local-time.ts';
import type { Org } from '../org.ts';
import type { Row } from '../records/tables.ts';
import { byHand, updateRecord } from '../records/writing.ts';
import { invalid, notFound } from '../refusal.ts';
import { isActivated, itemsOf } from '../rules/order.ts';
import { objectNamed, writtenBy } from './accounts.ts';

/** By place among the order's lines, and how many of each. */
export type Reduced = readonly (readonly [line: number, quantity: number])[];

/** Of everything that is left of it, unless lines are named. Throws a `Refusal`. */
export function reduceOrder(org: Org, id: string, lines?: Reduced): Row {
  const order = org.row('Order', id);
  if (order === undefined) throw notFound();
  if (!org.settings().reductionOrders) throw invalid('INVALID_FIELD', 'The org has no reduction orders');
  const items = itemsOf(org, id).sort((one, other) => (one.id < other.id ? -1 : 1));
  const all = items.map((item, place): readonly [number, number] => [
    place,
    numberIn(item.fields, 'AvailableQuantity'),
  ]);
  return org.asStaff(() => org.tables.transaction(() => reduction(org, order, items, lines ?? all)));
}

/** The newest order of which nothing was taken back is taken back as a whole; null where there is none. */
export function reduceNewest(org: Org): string | null {
  if (!org.settings().reductionOrders) return null;
  const newest = newestWhole(org, (order) => isActivated(org, order));
  return newest === undefined ? null : reduceOrder(org, newest.id).id;
}

/** The newest order of which nothing was taken back. */
export function newestWhole(org: Org, isMeant: (order: Row) => boolean): Row | undefined {
  if (org.schema.object('Order') === undefined) return undefined;
  return org.tables
    .all('Order')
    .filter(({ fields }) => fields.IsDeleted !== true && fields.IsReductionOrder !== true)
    .filter((order) => isMeant(order) && org.tables.by('Order', 'OriginalOrderId', order.id).length === 0)
    .at(-1);
}

function reduction(org: Org, { id, fields }: Row, items: readonly Row[], lines: Reduced): Row {
  const activated =
    org.settings().orderStatuses.find(({ category }) => category === 'Activated')?.value ?? null;
  const draft = org.settings().orderStatuses.find(({ category }) => category === 'Draft')?.value ?? null;
  const kept = (from: JsonObject, ...names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
  const made = writtenBy(org, 'Order', {
    ...kept(fields, 'AccountId', 'Pricebook2Id', 'CurrencyIsoCode', 'OrderReferenceNumber'),
    EffectiveDate: localDate(org.now()),
    Status: draft,
    IsReductionOrder: true,
    OriginalOrderId: id,
  });
  for (const [place, quantity] of lines) {
    const item = items[place];
    if (item === undefined || quantity === 0) continue;
    writtenBy(org, 'OrderItem', {
      ...kept(item.fields, 'PricebookEntryId', 'UnitPrice', 'Description', 'VatRate__c'),
      OrderId: made.id,
      Quantity: asNumber(Big(quantity).neg()),
      OriginalOrderItemId: item.id,
    });
  }
  return updateRecord(org, objectNamed(org, 'Order'), made.id, { Status: activated }, byHand);
}
