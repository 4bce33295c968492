/** An order with its items (sheet 5.3, 5.4), as far as it is read. */
import { z } from 'zod';
import type { Account } from '../../contract/account.ts';
import { amount, flag, needed, part, text } from '../../wire/fields.ts';
import { utcTimestamp } from '../../wire/timestamps.ts';
import { addressFields, addressWire } from '../address.ts';
import { accountFields, accountWire, contactFields, contactWire } from '../customers/wire.ts';
import { orgOf, showsOfOrder } from '../org.ts';
import { rowsOf } from '../queries.ts';
import { Field, fields, soql } from '../soql.ts';
import { asOrder, saleOf } from './sale.ts';

const plainItem = z.looseObject({
  Id: needed(text),
  Quantity: needed(amount),
  UnitPrice: needed(amount),
  Description: text,
  PricebookEntryId: text,
  Product2Id: text,
  Product2: part(z.looseObject({ Name: text })),
});

/**
 * The rate stands in a field that the org made, of the line or of its product; else the connection says one for all (sheet 5.4). Without one
 * nothing could be booked: it is refused by that name.
 */
export function itemWire({ traits }: Account) {
  const { vatRateField, productVatRateField, vatRate: byDefault, skuField = 'StockKeepingUnit' } = traits;
  return plainItem.transform((item, context) => {
    const candidates = [
      ...(vatRateField === undefined ? [] : [item[vatRateField]]),
      ...(productVatRateField === undefined ? [] : [item.Product2?.[productVatRateField]]),
      byDefault,
    ].map((value) => amount.safeParse(value));
    const stated = candidates.find(({ success, data }) => !success || data !== undefined);
    const sku = text.safeParse(item.Product2?.[skuField]).data;
    if (stated?.data !== undefined) return { ...item, vatRate: stated.data, sku };
    const message = stated === undefined ? 'missing' : 'not_an_amount';
    context.addIssue({ code: 'custom', path: [vatRateField ?? 'VatRate__c'], message });
    return z.NEVER;
  });
}
export type ItemWire = z.infer<ReturnType<typeof itemWire>>;

/** Its own words for a draft differ from org to org; older orgs write the category short (sheet 5.3). */
export function isDraft(statusCode: string | undefined): boolean {
  return /^d/i.test(statusCode ?? '');
}

export function orderWire(account: Account) {
  const named = z
    .looseObject({
      Id: needed(text),
      OrderNumber: needed(text),
      EffectiveDate: z.iso.date(),
      CreatedDate: needed(utcTimestamp),
      ActivatedDate: utcTimestamp,
      SystemModstamp: needed(utcTimestamp),
      Status: needed(text),
      StatusCode: text,
      Description: text,
      OrderReferenceNumber: text,
      AccountId: text,
      CurrencyIsoCode: text,
      IsReductionOrder: flag,
      isLost: flag,
      Account: part(accountWire(account)),
      BillToContact: part(contactWire),
      ShipToContact: part(z.object({ FirstName: text, LastName: text })),
      OrderItems: rowsOf(itemWire(account)).nullish(),
    })
    .transform((record, context) => {
      const { orderKeyField } = account.traits;
      const read = {
        billing: addressWire('Billing').safeParse(record),
        shipping: addressWire('Shipping').safeParse(record),
      };
      for (const [use, { error }] of [
        ['Billing', read.billing],
        ['Shipping', read.shipping],
      ] as const)
        for (const { path, message } of error?.issues ?? [])
          context.addIssue({ code: 'custom', path: [`${use}${path.map(String).join('')}`], message });
      return {
        ...record,
        key: orderKeyField === undefined ? undefined : text.safeParse(record[orderKeyField]).data,
        billing: read.billing.data,
        shipping: read.shipping.data,
      };
    });
  return z.preprocess((raw) => asOrder(raw, saleOf(account)), named);
}
export type OrderWire = z.infer<ReturnType<typeof orderWire>>;

function own(...names: readonly (string | undefined)[]): string[] {
  return names.filter((name) => name !== undefined);
}

/** What an order says of itself: what the org does not have, or show, is not asked for. */
export function orderFields(account: Account): Field[] {
  const org = orgOf(account);
  const { date, status, own: ofSale, hasPeople } = saleOf(account);
  const optional = ['Description', 'OrderReferenceNumber', 'ActivatedDate'].filter((name) =>
    showsOfOrder(account, name),
  );
  return fields(
    ...['Id', 'CreatedDate', 'SystemModstamp', 'AccountId', date, status, ...ofSale],
    ...optional,
    ...own(account.traits.orderKeyField),
    ...(org.currencies !== null ? ['CurrencyIsoCode'] : []),
    ...(org.reductions ? ['IsReductionOrder'] : []),
    ...(hasPeople ? [...addressFields('Billing', org), ...addressFields('Shipping', org)] : []),
  );
}

export function itemFields({ traits }: Account): Field[] {
  const { vatRateField, productVatRateField, skuField = 'StockKeepingUnit' } = traits;
  return fields(
    ...['Id', 'Quantity', 'UnitPrice', 'Description', 'PricebookEntryId', 'Product2Id', 'Product2.Name'],
    ...own(`Product2.${skuField}`, vatRateField, productVatRateField && `Product2.${productVatRateField}`),
  );
}

export function orderQuery(id: string, account: Account): string {
  const people = [
    ...accountFields(account, 'Account.'),
    ...(showsOfOrder(account, 'BillToContactId') ? contactFields('BillToContact.') : []),
    ...(showsOfOrder(account, 'ShipToContactId')
      ? fields('ShipToContact.FirstName', 'ShipToContact.LastName')
      : []),
  ];
  const { object, relation } = saleOf(account);
  return soql`SELECT ${orderFields(account)}, ${people}, (SELECT ${itemFields(account)} FROM ${new Field(relation)})
    FROM ${new Field(object)} WHERE Id = ${id}`;
}
