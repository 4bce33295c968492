import { describe, expect, test } from 'vitest';
import { customerTarget } from '../../../../src/connectors/magento/customers/target.ts';
import type { Customer } from '../../../../src/records/customer.ts';
import { findFirst } from '../../../support/fake-api.ts';
import { requestFaults } from '../../../vendor/requests.ts';
import { account, type Call, FakeApi, filtersOf } from '../fake-api.ts';
import { bakery, cabin, home, noor, stored } from '../people.ts';

function body(customer: Customer, fields: Record<string, unknown> = {}) {
  return customerTarget.toWire({ customer, fields }, account);
}

async function updated(wire: object, customer: Customer, fields: Record<string, unknown> = {}) {
  const api = new FakeApi(({ method }) => (method === 'GET' ? wire : undefined));
  await customerTarget.update(api, { id: '27', wire: { ...wire } }, body(customer, fields));
  expect(api.calls.at(-1)).toMatchObject({ method: 'PUT', path: '/V1/customers/27' });
  const [sent] = api.sent;
  expect(requestFaults('magento', { method: 'PUT', path: '/V1/customers/5', query: {}, body: sent })).toEqual(
    [],
  );
  return (sent as { customer: Record<string, unknown> & { addresses: Record<string, unknown>[] } }).customer;
}
describe('a customer that is there', () => {
  const same: Customer = { ...bakery, email: 'Noor@example.com', phone: '038-1', address: noor.address };
  const holds = (customer: Customer, fields = {}, wire: object = stored) =>
    customerTarget.isUpToDate({ id: '27', wire: { ...wire } }, body(customer, fields));

  test('holds what says the same, however its street is spread over lines', () => {
    expect(holds(same)).toBe(true);
    expect(holds({ ...same, address: { city: 'elders' } })).toBe(true);
  });

  test.each([
    ['street', { ...same, address: { ...same.address, street: 'Kade 13' } }],
    ['extra', { ...same, address: { ...same.address, extra: 'bus 2' } }],
    ['region', { ...same, address: { ...same.address, region: 'Drenthe' } }],
    ['company', { ...same, company: 'Bakkerij Noord B.V.' }],
    ['name', { ...same, name: 'Noortje de Wit' }],
    ['phone', { ...same, phone: '038-2' }],
  ])('does not hold another %s', (_, customer) => {
    expect(holds(customer)).toBe(false);
  });

  test('holds a group, and not another', () => {
    expect(holds(same, { group_id: 3 })).toBe(true);
    expect(holds(same, { group_id: 1 })).toBe(false);
  });

  test('without an address for invoices holds one only if it is read from another', () => {
    expect(holds(same, {}, { ...stored, addresses: [cabin] })).toBe(false);
    expect(holds(same, {}, { ...stored, addresses: [{ ...home, default_billing: null }] })).toBe(true);
    expect(holds(same, {}, { ...stored, addresses: undefined })).toBe(false);
  });

  test('is sent back with what is required or would be reset, and nothing else that it keeps', async () => {
    const sent = await updated(stored, { ...bakery, phone: undefined, address: {} });
    expect(sent).toEqual({
      id: 27,
      email: 'noor@example.com',
      firstname: 'Noor',
      lastname: 'de Wit',
      website_id: 3,
      store_id: 2,
      group_id: 3,
    });
  });

  test('keeps all its addresses, of which the one for invoices is changed', async () => {
    const { addresses } = await updated(stored, {
      ...same,
      phone: undefined,
      address: { ...noor.address, city: 'Kampen' },
    });
    expect(addresses).toHaveLength(2);
    expect(addresses[0]).toMatchObject({
      id: 41,
      city: 'Kampen',
      telephone: '038-1',
      default_shipping: true,
    });
    expect(addresses[0]).not.toHaveProperty('extension_attributes');
    expect(addresses[1]).toMatchObject({ id: 42, street: ['Bos 1'], default_billing: false });
  });

  test('keeps an address in somebody else’s name, and a VAT number on the account', async () => {
    const aunt = { ...home, firstname: 'Tante', lastname: 'Bep', vat_id: null };
    const shop = { ...stored, addresses: [aunt] };
    expect(holds(same, {}, shop)).toBe(true);
    expect(await updated(shop, { ...same, name: 'Noortje de Wit' })).not.toHaveProperty('addresses');
    const { addresses, ...sent } = await updated(shop, { ...same, name: 'Noortje de Wit', phone: '038-2' });
    expect(sent).toMatchObject({ firstname: 'Noortje' });
    expect(addresses).toMatchObject([{ firstname: 'Tante', lastname: 'Bep', telephone: '038-2' }]);
    expect(addresses[0]).not.toHaveProperty('vat_id');
  });

  test('gets an address for invoices beside those it has', async () => {
    const { addresses } = await updated({ ...stored, addresses: [cabin] }, bakery);
    expect(addresses.map(({ id }) => id)).toEqual([42, undefined]);
    expect(addresses[1]).toMatchObject({ default_billing: true, default_shipping: true });
    const kept = await updated({ ...stored, addresses: [{ ...cabin, default_shipping: true }] }, bakery);
    expect(kept.addresses[1]).not.toHaveProperty('default_shipping');
  });

  test('keeps a region of the shop’s list unless it is another, or another country', async () => {
    const listed = {
      ...home,
      region: { region_code: 'BE-VAN', region: 'Antwerpen', region_id: 9 },
      region_id: 9,
    };
    const shop = { ...stored, addresses: [listed] };
    const region = async (address: Customer['address']) => {
      const sent = await updated(shop, { ...noor, address });
      return [sent.addresses[0]?.region, sent.addresses[0]?.region_id];
    };
    expect(await region({ ...noor.address, city: 'Kampen' })).toEqual([listed.region, 9]);
    expect(await region({ ...noor.address, region: 'Antwerpen' })).toEqual([listed.region, 9]);
    expect(await region({ ...noor.address, region: 'Limburg' })).toEqual([
      { region_code: 'Limburg', region: 'Limburg', region_id: 0 },
      undefined,
    ]);
    expect(await region({ ...noor.address, country: 'DE' })).toEqual([
      { region_code: '', region: '', region_id: 0 },
      undefined,
    ]);
  });

  test('with a last name in two fields holds it, and loses the first field with another name', async () => {
    const jan = {
      ...stored,
      taxvat: null,
      firstname: 'Jan',
      middlename: 'van',
      lastname: 'Dijk',
      addresses: [],
    };
    const as = (name: string) => ({ ...noor, email: 'Noor@example.com', name, address: {} });
    expect(holds(as('Jan van Dijk'), {}, jan)).toBe(true);
    const split = { ...as('Jan van Dijk'), firstName: 'Jan van', lastName: 'Dijk' };
    expect(holds(split, {}, jan)).toBe(true);
    expect(holds(as('Jan Dijk'), {}, jan)).toBe(false);
    const sent = await updated(jan, as('Jan van Dijk'), { group_id: 2 });
    expect(sent).toMatchObject({ firstname: 'Jan', lastname: 'Dijk' });
    expect(sent).not.toHaveProperty('middlename');
    expect(await updated(jan, as('Jan Smit'))).toMatchObject({ middlename: '', lastname: 'Smit' });
  });
});

describe('a customer is found', () => {
  const search = (items: unknown) => new FakeApi(() => ({ items, total_count: 1 }));

  test('by exactly its address, whatever its case, on the website of its store view', async () => {
    const api = search([{ ...stored, id: 26, email: 'xnoor@example.com' }, stored]);
    api.account = { ...account, traits: { ...account.traits, scope: 'store' } };
    expect(await findFirst(customerTarget, api, ' NOOR@example.com')).toMatchObject({
      id: '27',
      wire: stored,
    });
    expect(api.calls[0] && filtersOf(api.calls[0])).toEqual([
      ['email eq noor@example.com'],
      ['website_id eq 3'],
    ]);
    expect(api.calls[0]?.query).not.toHaveProperty('fields');
  });

  test('on its own website only, by a connection to the whole shop too', async () => {
    const elsewhere = { ...stored, id: 12, website_id: 9 };
    const api = search([elsewhere, stored]);
    expect(await findFirst(customerTarget, api, 'noor@example.com')).toMatchObject({
      id: '27',
      wire: stored,
    });
    expect(api.calls[0] && filtersOf(api.calls[0])).toEqual([['email eq noor@example.com']]);
    const other = search([elsewhere]);
    expect(await findFirst(customerTarget, other, 'noor@example.com')).toBeNull();
    other.account = { ...account, traits: {} };
    expect(await findFirst(customerTarget, other, 'noor@example.com')).toMatchObject({
      id: '12',
      wire: elsewhere,
    });
  });

  test('by its id', async () => {
    const api = new FakeApi(({ path }: Call) => (path === '/V1/customers/27' ? stored : undefined));
    expect(await customerTarget.get(api, '27')).toMatchObject({ id: '27', wire: stored });
    expect(await customerTarget.get(api, '28')).toBeNull();
    expect(await customerTarget.get(api, 'search')).toBeNull();
  });
});
