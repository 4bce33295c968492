/** Over the stand-in, which takes no address of some countries without a region of its list. */
import { describe, expect, test } from 'vitest';
import { customerSource } from '../../../../src/connectors/magento/customers/source.ts';
import { customerTarget } from '../../../../src/connectors/magento/customers/target.ts';
import type { Address } from '../../../../src/records/address.ts';
import type { Customer } from '../../../../src/records/customer.ts';
import { TestShop } from '../../../sandbox/magento/shop.ts';
import { ShopApi } from '../../../sandbox/magento/shop-api.ts';

const place = { street: 'Kade 12', postalCode: '8011 AB', city: 'Zwolle' };
const ann: Customer = { kind: 'person', email: 'a@b.example', name: 'Ann Berg', phone: '1', address: {} };

interface StoredAddress {
  readonly city: string;
  readonly telephone: string;
  readonly region: { readonly region: string | null; readonly region_id: number };
  readonly region_id: number;
}

function open() {
  const shop = new TestShop();
  const api = new ShopApi(shop);
  const body = (address: Address, more: Partial<Customer> = {}) =>
    customerTarget.toWire({ customer: { ...ann, ...more, address }, fields: {} }, api.account);
  const addresses = async (id: string) => {
    const { json } = await shop.get(`/V1/customers/${id}`);
    return (json as unknown as { addresses: StoredAddress[] }).addresses;
  };
  const created = async (address: Address) => (await customerTarget.create(api, body(address))).id;
  const updated = async (id: string, address: Address, more: Partial<Customer> = {}) => {
    const existing = await customerTarget.get(api, id);
    if (existing === null) throw new Error('is gone');
    await customerTarget.update(api, existing, body(address, more));
  };
  const lists = () => api.calls.filter(({ path }) => path.startsWith('/V1/directory/countries')).length;
  return { api, addresses, created, updated, lists };
}

describe('a new customer in a country whose regions the shop lists', () => {
  test.each(['ES', 'IT', 'PL', 'SE', 'DK', 'PT', 'CH', 'US'])(
    '%s: has a region that the shop has, or no address',
    async (country) => {
      const { created, addresses } = open();
      const id = await created({ ...place, country });
      expect((await addresses(id)).filter(({ region_id: region }) => region === 0)).toEqual([]);
      const other = open();
      const unknown = await other.created({ ...place, country, region: 'Nergenshuizen' });
      expect(await other.addresses(unknown)).toEqual([]);
    },
  );

  test.each([
    ['ES', 'malaga', 'Málaga'],
    ['IT', 'MI', 'Milano'],
    ['IT', 'IT-MI', 'Milano'],
    ['PL', 'PL-14', 'mazowieckie'],
    ['PL', '14', 'mazowieckie'],
    ['PL', 'Mazowieckie', 'mazowieckie'],
    ['US', 'CA', 'California'],
    ['BE', 'BRU', 'Brussels-Capital Region'],
  ])('%s: %s is one of them', async (country, region, name) => {
    const { created, addresses, api } = open();
    const id = await created({ ...place, country, region });
    const [address] = await addresses(id);
    expect(address?.region.region).toBe(name);
    expect(address?.region_id).toBeGreaterThan(0);
    const existing = await customerTarget.get(api, id);
    const body = customerTarget.toWire(
      { customer: { ...ann, address: { ...place, country, region } }, fields: {} },
      api.account,
    );
    expect(existing && customerTarget.isUpToDate(existing, body)).toBe(true);
  });

  test('keeps its address where none is needed', async () => {
    const { created, addresses, lists } = open();
    expect(await addresses(await created({ ...place, country: 'BE' }))).toMatchObject([{ city: 'Zwolle' }]);
    expect(lists()).toBe(0);
  });

  test('whose region stands in no list has it as it is called', async () => {
    const { created, addresses, api } = open();
    const id = await created({ ...place, country: 'NL', region: 'Overijssel' });
    expect(await addresses(id)).toMatchObject([{ region: { region: 'Overijssel', region_id: 0 } }]);
    expect((await customerSource.get(api, id))?.address.region).toBe('Overijssel');
  });

  test('is made after one look at the list for all of them', async () => {
    const { created, lists, api } = open();
    await created({ ...place, country: 'IT', region: 'MI' });
    await customerTarget.create(
      api,
      customerTarget.toWire(
        {
          customer: { ...ann, email: 'c@d.example', address: { ...place, country: 'IT', region: 'RM' } },
          fields: {},
        },
        api.account,
      ),
    );
    expect(lists()).toBe(1);
  });
});

describe('an address that changes', () => {
  test('to one in a country whose region nobody knows stays as it is, and all else is written', async () => {
    const { created, updated, addresses } = open();
    const id = await created({ ...place, country: 'NL' });
    await updated(id, { ...place, city: 'Roma', country: 'IT' }, { phone: '2' });
    expect(await addresses(id)).toMatchObject([{ city: 'Zwolle', country_id: 'NL', telephone: '2' }]);
  });

  test('to one in a region of the shop’s list gets its id', async () => {
    const { created, updated, addresses } = open();
    const id = await created({ ...place, country: 'NL' });
    await updated(id, { ...place, city: 'Roma', country: 'IT', region: 'RM' });
    expect(await addresses(id)).toMatchObject([{ city: 'Roma', region: { region: 'Roma' } }]);
    expect((await addresses(id))[0]?.region_id).toBeGreaterThan(0);
  });

  test('with the same region keeps its id', async () => {
    const { created, updated, addresses } = open();
    const id = await created({ ...place, country: 'US', region: 'CA' });
    const [before] = await addresses(id);
    await updated(id, { ...place, street: 'Kade 13', country: 'US', region: 'California' });
    expect(await addresses(id)).toMatchObject([{ street: ['Kade 13'], region_id: before?.region_id }]);
  });
});
