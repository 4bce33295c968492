import { z } from 'zod';
import type { Api } from '../contract/api.ts';
import { fixed, type Lookups, type Option, statusCodes } from '../contract/lookups.ts';
import { path } from '../contract/path.ts';
import { flag, needed, text } from '../wire/fields.ts';
import { vatClasses } from '../wire/taxed-or-not.ts';
import { paymentStatuses } from './orders/payments.ts';
import { many, unwrapped } from './wrapped.ts';

const statusWire = z.object({ status: needed(text), description: text, credit_order: flag });
export type OrderStatus = z.infer<typeof statusWire>;

/** Its texts are the merchant's own (sheet 7.6). */
export function readStatuses(api: Api): Promise<OrderStatus[]> {
  return api.get(path`/orderstatuses`, unwrapped('orderstatuses', many(statusWire, 'status')));
}

export const lookups: Lookups = {
  orderStatuses,
  paymentStatuses: statusCodes(...paymentStatuses),
  paymentMethods,
  taxClasses: fixed(...vatClasses),
};

/** Without those for credit orders, which are of no sale (sheet 7.6). */
async function orderStatuses(api: Api): Promise<Option[]> {
  const statuses = await readStatuses(api);
  return statuses
    .filter(({ credit_order }) => credit_order !== true)
    .map(({ status: value, description }) => ({ value, label: description ?? value }));
}

async function paymentMethods(api: Api): Promise<Option[]> {
  const method = z.object({ name: needed(text), displayName: text });
  const gateways = unwrapped('gateways', many(z.object({ methods: many(method, 'name') }), 'methods'));
  const all = (await api.get(path`/payment/stores/me/gateways`, gateways)).flatMap(({ methods }) => methods);
  const names = new Map(all.map(({ name, displayName }) => [name, displayName ?? name]));
  return [...names].map(([value, label]) => ({ value, label }));
}
