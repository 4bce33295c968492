import { z } from 'zod';
import type { Api } from '../contract/api.ts';
import { fixed, type Lookups, type Option } from '../contract/lookups.ts';
import { path } from '../contract/path.ts';
import { needed, text } from '../wire/fields.ts';
import { paymentStatuses } from './orders/payment.ts';
import { found, safePageSize, searchQuery } from './search.ts';

/** No call lists the statuses that a merchant has made (sheet 7.6), or the payment methods of a shop without a basket (sheet 7.11). */
export const lookups: Lookups = {
  paymentStatuses: fixed(...paymentStatuses),
  classifications: customerGroups,
};

const group = z.object({ id: needed(text), code: needed(text) });

/** Group 0 is that of guests (sheet 9). */
async function customerGroups(api: Api): Promise<Option[]> {
  const query = searchQuery({
    groups: [],
    sort: [{ field: 'id', direction: 'ASC' }],
    pageSize: safePageSize,
  });
  const { items } = await api.get(path`/V1/customerGroups/search`, found(group), query);
  return items.filter(({ id }) => id !== '0').map(({ id, code }) => ({ value: id, label: code }));
}
