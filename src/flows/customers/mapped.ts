/** What a mapping fills in of a customer, and the customers that it can be tried on. */
import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';
import type { JsonObject } from '../../connectors/contract/target.ts';
import { type Customer, customer } from '../../records/customer.ts';
import type { End } from '../contract.ts';
import { buyerTraits, type MappedPart, readItems, type Sampling } from '../mapped.ts';
import type { CustomersSettings } from './settings.ts';

/** A mapping has the customer's fields alone: they need no part before their name. */
export function mappedCustomers(target: Connector): MappedPart<Customer>[] {
  return [
    {
      part: '',
      group: 'customer',
      input: z.object({ customer }),
      fields: target.customers?.target?.fields ?? z.object({}),
      inputsOf: (item) => [{ customer: item }],
      usual: async (input, end) => usualCustomer(input.customer as Customer, end),
    },
  ];
}

/** What the target is told of a customer by itself. */
export function usualCustomer(of: Customer, { connector, account }: End): JsonObject {
  return connector.customers?.target?.toWire({ customer: of, fields: {} }, account) ?? {};
}

export const customerSamples: Sampling<CustomersSettings, Customer> = {
  read: (source, api, keys) => readItems(source.customers?.source, api, keys),
  nameOf: ({ id }, key) => id ?? key,
  traitsOf: (item, _, { account }) => buyerTraits(item, account.traits.country),
};
