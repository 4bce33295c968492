import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { JsonObject } from '../../contract/target.ts';
import { oneCustomer, someAddresses } from './wire.ts';

/** Its addresses are asked for where they did not come along. */
export async function readCustomer(api: Api, id: string): Promise<JsonObject | null> {
  const customer = await api.find(path`/customers/${id}`, oneCustomer);
  if (customer === null || Array.isArray(customer.addresses)) return customer;
  const addresses = await api.find(path`/customers/${id}/addresses`, someAddresses);
  return { ...customer, addresses: addresses ?? [] };
}
