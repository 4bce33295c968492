import type { SortValue } from '../graphql/connection.ts';
import { gid } from '../ids.ts';
import { metafieldTexts } from '../metafields/metafield.ts';
import { type Filters, keyword } from '../search/filter.ts';
import type { Shop } from '../shop.ts';
import type { Company, Customer } from './customer.ts';
import { nameOf } from './view.ts';

type Sorts<Row> = Readonly<Record<string, (row: Row) => SortValue>>;

export const customerSorts: Sorts<Customer> = {
  UPDATED_AT: ({ updatedAt }) => updatedAt,
  CREATED_AT: ({ createdAt }) => createdAt,
  NAME: nameOf,
};
export const companySorts: Sorts<Company> = {
  UPDATED_AT: ({ updatedAt }) => updatedAt,
  CREATED_AT: ({ createdAt }) => createdAt,
  NAME: ({ name }) => name,
};
export function customerFilters(shop: Shop): Filters<Customer> {
  return {
    id: keyword(({ id }) => id),
    email: { is: 'words', read: ({ email }) => [email] },
    phone: keyword(({ phone }) => phone),
    first_name: { is: 'words', read: ({ firstName }) => [firstName] },
    last_name: { is: 'words', read: ({ lastName }) => [lastName] },
    tag: { is: 'keyword', read: ({ tags }) => tags },
    state: keyword(({ state }) => state),
    country: { is: 'keyword', read: ({ addresses }) => addresses.map(({ countryCode }) => countryCode) },
    customer_date: { is: 'day', read: ({ createdAt }) => createdAt },
    updated_at: { is: 'day', read: ({ updatedAt }) => updatedAt },
    metafields: { is: 'keyword', read: ({ id }) => metafieldTexts(shop, gid('Customer', id)) },
  };
}

export const companyFilters: Filters<Company> = {
  id: keyword(({ id }) => id),
  name: { is: 'words', read: ({ name }) => [name] },
  external_id: keyword(({ externalId }) => externalId),
  created_at: { is: 'time', read: ({ createdAt }) => createdAt },
  updated_at: { is: 'time', read: ({ updatedAt }) => updatedAt },
};
