import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { customerTarget } from '../../../../src/connectors/magento/customers/target.ts';
import { customerFields } from '../../../../src/connectors/magento/customers/target-fields.ts';
import type { Customer } from '../../../../src/records/customer.ts';
import { requestFaults } from '../../../vendor/requests.ts';
import { account, FakeApi } from '../fake-api.ts';
import { bakery, noor } from '../people.ts';

function body(customer: Customer, fields: Record<string, unknown> = {}, shop = account) {
  const { customer: sent } = customerTarget.toWire({ customer, fields }, shop);
  return sent as Record<string, unknown> & { addresses?: object[] };
}

async function created(customer: Customer, fields: Record<string, unknown> = {}, shop = account) {
  const api = new FakeApi(() => ({ id: 27 }));
  const whole = { customer: body(customer, fields, shop) };
  expect(await customerTarget.create(api, whole)).toEqual({ id: '27' });
  const [sent] = api.sent;
  expect(requestFaults('magento', { method: 'POST', path: '/V1/customers', query: {}, body: sent })).toEqual(
    [],
  );
  return (sent as { customer: Record<string, unknown> }).customer;
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
    expect(() => body(noor, { group_id: '0' })).toThrow(
      expect.objectContaining({ code: 'customer_group_unknown', params: { system: 'Magento', group: '0' } }),
    );
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

describe('what is said of a customer, which links keep the fingerprint of', () => {
  const said = (customer: Customer, traits: Record<string, string>) =>
    customerTarget.said?.(customerTarget.toWire({ customer, fields: {} }, { ...account, traits }));

  test('is the same for every website and store view, and as version 5 of the tables has it', () => {
    const saidOfNoor = {
      email: 'noor@example.com',
      firstname: 'Noor',
      lastname: 'de Wit',
      addresses: [
        {
          firstname: 'Noor',
          lastname: 'de Wit',
          street: ['Kade 12'],
          city: 'Zwolle',
          postcode: '8011 AB',
          country_id: 'NL',
          default_billing: true,
        },
      ],
    };
    expect(said(noor, { websiteId: '3', storeId: '2' })).toEqual(saidOfNoor);
    expect(said(noor, {})).toEqual(saidOfNoor);
  });

  test('has no placeholder of what nobody knows', () => {
    expect(said({ ...noor, name: 'noor@example.com', address: {} }, {})).toEqual({
      email: 'noor@example.com',
    });
  });
});
