import { z } from 'zod';
import type { Api } from '../contract/api.ts';
import { fixed, type Lookups, type Option, statusCodes } from '../contract/lookups.ts';
import { path } from '../contract/path.ts';
import { needed, text } from '../wire/fields.ts';
import { tariffsAtHome } from './account.ts';
import { allOf } from './lists.ts';
import { orderStatuses } from './orders/statuses.ts';
import { vatClasses } from './products/to-wire.ts';

const methodWire = z.object({ id: text, combined_name: needed(text), label: text });
const groupWire = z.object({ id: needed(text), groupname: text });

export const lookups: Lookups = {
  orderStatuses: { options: Object.entries(orderStatuses).map(([value, label]) => ({ value, label })) },
  paymentStatuses: statusCodes('paid', 'unpaid'),
  paymentMethods,
  shippingMethods: fixed('shipping', 'delivery', 'pickup'),
  classifications,
  taxClasses,
};

async function paymentMethods(api: Api): Promise<Option[]> {
  const methods = await allOf(api, { path: path`/paymethods/`, row: methodWire, isWhole: true });
  const names = new Map(methods.map((each) => [each.combined_name, each.label ?? each.combined_name]));
  return [...names].map(([value, label]) => ({ value, label }));
}

/** Groups of customers. */
async function classifications(api: Api): Promise<Option[]> {
  const groups = await allOf(api, { path: path`/usergroups/`, row: groupWire });
  return groups.map(({ id: value, groupname }) => ({ value, label: groupname ?? value }));
}

async function taxClasses({ account }: Api): Promise<Option[]> {
  const rates = tariffsAtHome(account);
  return vatClasses.map((value) => {
    const rate = rates.get(value);
    return { value, label: rate === undefined ? value : `${value} (${rate} %)` };
  });
}
