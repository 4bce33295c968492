/** Customers and their addresses: names in camelCase, each in a wrapper (sheets 3, 7.10). */
import type { Route } from '../../kit/http/route-table.ts';
import { type JsonObject, objectsIn } from '../../kit/json.ts';
import { holdsWords } from '../../kit/search/row-tests.ts';
import { type Call, type Endpoint, objectIn, under } from '../endpoint.ts';
import { notFound } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { changedAddress, changedCustomer, newAddress, newCustomer, withAddress } from './customer.ts';

export function customerEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/customers');
  const found = ({ parameters }: Call) => shop.customer(parameters.customerId ?? '');
  const keep = (customer: JsonObject) => {
    shop.customers.put(String(customer.id), customer);
    return customer;
  };
  return [
    // Without pages; a part of an e-mail address finds as well (sheet: look up by the whole one, compare exactly).
    on('GET', '', ({ query }) => {
      const isMeant = holdsWords<JsonObject>(query.text('q'), ({ email }) => [email]) ?? (() => true);
      const rows = shop.customers.indexed().filter(isMeant).slice(0, shop.settings().customersListed);
      const embed = query.list('embed')?.includes('address') === true;
      return { customers: rows.map((row) => (embed ? row : withoutAddresses(row))) };
    }),
    on('POST', '', (call) => ({ customer: withoutAddresses(keep(newCustomer(shop, objectIn(call)))) })),
    on('GET', '/{customerId}', (call) => ({ customer: found(call) })),
    on('PATCH', '/{customerId}', (call) => ({
      customer: keep(changedCustomer(shop, found(call), objectIn(call))),
    })),
    on('DELETE', '/{customerId}', (call) => {
      shop.customers.delete(String(found(call).id));
      return new Response(null, { status: 200 });
    }),
    on('GET', '/{customerId}/addresses', (call) => ({ addresses: objectsIn(found(call).addresses) })),
    on('POST', '/{customerId}/addresses', (call) => {
      const customer = found(call);
      const address = newAddress(shop, customer, objectIn(call));
      keep(withAddress(customer, address));
      return { address };
    }),
    on('GET', '/{customerId}/addresses/{addressId}', (call) => ({ address: addressIn(found(call), call) })),
    on('PATCH', '/{customerId}/addresses/{addressId}', (call) => {
      const customer = found(call);
      const address = changedAddress(shop, addressIn(customer, call), objectIn(call));
      keep(withAddress(customer, address));
      return { address };
    }),
    on('DELETE', '/{customerId}/addresses/{addressId}', (call) => {
      const customer = found(call);
      const gone = addressIn(customer, call);
      keep({ ...customer, addresses: objectsIn(customer.addresses).filter((each) => each !== gone) });
      return new Response(null, { status: 200 });
    }),
  ];
}

function addressIn(customer: JsonObject, { parameters }: Call): JsonObject {
  const address = objectsIn(customer.addresses).find(({ id }) => id === parameters.addressId?.toLowerCase());
  if (address === undefined) throw notFound('Address');
  return address;
}

function withoutAddresses({ addresses: _, ...customer }: JsonObject): JsonObject {
  return customer;
}
