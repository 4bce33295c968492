import { fixed, type Lookups } from '../contract/lookups.ts';
import { fulfillmentStatuses, paymentStatuses } from './orders/statuses.ts';

/** Names of custom statuses are the merchant's, their codes are fixed (sheet 3.4). Names of payment methods are free text. */
export const lookups: Lookups = {
  orderStatuses: fixed(...fulfillmentStatuses),
  paymentStatuses: fixed(...paymentStatuses),
};
