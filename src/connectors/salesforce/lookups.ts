import type { Api } from '../contract/api.ts';
import type { Lookups } from '../contract/lookups.ts';
import { describe } from './describe.ts';
import { invoiceObject } from './orders/invoices.ts';
import { saleOf } from './orders/sale.ts';

export const lookups: Lookups = { orderStatuses };

/** The org's own words (sheet 5.3), of whatever sales are there. */
async function orderStatuses(api: Api) {
  const sale = saleOf(api.account);
  const invoices = invoiceObject(api.account);
  const described = await describe(api, invoices ?? sale.object);
  const values = described?.values(invoices === undefined ? sale.status : 'Status__c') ?? [];
  return values.flatMap(({ value, label = value }) =>
    value === undefined || label === undefined ? [] : [{ value, label }],
  );
}
