import { expect, test } from 'vitest';
import { customerSource } from '../../../../src/connectors/ecwid/customers/source.ts';
import { customer } from '../../../../src/records/customer.ts';
import { FakeApi } from '../fake-api.ts';

const wire = {
  id: 330077,
  name: 'Ada Berg',
  email: 'ap@nordwind.example',
  taxId: 'DE136695976',
  taxExempt: true,
  lang: 'de',
  billingPerson: {
    name: 'Ada Berg',
    companyName: 'Nordwind GmbH',
    street: 'Hafenstr. 5\n2. OG',
    city: 'Hamburg',
    countryCode: 'de',
    postalCode: '20457',
    stateOrProvinceCode: 'HH',
    stateOrProvinceName: 'Hamburg',
  },
  shippingAddresses: [],
  contacts: [
    { contact: '+49 40 1', type: 'PHONE', default: false },
    { contact: '+49 40 2', type: 'PHONE', default: true },
  ],
};

async function read(fields: Record<string, unknown> = {}) {
  const api = new FakeApi((path) => (path === '/customers/330077' ? { ...wire, ...fields } : undefined));
  return customer.parse(await customerSource.get(api, '330077'));
}

test('a company with its contact, address and VAT number', async () => {
  expect(await read()).toEqual({
    id: '330077',
    kind: 'company',
    email: 'ap@nordwind.example',
    name: 'Ada Berg',
    company: 'Nordwind GmbH',
    phone: '+49 40 2',
    vatNumber: 'DE136695976',
    language: 'de',
    address: {
      street: 'Hafenstr. 5',
      extra: '2. OG',
      postalCode: '20457',
      city: 'Hamburg',
      region: 'Hamburg',
      country: 'DE',
    },
  });
});

test('without a billing person the default address and the own name are used', async () => {
  const shippingAddresses = [
    { name: 'Elsewhere', city: 'Kiel' },
    { name: 'Ada Berg', city: 'Bremen', defaultAddress: true },
  ];
  expect(await read({ taxId: '', billingPerson: null, shippingAddresses })).toMatchObject({
    kind: 'person',
    name: 'Ada Berg',
    address: { city: 'Bremen' },
  });
  expect(await read({ billingPerson: null, shippingAddresses: null })).toMatchObject({
    name: 'Ada Berg',
    address: {},
  });
});

test('a billing person without an address lends one', async () => {
  const fields = { billingPerson: { name: 'Ada Berg' }, shippingAddresses: [{ name: 'X', city: 'Kiel' }] };
  expect(await read(fields)).toMatchObject({ name: 'Ada Berg', address: { city: 'Kiel' } });
});

test('a country that is none is named, not dropped', async () => {
  await expect(read({ billingPerson: { countryCode: 'Germany' } })).rejects.toThrow(/countryCode/);
});

test('a customer that is gone, or a key that is none, is null', async () => {
  const api = new FakeApi(() => undefined);
  expect(await customerSource.get(api, '1')).toBeNull();
  expect(await customerSource.get(api, '../orders')).toBeNull();
  expect(api.calls).toHaveLength(1);
});
