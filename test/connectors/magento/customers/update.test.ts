/** Over the stand-in: what is left of a customer after its source has changed. */
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/connectors/contract/target.ts';
import { customerSource } from '../../../../src/connectors/magento/customers/source.ts';
import { customerTarget } from '../../../../src/connectors/magento/customers/target.ts';
import type { Customer } from '../../../../src/records/customer.ts';
import { TestShop } from '../../../sandbox/magento/shop.ts';
import { ShopApi } from '../../../sandbox/magento/shop-api.ts';
import { findFirst } from '../../../support/fake-api.ts';

const home = { street: 'Kade 12', extra: 'unit 4', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' };
const noor: Customer = {
  kind: 'person',
  email: 'noor@example.com',
  name: 'Noor de Wit',
  firstName: 'Noor',
  lastName: 'de Wit',
  phone: '038-1',
  address: home,
};
const firm: Customer = { ...noor, kind: 'company', company: 'Oud B.V.', vatNumber: 'NL000099998B57' };

interface Stored extends JsonObject {
  readonly addresses: readonly JsonObject[];
}

async function open(first: Customer = firm) {
  const shop = new TestShop();
  const api = new ShopApi(shop);
  const body = (customer: Customer, fields: JsonObject = {}) =>
    customerTarget.toWire({ customer, fields }, api.account);
  const { id } = await customerTarget.create(api, body(first));
  const found = async () => {
    const existing = await customerTarget.get(api, id);
    if (existing === null) throw new Error('is gone');
    return existing;
  };
  const read = async () => {
    const record = await customerSource.get(api, id);
    if (record === null) throw new Error('is gone');
    return record;
  };
  const stored = async () => (await shop.get(`/V1/customers/${id}`)).json as Stored;
  const carry = async (customer: Customer, parts?: readonly string[], existing = found()) => {
    const whole = body(customer);
    const known = await existing;
    const said = parts === undefined ? whole : customerTarget.narrowed(whole, new Set(parts), known);
    await customerTarget.update(api, known, said);
  };
  /** What a shopper or the merchant changes by hand. */
  const edit = async (fields: (wire: Stored) => JsonObject) => {
    const { email, firstname, lastname, website_id, store_id, ...wire } = await stored();
    const named = { email, firstname, lastname, website_id, store_id };
    const customer = { id: wire.id, ...named, ...fields({ ...named, ...wire }) };
    expect(await shop.call('PUT', `/V1/customers/${id}`, { customer })).toMatchObject({ status: 200 });
  };
  /** The customers that were put since it was called. */
  const puts = () => {
    const { length } = api.calls;
    return () =>
      api.calls
        .slice(length)
        .filter(({ method }) => method === 'PUT')
        .map(({ body: sent }) => (sent as { customer: JsonObject }).customer);
  };
  return { shop, api, id, body, found, read, stored, carry, edit, puts };
}

describe('a customer after its source has changed', () => {
  test('who gave up the business is a private person, with neither company nor VAT number', async () => {
    for (const parts of [undefined, ['kind', 'name', 'contact']]) {
      const { read, carry, stored } = await open();
      await carry(noor, parts);
      const { company, vatNumber, ...record } = await read();
      expect([company, vatNumber]).toEqual([undefined, undefined]);
      expect(record).toMatchObject({ kind: 'person', name: 'Noor de Wit', phone: '038-1', address: home });
      const wire = await stored();
      expect([wire.taxvat, wire.addresses[0]?.vat_id, wire.addresses[0]?.company]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  test('whose VAT number was taken away has none', async () => {
    const { read, carry } = await open();
    await carry({ ...firm, vatNumber: undefined }, ['vatNumber']);
    expect((await read()).vatNumber).toBeUndefined();
  });

  test('without a telephone number, or a second line of the street, has none', async () => {
    const { read, carry } = await open();
    const { extra: _, ...address } = home;
    await carry({ ...firm, phone: undefined, address }, ['phone', 'address']);
    const record = await read();
    expect([record.phone, record.address.extra]).toEqual([undefined, undefined]);
    expect(record).toMatchObject({ company: 'Oud B.V.', address });
  });

  test('with a name of one word is not given half of another’s', async () => {
    const { read, carry } = await open({
      ...firm,
      name: 'Piet de Vries',
      firstName: 'Piet',
      lastName: 'de Vries',
    });
    await carry({ ...firm, name: 'Sjakie', firstName: undefined, lastName: undefined });
    expect((await read()).name).toBe('Sjakie');
  });

  test('keeps an address that the shopper added between our read and our write', async () => {
    const { found, carry, edit, stored } = await open();
    const seen = await found();
    await edit(({ addresses }) => ({
      addresses: [
        ...addresses,
        {
          firstname: 'Noor',
          lastname: 'de Wit',
          street: ['Zomerhuis 1'],
          city: 'Texel',
          postcode: '1791 AA',
          country_id: 'NL',
          telephone: '1',
        },
      ],
    }));
    const changed = { ...firm, name: 'Noor Visser', firstName: 'Noor', lastName: 'Visser', phone: '038-2' };
    await carry(changed, undefined, Promise.resolve(seen));
    const { addresses } = await stored();
    expect(addresses.map(({ city, telephone }) => [city, telephone])).toEqual([
      ['Zwolle', '038-2'],
      ['Texel', '1'],
    ]);
  });

  test('keeps a name that the shopper changed between our read and our write', async () => {
    const { found, carry, edit, read } = await open();
    const seen = await found();
    await edit(() => ({ firstname: 'Noortje' }));
    await carry({ ...firm, vatNumber: 'BE0403170701' }, ['vatNumber'], Promise.resolve(seen));
    expect(await read()).toMatchObject({ name: 'Noortje de Wit', vatNumber: 'BE0403170701' });
  });

  test('who is called wholly otherwise does not take the address where the shopper’s parcels go', async () => {
    const { carry, stored } = await open(noor);
    await carry({
      ...noor,
      name: 'Piet Bakker',
      firstName: 'Piet',
      lastName: 'Bakker',
      phone: '06-1',
      address: { street: 'Industrieweg 99', postalCode: '1322 AA', city: 'Almere', country: 'NL' },
    });
    const { addresses } = await stored();
    expect(addresses.find(({ default_shipping }) => default_shipping)).toMatchObject({
      city: 'Zwolle',
      telephone: '038-1',
    });
    expect(addresses.find(({ default_billing }) => default_billing)).toMatchObject({
      firstname: 'Piet',
      lastname: 'Bakker',
      city: 'Almere',
      telephone: '06-1',
    });
  });

  test('without an address, and with a telephone number, has an address of no place, where no parcels go', async () => {
    const { carry, read, stored } = await open(noor);
    await carry({ ...noor, address: {} }, ['address']);
    expect(await read()).toMatchObject({ phone: '038-1', address: {} });
    const { addresses } = await stored();
    expect(addresses).toHaveLength(1);
    expect(addresses[0]).not.toHaveProperty('default_shipping');
    await carry(noor, ['address']);
    expect(await read()).toMatchObject({ phone: '038-1', address: home });
    expect((await stored()).addresses).toMatchObject([{ default_shipping: true, default_billing: true }]);
  });

  test('without an address or anything else that stands in one has none', async () => {
    const { carry, stored } = await open({ ...noor, phone: undefined });
    await carry({ ...noor, phone: undefined, address: {} }, ['address']);
    expect((await stored()).addresses).toEqual([]);
  });
});

describe('a customer without an address', () => {
  test('gets with its first one what it could not have without, in its own name', async () => {
    const { carry, edit, read, stored } = await open({ ...firm, vatNumber: undefined, address: {} });
    expect((await stored()).addresses).toEqual([]);
    await edit(() => ({ firstname: 'Noortje' }));
    await carry({ ...firm, vatNumber: undefined }, ['address']);
    expect(await read()).toMatchObject({ company: 'Oud B.V.', phone: '038-1', address: home });
    expect(await stored()).toMatchObject({ firstname: 'Noortje', addresses: [{ firstname: 'Noortje' }] });
  });

  test('is given a name and a number all the same', async () => {
    const { carry, read } = await open({ ...noor, address: {} });
    await carry({ ...firm, name: 'Noor Visser', firstName: 'Noor', lastName: 'Visser', company: undefined }, [
      'kind',
      'name',
      'vatNumber',
    ]);
    expect(await read()).toMatchObject({ kind: 'company', name: 'Noor Visser', vatNumber: firm.vatNumber });
  });
});

describe('a customer with two addresses', () => {
  test('keeps the one in another name when its invoice address moves', async () => {
    const { carry, edit, stored } = await open(noor);
    const aunt = {
      firstname: 'Tante',
      lastname: 'Bep',
      street: ['Bos 1'],
      city: 'Ommen',
      postcode: '7731 AA',
      country_id: 'NL',
      telephone: '2',
    };
    await edit(({ addresses }) => ({ addresses: [...addresses, { ...aunt, default_shipping: true }] }));
    const moved = { ...noor, name: 'Noor Visser', lastName: 'Visser', address: { ...home, city: 'Kampen' } };
    await carry(moved, ['name', 'address']);
    const [own, other] = (await stored()).addresses;
    expect(own).toMatchObject({ firstname: 'Noor', lastname: 'Visser', city: 'Kampen' });
    expect(other).toMatchObject({ ...aunt, default_shipping: true });
  });
});

describe('an update', () => {
  test('says the group, which some versions reset when it is left out (magento2#14663, #25958)', async () => {
    const { carry, edit, puts, stored } = await open();
    await edit(() => ({ group_id: 3 }));
    const sent = puts();
    await carry({ ...firm, phone: '9' });
    expect(sent()).toMatchObject([{ group_id: 3 }]);
    expect(await stored()).toMatchObject({ group_id: 3 });
  });

  test('sends addresses only when one of them is to change', async () => {
    const { api, body, found, puts } = await open();
    const sent = puts();
    await customerTarget.update(api, await found(), body(firm, { gender: 2 }));
    expect(sent()).toMatchObject([{ gender: 2 }]);
    expect(sent()[0]).not.toHaveProperty('addresses');
  });

  test('of nothing that differs is none', async () => {
    const { carry, puts } = await open();
    const sent = puts();
    await carry(firm);
    expect(sent()).toEqual([]);
  });
});

describe('an account of another website', () => {
  test('is not this website’s customer', async () => {
    const { shop, api } = await open();
    const sites = (await shop.get('/V1/store/websites')).json as { id: number }[];
    const views = (await shop.get('/V1/store/storeViews')).json as { id: number; website_id: number }[];
    const other = sites.find(({ id }) => id > 1);
    const view = views.find(({ website_id: website }) => website === other?.id);
    const customer = {
      email: 'ann@mail.example',
      firstname: 'Ann',
      lastname: 'Other',
      website_id: other?.id ?? 0,
      store_id: view?.id ?? 0,
    };
    expect(await shop.call('POST', '/V1/customers', { customer })).toMatchObject({ status: 200 });
    expect(await findFirst(customerTarget, api, 'ann@mail.example')).toBeNull();
  });
});
