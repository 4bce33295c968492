import { fixed, type Lookups } from '../contract/lookups.ts';
import { financialStatuses, fulfillmentStatuses, tagIn } from './orders/statuses.ts';
import { openPlaces } from './stock/levels.ts';

export const lookups: Lookups = {
  orderStatuses: {
    ...fixed(...fulfillmentStatuses, 'PAID', 'CLOSED'),
    fits: (value) => tagIn(value) !== undefined,
  },
  paymentStatuses: fixed(...financialStatuses),
  locations: async (api) =>
    (await openPlaces(api)).map(({ id: value, name = value }) => ({ value, label: name })),
};
