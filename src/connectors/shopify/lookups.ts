import { fixed, type Lookups } from '../contract/lookups.ts';
import { financialStatuses, fulfillmentStatuses, tagIn } from './orders/statuses.ts';

export const lookups: Lookups = {
  orderStatuses: {
    ...fixed(...fulfillmentStatuses, 'PAID', 'CLOSED'),
    fits: (value) => tagIn(value) !== undefined,
  },
  paymentStatuses: fixed(...financialStatuses),
};
