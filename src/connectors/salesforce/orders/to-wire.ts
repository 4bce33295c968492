import type { Document } from '../../../records/document.ts';
import { big } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import type { Account } from '../../contract/account.ts';
import type { JsonObject } from '../../contract/target.ts';
import { present } from '../../wire/fields.ts';
import { asObject, only } from '../../wire/objects.ts';
import { recipientOf } from '../../wire/party.ts';
import { ownLines, plain } from '../../wire/reference-lines.ts';
import { addressToWire } from '../address.ts';
import { mayWrite, orgOf, requireFilled, requireTrait, showsOfOrder } from '../org.ts';
import { type ItemLine, itemLines } from './lines.ts';
import { type Sale, saleOf } from './sale.ts';

/**
 * What `create` sends in one call (sheet 6.1): the order, its items and what activates it. `customer` is the id of a contact or an account,
 * from which the account follows, and `Product2Id` the product whose entry of the price book the item is made of; without one it is the
 * product for other lines. Throws `credit_unsupported`, `org_lacks`, `fields_missing`.
 */
export function orderToWire(document: Document, account: Account): JsonObject {
  if (document.kind !== 'order') throw rejected('credit_unsupported', { system: 'Salesforce' });
  const sale = saleOf(account);
  requireTrait(account, 'orders', sale.object);
  const org = orgOf(account);
  const shown = (optional: JsonObject) => only(optional, (name) => takes(account, sale, name));
  const reference = plain(document.reference);
  const { reference: _, custom, itemCustom, Description, ...fields } = present(document.fields);
  const { address } = document.customer;
  const order = present({
    [sale.date]: document.date,
    // Only drafts can be made (sheet 6).
    [sale.status]: org.draftStatus,
    // Nobody lets an opportunity be nameless.
    Name: sale.object === 'Opportunity' ? reference : undefined,
    Pricebook2Id: requireTrait(account, 'pricebook', 'Pricebook2'),
    CurrencyIsoCode: org.currencies === null ? undefined : document.currency,
    ...shown({
      OrderReferenceNumber: reference,
      Description: [ownLines(reference), document.note, Description].filter(Boolean).join('\n'),
    }),
    [referenceField(account)]: reference,
    ...(sale.hasPeople
      ? {
          ...addressToWire('Billing', address, org),
          ...addressToWire('Shipping', recipientOf(document.customer, document.delivery).address, org),
        }
      : {}),
    ...fields,
    ...asObject(custom),
  });
  const items = itemLines(document, org).map((line) => itemToWire(line, account, asObject(itemCustom)));
  requireFilled('Order', order, account);
  for (const item of items) requireFilled('Item', item, account);
  return {
    customer: document.customerId,
    order,
    items,
    ...(document.state === 'sent' ? { activate: { [sale.status]: org.activatedStatus } } : {}),
  };
}

function takes(account: Account, { object }: Sale, name: string): boolean {
  return showsOfOrder(account, name) && mayWrite(account, object, name);
}

/** By what an order is found again (sheet 6.1). Throws `org_lacks` where the org has neither. */
export function referenceField(account: Account): string {
  const { orderKeyField } = account.traits;
  const { object, reference: field } = saleOf(account);
  if (orderKeyField !== undefined) return orderKeyField;
  if (object === 'Opportunity' || takes(account, saleOf(account), field)) return field;
  throw rejected('org_lacks', { system: 'Salesforce', object, field });
}

/** Amounts are numbers there (sheet 3.1). */
function itemToWire(line: ItemLine, account: Account, custom: JsonObject): JsonObject {
  return present({
    Product2Id: line.productId,
    Quantity: Number(line.quantity),
    UnitPrice: Number(line.unitPrice),
    Description: line.description,
    ...rateToWire(line.vatRate, account),
    ...custom,
  });
}

/** A rate that stands nowhere could not be read again. */
function rateToWire(rate: string, account: Account): JsonObject {
  const { vatRateField, vatRate } = account.traits;
  const { items: object } = saleOf(account);
  if (vatRateField !== undefined && mayWrite(account, object, vatRateField))
    return { [vatRateField]: Number(rate) };
  if (vatRate !== undefined && big(vatRate).eq(rate)) return {};
  throw rejected('org_lacks', { system: 'Salesforce', object, field: vatRateField ?? 'VatRate__c' });
}
