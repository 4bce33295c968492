import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { customerFields } from '../../../src/connectors/magento/customer-fields.ts';
import { customerTarget } from '../../../src/connectors/magento/customer-target.ts';
import { customerSource } from '../../../src/connectors/magento/customers.ts';
import { type Customer, customer as customerRecord } from '../../../src/records/customer.ts';
import { type Schema, validatorFor } from '../../vendor-specs.ts';
import { account, type Call, FakeApi, filtersOf } from './fake-api.ts';

/** The description asks for all three fields of a region; the connector sends those that a shop of Europe has. Open: issue 3. */
const regions = {
  'customer-data-region-interface': (definition: Schema) => {
    delete definition.required;
  },
};
const describedCreate = validatorFor('magento', 'POST', '/V1/customers', regions);
const describedUpdate = validatorFor('magento', 'PUT', '/V1/customers/{customerId}', regions);

const noor: Customer = {
  kind: 'person',
  email: 'noor@example.com',
  name: 'Noor de Wit',
  address: { street: 'Kade 12', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' },
};

const bakery: Customer = {
  ...noor,
  kind: 'company',
  company: 'Bakkerij B.V.',
  vatNumber: 'nl 8123.45.678 b01',
  phone: '+31 38 000000',
  address: { ...noor.address, extra: 'unit 3', region: 'Overijssel' },
};

const home = {
  id: 41,
  customer_id: 27,
  region: { region_code: null, region: null, region_id: 0 },
  region_id: 0,
  country_id: 'NL',
  street: ['Kade', '12'],
  company: 'Bakkerij B.V.',
  telephone: '038-1',
  postcode: '8011 AB',
  city: 'Zwolle',
  firstname: 'Noor',
  lastname: 'de Wit',
  vat_id: 'NL812345678B01',
  default_billing: true,
  default_shipping: true,
  extension_attributes: { module: 1 },
};
const cabin = { ...home, id: 42, street: ['Bos 1'], default_billing: false, default_shipping: false };

const stored = {
  id: 27,
  group_id: 3,
  email: 'Noor@example.com',
  firstname: 'Noor',
  lastname: 'de Wit',
  store_id: 2,
  website_id: 3,
  taxvat: 'NL812345678B01',
  gender: 2,
  addresses: [home, cabin],
};

function body(customer: Customer, fields: Record<string, unknown> = {}) {
  return customerTarget.toWire({ customer, fields }) as Record<string, unknown> & { addresses?: object[] };
}

async function created(customer: Customer, fields: Record<string, unknown> = {}, shop = account) {
  const api = new FakeApi(() => ({ id: 27 }));
  api.account = shop;
  expect(await customerTarget.create(api, body(customer, fields))).toEqual({ id: '27' });
  const [sent] = api.writes;
  if (describedCreate && !describedCreate(sent)) expect(describedCreate.errors).toEqual([]);
  return (sent as { customer: Record<string, unknown> }).customer;
}

async function updated(wire: object, customer: Customer, fields: Record<string, unknown> = {}) {
  const api = new FakeApi(() => undefined);
  await customerTarget.update(api, { id: '27', wire: { ...wire } }, body(customer, fields));
  expect(api.calls[0]).toMatchObject({ method: 'PUT', path: '/V1/customers/27' });
  const [sent] = api.writes;
  if (describedUpdate && !describedUpdate(sent)) expect(describedUpdate.errors).toEqual([]);
  return (sent as { customer: Record<string, unknown> & { addresses: Record<string, unknown>[] } }).customer;
}

describe('a new customer', () => {
  test('goes to the website and store view of the connection, its address for everything', async () => {
    expect(await created(bakery)).toEqual({
      website_id: 3,
      store_id: 2,
      email: 'noor@example.com',
      firstname: 'Noor',
      lastname: 'de Wit',
      taxvat: 'NL812345678B01',
      addresses: [
        {
          firstname: 'Noor',
          lastname: 'de Wit',
          company: 'Bakkerij B.V.',
          street: ['Kade 12', 'unit 3'],
          city: 'Zwolle',
          postcode: '8011 AB',
          country_id: 'NL',
          region: { region_code: 'Overijssel', region: 'Overijssel', region_id: 0 },
          telephone: '+31 38 000000',
          vat_id: 'NL812345678B01',
          default_billing: true,
          default_shipping: true,
        },
      ],
    });
  });

  test('gets what Magento insists on and nobody knows', async () => {
    const sent = await created({ ...noor, name: 'noor@example.com' }, {}, { ...account, traits: {} });
    expect(sent).toMatchObject({
      firstname: '-',
      lastname: '-',
      addresses: [{ firstname: '-', telephone: '-' }],
    });
    expect(sent).not.toHaveProperty('website_id');
  });

  test('without a full address has none', async () => {
    expect(await created({ ...bakery, address: { city: 'Zwolle', country: 'NL' } })).not.toHaveProperty(
      'addresses',
    );
  });

  test('without an e-mail address is refused', () => {
    expect(() => body({ ...noor, email: ' ' })).toThrow(expect.objectContaining({ code: 'email_missing' }));
  });
});

describe('fields', () => {
  test('of a mapping go to the account or to its address', () => {
    const fields = { group_id: 2, dob: '1990-01-31', telephone: '1', street: ['A 1', 'b'], vat_id: 'X' };
    expect(body(noor, fields)).toMatchObject({
      group_id: 2,
      dob: '1990-01-31',
      addresses: [{ telephone: '1', street: ['A 1', 'b'], vat_id: 'X' }],
    });
  });

  test('may complete an address', () => {
    expect(
      body({ ...noor, address: { ...noor.address, country: undefined } }, { country_id: 'BE' }).addresses,
    ).toHaveLength(1);
  });

  test('of the classification are a group’s number', () => {
    expect(customerTarget.classificationField).toBe('group_id');
    expect(body(noor, { group_id: '3' }).group_id).toBe(3);
    expect(() => body(noor, { group_id: 'Wholesale' })).toThrow(
      expect.objectContaining({ code: 'customer_group_unknown' }),
    );
    expect(() => body(noor, { group_id: '0' })).toThrow(/not the number/);
  });

  test.each([
    ['gender', 4, false],
    ['gender', 3, true],
    ['group_id', 0, false],
    ['street', [], false],
    ['country_id', 'nl', false],
    ['dob', '1990-02-30', false],
  ])('%s takes %j: %s', (name, value, success) => {
    const shape: Record<string, z.ZodType> = customerFields.shape;
    expect(shape[name]?.safeParse(value).success).toBe(success);
  });
});

describe('a customer that is there', () => {
  const same: Customer = { ...bakery, email: 'Noor@example.com', phone: '038-1', address: noor.address };
  const holds = (customer: Customer, fields = {}, wire: object = stored) =>
    customerTarget.holds({ id: '27', wire: { ...wire } }, body(customer, fields));

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

  test('without an address for invoices does not hold one', () => {
    expect(holds(same, {}, { ...stored, addresses: [cabin] })).toBe(false);
    expect(holds(same, {}, { ...stored, addresses: undefined })).toBe(false);
  });

  test('is sent back with what is required or would be reset, and nothing else that it keeps', async () => {
    const sent = await updated(stored, { ...noor, address: {} });
    expect(sent).toEqual({
      id: 27,
      email: 'noor@example.com',
      firstname: 'Noor',
      lastname: 'de Wit',
      website_id: 3,
      store_id: 2,
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
    expect(await region({ ...noor.address, country: 'DE' })).toEqual([undefined, undefined]);
  });

  test('with a last name in two fields holds it, and loses the first field with another name', async () => {
    const jan = { ...stored, firstname: 'Jan', middlename: 'van', lastname: 'Dijk', addresses: [] };
    const as = (name: string) => ({ ...noor, email: 'Noor@example.com', name, address: {} });
    expect(holds(as('Jan van Dijk'), {}, jan)).toBe(true);
    expect(holds(as('Jan Dijk'), {}, jan)).toBe(false);
    expect(await updated(jan, as('Jan van Dijk'))).toMatchObject({ middlename: 'van', lastname: 'Dijk' });
    expect(await updated(jan, as('Jan Smit'))).toMatchObject({ middlename: '', lastname: 'Smit' });
  });
});

describe('a customer is found', () => {
  const search = (items: unknown) => new FakeApi(() => ({ items, total_count: 1 }));

  test('by exactly its address, whatever its case, on its own website', async () => {
    const api = search([{ ...stored, id: 26, email: 'xnoor@example.com' }, stored]);
    expect(await customerTarget.findByEmail(api, ' NOOR@example.com')).toEqual({ id: '27', wire: stored });
    expect(api.calls[0] && filtersOf(api.calls[0])).toEqual([
      ['email eq noor@example.com'],
      ['website_id eq 3'],
    ]);
    expect(api.calls[0]?.query).not.toHaveProperty('fields');
  });

  test('on any website where the connection knows none', async () => {
    const api = search([]);
    api.account = { ...account, traits: {} };
    expect(await customerTarget.findByEmail(api, 'a@b.example')).toBeNull();
    expect(api.calls[0] && filtersOf(api.calls[0])).toEqual([['email eq a@b.example']]);
  });

  test('by its id', async () => {
    const api = new FakeApi(({ path }: Call) => (path === '/V1/customers/27' ? stored : undefined));
    expect(await customerTarget.get(api, '27')).toEqual({ id: '27', wire: stored });
    expect(await customerTarget.get(api, '28')).toBeNull();
    expect(await customerTarget.get(api, 'search')).toBeNull();
  });
});

describe('a customer of the shop', () => {
  async function read(fields: object = {}) {
    const api = new FakeApi(() => ({ ...stored, ...fields }));
    return customerRecord.parse(await customerSource.get(api, '27'));
  }

  test('is a company by the address for invoices', async () => {
    expect(await read()).toEqual({
      id: '27',
      kind: 'company',
      email: 'Noor@example.com',
      name: 'Noor de Wit',
      firstName: 'Noor',
      lastName: 'de Wit',
      company: 'Bakkerij B.V.',
      phone: '038-1',
      vatNumber: 'NL812345678B01',
      address: { street: 'Kade 12', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' },
    });
  });

  test('is a person without company and VAT number', async () => {
    const address = { ...home, company: null, vat_id: null };
    expect(await read({ taxvat: null, addresses: [address] })).toMatchObject({
      kind: 'person',
      phone: '038-1',
    });
  });

  test('has the name of the account, else that of the address', async () => {
    const addresses = [{ ...home, firstname: 'Tante', lastname: 'Bep' }];
    expect(await read({ addresses })).toMatchObject({ name: 'Noor de Wit' });
    expect(await read({ addresses, firstname: '-', lastname: '-' })).toMatchObject({ name: 'Tante Bep' });
  });

  test('lives where it is delivered to, or anywhere, without an address for invoices', async () => {
    expect(await read({ addresses: [cabin] })).toMatchObject({ address: { street: 'Bos 1' } });
    expect(await read({ addresses: [cabin, { ...home, default_billing: null }] })).toMatchObject({
      address: { street: 'Kade 12' },
    });
    expect(await read({ addresses: null })).toMatchObject({ address: {}, name: 'Noor de Wit' });
  });

  test('is not asked for by what is no id', async () => {
    const api = new FakeApi(() => stored);
    expect(await customerSource.get(api, '../27')).toBeNull();
    expect(api.calls).toEqual([]);
  });
});
