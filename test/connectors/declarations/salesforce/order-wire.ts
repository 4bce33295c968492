import { z } from 'zod';
import type { Account } from '../../../../src/connectors/contract/account.ts';
import { amount, countryCode, needed, part, text } from '../../../../src/connectors/wire/fields.ts';
import { utcTimestamp } from '../../../../src/connectors/wire/timestamps.ts';
import { rowsOf } from './queries.ts';
import { Field, soql } from './soql.ts';

const plainItem = z.looseObject({
  Id: needed(text),
  Quantity: needed(amount),
  UnitPrice: needed(amount),
  Description: text,
  Product2: part(z.object({ Name: text, StockKeepingUnit: text, ProductCode: text })),
});

/** The rate stands in a field that the org made. Without one nothing could be booked: it is refused by that name. */
export function itemWire({ traits }: Account) {
  const { vatRateField = '' } = traits;
  return plainItem.transform((item, context) => {
    const rate = amount.safeParse(item[vatRateField]);
    if (rate.data !== undefined) return { ...item, vatRate: rate.data };
    const message = rate.success ? 'missing' : 'not_an_amount';
    context.addIssue({ code: 'custom', path: [vatRateField], message });
    return z.NEVER;
  });
}
export type ItemWire = z.infer<ReturnType<typeof itemWire>>;

export function orderWire(account: Account) {
  return z.object({
    Id: needed(text),
    OrderNumber: needed(text),
    EffectiveDate: z.iso.date(),
    CreatedDate: needed(utcTimestamp),
    SystemModstamp: needed(utcTimestamp),
    Status: needed(text),
    StatusCode: text,
    Description: text,
    Account: part(z.object({ Id: needed(text), Name: needed(text) })),
    BillToContact: part(z.object({ Name: text, Email: text, Phone: text })),
    BillingStreet: text,
    BillingPostalCode: text,
    BillingCity: text,
    BillingState: text,
    BillingCountryCode: countryCode,
    BillingCountry: text,
    OrderItems: rowsOf(itemWire(account)).nullish(),
  });
}
export type OrderWire = z.infer<ReturnType<typeof orderWire>>;

export function orderQuery(id: string, { traits }: Account): string {
  const vatRate = new Field(traits.vatRateField ?? '');
  const country = new Field(traits.countryField ?? 'BillingCountry');
  return soql`SELECT Id, OrderNumber, EffectiveDate, CreatedDate, SystemModstamp, Status, StatusCode, Description,
    Account.Id, Account.Name, BillToContact.Name, BillToContact.Email, BillToContact.Phone,
    BillingStreet, BillingPostalCode, BillingCity, BillingState, ${country},
    (SELECT Id, Quantity, UnitPrice, Description, Product2.Name, Product2.StockKeepingUnit, Product2.ProductCode,
      ${vatRate} FROM OrderItems)
    FROM Order WHERE Id = ${id}`;
}
